import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/lib/built.mjs';
import { run } from '../cli/support.ts';

const script = join(ROOT, 'scripts/find-browser.mjs');

test('CHROME_PATH wins over everything on this computer', async () => {
  const env = { ...process.env, CHROME_PATH: process.execPath };
  expect(await run(script, [], ROOT, env)).toEqual({ code: 0, out: `${process.execPath}\n`, messages: '' });
});

test('a CHROME_PATH that is not there is said, and nothing else is taken in its place', async () => {
  const env = { ...process.env, CHROME_PATH: '/nowhere/chrome' };
  expect(await run(script, [], ROOT, env)).toEqual({
    code: 1,
    out: '',
    messages: 'CHROME_PATH names /nowhere/chrome, which is not there.\n',
  });
});
