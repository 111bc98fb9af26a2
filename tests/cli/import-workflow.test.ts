import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/lib/built.mjs';
import { newFolder, throughline } from './support.ts';

const FOREIGN = `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
<bpmn:process id="p" name="Front door"><bpmn:startEvent id="s"/><bpmn:userTask id="a" name="First call"/><bpmn:userTask id="b" name="Contact"/>
<bpmn:dataObjectReference id="d" name="Case file"/>
<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="g" sourceRef="a" targetRef="b"/></bpmn:process></bpmn:definitions>`;

const read = (folder: string, file: string): Promise<string> => readFile(join(folder, file), 'utf8');

/** The rows of a table in any order; which cells stand in quotes is no part of what it says. */
async function lines(folder: string, file: string): Promise<readonly string[]> {
  const text = (await read(folder, `workflows/${file}`)).replaceAll('"', '');
  return text.trimEnd().split(/\r?\n/u).slice(1).toSorted();
}

test('a process of another tool becomes a new workspace, after being listed', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'door.bpmn'), FOREIGN);
  const listed = await throughline(['import', 'council', '--from', 'door.bpmn'], folder);
  expect(listed.code).toBe(0);
  expect(listed.out).toBe(
    [
      '2 step types and 1 next action in door.bpmn:',
      '  FIRST_CALL  First call  (Front door)',
      '  CONTACT  Contact  (Front door)',
      '  FIRST_CALL_TO_CONTACT  FIRST_CALL → CONTACT  “Contact”',
      '',
    ].join('\n'),
  );
  expect(listed.messages).toContain('Note, dataObjectReference “Case file” (d): A workflow has no place for this');
  expect(listed.messages).toContain('Nothing was written.');
  expect(await readdir(folder)).toEqual(['door.bpmn']);

  const taken = await throughline(['import', 'council', '--from', 'door.bpmn', '--accept', 'all'], folder);
  expect([taken.code, taken.messages]).toEqual([
    0,
    expect.stringContaining('Written into council: workflows/step-types.csv, workflows/next-actions.csv'),
  ]);
  const council = join(folder, 'council');
  expect(await read(council, 'workflows/workspace.json')).toContain('throughline/1');
  expect(await lines(council, 'step-types.csv')).toEqual([
    expect.stringMatching(/^CONTACT,Contact,Front door,,N,Y,/u),
    expect.stringMatching(/^FIRST_CALL,First call,Front door,,Y,N,/u),
  ]);
  expect((await throughline(['check', 'council'], folder)).code).toBe(0);
});

test('into a workspace that is there, rows are added, none is changed, and a key that is taken gets a number', async () => {
  const folder = await newFolder();
  for (const part of ['workflows', 'mappings'])
    await cp(join(ROOT, part), join(folder, 'council', part), { recursive: true });
  await writeFile(join(folder, 'own.json'), JSON.stringify({ initial: 'CONTACT', states: { CONTACT: {}, end: {} } }));
  const before = await read(folder, 'council/workflows/step-types.csv');
  const { code, messages } = await throughline(['import', 'council', '--from', 'own.json', '--accept', 'all'], folder);
  expect(messages).toContain('Note, CONTACT: This key is taken or cannot be kept here; it comes in as CONTACT_2.');
  expect(messages).toContain('Note, end: This key is taken or cannot be kept here; it comes in as end_STEP.');
  expect(code).toBe(0);
  const after = await read(folder, 'council/workflows/step-types.csv');
  expect(after.startsWith(before.trimEnd())).toBe(true);
  expect(after.slice(before.trimEnd().length).trim().split(/\r?\n/u)).toEqual([
    expect.stringMatching(/^CONTACT_2,CONTACT,/u),
    expect.stringMatching(/^end_STEP,end,/u),
  ]);
});

test.each(['bpmn', 'xstate'])('the worked example comes back from %s as it was', async (format) => {
  const folder = await newFolder();
  const file = format === 'bpmn' ? 'out.bpmn' : 'out.json';
  expect((await throughline(['export', ROOT, '--to', format, '-o', join(folder, file)], folder)).code).toBe(0);
  const { code, messages } = await throughline(['import', 'again', '--from', file, '--accept', 'all'], folder);
  expect([code, messages.match(/^Not understood.*$/mu)]).toEqual([0, null]);
  const again = join(folder, 'again');
  expect(await lines(again, 'step-types.csv')).toEqual(await lines(ROOT, 'step-types.csv'));
  const plain = (row: string): boolean => !row.includes('mandatory-if');
  const [now, then] = [await lines(again, 'next-actions.csv'), await lines(ROOT, 'next-actions.csv')];
  expect(now).toHaveLength(then.length);
  expect(then.filter(plain).length).toBeGreaterThan(50);
  expect(then.filter((row) => plain(row) && !now.includes(row))).toEqual([]);
});

test.each([
  ['broken.bpmn', '<bpmn', 1, 'broken.bpmn: This is no BPMN 2.0: '],
  ['empty.bpmn', FOREIGN.replace(/<bpmn:process.*<\/bpmn:process>/su, ''), 1, 'empty.bpmn: There is no task in it.'],
  ['broken.json', '{', 1, 'broken.json: This is no JSON: '],
  ['other.json', '{"a": 1}', 1, 'other.json: The chart has no states.'],
])('%s is refused with the reason, and nothing is written', async (file, text, expected, says) => {
  const folder = await newFolder();
  await writeFile(join(folder, file), text);
  const { code, messages } = await throughline(['import', 'new', '--from', file, '--accept', 'all'], folder);
  expect(code).toBe(expected);
  expect(messages).toContain(says);
  expect(await readdir(folder)).toEqual([file]);
});

test('a part of a workflow cannot be accepted', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'door.bpmn'), FOREIGN);
  const { code, messages } = await throughline(['import', 'new', '--from', 'door.bpmn', '--accept', '1'], folder);
  expect([code, messages]).toEqual([64, expect.stringContaining('A workflow is taken whole: write --accept all.')]);
});
