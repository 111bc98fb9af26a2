import { expect, test } from 'vitest';
import { stepDefinitions } from '#machine/step-definition.ts';
import type { Refusal } from '#machine/step-values.ts';
import { STEP_STATUSES } from '#machine/step-values.ts';
import { brokenRules } from '#model/choices.ts';
import { formId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { describeRefusal, describeRefusals } from '#walk/refusal-words.ts';
import { describeScriptRefusal } from '#walk/script-refusal-words.ts';
import { openExample } from '../support/open-example.ts';

const index = indexWorkspace(openExample().value);
const form = formId('S47_OUT');
const question = questionCode('S47O_ICPC');
const action = (key: string): Refusal & { readonly kind: 'taken-already' } => ({
  kind: 'taken-already',
  nextAction: nextActionId(key),
});

test.each<[Refusal, string]>([
  [
    { kind: 'mandatory-question', form: formId('S47'), question: questionCode('REP_CIN_S47DATE') },
    '“Date enquiry started” must be answered.',
  ],
  [
    { kind: 'mandatory-question', form, question, copy: 1 },
    '“Is an initial child protection conference needed for this child?” for child 2 must be answered.',
  ],
  [
    { kind: 'mandatory-question', form: formId('S47'), question: questionCode('S47_CheckReply'), copy: 2 },
    '“Result of check” in row 3 must be answered.',
  ],
  [{ kind: 'no-such-question', form, question: questionCode('NONE') }, '“Section 47 outcome” has no question NONE.'],
  [
    { kind: 'question-not-shown', form: formId('REFERRAL'), question: questionCode('REF_LETTER_DATE') },
    '“Date it was sent” is not on the screen: it shows only where “Has the outcome been sent to the person who made the referral?” is “Yes”.',
  ],
  [
    { kind: 'question-not-shown', form: formId('STRATEGY'), question: questionCode('STRAT_MACEref') },
    '“Has a MACE panel referral been sent?” is not on the screen: it shows only where “Are there worries about child sexual or criminal exploitation?” is “Yes” and “What type of exploitation?” is answered.',
  ],
  [{ kind: 'no-such-activity', form: formId('NONE') }, 'The step carries no form “NONE”.'],
  [
    { kind: 'activity-not-added', form: formId('LBP') },
    '“Letter before proceedings” is optional, and nobody has added it to the step: add it first.',
  ],
  [{ kind: 'activity-there-already', form: formId('LBP') }, '“Letter before proceedings” is on the step already.'],
  [{ kind: 'no-such-next-action', nextAction: nextActionId('NONE') }, 'The step has no next action “NONE”.'],
  [
    { kind: 'not-immediate', nextAction: nextActionId('REF_TO_CFA') },
    '“Child and family assessment” does not start before the step is completed: choose it on completing.',
  ],
  [action('REF_TO_STRATEGY'), '“Strategy discussion” has been taken already.'],
  [
    { kind: 'in-no-legal-choice', nextAction: nextActionId('CFA_SHORT_BREAKS') },
    '“Child in need plan with short breaks” cannot be taken: its rules, with what was taken before, leave no way to complete the step.',
  ],
  [{ kind: 'no-such-step', step: 'CFA-9' }, 'The case has no step CFA-9.'],
  [{ kind: 'no-such-step-type', stepType: stepTypeId('NONE') }, 'The workspace has no step type NONE.'],
  [
    { kind: 'not-a-first-step', stepType: stepTypeId('CFA') },
    'No case may begin with “Child and family assessment”: it comes in by a next action of another step.',
  ],
  [
    { kind: 'no-such-screen', screen: 'register-field:CATEGORY' },
    'Nothing is recorded in this step outside its forms as register, “CATEGORY”.',
  ],
  [
    { kind: 'no-such-screen', screen: 'service-user-group:' },
    'Nothing is recorded in this step outside its forms as service user group.',
  ],
  [{ kind: 'not-a-date', on: '2026-02-30' }, '“2026-02-30” is not a day there is: write it like 2026-04-30.'],
])('%j', (refusal, says) => {
  expect(describeRefusal(index, refusal)).toBe(says);
});

test('each state says what to do', () => {
  const words = STEP_STATUSES.map((status) => describeRefusal(index, { kind: 'not-in-this-state', status }));
  expect(new Set(words).size).toBe(STEP_STATUSES.length);
  expect(words[0]).toBe('The step has come in and is not started: start it first.');
});

test('rules of next actions, with the names of those that are meant', () => {
  const broken = (step: string, chosen: readonly string[], holds = false): readonly string[] => {
    const definition = stepDefinitions(index).get(stepTypeId(step));
    if (definition === undefined) throw new Error(`There is no ${step}.`);
    const { stepType, nextActions } = definition;
    const choice = new Set(nextActions.filter(({ id }) => chosen.includes(id)));
    return describeRefusals(
      index,
      brokenRules(stepType, nextActions, choice, () => holds),
    );
  };
  expect(broken('REFERRAL', [])).toEqual(['At least one next action must be chosen: the step does not end without.']);
  expect(broken('REFERRAL', ['REF_TO_CFA', 'REF_NFA'])).toEqual([
    'At most one of these can be chosen: “Child and family assessment”, “Refer to early help”, “No further action on the referral”.',
  ]);
  expect(broken('REFERRAL', ['REF_TO_STRATEGY'])).toEqual([
    '“Strategy discussion” can only be chosen together with “Child and family assessment”.',
  ]);
  expect(broken('REFERRAL', ['REF_TO_CFA'], true)).toEqual([
    '“Strategy discussion” must be chosen, as “Is there reasonable cause to suspect significant harm?” is “Yes”.',
  ]);
  expect(broken('CLOSURE', [])).toContain('“Case closed” must be chosen: it is made whenever the step is completed.');
});

test('what only a script can ask for', () => {
  const stepType = stepTypeId('CFA');
  expect(describeScriptRefusal(index, { kind: 'nothing-open', stepType })).toBe(
    'No step “Child and family assessment” is open or has come in at this point of the script, and no case may begin with it.',
  );
  expect(describeScriptRefusal(index, { kind: 'no-such-number', stepType, which: 3, there: 1 })).toBe(
    '“which” asks for step 3 of the type “Child and family assessment”, and the case has 1.',
  );
  expect(describeScriptRefusal(index, { kind: 'not-in-table', form, question, table: 'Agencies' })).toBe(
    '“Is an initial child protection conference needed for this child?” does not stand in the repeating table “Agencies”.',
  );
  expect(describeScriptRefusal(index, { kind: 'not-per-child', form, question })).toContain(
    'put its answer into “answers”',
  );
  expect(describeScriptRefusal(index, { kind: 'no-such-sibling', form, number: 2, there: 0 })).toBe(
    'Answers are given for 2 brothers and sisters, and the step is about none.',
  );
  expect(describeScriptRefusal(index, { kind: 'no-such-step', step: 'A-1' })).toBe('The case has no step A-1.');
});
