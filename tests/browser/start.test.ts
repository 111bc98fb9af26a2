import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../../scripts/lib/built.mjs';

/** Starts the app as `npm start` does, from what is built already; ends it after the test. */
function start(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), '--no-build', ...args], {
    env: { ...process.env, BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trimEnd();
}

test('npm start prints one address, serves the app there, and ends quietly on Ctrl+C', async () => {
  const child = start('--port', '0');
  const address = await firstLine(child);
  expect(address).toMatch(/^http:\/\/localhost:\d+\/$/u);
  const page = await fetch(address.replace('localhost', '127.0.0.1'));
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toContain('<script type="module"');
  const ended = once(child, 'close');
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

test('a port that is no number is refused in a sentence', async () => {
  const child = start('--port', 'many');
  let says = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    says += text;
  });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(says).toBe('The port is a number from 0 to 65535, not "many".\n');
});
