import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingBuilds } from '../../scripts/complete-lock.mjs';
import { ROOT } from '../../scripts/lib/built.mjs';

test('the lock file names the builds of every tool for every system, so that npm ci works everywhere', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Parameters<typeof missingBuilds>[0];
  expect(Object.keys(lock.packages).length).toBeGreaterThan(50);
  expect([...missingBuilds(lock).keys()], 'Run: node scripts/complete-lock.mjs').toEqual([]);
});

test('a build that is missing is seen, with the system it is for', () => {
  const packages = { 'node_modules/tool': { dev: true, optionalDependencies: { '@tool/linux-x64-musl': '1.2.3' } } };
  const entry = { version: '1.2.3', dev: true, optional: true, cpu: ['x64'], os: ['linux'], libc: ['musl'] };
  expect([...missingBuilds({ packages })]).toEqual([['node_modules/@tool/linux-x64-musl', entry]]);
});
