import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/lib/built.mjs';
import { plainWorkbook, sheetsOf, type } from '../support/workbook-edits.ts';
import { newFolder, throughline } from './support.ts';

/** A copy of the worked example, and a workbook of it with three cells edited, one of them with a wrong word. */
async function withEdits(isWrong: boolean): Promise<string> {
  const folder = await newFolder();
  for (const part of ['workflows', 'mappings'])
    await cp(join(ROOT, part), join(folder, 'council', part), { recursive: true });
  expect((await throughline(['export', 'council', '--to', 'xlsx', '-o', 'out.xlsx'], folder)).code).toBe(0);
  const where = { 'User code': 'CLO_PAPER' };
  const sheets = type(
    await sheetsOf(await readFile(join(folder, 'out.xlsx'))),
    { sheet: 'Fields', where, column: 'Section', value: 'Paper' },
    { sheet: 'Fields', where, column: 'Notes', value: '=1+1' },
    ...(isWrong ? [{ sheet: 'Fields', where, column: 'Type', value: 'chioce' }] : []),
  );
  await writeFile(join(folder, 'edited.xlsx'), plainWorkbook(sheets));
  return folder;
}

const questions = (folder: string): Promise<string> =>
  readFile(join(folder, 'council/workflows/questions.csv'), 'utf8');

test('lists what changed and writes nothing; then writes what is accepted, and only that', async () => {
  const folder = await withEdits(false);
  const before = await questions(folder);
  const listed = await throughline(['import', 'council', '--from', 'edited.xlsx'], folder);
  expect(listed.code).toBe(0);
  expect(listed.out).toMatch(
    /^2 changes in edited\.xlsx:\n {3}1 {2}Fields I\d+ {2}CLOSURE \/ CLO_PAPER {2}→ {2}workflows\/questions\.csv\n {6}Section: "Summary" becomes "Paper"\n/u,
  );
  expect(listed.messages).toContain('Nothing was written.');
  expect(await questions(folder)).toBe(before);

  const dry = await throughline(['import', 'council', '--from', 'edited.xlsx', '--accept', 'all', '--dry-run'], folder);
  expect([dry.code, await questions(folder)]).toEqual([0, before]);

  const one = await throughline(['import', 'council', '--from', 'edited.xlsx', '--accept', '1'], folder);
  expect([one.code, one.messages]).toEqual([0, 'Accepted 1 change. Written: workflows/questions.csv\n']);
  const lines = (text: string): readonly string[] => text.split('\n');
  const now = lines(await questions(folder));
  const changed = lines(before).filter((line, at) => line !== now[at]);
  expect(changed).toHaveLength(1);
  expect(now.join('\n')).toContain(',Paper,');

  const again = await throughline(['import', 'council', '--from', 'edited.xlsx', '--accept', 'all'], folder);
  expect(again.out).toMatch(/^1 change in/u);
  const none = await throughline(['import', 'council', '--from', 'edited.xlsx'], folder);
  expect([none.code, none.out]).toEqual([0, 'No changes in edited.xlsx.\n']);
});

test('a cell that cannot be taken is said, the others are taken, and the exit code is 1', async () => {
  const folder = await withEdits(true);
  const { code, messages } = await throughline(
    ['import', 'council', '--from', 'edited.xlsx', '--accept', '1-2'],
    folder,
  );
  expect(code).toBe(1);
  expect(messages).toMatch(/Not taken, Fields Q\d+: “chioce” is not one of the words/u);
  expect(messages).toContain('Accepted 2 changes.');
  expect(await questions(folder)).toContain(',Paper,');
});

test('a zip is not written into', async () => {
  const folder = await withEdits(false);
  await throughline(['export', 'council', '--to', 'zip', '-o', 'council.zip'], folder);
  const { code, messages } = await throughline(
    ['import', 'council.zip', '--from', 'edited.xlsx', '--accept', 'all'],
    folder,
  );
  expect(code).toBe(1);
  expect(messages).toContain('council.zip is a zip, and only a folder is written into. Unpack it');
});

test.each([
  [[], 64, 'Say what to bring in: --from FILE.'],
  [['--from', 'x.pdf'], 64, 'x.pdf is none of: an Excel workbook'],
  [['--from', 'nowhere.xlsx'], 1, 'nowhere.xlsx could not be read'],
  [['--from', 'package.json', '--acept', 'all'], 64, 'There is no option --acept.'],
] as const)('import %j: %i', async (args, code, says) => {
  const ran = await throughline(['import', ROOT, ...args]);
  expect([ran.code, ran.out]).toEqual([code, '']);
  expect(ran.messages).toContain(says);
});

test('a number that the list does not have is wrong usage, and a file that is no workbook bad input', async () => {
  const folder = await withEdits(false);
  const strange = await throughline(['import', 'council', '--from', 'edited.xlsx', '--accept', '7'], folder);
  expect([strange.code, strange.messages]).toEqual([
    64,
    expect.stringContaining('There is no change 7: the list has 2.'),
  ]);
  const words = await throughline(['import', 'council', '--from', 'edited.xlsx', '--accept', 'some'], folder);
  expect([words.code, words.messages]).toEqual([64, expect.stringContaining('--accept takes “all” or numbers')]);
  await writeFile(join(folder, 'not.xlsx'), 'form,question');
  const text = await throughline(['import', 'council', '--from', 'not.xlsx'], folder);
  expect([text.code, text.messages]).toEqual([
    1,
    expect.stringContaining('not.xlsx: This is not an Excel workbook (.xlsx).'),
  ]);
});
