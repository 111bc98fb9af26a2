import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXTRACTS } from '../importers/mosaic/extracts.ts';
import { newFolder, throughline } from './support.ts';

async function withExtracts(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await newFolder();
  await mkdir(join(folder, 'extracts'));
  for (const [name, text] of Object.entries({ ...EXTRACTS, ...more }))
    await writeFile(join(folder, 'extracts', name), text);
  return folder;
}

test('makes a workspace of extracts, which opens without errors, and the next month changes only what changed', async () => {
  const folder = await withExtracts();
  const listed = await throughline(['import', 'council', '--from', 'extracts'], folder);
  expect([listed.code, await readdir(folder)]).toEqual([0, ['extracts']]);
  expect(listed.out).toContain('Next actions.csv: next actions and their rules, 4 rows');
  expect(listed.out).toContain('Set aside: 1 old version of a form,');
  expect(listed.messages).toContain('Nothing was written.');
  expect(listed.messages).toContain('--leave-out-retired');

  const made = await throughline(
    ['import', 'council', '--from', 'extracts', '--accept', 'all', '--leave-out-retired'],
    folder,
  );
  expect([made.code, made.messages]).toEqual([0, expect.stringContaining('Written: ')]);
  const checked = await throughline(['check', 'council'], folder);
  expect([checked.code, checked.out]).toEqual([0, expect.not.stringContaining('error ')]);
  const again = await throughline(['import', 'council', '--from', 'extracts', '--leave-out-retired'], folder);
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('No changes in extracts.')]);

  const questions = join(folder, 'extracts/questions.csv');
  await writeFile(questions, (await readFile(questions, 'utf8')).replace('Who referred the child?', 'Who told us?'));
  const next = await throughline(
    ['import', 'council', '--from', 'extracts', '--leave-out-retired', '--accept', 'all'],
    folder,
  );
  expect(next.out).toContain(
    'question REF / REP_CIN_ReferralSource, text: “Who referred the child?” becomes “Who told us?”',
  );
  expect(next.messages).toContain('Written: workflows/questions.csv, mappings/sources.csv');
  expect(await readFile(join(folder, 'council/mappings/sources.csv'), 'utf8')).toContain(
    'REP_CIN_ReferralSource,,,,,flagged,',
  );
});

test('columns about people are refused by name, before anything is written', async () => {
  const folder = await withExtracts({ 'people.csv': 'PERSON_ID,SURNAME,WORKFLOW_STEP_TYPE_ID\n1,x,2\n' });
  const { code, out, messages } = await throughline(['import', 'new', '--from', 'extracts', '--accept', 'all'], folder);
  expect([code, out, await readdir(folder)]).toEqual([1, '', ['extracts']]);
  expect(messages).toContain('people.csv: PERSON_ID, SURNAME');
  expect(messages).toContain('GROUP BY');
});

test('writes the queries, and never over a file', async () => {
  const folder = await newFolder();
  const written = await throughline(['import', '--sql', 'mssql', '-o', 'sql'], folder);
  expect([written.code, (await readdir(join(folder, 'sql'))).length]).toEqual([0, 9]);
  expect(await readFile(join(folder, 'sql/question_usage.sql'), 'utf8')).toContain('-- PRIVACY.');
  expect((await throughline(['import', '--sql', 'mssql', '-o', 'sql'], folder)).code).toBe(1);
  expect((await throughline(['import', '--sql', 'sqlite', '-o', 'other'], folder)).code).toBe(64);
  expect((await throughline(['import', '--sql', 'oracle'], folder)).code).toBe(64);
});

test.each([
  [['--from', 'extracts', '--accept', '1,2'], 64, 'taken over whole'],
  [['--from', 'empty'], 1, 'holds no CSV file'],
] as const)('import %j: %i', async (args, code, says) => {
  const folder = await withExtracts();
  await mkdir(join(folder, 'empty'));
  const ran = await throughline(['import', 'council', ...args], folder);
  expect([ran.code, ran.messages]).toEqual([code, expect.stringContaining(says)]);
});
