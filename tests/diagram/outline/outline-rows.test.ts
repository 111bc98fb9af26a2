import { expect, test } from 'vitest';
import { keysAbove, laneKey, outlineNodes, stepKey } from '#diagram/outline/outline-nodes.ts';
import { outlineRows } from '#diagram/outline/outline-rows.ts';
import { formId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { findTyped } from '#views/outline/type-ahead.ts';
import { openExample } from '../../support/open-example.ts';

const index = indexWorkspace(openExample().value);
const nodes = outlineNodes(index);
const lanes = nodes.map((node) => node.key);
const NONE: ReadonlySet<string> = new Set();
const rowsWith = (open: readonly string[], text = '', shut: ReadonlySet<string> = NONE) =>
  outlineRows(nodes, { open: new Set(open), shut, text });

test('lanes open to steps, steps to their next actions and forms, forms to sections and questions', () => {
  expect(rowsWith([]).map((row) => row.key)).toEqual(lanes);
  const rows = rowsWith([laneKey('Front door'), stepKey(stepTypeId('CONTACT'))]);
  const contact = rows.find((row) => row.key === 'step CONTACT');
  expect(contact).toMatchObject({ level: 2, isOpen: true, parent: 'lane Front door', words: 'Contact record', of: 7 });
  const inside = rows.filter((row) => row.parent === 'step CONTACT');
  expect(inside[0]).toMatchObject({
    words: 'Accept as a referral to social work → Referral',
    thing: { kind: 'next-action', to: 'REFERRAL' },
    level: 3,
    at: 1,
    of: inside.length,
  });
  expect(inside.filter((row) => row.thing.kind === 'form').map((row) => row.words)).toContain('Contact record');
});

test('what is shut is not worked out', () => {
  let asked = 0;
  const watched = nodes.map((node) => ({
    ...node,
    children: () => {
      asked += 1;
      return node.children();
    },
  }));
  outlineRows(watched, { open: NONE, shut: NONE, text: '' });
  expect(asked).toBe(0);
});

test('everything above a question opens down to it', () => {
  const question = index.questionsOfForm.get(index.workspace.forms[0]?.id ?? formId(''))?.[0];
  expect(question).toBeDefined();
  if (question === undefined) return;
  const step = index.stepsOfForm.get(question.form)?.[0]?.stepType ?? stepTypeId('');
  const key = `${question.form}/${question.code}`;
  const rows = rowsWith(keysAbove(index, step, key));
  expect(rows.map((row) => row.key)).toContain(`question ${step}/${key}`);
});

test('words are found wherever they stand, with everything above them open; one can be shut again', () => {
  const rows = rowsWith(lanes, 'multi-agency needed?');
  const found = rows.filter((row) => row.thing.kind === 'question');
  expect(found.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.thing.kind !== 'question' || /needed\?/u.test(row.words))).toBe(true);
  expect(rows[0]).toMatchObject({ key: 'lane Front door', isOpen: true });
  const shut = rowsWith(lanes, 'multi-agency needed?', new Set(['step CONTACT']));
  expect(shut.map((row) => row.key)).toContain('step CONTACT');
  expect(shut.filter((row) => row.key.startsWith('form CONTACT/'))).toEqual([]);
  expect(rowsWith(lanes, 'no such words anywhere')).toEqual([]);
});

test('a map cut down to some steps has an outline of those', () => {
  const only = outlineNodes(index, new Set([stepTypeId('S47')]));
  expect(only.map((node) => node.words)).toEqual(['Child protection']);
  expect(outlineRows(only, { open: new Set(lanes), shut: NONE, text: '' }).map((row) => row.key)).toEqual([
    'lane Child protection',
    'step S47',
  ]);
});

test('letters go to the next line that begins with them, round the end', () => {
  const rows = ['Contact', 'Referral', 'Review', 'Closure'].map((words) => ({ words }));
  expect(findTyped(rows, 0, 'r')).toBe(1);
  expect(findTyped(rows, 1, 'r')).toBe(2);
  expect(findTyped(rows, 1, 're')).toBe(1);
  expect(findTyped(rows, 1, 'rev')).toBe(2);
  expect(findTyped(rows, 3, 'c')).toBe(0);
  expect(findTyped(rows, 3, 'x')).toBe(-1);
});
