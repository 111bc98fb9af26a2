// npm leaves builds of a tool for other systems out of package-lock.json when it cannot see them, and then refuses
// to install from it ("Missing: … from lock file"). This writes them in again, as npm does where it sees them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/built.mjs';

/**
 * @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

/**
 * The systems a build is for, as its name says: `binding-linux-x64-musl`, `cli-win32-arm64`.
 * @param {string} name
 */
function systemsOf(name) {
  const parts = (name.split('/').at(-1) ?? name).split('-');
  const os = parts.find((part) => /^(?:android|darwin|freebsd|linux|openharmony|win32|wasm32)$/u.test(part));
  const cpu = parts.find((part) => /^(?:arm|arm64|ia32|loong64|ppc64|riscv64|s390x|x64|wasm32)$/u.test(part));
  if (os === undefined || cpu === undefined) throw new Error(`${name} does not say which system it is for.`);
  const isMusl = parts.some((part) => part.startsWith('musl'));
  const isGnu = parts.some((part) => part.startsWith('gnu'));
  const libc = isMusl ? { libc: ['musl'] } : isGnu ? { libc: ['glibc'] } : {};
  return { cpu: [cpu], ...(os === 'wasm32' ? {} : { os: [os] }), ...libc };
}

/**
 * The builds that the lock file should name and does not, as entries of it.
 * @param {Lock} lock
 * @returns {ReadonlyMap<string, object>}
 */
export function missingBuilds(lock) {
  const missing = new Map();
  for (const [path, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const places = [`node_modules/${name}`, `${path}/node_modules/${name}`];
      if (places.some((place) => place in lock.packages) || !/^\d/u.test(version)) continue;
      const ofDev = dev === true ? { dev } : {};
      missing.set(`node_modules/${name}`, { version, ...ofDev, optional: true, ...systemsOf(name) });
    }
  }
  return missing;
}

if (process.argv[1] === import.meta.filename) {
  const file = join(ROOT, 'package-lock.json');
  /** @type {Lock} */
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingBuilds(lock);
  const { '': self = {}, ...rest } = { ...lock.packages, ...Object.fromEntries(missing) };
  const sorted = Object.entries(rest).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(
    file,
    `${JSON.stringify({ ...lock, packages: { '': self, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
  );
  console.log(`${missing.size} added to package-lock.json.`);
}
