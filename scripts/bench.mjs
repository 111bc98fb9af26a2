// Measures how fast the product is and writes the figures to the table in README.md. `tests/bench` holds what is measured.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { APP_FOLDER, buildAppWhenStale, programOf, ROOT, run } from './lib/built.mjs';
import { serveFolder } from './lib/static-server.mjs';

const BENCH = join(ROOT, 'dist', 'bench');

/** Built like the product itself: what a test runner wraps round modules would be measured with them. */
async function buildBench() {
  mkdirSync(BENCH, { recursive: true });
  const entry = join(ROOT, 'tests', 'bench', 'main.ts');
  const { ok, output } = await run([
    programOf('vite'),
    'build',
    '--ssr',
    entry,
    '--outDir',
    BENCH,
    '--logLevel=error',
    '--config=vite.config.ts',
  ]);
  if (!ok) throw new Error(output.trim());
}

/** @param {readonly string[]} given */
function measure(given) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(BENCH, 'main.js'), ...given], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

await buildAppWhenStale();
await buildBench();
// It looks into the built page, so it is asked after the build.
const { default: sizes } = await import('../.size-limit.mjs');
const browser = findBrowser();
if (browser === null) console.error('No browser was found (see CHROME_PATH), so the first diagram is not measured.');
const server = await serveFolder(APP_FOLDER, 0);
const firstLoad = sizes.flatMap(({ path }) => path).map((file) => join(ROOT, file));
process.exitCode = await measure([join(ROOT, 'README.md'), server.address, browser ?? '', ...firstLoad]);
await server.close();
