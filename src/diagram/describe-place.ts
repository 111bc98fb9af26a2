import type { CoveragePlace, CoverageSource } from '#model/audit.ts';
import type { Place } from '#model/finding.ts';
import { formId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import { nameOfStep } from './describe-step.ts';

const SCREEN_WORDS: Readonly<Record<string, string>> = {
  'person-field': 'Person record',
  'register-field': 'Register',
  'legal-status': 'Legal status',
  'service-user-group': 'Service user group',
};

const stepName = (index: WorkspaceIndex, stepType: string): string => nameOfStep(index, stepTypeId(stepType));

function questionWords(index: WorkspaceIndex, form: string, question: string): string {
  const text = index.questions.get(questionKey(formId(form), questionCode(question)))?.text || question;
  return `“${text}” on ${index.forms.get(formId(form))?.title || form}`;
}

const nextActionWords = (index: WorkspaceIndex, nextAction: string): string =>
  `“${index.nextActions.get(nextActionId(nextAction))?.label || nextAction}”`;

function describeScreen(index: WorkspaceIndex, source: CoverageSource, screen: string): string {
  const where = source.stepType === '' ? 'held before the first step' : `in ${stepName(index, source.stepType)}`;
  return `${source.ref === '' ? screen : `${screen}: ${source.ref}`}, ${where}`;
}

/** A recording place in words, with the step it stands in. */
export function describeSource(index: WorkspaceIndex, source: CoverageSource): string {
  const inStep = source.stepType === '' ? '' : ` in ${stepName(index, source.stepType)}`;
  const screen = SCREEN_WORDS[source.kind];
  if (screen !== undefined) return describeScreen(index, source, screen);
  switch (source.kind) {
    case 'question':
      return `${questionWords(index, source.form, source.question)}${inStep}`;
    case 'step-date':
      return `Date ${source.ref} of ${stepName(index, source.stepType)} (the step’s own date)`;
    case 'next-action':
      return `Next action ${nextActionWords(index, source.ref)} chosen${inStep}`;
    case 'step-path':
      return `Chain of linked steps, known${inStep}`;
    case 'step-source':
      return `Source chosen when ${stepName(index, source.stepType)} begins`;
    case 'calculated':
      return `Calculated from ${source.ref.replaceAll(';', ',')}`;
    case 'generated':
      return 'Made by the return itself';
    default:
      return `${source.kind.replaceAll('-', ' ')} ${source.ref}${inStep}`.trim();
  }
}

/** Where an item is due: "Referral completed, when “No further action” is chosen". */
export function describeDue(index: WorkspaceIndex, place: CoveragePlace): string {
  const when = place.nextAction === null ? '' : `, when ${nextActionWords(index, place.nextAction)} is chosen`;
  return `${stepName(index, place.stepType)} ${place.moment}${when}`;
}

/** What a finding says of a place, without its step: the form and question, next action, or answer and code. */
export function describePlace(index: WorkspaceIndex, place: Place): string {
  const { form, question, nextAction, lookup, answer, codeSet, code } = place;
  const formWords = form === undefined ? '' : index.forms.get(formId(form))?.title || form;
  const parts = [
    form !== undefined && question !== undefined ? questionWords(index, form, question) : formWords,
    nextAction === undefined ? '' : nextActionWords(index, nextAction),
    answer === undefined ? '' : `answer “${answer}”${lookup === undefined ? '' : ` of ${lookup}`}`,
    code === undefined ? '' : `code ${code}${codeSet === undefined ? '' : ` of ${codeSet}`}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
