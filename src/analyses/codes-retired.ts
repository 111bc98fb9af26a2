import type { Finding } from '#model/finding.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { codesFinding } from './codes-finding.ts';
import { type CodedAnswer, codedLists, type FedList } from './codes-lists.ts';
import {
  describeAnswer,
  describeCode,
  describeItems,
  describeRules,
  describeTimes,
  describeYears,
  rulesNaming,
  yearOf,
} from './codes-words.ts';
import type { CodeYears } from './codes-years.ts';
import { listInWords } from './describe.ts';

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
      : 'Add a row with a code of this year; the old row still serves the other years.';
  const label = years
    .standsIn(codeSet, code)
    .at(-1)
    ?.codes.find((one) => one.codeSet === codeSet && one.code === code);
  return codesFinding(input, {
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
