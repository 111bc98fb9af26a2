import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Names under which a Chromium browser stands on PATH, most likely first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const HELP = [
  'The browser tests need Chromium, Chrome or Edge, and none was found.',
  'Install one (on Debian or Ubuntu: apt-get install chromium), or name one: CHROME_PATH=/path/to/chrome npm test',
].join('\n');

/** @returns {readonly string[]} */
function onPath() {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.flatMap((folder) => endings.map((end) => join(folder, name + end))));
}

/** @returns {readonly string[]} */
function inWellKnownPlaces() {
  const programs = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
  const windows = programs
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return [...windows, ...mac];
}

/**
 * A browser that is already on this computer, or null.
 * @returns {string | null}
 */
export function findBrowser() {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which is not there.`);
  }
  return [...onPath(), ...inWellKnownPlaces()].find((path) => existsSync(path)) ?? null;
}

/** Installs Chromium where that needs no question asked: as root on a Debian-like Linux. */
function install() {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) return;
  console.error('No browser found: installing chromium with apt-get.');
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
}

/**
 * The browser for the tests, installed first where that is possible; throws with what to do where there is none.
 * @returns {string}
 */
export function getBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  install();
  const installed = findBrowser();
  if (installed === null) throw new Error(HELP);
  return installed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(getBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
