import { afterEach, expect, test } from 'vitest';
import { main } from '#cli/main.ts';
import type { Shell } from '#cli/shell.ts';
import { COMMAND_LINE } from '../../scripts/lib/built.mjs';
import { newFolder, run } from './support.ts';

function shellThatFails(messages: string[]): Shell {
  return {
    folder: '.',
    print: () => {
      throw new Error('the printer is on fire');
    },
    say: (text) => messages.push(text),
    today: '2026-11-01',
  };
}

afterEach(() => {
  delete process.env['THROUGHLINE_DEBUG'];
});

test('a fault of the program itself is one plain sentence: 1', async () => {
  const messages: string[] = [];
  expect(await main(['--help'], shellThatFails(messages))).toBe(1);
  expect(messages).toEqual([
    'Throughline stopped because of a fault of its own: the printer is on fire (THROUGHLINE_DEBUG=1 shows where.)',
  ]);
});

test('THROUGHLINE_DEBUG shows where', async () => {
  process.env['THROUGHLINE_DEBUG'] = '1';
  await expect(main(['--help'], shellThatFails([]))).rejects.toThrow('the printer is on fire');
});

test('the built program runs in any folder, with nothing but Node', async () => {
  const { code, out } = await run(COMMAND_LINE, ['--help'], await newFolder(), { PATH: '' });
  expect(code).toBe(0);
  expect(out).toContain('Usage:');
});
