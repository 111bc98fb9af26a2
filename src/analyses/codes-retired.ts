import type { Finding } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { codesFinding } from './codes-finding.ts';
import { type CodedAnswer, codedLists, type FedList, type PastCode } from './codes-lists.ts';
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

type Past = CodedAnswer & { readonly was: PastCode };

/** What the set has gained since the last year that took the code, or which set has taken its place; empty where nothing. */
function describeJoined(years: CodeYears, list: FedList, was: PastCode): string {
  const last = years.standsIn(was.codeSet, was.code).at(-1);
  if (last === undefined) return '';
  const joined = years.joinedSince(list.codeSet, last);
  const labels = years.codesOf(list.codeSet).filter((one) => joined.includes(one.code));
  if (labels.length === 0) return '';
  const gained = listInWords(labels.map(describeCode), 6);
  if (was.codeSet !== list.codeSet) return ` The set ${list.codeSet} has taken the place of ${was.codeSet}: ${gained}.`;
  return ` Since ${last.year || last.id} the set has gained ${gained}.`;
}

/** The code as the last year that took it has it. */
function describePast(years: CodeYears, was: PastCode): string {
  const codes = years.standsIn(was.codeSet, was.code).at(-1)?.codes ?? [];
  return describeCode(
    codes.find(({ codeSet, code }) => codeSet === was.codeSet && code === was.code) ?? { ...was, label: '' },
  );
}

function describeRetired(index: WorkspaceIndex, years: CodeYears, list: FedList, past: Past): string {
  const { answer, timesChosen, current, was } = past;
  const from = `${describeAnswer(index, list, answer)}${describeTimes(timesChosen)}`;
  const stood = describeYears(years.standsIn(was.codeSet, was.code));
  const ofSet = was.codeSet === list.codeSet ? '' : ` of the set ${was.codeSet}`;
  const now = `${describePast(years, was)}${ofSet}, which ${describeItems(list.items)} does not take in ${yearOf(index.dataReturn)}`;
  const rules = describeRules(rulesNaming(index, list.items, was.code));
  const remedy =
    current.length > 0
      ? `It leads to ${listInWords(current)} as well, so nothing is lost, and the row still serves the other years.`
      : 'Add a row with a code of this year, or take the answer out of use; the old row still serves the other years.';
  return `${from} leads to ${now}; it stands in ${stood}.${describeJoined(years, list, was)}${rules} ${remedy}`;
}

function retiredFinding(input: AnalysisInput, years: CodeYears, list: FedList, past: Past): Finding {
  const { key, items } = list;
  const { answer, current, was } = past;
  return codesFinding(input, {
    kind: 'codes/retired',
    about: [key, answer, was.codeSet, was.code],
    items,
    own: { lookup: key, answer, ...was },
    lists: [list],
    harmless: current.length > 0,
    message: describeRetired(input.index, years, list, past),
  });
}

/** `codes/retired`: an answer leads to a code that only other years of the return take. */
export function analyseRetiredCodes(input: AnalysisInput): readonly Finding[] {
  const { lists, years } = codedLists(input);
  const found = lists.flatMap((list) =>
    list.answers.flatMap((answer) => answer.past.map((was) => retiredFinding(input, years, list, { ...answer, was }))),
  );
  return [...new Map(found.toReversed().map((finding) => [finding.id, finding])).values()].toReversed();
}
