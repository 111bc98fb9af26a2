import { expect, test } from 'vitest';
import { problemAt, problemsAt, refuseEdit } from '#app/inspector/try-edit.ts';
import { setNextAction } from '#edits/edit-next-actions.ts';
import { setStep } from '#edits/edit-steps.ts';
import { invariant } from '#model/assert.ts';
import { applyChanges } from '#workspace/apply-edit.ts';
import { newMemory } from '#workspace/remember.ts';
import { openExample } from '../../support/open-example.ts';

const example = openExample();
const [step] = example.value.stepTypes;
const [action] = example.value.nextActions;
invariant(step !== undefined && action !== undefined, 'the worked example has both');

test('a text that the reader could not take is refused in its own words', () => {
  expect(refuseEdit(example, setStep(step, { completed_per_year: 'many' }))).toContain('many');
  expect(refuseEdit(example, setStep(step, { per: 'family' }))).toContain('"per" says "family"');
  expect(refuseEdit(example, setNextAction(action, { rules: 'sometimes' }))).toContain('The rule "sometimes"');
  expect(refuseEdit(example, setNextAction(action, { to: 'NOWHERE' }))).toContain('NOWHERE');
});

test('what can be read is taken, and so is what is only warned of', () => {
  expect(refuseEdit(example, setStep(step, { completed_per_year: '12', name: 'Contact' }))).toBeNull();
  const odd = setStep(step, { roles: 'contact; front-desk' });
  expect(refuseEdit(example, odd)).toBeNull();
  const after = applyChanges(example, odd.changes, newMemory());
  expect(problemAt(problemsAt(after, step.at), 'roles')?.message).toContain('front-desk');
});

test('a problem that stands there already does not keep other cells from being written', () => {
  const wrong = applyChanges(example, setStep(step, { per: 'family' }).changes, newMemory());
  const [now] = wrong.value.stepTypes;
  invariant(now !== undefined, 'the step is still there');
  expect(refuseEdit(wrong, setStep(now, { name: 'Contact' }))).toBeNull();
  expect(refuseEdit(wrong, setStep(now, { per: 'child' }))).toBeNull();
});
