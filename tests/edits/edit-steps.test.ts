import { describe, expect, test } from 'vitest';
import { addNextAction, removeNextAction, setNextAction, setRules } from '#edits/edit-next-actions.ts';
import { addStep, removeStep, setPosition, setStep } from '#edits/edit-steps.ts';
import { newKey } from '#edits/new-key.ts';
import { joinSteps, splitStep } from '#edits/split-and-join.ts';
import { invariant } from '#model/assert.ts';
import { formId, nextActionId, stepTypeId } from '#model/ids.ts';
import type { NextAction, StepType, Workspace } from '#model/workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { applyChanges, type Edit } from '#workspace/apply-edit.ts';
import { newMemory } from '#workspace/remember.ts';
import { openExample } from '../support/open-example.ts';

const example = openExample();
const memory = newMemory();
const made = (edit: Edit, before: OpenedWorkspace = example): OpenedWorkspace =>
  applyChanges(before, edit.changes, memory);

function stepOf({ stepTypes }: Workspace, id: string): StepType {
  const step = stepTypes.find((one) => one.id === id);
  invariant(step !== undefined, `no step ${id}`);
  return step;
}

function actionOf({ nextActions }: Workspace, id: string): NextAction {
  const action = nextActions.find((one) => one.id === id);
  invariant(action !== undefined, `no next action ${id}`);
  return action;
}

const errorsOf = ({ problems }: OpenedWorkspace): readonly string[] =>
  problems.filter((problem) => problem.severity === 'error').map((problem) => problem.message);

test('a step is added to its lane, and a next action drawn to it', () => {
  const added = made(addStep(example.value, { name: 'Child in need plan: closing visit', lane: 'Child in need' }));
  const step = stepOf(added.value, 'CHILD_IN_NEED_PLAN_CLOSING_VISIT');
  expect(step).toMatchObject({ name: 'Child in need plan: closing visit', workflow: 'Child in need', mayStart: false });
  const from = stepTypeId('CONTACT');
  const drawn = made(addNextAction(added.value, { from, to: { kind: 'step', stepType: step.id }, label: '' }), added);
  expect(drawn.value.nextActions.at(-1)).toMatchObject({
    id: 'CONTACT_TO_CHILD_IN_NEED_PLAN_CLOSING_VI',
    label: 'Child in need plan: closing visit',
    from,
    to: { kind: 'step', stepType: step.id },
  });
  expect(drawn.problems).toEqual(example.problems);
});

test('keys are made from names, and numbered where they are taken', () => {
  expect(newKey('Réunion: no further action', [])).toBe('REUNION_NO_FURTHER_ACTION');
  expect(newKey('Review', ['REVIEW', 'REVIEW_2'])).toBe('REVIEW_3');
  expect(newKey('…', [])).toBe('NEW');
});

test('the inspector changes names, rules and targets', () => {
  const contact = stepOf(example.value, 'CONTACT');
  const renamed = made(setStep(contact, { name: 'Contact' }));
  expect(stepOf(renamed.value, 'CONTACT').name).toBe('Contact');
  const action = actionOf(example.value, 'CON_TO_MASH');
  const ruled = made(
    setRules(action, [
      { kind: 'one-of', group: 'OUTCOME' },
      { kind: 'requires', nextAction: nextActionId('CON_TO_REFERRAL') },
    ]),
  );
  expect(actionOf(ruled.value, 'CON_TO_MASH').rules).toHaveLength(2);
  const ended = made(setNextAction(action, { to: 'end' }));
  expect(actionOf(ended.value, 'CON_TO_MASH').to).toEqual({ kind: 'end' });
});

test('a place is kept, changed, and let go again', () => {
  const contact = stepOf(example.value, 'CONTACT');
  const put = made(setPosition(example.value, contact, { x: 10.4, y: 20 }));
  expect(put.value.positions).toMatchObject([{ stepType: 'CONTACT', x: 10, y: 20 }]);
  const moved = made(setPosition(put.value, contact, { x: 30, y: 40 }), put);
  expect(moved.value.positions).toMatchObject([{ x: 30, y: 40 }]);
  expect(made(setPosition(moved.value, contact, null), moved).value.positions).toEqual([]);
});

describe('no edit of the worked example leaves a row that points nowhere', () => {
  test.each(example.value.stepTypes.map((step) => [step.id, step] as const))('without the step %s', (_, step) => {
    const after = made(removeStep(example.value, step));
    expect(after.value.stepTypes).toHaveLength(example.value.stepTypes.length - 1);
    expect(errorsOf(after)).toEqual(errorsOf(example));
  });

  test.each(example.value.nextActions.map((action) => [action.id, action] as const))(
    'without the next action %s',
    (_, action) => {
      const after = made(removeNextAction(example.value, action));
      expect(after.value.nextActions).toHaveLength(example.value.nextActions.length - 1);
      expect(errorsOf(after)).toEqual(errorsOf(example));
    },
  );

  test.each(
    example.value.nextActions.flatMap((action) => (action.to.kind === 'step' ? [[action.id, action] as const] : [])),
  )('with both ends of %s joined', (_, action) => {
    invariant(action.to.kind === 'step', 'leads to a step');
    const [first, second] = [action.from, action.to.stepType].map((id) => stepOf(example.value, id));
    invariant(first !== undefined && second !== undefined, 'both ends');
    if (first === second) return;
    const after = made(joinSteps(example.value, first, second));
    expect(after.value.stepTypes).toHaveLength(example.value.stepTypes.length - 1);
    expect(errorsOf(after)).toEqual(errorsOf(example));
  });

  test.each(example.value.stepTypes.map((step) => [step.id, step] as const))('with %s split', (_, step) => {
    const forms = new Set(example.value.stepForms.filter((one) => one.stepType === step.id).map((one) => one.form));
    const [first = formId('')] = forms;
    const after = made(splitStep(example.value, step, { name: `${step.name}, part 2`, forms: new Set([first]) }));
    expect(after.value.stepTypes).toHaveLength(example.value.stepTypes.length + 1);
    expect(errorsOf(after)).toEqual(errorsOf(example));
    const second = after.value.stepTypes.at(-1);
    expect(after.value.nextActions.filter((one) => one.from === step.id)).toMatchObject([
      { to: { kind: 'step', stepType: second?.id }, rules: [{ kind: 'always' }] },
    ]);
  });
});
