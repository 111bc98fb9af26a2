import type { Item } from '#model/data-return.ts';
import type { CodeSetId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { CodeMapping, Count, Source } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { type AnswerList, answerLists, type CodeRows, countingRows } from './codes-answers.ts';
import { type CodeYears, codeYearsOf } from './codes-years.ts';

/** A code that the return audited does not take and another year of it does. */
export interface PastCode {
  readonly codeSet: string;
  readonly code: string;
}

/** An answer and the codes of one code set that it leads to. */
export interface CodedAnswer {
  readonly answer: string;
  readonly timesChosen: Count;
  /** Codes that the return audited takes. */
  readonly current: readonly string[];
  /**
   * Codes that only other years of the return take. Where nothing else is known of the answer, codes of a set count too
   * that the fact had in another year, as when a new set takes an old one's place.
   */
  readonly past: readonly PastCode[];
  /** The No of a question whose Yes has a row: nobody expects a code of it. */
  readonly needsNone: boolean;
  /** What people wrote beside a row that gives it no code. */
  readonly note: string;
}

/** A list of answers that feeds the items of one code set, and where each answer leads in it. */
export interface FedList {
  /** As in codes.csv: a lookup, `question:FORM/QUESTION` or `KIND:REF`. */
  readonly key: string;
  readonly kind: AnswerList['kind'];
  readonly codeSet: CodeSetId;
  readonly answers: readonly CodedAnswer[];
  readonly items: readonly Item[];
  readonly sources: readonly Source[];
  /** Rows that lead to a code of this year from an answer that the list does not have, or has no longer. */
  readonly strays: readonly CodeMapping[];
}

/** The lists that feed the return audited, and the years that its codes stand in. */
export interface CodedLists {
  readonly lists: readonly FedList[];
  readonly years: CodeYears;
}

/** The coded items of the return audited; items that are true or false need no codes. */
const isCoded = (item: Item): boolean => item.format.kind === 'code' && item.codeSet !== null;

/** A list and a code set, gathered from every source and item that join the two. */
interface Joined {
  readonly list: AnswerList;
  readonly codeSet: CodeSetId;
  readonly items: Set<Item>;
  readonly sources: Set<Source>;
}

/** The codes that only other years take, among rows of one answer and of certain code sets. */
const pastOf = (
  rows: readonly CodeMapping[],
  isSet: (codeSet: string) => boolean,
  years: CodeYears,
): readonly PastCode[] => {
  const past = rows.filter(
    ({ codeSet, code }) =>
      isSet(codeSet) && !years.isCurrent(codeSet, code) && years.standsIn(codeSet, code).length > 0,
  );
  return [...new Map(past.map(({ codeSet, code }) => [`${codeSet}|${code}`, { codeSet, code }])).values()];
};

/** Where each answer leads, by the rows of one list. */
function codedAnswers(
  { list, codeSet, items }: Joined,
  rows: readonly CodeMapping[],
  years: CodeYears,
): readonly CodedAnswer[] {
  const byAnswer = groupBy(rows, (row) => row.answer);
  const inSet = (row: CodeMapping): boolean => row.codeSet === codeSet;
  const hasYes = list.kind === 'question' && (byAnswer.get('Yes') ?? []).some(inSet);
  const former = new Set([...items].flatMap(({ fact }) => (fact === null ? [] : [...years.formerSets(fact)])));
  return list.answers.map(({ answer, timesChosen }) => {
    const all = byAnswer.get(answer) ?? [];
    const own = all.filter(inSet);
    const current = [...new Set(own.map((row) => row.code))].filter((code) => years.isCurrent(codeSet, code));
    const past = pastOf(own, () => true, years);
    const needsNone = hasYes && answer === 'No';
    const isLost = current.length === 0 && past.length === 0 && !needsNone;
    const note = own.find((row) => row.code === '' && row.why !== '')?.why ?? '';
    const lost = isLost ? pastOf(all, (set) => former.has(set), years) : past;
    return { answer, timesChosen, current, past: lost, needsNone, note };
  });
}

function joinedLists(input: AnalysisInput, rows: CodeRows): readonly Joined[] {
  const joined = new Map<string, Joined>();
  const feeding = new Set(input.places.flatMap(({ source }) => (source.use === 'feeds' ? [source] : [])));
  const listOf = answerLists(input.index, rows);
  for (const source of feeding) {
    const items = (input.index.itemsOfFact.get(source.fact) ?? []).filter(isCoded);
    const list = items.length === 0 ? null : listOf(source);
    if (list === null) continue;
    for (const item of items) {
      if (item.codeSet === null) continue;
      const key = `${item.codeSet}|${list.key}`;
      const own = joined.get(key) ?? { list, codeSet: item.codeSet, items: new Set(), sources: new Set() };
      own.items.add(item);
      own.sources.add(source);
      joined.set(key, own);
    }
  }
  return [...joined.values()];
}

/** Every list that feeds a coded item of the return audited, once for each code set that it feeds. */
export function codedLists(input: AnalysisInput): CodedLists {
  const years = codeYearsOf(input.index);
  const rows = countingRows(input.index, years);
  const lists = joinedLists(input, rows).map((joined): FedList => {
    const { list, codeSet, items, sources } = joined;
    const all = rows.get(list.key) ?? [];
    const offered = new Set(list.answers.map(({ answer }) => answer));
    return {
      key: list.key,
      kind: list.kind,
      codeSet,
      answers: codedAnswers(joined, all, years),
      items: [...items],
      sources: [...sources],
      strays: all.filter(
        (row) => row.codeSet === codeSet && !offered.has(row.answer) && years.isCurrent(codeSet, row.code),
      ),
    };
  });
  return { lists, years };
}
