import { expect, test } from 'vitest';
import { changesInWords } from '#edits/changes-in-words.ts';
import { addForm, hangingOnActivity, setForm, takeFormOff } from '#edits/edit-forms.ts';
import { addActivity, removeStep, setActivity } from '#edits/edit-steps.ts';
import { joinSteps, splitStep } from '#edits/split-and-join.ts';
import { invariant } from '#model/assert.ts';
import type { StepType } from '#model/workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { applyChanges, type Edit } from '#workspace/apply-edit.ts';
import { newMemory } from '#workspace/remember.ts';
import { openExample } from '../support/open-example.ts';

const example = openExample();
const memory = newMemory();
const made = (edit: Edit, before: OpenedWorkspace = example): OpenedWorkspace =>
  applyChanges(before, edit.changes, memory);
/** A fact that was worked out from what stood on the form has lost it, as it should be said. */
const said = ({ problems }: OpenedWorkspace): readonly string[] =>
  problems.map(({ message }) => message).filter((message) => !message.includes('is worked out from'));

function stepOf(id: string): StepType {
  const step = example.value.stepTypes.find((one) => one.id === id);
  invariant(step !== undefined, `no step ${id}`);
  return step;
}

test('a new form stands on its step at once, under a key of its own', () => {
  const after = made(addForm(example.value, 'Return interview letter', stepOf('RHI')));
  expect(after.value.forms.at(-1)).toMatchObject({ id: 'RETURN_INTERVIEW_LETTER', title: 'Return interview letter' });
  expect(after.value.stepForms.at(-1)).toMatchObject({
    stepType: 'RHI',
    form: 'RETURN_INTERVIEW_LETTER',
    kind: 'form',
  });
  const [activity] = after.value.stepForms.slice(-1);
  const [form] = after.value.forms.slice(-1);
  invariant(activity !== undefined && form !== undefined, 'both');
  const letter = made(setActivity(activity, { kind: 'letter', mandatory: 'N' }), after);
  expect(letter.value.stepForms.at(-1)).toMatchObject({ kind: 'letter', mandatory: false });
  expect(made(setForm(form, { title: 'Letter' }), after).value.forms.at(-1)?.title).toBe('Letter');
});

test.each(example.value.stepForms.map((activity) => [`${activity.stepType}/${activity.form}`, activity] as const))(
  '%s can be taken off without leaving anything that names it there',
  (_, activity) => {
    const after = made(takeFormOff(example.value, activity));
    expect(after.value.stepForms).toHaveLength(example.value.stepForms.length - 1);
    const fresh = said(after).filter((message) => !said(example).includes(message));
    expect(fresh).toEqual([]);
  },
);

test('rules that ask a question of the form go with it, and are named beforehand', () => {
  const activity = example.value.stepForms.find(({ stepType, form }) => stepType === 'CONTACT' && form === 'CONTACT');
  invariant(activity !== undefined, 'the contact form');
  expect(hangingOnActivity(example.value, activity).ruled.map(({ id }) => id)).toContain('CON_TO_MASH');
  const after = made(takeFormOff(example.value, activity));
  expect(after.value.nextActions.find(({ id }) => id === 'CON_TO_MASH')?.rules).toEqual([
    { kind: 'one-of', group: 'OUTCOME' },
  ]);
});

test('what an edit will do is said row by row before it is done', () => {
  const step = stepOf('S47');
  const lines = changesInWords(example.value, removeStep(example.value, step).changes);
  const removed = lines.find(({ does, rows }) => does === 'removes' && rows === '1 step type');
  expect(removed?.names).toEqual(['Section 47 enquiry']);
  const leaving = example.value.nextActions.filter(({ from }) => from === 'S47');
  expect(lines.find(({ rows }) => rows === `${leaving.length} next actions`)?.names).toEqual(
    leaving.map(({ label }) => `${label}, from Section 47 enquiry`),
  );
  const changed = lines.find(({ does }) => does === 'changes');
  expect(changed?.names.every((name) => name.endsWith('(to becomes not known)'))).toBe(true);
});

test('rows said are the rows changed, for splitting and joining too', () => {
  const split = splitStep(example.value, stepOf('CONTACT'), { name: 'Contact, part 2', forms: new Set() });
  expect(changesInWords(example.value, split.changes).find(({ rows }) => rows === '1 step type')?.names).toEqual([
    'Contact, part 2',
  ]);
  const moved = changesInWords(example.value, split.changes).find(({ rows }) => rows === '6 next actions');
  expect(moved?.names[0]).toBe(
    'Accept as a referral to social work, from Contact record (from becomes Contact, part 2)',
  );
  const join = joinSteps(example.value, stepOf('S47'), stepOf('STRATEGY'));
  const rows = changesInWords(example.value, join.changes).flatMap(({ names }) => names);
  expect(rows).toContain('Strategy discussion');
});

test('a form is put on a step', () => {
  const form = example.value.forms.find(
    ({ id }) => !example.value.stepForms.some((one) => one.stepType === 'RHI' && one.form === id),
  );
  invariant(form !== undefined, 'a form');
  expect(made(addActivity(stepOf('RHI'), form.id)).value.stepForms.at(-1)).toMatchObject({ mandatory: true });
});
