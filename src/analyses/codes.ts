import type { Code, Item } from '#model/data-return.ts';
import type { Finding, Place } from '#model/finding.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { type CodedAnswer, codedLists, type FedList } from './codes-lists.ts';
import { nearestWording } from './codes-near.ts';
import {
  describeAnswer,
  describeCode,
  describeItems,
  describeList,
  describeNew,
  describeRules,
  describeTimes,
  describeYears,
  rulesNaming,
  severityOfItems,
  yearOf,
} from './codes-words.ts';
import type { CodeYears } from './codes-years.ts';
import { describeItem, findingId, listInWords, placeOfSource, withDecision } from './describe.ts';

interface Found {
  readonly kind: 'codes/gap' | 'codes/unreachable' | 'codes/retired';
  readonly about: readonly string[];
  readonly items: readonly Item[];
  readonly own: Place;
  readonly lists: readonly FedList[];
  readonly message: string;
  /** Nothing is lost: only worth knowing. */
  readonly harmless?: boolean;
}

function toFinding(input: AnalysisInput, found: Found): Finding {
  const facts = new Set(found.items.map((item) => item.fact));
  const [fact] = facts;
  const sources = new Set(found.lists.flatMap((list) => list.sources));
  return withDecision(input.index, {
    id: findingId(found.kind, ...found.about),
    kind: found.kind,
    severity: found.harmless === true ? 'info' : severityOfItems(found.items),
    certainty: null,
    fact: facts.size === 1 ? (fact ?? '') : '',
    items: found.items.map((item) => item.id),
    places: [found.own, ...[...sources].map((source) => placeOfSource(source))],
    route: null,
    message: found.message,
  });
}

const isGap = ({ current, past, needsNone }: CodedAnswer): boolean =>
  current.length === 0 && past.length === 0 && !needsNone;

function gapFinding(
  input: AnalysisInput,
  list: FedList,
  answer: CodedAnswer,
  was: FedList['strays'][number] | undefined,
): Finding {
  const { key, codeSet, items } = list;
  const remedy =
    was === undefined
      ? 'Give it a code in mappings/codes.csv, or take it off the list.'
      : `Its wording has probably changed: a row of mappings/codes.csv leads from “${was.answer}”, which the list does not hold, to ${was.code}. If that is the same answer, write its new wording there.`;
  return toFinding(input, {
    kind: 'codes/gap',
    about: [key, answer.answer, codeSet],
    items,
    own: { lookup: key, answer: answer.answer, codeSet },
    lists: [list],
    message: `${describeAnswer(input.index, list, answer.answer)}${describeTimes(answer.timesChosen)} leads to no code of ${codeSet}, so ${describeItems(items)} ${items.length === 1 ? 'gets' : 'get'} nothing from it. ${remedy}`,
  });
}

function gapsOf(input: AnalysisInput, list: FedList): readonly Finding[] {
  const nearest = nearestWording(list.strays, (row) => row.answer);
  return list.answers.filter(isGap).map((answer) => gapFinding(input, list, answer, nearest(answer.answer)));
}

/** `codes/gap`: an answer without a code in a list that feeds a coded item. */
export function analyseCodeGaps(input: AnalysisInput): readonly Finding[] {
  return codedLists(input).lists.flatMap((list) => gapsOf(input, list));
}

/** What the set has gained since the last year that took the code, as a sentence; empty where nothing. */
function describeJoined(years: CodeYears, list: FedList, code: string): string {
  const last = years.standsIn(list.codeSet, code).at(-1);
  const joined = last === undefined ? [] : years.joinedSince(list.codeSet, last);
  if (last === undefined || joined.length === 0) return '';
  const labels = years
    .codesOf(list.codeSet)
    .filter((one) => joined.includes(one.code))
    .map(describeCode);
  return ` Since ${last.year || last.id} the set has gained ${listInWords(labels, 6)}.`;
}

function retiredFinding(
  input: AnalysisInput,
  years: CodeYears,
  list: FedList,
  { answer, timesChosen, current, code }: CodedAnswer & { readonly code: string },
): Finding {
  const { key, codeSet, items } = list;
  const { index } = input;
  const stood = describeYears(years.standsIn(codeSet, code));
  const remedy =
    current.length > 0
      ? `It leads to ${listInWords(current)} as well, so nothing is lost, and the row still serves the other years.`
      : 'Add a row with a code of this year; the row there is still serves the other years.';
  const label = years
    .standsIn(codeSet, code)
    .at(-1)
    ?.codes.find((one) => one.codeSet === codeSet && one.code === code);
  return toFinding(input, {
    kind: 'codes/retired',
    about: [key, answer, codeSet, code],
    items,
    own: { lookup: key, answer, codeSet, code },
    lists: [list],
    harmless: current.length > 0,
    message: `${describeAnswer(index, list, answer)}${describeTimes(timesChosen)} leads to ${describeCode(label ?? { code, label: '' })}, which ${describeItems(items)} does not take in ${yearOf(index.dataReturn)}; it stands in ${stood}.${describeJoined(years, list, code)}${describeRules(rulesNaming(index, items, code))} ${remedy}`,
  });
}

/** `codes/retired`: an answer leads to a code that only other years of the return take. */
export function analyseRetiredCodes(input: AnalysisInput): readonly Finding[] {
  const { lists, years } = codedLists(input);
  return lists.flatMap((list) =>
    list.answers.flatMap((answer) =>
      answer.past.map((code) => retiredFinding(input, years, list, { ...answer, code })),
    ),
  );
}

function unreachableFinding(
  input: AnalysisInput,
  years: CodeYears,
  item: Item,
  { code, lists }: { readonly code: Code; readonly lists: readonly FedList[] },
): Finding {
  const { index } = input;
  const read = listInWords(lists.map((list) => describeList(index, list)));
  const rules = describeRules(rulesNaming(index, [item], code.code));
  const isNew = describeNew(index, years, code);
  const need = rules === '' && isNew === '' ? ' No rule of the return names it.' : `${isNew}${rules}`;
  return toFinding(input, {
    kind: 'codes/unreachable',
    about: [item.id, code.code],
    items: [item],
    own: { codeSet: code.codeSet, code: code.code },
    lists,
    message: `No answer leads to ${describeCode(code)}, which ${describeItem(item)} takes and which ${read} could give.${need} Give an answer that code, add an answer for it, or accept that it never comes about and say why.`,
  });
}

/** `codes/unreachable`: a code of an item fed by a list, to which no answer of any list that feeds the item leads. */
export function analyseUnreachableCodes(input: AnalysisInput): readonly Finding[] {
  const { lists, years } = codedLists(input);
  const pairs = lists.flatMap((list) => list.items.map((item) => ({ list, item })));
  return [...groupBy(pairs, (pair) => pair.item)].flatMap(([item, fed]) => {
    const own = fed.map((pair) => pair.list);
    const reached = new Set(own.flatMap((list) => list.answers.flatMap((answer) => answer.current)));
    return years
      .codesOf(item.codeSet ?? '')
      .filter((code) => !reached.has(code.code))
      .map((code) => unreachableFinding(input, years, item, { code, lists: own }));
  });
}
