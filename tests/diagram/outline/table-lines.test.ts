import { expect, test } from 'vitest';
import { refuseRule, ruleChoices, ruleInWords } from '#diagram/outline/rule-choices.ts';
import { ACTION_COLUMNS, ACTIVITY_COLUMNS, overlayColumn, STEP_COLUMNS } from '#diagram/outline/table-columns.ts';
import { actionLines, activityLines, type LinesFrom, stepLines } from '#diagram/outline/table-lines.ts';
import { toOverlay } from '#diagram/overlays/overlay.ts';
import { routeOnMap } from '#diagram/route.ts';
import { invariant } from '#model/assert.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { cellTextsAt } from '#pipeline/cell-text.ts';
import { NEXT_ACTIONS, STEP_FORMS, STEP_TYPES } from '#workspace/shapes-workflows.ts';
import { openExample } from '../../support/open-example.ts';

const opened = openExample();
const index = indexWorkspace(opened.value);
const from: LinesFrom = {
  index,
  problems: [
    { severity: 'warning', file: STEP_TYPES.file, row: 2, column: 'roles', message: 'The role "x" is not known.' },
  ],
  textsAt: (at) => cellTextsAt(opened, at),
  overlay: null,
  route: null,
  only: null,
};

test.each([
  [STEP_TYPES, STEP_COLUMNS],
  [NEXT_ACTIONS, ACTION_COLUMNS],
  [STEP_FORMS, ACTIVITY_COLUMNS],
])('the table shows every column of $file', (shape, columns) => {
  const ids: readonly string[] = columns.map(({ id }) => id);
  expect(shape.columns.map(({ name }) => name).filter((name) => !ids.includes(name))).toEqual([]);
});

test('rows are those of the map, a lane or a step, with the texts and problems of their own row', () => {
  expect(stepLines(from, { kind: 'all' })).toHaveLength(opened.value.stepTypes.length);
  expect(actionLines(from, { kind: 'all' })).toHaveLength(opened.value.nextActions.length);
  expect(activityLines(from, { kind: 'all' })).toHaveLength(opened.value.stepForms.length);
  const lane = stepLines(from, { kind: 'lane', lane: 'Front door' });
  expect(lane).toHaveLength(7);
  const contact = lane.find(({ key }) => key === 'CONTACT');
  expect(contact?.texts('name')).toBe('Contact record');
  expect(contact?.problems).toHaveLength(1);
  expect(lane.filter(({ problems }) => problems.length > 0)).toHaveLength(1);
  const step = stepTypeId('CONTACT');
  expect(actionLines(from, { kind: 'step', step }).map(({ from: { id } }) => id)).toEqual(Array(6).fill(step));
});

test('the overlay and the route stand in columns of their own', () => {
  const step = stepTypeId('CONTACT');
  const mark = { tone: 'never', badge: '2 gaps', words: 'Two items are missing.', count: 2 } as const;
  const overlay = toOverlay(index, {
    title: 'Coverage',
    marked: new Map([[step, { mark, cells: [] }]]),
    tones: [],
    badge: null,
    columns: [],
    note: '',
  });
  const action = nextActionId('CON_TO_REFERRAL');
  const route = routeOnMap([
    { stepType: step, nextAction: action },
    { stepType: stepTypeId('REFERRAL'), nextAction: null },
  ]);
  const lit = { ...from, overlay, route };
  const [line] = stepLines(lit, { kind: 'step', step });
  expect(line).toMatchObject({ mark, route: [1] });
  invariant(line !== undefined, 'a line');
  expect(overlayColumn('Coverage').text(line)).toBe('2 gaps · Two items are missing.');
  expect(actionLines(lit, { kind: 'all' }).filter(({ isLit }) => isLit)).toHaveLength(1);
});

test('rules are made of what the step has: its groups, its other next actions, its questions and their answers', () => {
  const action = index.nextActions.get(nextActionId('CON_TO_MASH'));
  invariant(action !== undefined, 'the next action');
  const choices = ruleChoices(index, action);
  expect(choices.groups).toEqual(['OUTCOME']);
  expect(choices.others.map(({ id }) => id)).not.toContain(action.id);
  const asked = choices.questions.find(({ key }) => key === 'CONTACT/CON_MASH_NEEDED');
  expect(asked?.answers).toEqual(['Yes', 'No']);
  expect(action.rules.map((rule) => ruleInWords(index, action, rule))).toEqual([
    'at most one of 5 (group OUTCOME)',
    'must be chosen when “Is a multi-agency information check needed?” is Yes',
  ]);
});

test('a rule that says nothing, or says it again, is refused', () => {
  const rules = [{ kind: 'one-of', group: 'OUTCOME' }] as const;
  expect(refuseRule(rules, { kind: 'one-of', group: 'OUTCOME' })).toContain('already');
  expect(refuseRule(rules, { kind: 'one-of', group: ' ' })).toContain('Name the group');
  expect(refuseRule(rules, { kind: 'one-of', group: 'A;B' })).not.toBeNull();
  expect(refuseRule(rules, { kind: 'always' })).toBeNull();
});
