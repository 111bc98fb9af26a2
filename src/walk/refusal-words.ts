import { listOf, quoted } from '#diagram/thread/thread-words.ts';
import type { MandatoryQuestion, Refusal, StepStatus } from '#machine/step-values.ts';
import { assertNever } from '#model/assert.ts';
import type { BrokenRule } from '#model/choices.ts';
import type { FormId, NextActionId, QuestionCode, StepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Clause, NextAction, Question } from '#model/workspace.ts';

type Has<Kind extends Refusal['kind']> = Extract<Refusal, { readonly kind: Kind }>;

const findQuestion = (index: WorkspaceIndex, form: FormId, question: QuestionCode): Question | undefined =>
  index.questions.get(questionKey(form, question));

const questionName = (index: WorkspaceIndex, form: FormId, code: QuestionCode): string =>
  quoted(findQuestion(index, form, code) ?? { text: '', code });

const formName = (index: WorkspaceIndex, form: FormId): string => `“${index.forms.get(form)?.title || form}”`;

const actionName = ({ label, id }: NextAction): string => `“${label || id}”`;

const actionNamed = (index: WorkspaceIndex, id: NextActionId): string => `“${index.nextActions.get(id)?.label || id}”`;

const stepNamed = (index: WorkspaceIndex, id: StepTypeId): string => `“${index.stepTypes.get(id)?.name || id}”`;

function describeUnanswered(index: WorkspaceIndex, { form, question, copy = 0 }: MandatoryQuestion): string {
  const asked = findQuestion(index, form, question);
  const where = copy === 0 ? '' : asked?.perChild === true ? ` for child ${copy + 1}` : ` in row ${copy + 1}`;
  return `${questionName(index, form, question)}${where} must be answered.`;
}

const inGroup = (index: WorkspaceIndex, { from }: NextAction, group: string): readonly NextAction[] =>
  (index.nextActionsFrom.get(from) ?? []).filter(({ rules }) =>
    rules.some((rule) => rule.kind === 'one-of' && rule.group === group),
  );

function describeBroken(index: WorkspaceIndex, broken: BrokenRule): string {
  if (broken.kind === 'nothing-chosen')
    return 'At least one next action must be chosen: the step does not end without.';
  const { nextAction, rule } = broken;
  const name = actionName(nextAction);
  switch (rule.kind) {
    case 'always':
      return `${name} must be chosen: it is made whenever the step is completed.`;
    case 'requires':
      return `${name} can only be chosen together with ${actionNamed(index, rule.nextAction)}.`;
    case 'one-of':
      return `At most one of these can be chosen: ${inGroup(index, nextAction, rule.group).map(actionName).join(', ')}.`;
    case 'mandatory-if':
      return `${name} must be chosen, as ${questionName(index, rule.form, rule.question)} is “${rule.answer}”.`;
    case 'immediate':
      return `${name} is taken while the step is open.`;
    default:
      return assertNever(rule);
  }
}

const STATUS_SAYS: Readonly<Record<StepStatus, string>> = {
  incoming: 'The step has come in and is not started: start it first.',
  started: 'The step is started already.',
  completed: 'The step is completed: reopen it first.',
  reopened: 'The step was reopened: it can be worked on and completed, and nothing else.',
  cancelled: 'The step was cancelled: nothing more can be done in it.',
};

function describeClause(index: WorkspaceIndex, form: FormId, clause: Clause): string {
  const asked = questionName(index, form, clause.question);
  if (clause.kind === 'answered') return `${asked} is answered`;
  return `${asked} is ${clause.answers.map((answer) => `“${answer}”`).join(' or ')}`;
}

function describeNotShown(
  index: WorkspaceIndex,
  { form, question }: Pick<MandatoryQuestion, 'form' | 'question'>,
): string {
  const clauses = findQuestion(index, form, question)?.shownIf ?? [];
  const when =
    clauses.length === 0
      ? ''
      : `: it shows only where ${listOf(clauses.map((clause) => describeClause(index, form, clause)))}`;
  return `${questionName(index, form, question)} is not on the screen${when}.`;
}

