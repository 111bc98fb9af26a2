import { nameOfStep } from '#diagram/describe-step.ts';
import type { Item } from '#model/data-return.ts';
import { nextActionId, type StepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Entry, SourceKind } from '#model/words.ts';
import type { Question, Source } from '#model/workspace.ts';
import { inputsOf } from './worked-out.ts';

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

/** `2026-11-01` as `1 November 2026`; anything else as it is. */
export function longDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

/** "a", "a and b", "a, b and c". */
export const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** "A section 47 enquiry starts" as the rest of a sentence. */
export const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** The question of a source; undefined where it is none. */
export const questionOf = (index: WorkspaceIndex, { form, question }: Source): Question | undefined =>
  form === null || question === null ? undefined : index.questions.get(questionKey(form, question));

/** A question by its text, or by its user code where it has none. */
export const quoted = (question: { readonly text: string; readonly code: string }): string =>
  `“${question.text || question.code}”`;

function describeAsked(index: WorkspaceIndex, source: Source, step: StepTypeId | null): string {
  const question = questionOf(index, source);
  const form = source.form === null ? '' : index.forms.get(source.form)?.title || source.form;
  const asked = quoted(question ?? { text: '', code: source.question ?? source.ref });
  return form === '' || (step !== null && form === nameOfStep(index, step)) ? asked : `${asked} on ${form}`;
}

type Describing = (index: WorkspaceIndex, source: Source, step: StepTypeId | null) => string;

const withRef =
  (words: string): Describing =>
  (_, { ref }) =>
    ref === '' ? words : `${words}: ${ref}`;

const PLACES: Readonly<Record<SourceKind, Describing>> = {
  question: describeAsked,
  'step-date': (_, { ref }) => `Mosaic’s own date: step ${ref}`,
  'next-action': (index, { ref }) => `Next action chosen: “${index.nextActions.get(nextActionId(ref))?.label || ref}”`,
  'step-path': () => 'Chain of linked steps',
  'step-source': () => 'Source chosen when the step begins',
  'person-field': withRef('Person record'),
  'register-field': withRef('Register'),
  'legal-status': withRef('Legal status'),
  'service-user-group': withRef('Service user group'),
  calculated: (index, source) =>
    `Worked out from ${listOf(inputsOf(source).map((fact) => index.facts.get(fact)?.name || fact))}`,
  generated: () => 'Made by the return itself',
  outside: withRef('Outside Mosaic'),
};

/** A recording place in words, without the step that it stands in. */
export const describeThreadPlace: Describing = (index, source, step) => PLACES[source.kind](index, source, step);

const ENTRY_WORDS: Readonly<Record<Entry, string>> = {
  typed: 'typed',
  'pulled-editable': 'pulled forward, may be changed',
  'pulled-locked': 'pulled forward, locked',
  system: 'filled in by the system',
};

const SCREEN = 'on a screen outside forms';
const HOW: Readonly<Record<Exclude<SourceKind, 'question'>, string>> = {
  'step-date': 'by Mosaic itself',
  'step-path': 'by Mosaic itself',
  'next-action': 'chosen as the work goes on',
  'step-source': 'chosen as the work goes on',
  'person-field': SCREEN,
  'register-field': SCREEN,
  'legal-status': SCREEN,
  'service-user-group': SCREEN,
  calculated: 'by the return',
  generated: 'by the return',
  outside: 'not held as data',
};

/** How a place comes to hold its value. */
export const describeHow = (index: WorkspaceIndex, source: Source): string =>
  source.kind === 'question' ? ENTRY_WORDS[questionOf(index, source)?.entry ?? 'typed'] : HOW[source.kind];

/** What an item must look like: "date", "code of Gender", "whole number". */
export function describeFormat({ format, codeSet }: Item): string {
  if (format.kind === 'code' && codeSet !== null) return `code of ${codeSet}`;
  if (format.kind === 'true-false') return 'true or false';
  return format.kind === 'pattern' ? 'text in a set pattern' : format.kind.replaceAll('-', ' ');
}

/** Whether people have said so, who and when: "Confirmed by Data lead on 2 June 2026". */
export function describeStatus({ status, by, on }: Source): string {
  const who = by === '' ? '' : ` by ${by}`;
  const when = on === '' ? '' : ` on ${longDate(on)}`;
  const word = status === 'ignored' ? 'Set aside' : status.charAt(0).toUpperCase() + status.slice(1);
  return `${word}${who}${when}`;
}
