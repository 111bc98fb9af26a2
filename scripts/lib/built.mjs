import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built app's page and the built command line. */
export const APP_FOLDER = join(ROOT, 'dist', 'app');
export const APP_PAGE = join(APP_FOLDER, 'index.html');
export const COMMAND_LINE = join(ROOT, 'dist', 'cli', 'throughline.js');

/** What both builds depend on, besides their own configuration. */
const SHARED_INPUTS = ['src', 'package.json', 'package-lock.json'];

/**
 * The latest change of a file, or of anything in a folder (the folder itself tells of removed files).
 * @param {string} path
 * @returns {number}
 */
function lastChange(path) {
  if (!existsSync(path)) return 0;
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  const inside = readdirSync(path).map((name) => lastChange(join(path, name)));
  return Math.max(about.mtimeMs, ...inside);
}

/**
 * True when a built file is missing or older than something that it is built from.
 * @param {string} built
 * @param {readonly string[]} inputs paths from the root
 * @returns {boolean}
 */
export function isStale(built, inputs) {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return [...SHARED_INPUTS, ...inputs].some((input) => lastChange(join(ROOT, input)) > builtAt);
}

/**
 * Builds one of the two products with Vite, saying nothing: what goes wrong is thrown.
 * @param {string} configFile name of the Vite configuration in the root
 */
async function build(configFile) {
  const { build: viteBuild } = await import('vite');
  await viteBuild({ root: ROOT, configFile: join(ROOT, configFile), logLevel: 'silent' });
}

/** Builds the app. */
export const buildApp = () => build('vite.config.ts');

/** Builds the app when it is missing or old. The app carries the worked example, so that counts too. */
export async function buildAppWhenStale() {
  if (isStale(APP_PAGE, ['index.html', 'vite.config.ts', 'public', 'workflows', 'mappings'])) await buildApp();
}

/** Builds the command line when it is missing or old. */
export async function buildCommandLineWhenStale() {
  if (isStale(COMMAND_LINE, ['vite.cli.config.ts'])) await build('vite.cli.config.ts');
}
