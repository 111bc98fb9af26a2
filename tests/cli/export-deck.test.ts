import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '#cli/main.ts';
import { ROOT } from '../../scripts/lib/built.mjs';
import { newFolder } from './support.ts';

/** What the command says when slides are asked for, and its exit code. */
async function exportDeck(deck: string, folder: string): Promise<{ code: number; messages: string }> {
  const messages: string[] = [];
  const shell = { folder, print: () => undefined, say: (text: string) => messages.push(text), today: '2026-11-22' };
  const code = await main(['export', ROOT, '--to', 'pptx', '--deck', deck, '-o', 'slides.pptx'], shell);
  return { code, messages: messages.join('\n') };
}

test('--deck says which slides are written', async () => {
  const folder = await newFolder();
  const { code, messages } = await exportDeck('workflow:pre-proceedings', folder);
  expect(code).toBe(0);
  expect(messages).toContain('Written: slides.pptx\nNot carried by this format:');
  const bytes = await readFile(join(folder, 'slides.pptx'));
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});

test.each([
  ['sow-and-tell', 'There is no deck "sow-and-tell".'],
  ['workflow:Finance', 'There is no workflow "Finance". There are: Front door'],
  ['item:Nothing', 'has no item "Nothing". Write its path, tag or CBDS number.'],
])('--deck %s is wrong usage', async (deck, says) => {
  const { code, messages } = await exportDeck(deck, await newFolder());
  expect(code).toBe(64);
  expect(messages).toContain(says);
});
