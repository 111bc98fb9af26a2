import { asWord, formId, lookupId, stepTypeId } from '#model/ids.ts';
import { QUESTION_TYPES } from '#model/words.ts';
import type { Question, Workspace } from '#model/workspace.ts';
import { openWorkspace } from '#pipeline/open-workspace.ts';
import { aForm, aQuestion, aStepType, emptyWorkspace } from '../support/a-workspace.ts';
import { shippedFiles } from '../support/open-example.ts';

const HEADS = [
  'Date of',
  'Reason for',
  'Outcome of',
  'Name of',
  'Type of',
  'Summary of',
  'Who agreed',
  'Was there',
  '',
];
const WHOSE = ['', 'child’s', 'mother’s', 'father’s', 'sibling’s', 'family’s', 'carer’s'];
const WHAT = (
  'visit review conference assessment meeting school health birth language religion plan contact referral strategy ' +
  'discussion enquiry letter home bedroom housing income police drug alcohol risk safety identity ethnicity disability ' +
  'education attendance exclusion dentist speech therapy support network panel court order interview placement'
).split(' ');
const TYPES = ['date', 'long-text', 'choice', 'yes-no', 'short-text', 'multi-choice'];

/** The numbers of a fixed sequence, so that the same workspace is made each time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

/** Which workspace is wanted: `words` makes rare words too, `none` none but the common ones, so that all are much alike. */
export interface Wanted {
  readonly questions: number;
  readonly seed: number;
  readonly rareWords: boolean;
}

function questionsFor({ questions, seed, rareWords }: Wanted): readonly Question[] {
  const next = sequence(seed);
  const pick = (from: readonly string[]): string => from[next(from.length)] ?? '';
  return Array.from({ length: questions }, (_, at) => {
    const rare = rareWords && next(3) === 0 ? ` matter${next(questions)}` : '';
    const text = `${pick(HEADS)} ${pick(WHOSE)} ${pick(WHAT)} ${pick(WHAT)}${rare}`;
    const type = asWord(QUESTION_TYPES, pick(TYPES)) ?? 'date';
    return aQuestion(`F${Math.floor(at / 60)}`, `${pick(WHAT).toUpperCase()}_${at}`, {
      text,
      type,
      section: pick(WHAT),
      lookup: type === 'choice' ? lookupId(`L${next(400)}`) : null,
    });
  });
}

/** A workspace of many questions on one step, none of them mapped, with the shipped facts and lists of 20 answers. */
export function manyQuestions(wanted: Wanted): Workspace {
  const shipped = openWorkspace(new Map(), shippedFiles()).value;
  const questions = questionsFor(wanted);
  const forms = [...new Set(questions.map(({ form }) => form))];
  const at = { file: '', row: 0 };
  return emptyWorkspace({
    facts: shipped.facts,
    returns: shipped.returns,
    stepTypes: [aStepType('S', { mayStart: true, mayEnd: true })],
    stepForms: forms.map((form) => ({
      stepType: stepTypeId('S'),
      form: formId(form),
      mandatory: true,
      kind: 'form',
      at,
    })),
    forms: forms.map((form) => aForm(form)),
    questions,
    lookupAnswers: Array.from({ length: 8000 }, (_, index) => ({
      lookup: lookupId(`L${index % 400}`),
      order: index,
      answer: `${WHAT[index % WHAT.length] ?? ''} ${index % 97}`,
      timesChosen: null,
      at,
    })),
  });
}
