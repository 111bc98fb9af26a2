import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
 * A tool's program, to be started with this Node so that it works alike on every system.
 * @param {string} packageName
 * @param {string} name the command, where the package has several
 * @returns {string}
 */
export function programOf(packageName, name = packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const about = join(folder, 'package.json');
  if (!existsSync(about)) throw new Error(`${packageName} is not installed. Run "npm ci" first.`);
  const { bin } = JSON.parse(readFileSync(about, 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/**
 * Runs a tool to its end, in a process of its own: what it thinks of the caller's environment, such as a test
 * run that would give it the development build of React, must not change what is built.
 * @param {readonly string[]} command a program and what it is given
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(command) {
  const { NODE_ENV: _, ...env } = process.env;
  return new Promise((done) => {
    const child = spawn(process.execPath, command, {
      cwd: ROOT,
      env: { ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const add = (/** @type {string} */ text) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', add);
    child.stderr.setEncoding('utf8').on('data', add);
    child.on('error', (error) => done({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

/**
 * Builds one of the two products with Vite, saying nothing: what goes wrong is thrown.
 * @param {string} configFile name of the Vite configuration in the root
 * @param {readonly string[]} options
 */
async function build(configFile, options = []) {
  const { ok, output } = await run([
    programOf('vite'),
    'build',
    `--config=${configFile}`,
    '--logLevel=error',
    ...options,
  ]);
  if (!ok) throw new Error(output.trim());
}

/** Builds the app. */
export const buildApp = () => build('vite.config.ts');

/** Builds the app when it is missing or old. The app carries the worked example, so that counts too. */
export async function buildAppWhenStale() {
  if (isStale(APP_PAGE, ['index.html', 'vite.config.ts', 'public', 'workflows', 'mappings'])) await buildApp();
}

/** Builds the command line when it is missing or old. */
export async function buildCommandLineWhenStale() {
  if (!isStale(COMMAND_LINE, ['vite.cli.config.ts'])) return;
  // Built aside and moved there in one go: another run may be starting the program just now.
  const aside = join(ROOT, 'dist', `cli-${process.pid}`);
  try {
    await build('vite.cli.config.ts', [`--outDir=${aside}`]);
    mkdirSync(dirname(COMMAND_LINE), { recursive: true });
    renameSync(join(aside, basename(COMMAND_LINE)), COMMAND_LINE);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