function describeForm(
  index: WorkspaceIndex,
  { kind, form }: Has<'no-such-activity' | 'activity-not-added' | 'activity-there-already'>,
): string {
  const name = formName(index, form);
  switch (kind) {
    case 'no-such-activity':
      return `The step carries no form ${name}.`;
    case 'activity-not-added':
      return `${name} is optional, and nobody has added it to the step: add it first.`;
    case 'activity-there-already':
      return `${name} is on the step already.`;
    default:
      return assertNever(kind);
  }
}

function describeAction(
  index: WorkspaceIndex,
  { kind, nextAction }: Has<'no-such-next-action' | 'not-immediate' | 'taken-already' | 'in-no-legal-choice'>,
): string {
  const name = actionNamed(index, nextAction);
  switch (kind) {
    case 'no-such-next-action':
      return `The step has no next action ${name}.`;
    case 'not-immediate':
      return `${name} does not start before the step is completed: choose it on completing.`;
    case 'taken-already':
      return `${name} has been taken already.`;
    case 'in-no-legal-choice':
      return `${name} cannot be taken: its rules, with what was taken before, leave no way to complete the step.`;
    default:
      return assertNever(kind);
  }
}

const SCREEN_WORDS: Readonly<Record<string, string>> = {
  'person-field': 'person record',
  'register-field': 'register',
  'legal-status': 'legal status',
  'service-user-group': 'service user group',
};

function describeScreen(screen: string): string {
  const colon = screen.indexOf(':');
  const words = SCREEN_WORDS[screen.slice(0, colon)];
  const ref = screen.slice(colon + 1);
  const name = words === undefined ? `“${screen}”` : ref === '' ? words : `${words}, “${ref}”`;
  return `Nothing is recorded in this step outside its forms as ${name}.`;
}

function describeQuestion(
  index: WorkspaceIndex,
  refusal: Has<'mandatory-question' | 'no-such-question' | 'question-not-shown'>,
): string {
  switch (refusal.kind) {
    case 'mandatory-question':
      return describeUnanswered(index, refusal);
    case 'no-such-question':
      return `${formName(index, refusal.form)} has no question ${refusal.question}.`;
    case 'question-not-shown':
      return describeNotShown(index, refusal);
    default:
      return assertNever(refusal);
  }
}

/** Why a request was refused, as a sentence with the names people know; where it helps, with what to do. */
export function describeRefusal(index: WorkspaceIndex, refusal: Refusal): string {
  if ('rule' in refusal || refusal.kind === 'nothing-chosen') return describeBroken(index, refusal);
  if ('question' in refusal) return describeQuestion(index, refusal);
  if ('form' in refusal) return describeForm(index, refusal);
  if ('nextAction' in refusal) return describeAction(index, refusal);
  switch (refusal.kind) {
    case 'not-in-this-state':
      return STATUS_SAYS[refusal.status];
    case 'no-such-step':
      return `The case has no step ${refusal.step}.`;
    case 'no-such-step-type':
      return `The workspace has no step type ${refusal.stepType}.`;
    case 'not-a-first-step':
      return `No case may begin with ${stepNamed(index, refusal.stepType)}: it comes in by a next action of another step.`;
    case 'no-such-screen':
      return describeScreen(refusal.screen);
    case 'not-a-date':
      return `“${refusal.on}” is not a day there is: write it like 2026-04-30.`;
    default:
      return assertNever(refusal);
  }
}

/** Several refusals as one sentence after another; each said once. */
export const describeRefusals = (index: WorkspaceIndex, refusals: readonly Refusal[]): readonly string[] => [
  ...new Set(refusals.map((refusal) => describeRefusal(index, refusal))),
];
