import type { Code, DataReturn, Item, ReturnRule } from '#model/data-return.ts';
import { SEVERITIES, type Severity } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Count } from '#model/workspace.ts';
import type { FedList } from './codes-lists.ts';
import type { CodeYears } from './codes-years.ts';
import { severityOfItem } from './coverage-findings.ts';
import { describeItem, describeSource, listInWords } from './describe.ts';

/** The weightiest severity of several items. */
export function severityOfItems(items: readonly Item[]): Severity {
  const severities = items.map(severityOfItem);
  return SEVERITIES.find((severity) => severities.includes(severity)) ?? 'low';
}

/** A list in words: `the list ETHNICITY`, or the question or screen whose values it holds. */
export function describeList(index: WorkspaceIndex, list: FedList): string {
  const source = list.sources[0];
  return list.kind === 'lookup' || source === undefined ? `the list ${list.key}` : describeSource(index, source);
}

/** An answer and its list: `“Parent” in the list SOURCE`, `“Yes” to “Alcohol misuse” on Assessment`. */
export function describeAnswer(index: WorkspaceIndex, list: FedList, answer: string): string {
  return `“${answer}” ${list.kind === 'question' ? 'to' : 'in'} ${describeList(index, list)}`;
}

export const describeItems = (items: readonly Item[]): string => listInWords(items.map(describeItem));

const NUMBER = new Intl.NumberFormat('en-GB');

/** How often an answer was chosen, as an insertion; empty where nobody has said, or never. */
export function describeTimes(times: Count): string {
  if (times === null || times === 0) return '';
  return ` (chosen ${times === '<6' ? 'between 1 and 5 times' : `${NUMBER.format(times)} times`})`;
}

export const describeYears = (years: readonly DataReturn[]): string =>
  listInWords(years.map((year) => year.year || year.id));

export const yearOf = (dataReturn: DataReturn | null): string => dataReturn?.year || dataReturn?.id || '';

/** A code with its label, unless the label says nothing more. */
export function describeCode({ code, label }: Pick<Code, 'code' | 'label'>): string {
  return label === '' || label === code ? code : `${code} (${label})`;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Words before a bare number, or a single letter, that make clear that a code is meant. */
const NAMED = '(?:code|factor|source|need|reason|category|outcome|sex) ';

/** How a rule's sentence names a code: as a word of its own, but a bare number or `A` only where it is clearly a code. */
function namesCode(code: string): RegExp {
  const word = escaped(code);
  const unclear = /^\d+$/u.test(code) || code.length === 1;
  return unclear
    ? new RegExp(`${NAMED}${word}(?![\\p{L}\\p{N}])|\\(${word}\\)`, 'iu')
    : new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u');
}

/** The rules of the return audited on any of the items that name the code. */
export function rulesNaming(index: WorkspaceIndex, items: readonly Item[], code: string): readonly ReturnRule[] {
  const named = namesCode(code);
  const ids = new Set(items.map((item) => item.id));
  return (index.dataReturn?.rules ?? []).filter(
    (rule) => rule.items.some((item) => ids.has(item)) && named.test(rule.says),
  );
}

/** What the rules of the return say of a code, as a sentence; empty where none names it. */
export function describeRules(rules: readonly ReturnRule[]): string {
  const [first] = rules;
  if (first === undefined) return '';
  const more = rules.length === 1 ? '' : ` (and ${rules.length - 1} more)`;
  return ` Rule ${first.id}${more} of the return names it: “${first.says}”`;
}

/** Whether a code of the year audited, or its whole set, is new in that year, as a sentence; empty where it is not. */
export function describeNew(index: WorkspaceIndex, years: CodeYears, { codeSet, code }: Code): string {
  if (years.before === undefined) return '';
  const joined = years.joinedSince(codeSet, years.before);
  if (!joined.includes(code)) return '';
  const whole = joined.length === years.codesOf(codeSet).length;
  return ` ${whole ? `The whole set ${codeSet}` : 'The code'} is new in ${yearOf(index.dataReturn)}.`;
}
