import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { APP_FOLDER, APP_PAGE, buildApp } from './lib/built.mjs';
import { serveFolder } from './lib/static-server.mjs';

/**
 * Tried first, so that the address stays the same from one day to the next:
 * what the app has saved in the browser belongs to its address, port included.
 */
const USUAL_PORT = 4317;

/**
 * The program that opens an address on this computer, or null where nobody would see it.
 * @param {string} address
 * @returns {readonly [string, ...string[]] | null}
 */
function browserCommand(address) {
  const { BROWSER: named, CI: ci, DISPLAY: display, WAYLAND_DISPLAY: wayland } = process.env;
  if (named === 'none' || (ci !== undefined && ci !== '' && ci !== 'false')) return null;
  if (named !== undefined && named !== '') return [named, address];
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return display !== undefined || wayland !== undefined ? ['xdg-open', address] : null;
}

/** @param {string} address */
function openBrowser(address) {
  const command = browserCommand(address);
  if (command === null) return;
  const [program, ...rest] = command;
  const child = spawn(program, rest, { stdio: 'ignore', detached: true });
  // The address stands on the screen already: where no browser opens, nothing is lost.
  child.on('error', () => {});
  child.unref();
}

/**
 * @param {string | undefined} text
 * @returns {number | null}
 */
function readPort(text) {
  if (text === undefined || text === '') return null;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`The port is a number from 0 to 65535, not "${text}".`);
}

/**
 * @param {number | null} wanted
 */
async function serve(wanted) {
  try {
    return await serveFolder(APP_FOLDER, wanted ?? USUAL_PORT);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    if (wanted !== null)
      throw new Error(`Port ${wanted} cannot be used (${code}). Choose another with --port.`, { cause: error });
    console.error(`Port ${USUAL_PORT} is taken, so another is used: work saved in the browser belongs to its address.`);
    return serveFolder(APP_FOLDER, 0);
  }
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-build': { type: 'boolean' } } });
  const port = readPort(values.port ?? process.env['PORT']);
  if (values['no-build'] !== true) await buildApp();
  if (!existsSync(APP_PAGE)) throw new Error('There is no built app in dist/app. Leave out --no-build.');
  const server = await serve(port);
  console.log(server.address);
  openBrowser(server.address);
  const stop = () => server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
