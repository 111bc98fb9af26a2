import { describeSource } from '#analyses/describe.ts';
import { nameOfStep } from '#diagram/describe-step.ts';
import { shortEvent } from '#diagram/item-words.ts';
import { listOf, lowerFirst } from '#diagram/thread/thread-words.ts';
import { assertNever } from '#model/assert.ts';
import { factId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { CodeMapping, Source } from '#model/workspace.ts';
import type { ElementState, ItemElement, Lack } from '#returns/child-return.ts';
import { describeBecause, type Told } from './entry-words.ts';

/** A sign and a word for what the colour of an element also shows. */
export const ELEMENT_WORDS: Readonly<Record<ElementState, { readonly sign: string; readonly word: string }>> = {
  sent: { sign: '●', word: 'sent' },
  missing: { sign: '▲', word: 'missing' },
  conditional: { sign: '◇', word: 'only for some children' },
  waiting: { sign: '○', word: 'not due yet' },
  'left-out': { sign: '–', word: 'left out' },
};

const nameOfReturn = ({ dataReturn }: WorkspaceIndex): string => dataReturn?.name || 'this return';

const SOURCES_NAMED = 3;

const describePlace = (index: WorkspaceIndex, source: Source): string => {
  const words = describeSource(index, source);
  return source.stepType === null ? words : `${words} in ${nameOfStep(index, source.stepType)}`;
};

function placesInWords(index: WorkspaceIndex, sources: readonly Source[]): string {
  const words = [...new Set(sources.map((source) => describePlace(index, source)))];
  const more = words.length - SOURCES_NAMED;
  return more > 0 ? `${words.slice(0, SOURCES_NAMED).join('; ')}; or ${more} more` : words.join('; or ');
}

const nameOfInput = (index: WorkspaceIndex, fact: string): string => index.facts.get(factId(fact))?.name || fact;

function describeNoCode({ index, ...told }: Told, lack: Extract<Lack, { kind: 'no-code' }>): string {
  const because = describeBecause({ index, ...told }, lack.entry);
  return lack.code === ''
    ? `A code is lacking: ${because}, and codes.csv has no code for that${lack.list === '' ? '' : ` in ${lack.list}`}.`
    : `A code is lacking: ${because}, which codes.csv gives the code ${lack.code}; ${nameOfReturn(index)} does not take it.`;
}

/** Why nothing can be sent, in a whole sentence. */
export function describeLack(told: Told, lack: Lack): string {
  const { index } = told;
  switch (lack.kind) {
    case 'no-source':
      return 'No place in this workspace feeds it: say on the screen Returns where it is recorded.';
    case 'outside':
      return `It is only kept outside Mosaic (${lack.sources.map(({ ref }) => ref || 'nobody has said where').join('; ')}), so nothing can be sent.`;
    case 'not-recorded':
      return `Nothing has been recorded. It is read from ${placesInWords(index, lack.sources)}.`;
    case 'no-code':
      return describeNoCode(told, lack);
    case 'not-in-format':
      return `What was recorded does not fit: ${describeBecause(told, lack.entry)}, and the return wants ${lack.wanted}.`;
    case 'cannot-be-worked-out':
      return lack.from.length === 0
        ? 'It is worked out by the return, and nobody has said how.'
        : `It is worked out from ${listOf(lack.from.map((fact) => `“${nameOfInput(index, fact)}”`))}, and that is not on the record.`;
    default:
      return assertNever(lack);
  }
}

/** Why something on the record is not sent, in a whole sentence; empty where it is. */
export function describeLeftOut({ leftOut }: Pick<ItemElement, 'leftOut'>): string {
  if (leftOut === null) return '';
  if (leftOut.kind === 'circumstance') return leftOut.says;
  return leftOut.says ?? 'It falls outside the census year.';
}

/** What makes an item due, and whether it has happened: "Due, because a referral is received." */
export function describeDueOf(index: WorkspaceIndex, { event, isDue, item }: ItemElement): string {
  const found = index.dataReturn?.events.find(({ id }) => id === event);
  if (event === null) return 'Nothing in the return makes it due.';
  const happens = lowerFirst((found?.name ?? shortEvent(event, event)).replace(/\.$/u, ''));
  const only = item.condition === '' ? '' : `, ${item.condition}`;
  return isDue ? `Due: ${happens}${only}.` : `Not due yet. It becomes due when ${happens}${only}.`;
}

/** The row of codes.csv behind a code, and what the return calls the code: "“Police” in REFERRAL_SOURCE has the code 6, Police." */
export function describeCode(index: WorkspaceIndex, row: CodeMapping): string {
  const label = index.dataReturn?.codes.find(
    ({ codeSet, code }) => codeSet === row.codeSet && code === row.code,
  )?.label;
  const status = row.status === 'confirmed' ? '' : `, ${row.status}`;
  const called = label === undefined || label === '' ? '' : ` (${label})`;
  return `Code map: “${row.answer}” in ${row.lookup} has the code ${row.code}${called}${status}.`;
}

/** What the return calls a code, where no row of codes.csv gave it. */
function describeOwnCode(index: WorkspaceIndex, { item, value }: ItemElement): string {
  if (item.codeSet === null) return '';
  const label = index.dataReturn?.codes.find(({ codeSet, code }) => codeSet === item.codeSet && code === value)?.label;
  return label === undefined || label === '' ? '' : `${value ?? ''} is “${label}”.`;
}

/** The code maps that were applied, each a whole sentence. */
export function describeCodes(index: WorkspaceIndex, element: ItemElement): readonly string[] {
  const rows = [...new Set(element.fed.flatMap(({ code }) => (code === null ? [] : [code])))];
  const own = describeOwnCode(index, element);
  const hasOwn = own !== '' && !rows.some(({ code }) => code === element.value);
  return [...(hasOwn ? [own] : []), ...rows.map((row) => describeCode(index, row))];
}

function describeFeeds(told: Told, { fed, value }: ItemElement): string {
  if (fed.length === 0 || value === null) return '';
  const reasons = [...new Set(fed.map(({ entry }) => describeBecause(told, entry)))];
  return `${value}, because ${listOf(reasons)}.`;
}

function describeValue(told: Told, element: ItemElement): string {
  const { value, fed, workedOut } = element;
  if (value === null) return '';
  if (workedOut !== '') return `${value}, worked out. ${workedOut}`;
  return fed.length === 0 ? `${value}, made by the return itself.` : describeFeeds(told, element);
}

/** Why there is no value; empty where nothing has to be said of it. */
function describeWhyNot(told: Told, element: ItemElement): string {
  const { state, lack } = element;
  const leftOut = describeLeftOut(element);
  if (leftOut !== '') return leftOut;
  const isAsked = state === 'missing' || state === 'conditional' || lack?.kind === 'no-code';
  return isAsked && lack !== null ? describeLack(told, lack) : '';
}

/** The value and why, in words; where it is not sent, why not. Whole sentences, the most telling first. */
export const describeElement = (told: Told, element: ItemElement): readonly string[] =>
  [describeWhyNot(told, element), describeValue(told, element)].filter((words) => words !== '');

/** The sentence on an entry of the same fact that is not read: "… was 6 July 2026. It is not read." */
export function describeUnread(told: Told, entry: ItemElement['unread'][number]): string {
  const why = entry.source.use === 'feeds' ? 'It would be read if that were blank.' : 'It is not read.';
  return `${capital(describeBecause(told, entry))}. ${why}`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** An element's value as a screen reader is told it: "ReferralSource, 6, sent". */
export const sayElement = ({ tag, value, state }: ItemElement): string =>
  [tag, value ?? '', ELEMENT_WORDS[state].word].filter((words) => words !== '').join(', ');
