import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/lib/built.mjs';
import { newFolder, throughline } from './support.ts';

interface Written {
  readonly format: string;
  readonly questions: readonly {
    readonly form: string;
    readonly question: string;
    readonly suggestions: readonly Readonly<Record<string, unknown>>[];
  }[];
}

const fromJson = (text: string): Written => JSON.parse(text) as Written;

test('the list is grouped by form, with how many questions no fact is near to', async () => {
  const { code, out, messages } = await throughline(['suggest', ROOT]);
  expect({ code, messages }).toEqual({ code: 0, messages: '' });
  expect(out).toMatch(/^\d+ questions without a source: facts are suggested for \d+, none is near for \d+\./u);
  expect(out).toMatch(/\nContact record\n-+\n/u);
  expect(out).toMatch(/\n {6}0\.\d\d [a-z0-9.-]+: \S/u);
  expect(out).toMatch(/\n {2}\d+ questions: none of the facts is near\n/u);
});

test('--json - writes every question without a source, and nothing else', async () => {
  const { code, out, messages } = await throughline(['suggest', ROOT, '--json', '-']);
  expect({ code, messages }).toEqual({ code: 0, messages: '' });
  const written = fromJson(out);
  expect(Object.keys(written)).toEqual(['format', 'questions']);
  expect(written.format).toBe('throughline-suggest/1');
  expect(written.questions.length).toBeGreaterThan(400);
  for (const question of written.questions) {
    expect(Object.keys(question)).toEqual(['form', 'question', 'suggestions']);
    for (const suggestion of question.suggestions)
      expect(Object.keys(suggestion)).toEqual(['fact', 'score', 'reasons']);
  }
});

test('--return names the item that needs a fact', async () => {
  expect((await throughline(['suggest', ROOT])).out).not.toContain('cin-2026-27 needs it for');
  expect((await throughline(['suggest', ROOT, '--return', 'cin-2026-27'])).out).toContain('cin-2026-27 needs it');
});

test('a return that is not there is named, with those that are: 1', async () => {
  const { code, out, messages } = await throughline(['suggest', ROOT, '--return', 'cin-2027']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(messages).toContain('There is no return "cin-2027".');
  expect(messages).toContain('cin-2026-27');
});

test('--json FILE writes the file and says so; the workspace is left as it was', async () => {
  const sources = await readFile(join(ROOT, 'mappings/sources.csv'), 'utf8');
  const folder = await newFolder();
  const { code, out, messages } = await throughline(['suggest', ROOT, '--json', 'suggested.json'], folder);
  expect({ code, out, messages }).toEqual({ code: 0, out: '', messages: 'Written: suggested.json\n' });
  expect(fromJson(await readFile(join(folder, 'suggested.json'), 'utf8')).questions.length).toBeGreaterThan(400);
  expect(await readFile(join(ROOT, 'mappings/sources.csv'), 'utf8')).toBe(sources);
});

test('a folder that is no workspace: 1', async () => {
  const { code, out, messages } = await throughline(['suggest', await newFolder()]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(messages).toContain('so it is not a workspace');
});
