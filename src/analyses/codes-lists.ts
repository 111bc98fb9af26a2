import type { Item } from '#model/data-return.ts';
import type { CodeSetId, LookupId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { CodeMapping, Count, LookupAnswer, Question, Source } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { type CodeYears, codeYearsOf } from './codes-years.ts';

/** An answer and the codes of one code set that it leads to. */
export interface CodedAnswer {
  readonly answer: string;
  readonly timesChosen: Count;
  /** Codes that the return audited takes. */
  readonly current: readonly string[];
  /** Codes that only other years of the return take. */
  readonly past: readonly string[];
  /** The No of a question whose Yes has a row: nobody expects a code of it. */
  readonly needsNone: boolean;
}

/** A list of answers that feeds the items of one code set, and where each answer leads in it. */
export interface FedList {
  /** As in codes.csv: a lookup, `question:FORM/QUESTION` or `KIND:REF`. */
  readonly key: string;
  readonly kind: 'lookup' | 'question' | 'values';
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

type Answer = Pick<LookupAnswer, 'answer' | 'timesChosen'>;
type Rows = ReadonlyMap<string, readonly CodeMapping[]>;
interface ListOf {
  readonly key: string;
  readonly kind: FedList['kind'];
  readonly answers: readonly Answer[];
}

/** The coded items of the return audited; items that are true or false need no codes. */
export const isCoded = (item: Item): boolean => item.format.kind === 'code' && item.codeSet !== null;

/** The key that the answers of a yes-no question have in codes.csv. */
export const questionListKey = (question: Question): string => `question:${questionKey(question.form, question.code)}`;

/** The rows of codes.csv that count, by list: not ignored, and with a code that some year knows, or none. */
export const countingRows = (index: WorkspaceIndex, years: CodeYears): Rows =>
  groupBy(
    index.workspace.codeMappings.filter(
      (row) => row.status !== 'ignored' && (row.code === '' || years.isKnown(row.codeSet, row.code)),
    ),
    (row) => row.lookup,
  );

const uncounted = (answer: string): Answer => ({ answer, timesChosen: null });
const distinct = (answers: readonly Answer[]): readonly Answer[] =>
  [...new Map(answers.toReversed().map((answer) => [answer.answer, answer])).values()].toReversed();

function lookupList(index: WorkspaceIndex, lookup: LookupId): ListOf | null {
  const answers = index.answersOfLookup.get(lookup) ?? [];
  return answers.length === 0 ? null : { key: lookup, kind: 'lookup', answers: distinct(answers) };
}

function questionList(index: WorkspaceIndex, rows: Rows, source: Source): ListOf | null {
  if (source.form === null || source.question === null) return null;
  const question = index.questions.get(questionKey(source.form, source.question));
  if (question === undefined) return null;
  const own = question.lookup === null ? null : lookupList(index, question.lookup);
  const key = questionListKey(question);
  if (question.type !== 'yes-no' || !rows.has(key)) return own;
  return { key, kind: 'question', answers: own?.answers ?? ['Yes', 'No'].map(uncounted) };
}

/** The values of a source outside forms are known only from the rows that give them codes, of whatever code set. */
function valuesList(rows: Rows, source: Source): ListOf | null {
  const refs = source.kind === 'step-source' ? [source.stepType ?? '', source.ref] : [source.ref];
  const key = refs.map((ref) => `${source.kind}:${ref}`).find((candidate) => rows.has(candidate));
  if (key === undefined) return null;
  const answers = (rows.get(key) ?? []).map((row) => uncounted(row.answer));
  return { key, kind: 'values', answers: distinct(answers) };
}

const listOf = (index: WorkspaceIndex, rows: Rows, source: Source): ListOf | null =>
  source.kind === 'question' ? questionList(index, rows, source) : valuesList(rows, source);

/** A list and a code set, gathered from every source and item that join the two. */
interface Joined {
  readonly list: ListOf;
  readonly codeSet: CodeSetId;
  readonly items: Set<Item>;
  readonly sources: Set<Source>;
}

/** Where each answer leads, by the rows of one list and code set. */
function codedAnswers(
  { list, codeSet }: Joined,
  rows: readonly CodeMapping[],
  years: CodeYears,
): readonly CodedAnswer[] {
  const byAnswer = groupBy(rows, (row) => row.answer);
  const hasYes = list.kind === 'question' && byAnswer.has('Yes');
  return list.answers.map(({ answer, timesChosen }) => {
    const codes = [...new Set((byAnswer.get(answer) ?? []).map((row) => row.code))];
    return {
      answer,
      timesChosen,
      current: codes.filter((code) => years.isCurrent(codeSet, code)),
      past: codes.filter((code) => !years.isCurrent(codeSet, code) && years.standsIn(codeSet, code).length > 0),
      needsNone: hasYes && answer === 'No',
    };
  });
}

function joinedLists(input: AnalysisInput, rows: Rows): readonly Joined[] {
  const joined = new Map<string, Joined>();
  const feeding = new Set(input.places.flatMap(({ source }) => (source.use === 'feeds' ? [source] : [])));
  const known = new Map<string, ListOf>();
  for (const source of feeding) {
    const items = (input.index.itemsOfFact.get(source.fact) ?? []).filter(isCoded);
    const found = items.length === 0 ? null : listOf(input.index, rows, source);
    if (found === null) continue;
    const list = known.get(found.key) ?? found;
    known.set(found.key, list);
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
    const own = (rows.get(list.key) ?? []).filter((row) => row.codeSet === codeSet);
    const offered = new Set(list.answers.map(({ answer }) => answer));
    return {
      key: list.key,
      kind: list.kind,
      codeSet,
      answers: codedAnswers(joined, own, years),
      items: [...items],
      sources: [...sources],
      strays: own.filter((row) => !offered.has(row.answer) && years.isCurrent(codeSet, row.code)),
    };
  });
  return { lists, years };
}
