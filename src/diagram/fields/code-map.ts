import type { Code, DataReturn, Item } from '#model/data-return.ts';
import type { CodeSetId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import type { CodeMapping, Count, Source } from '#model/workspace.ts';
import { type MappedCode, markedCodes } from './marked-codes.ts';

/** An answer, the rows that give it codes, and the code whose label or name it is letter by letter. */
export interface MappedAnswer {
  readonly answer: string;
  readonly timesChosen: Count;
  /** Rows of the set that are not ignored. */
  readonly rows: readonly CodeMapping[];
  /** Offered, never taken by itself; null where no code reads the same. */
  readonly exact: Code | null;
  /** The list does not hold the answer (any longer), only a row does. */
  readonly isStray: boolean;
}

/** The answers of one list beside the codes of one set. */
export interface CodeMap {
  /** As in codes.csv: a lookup, `question:FORM/QUESTION` or `KIND:REF`. */
  readonly list: string;
  readonly codeSet: CodeSetId;
  readonly items: readonly Item[];
  /** Those without a code first. */
  readonly answers: readonly MappedAnswer[];
  /** Those that no answer of this list reaches first; retired ones last. */
  readonly codes: readonly MappedCode[];
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');

/** Ways in which a code may be written as an answer. */
const readings = ({ code, label }: Code): readonly string[] =>
  [code, label, `${code} ${label}`, `${code} - ${label}`, `${code}: ${label}`].map(plain);

/** The one code that an answer reads the same as; none where two do. */
export function exactCode(answer: string, codes: readonly Code[]): Code | null {
  const wanted = plain(answer);
  const found = codes.filter((code) => readings(code).includes(wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const isScreen = ({ kind }: Source): boolean => SCREEN_KINDS.some((screen) => screen === kind);

/** The list that a source takes its values from, as codes.csv names it; null where it has none. */
function listOfSource(index: WorkspaceIndex, source: Source): string | null {
  if (source.kind === 'step-source') return `step-source:${source.stepType ?? ''}`;
  if (isScreen(source)) return `${source.kind}:${source.ref}`;
  if (source.kind !== 'question' || source.form === null || source.question === null) return null;
  const key = questionKey(source.form, source.question);
  const question = index.questions.get(key);
  if (question?.type === 'yes-no' && question.lookup === null) return `question:${key}`;
  return question?.lookup ?? null;
}

interface Offered {
  readonly answer: string;
  readonly timesChosen: Count;
}

function offeredBy(index: WorkspaceIndex, list: string): readonly Offered[] {
  if (list.startsWith('question:')) return ['Yes', 'No'].map((answer) => ({ answer, timesChosen: null }));
  const lookup = [...index.answersOfLookup].find(([id]) => id === list);
  return lookup?.[1] ?? [];
}

function answersOf(
  index: WorkspaceIndex,
  list: string,
  rows: readonly CodeMapping[],
  codes: readonly Code[],
): readonly MappedAnswer[] {
  const offered = offeredBy(index, list);
  const known = new Set(offered.map(({ answer }) => answer));
  const strays = [...new Set(rows.map(({ answer }) => answer))].filter((answer) => !known.has(answer));
  const all = [...offered, ...strays.map((answer) => ({ answer, timesChosen: null }))];
  const answers = all.map(({ answer, timesChosen }): MappedAnswer => {
    const own = rows.filter((row) => row.answer === answer);
    const isCoded = own.some(({ code }) => codes.some((one) => one.code === code));
    const isStray = offered.length > 0 && !known.has(answer);
    return { answer, timesChosen, rows: own, exact: isCoded ? null : exactCode(answer, codes), isStray };
  });
  const taken = new Set(codes.map(({ code }) => code));
  const isMapped = ({ rows: own }: MappedAnswer): boolean => own.some(({ code }) => taken.has(code));
  return [...answers.filter((answer) => !isMapped(answer)), ...answers.filter(isMapped)];
}

function codeMapOf(
  index: WorkspaceIndex,
  dataReturn: DataReturn,
  list: string,
  items: readonly Item[],
): readonly CodeMap[] {
  const codeSet = items[0]?.codeSet ?? null;
  if (codeSet === null) return [];
  const codes = dataReturn.codes.filter((code) => code.codeSet === codeSet);
  const rows = index.workspace.codeMappings.filter(
    (row) => row.lookup === list && row.codeSet === codeSet && row.status !== 'ignored',
  );
  const marked = markedCodes(index.workspace.returns, dataReturn, codeSet, rows);
  return [{ list, codeSet, items, answers: answersOf(index, list, rows, codes), codes: marked }];
}

/** A code map for every list of values that some sources take and every set of codes that they feed in the chosen return. */
export function codeMapsOf(index: WorkspaceIndex, sources: readonly Source[]): readonly CodeMap[] {
  const { dataReturn } = index;
  if (dataReturn === null) return [];
  const joined = new Map<string, { readonly list: string; readonly items: Set<Item> }>();
  for (const source of sources) {
    if (source.status === 'ignored' || source.use !== 'feeds') continue;
    const list = listOfSource(index, source);
    if (list === null) continue;
    for (const item of index.itemsOfFact.get(source.fact) ?? []) {
      if (item.format.kind !== 'code' || item.codeSet === null) continue;
      const key = `${list}|${item.codeSet}`;
      const own = joined.get(key) ?? { list, items: new Set<Item>() };
      own.items.add(item);
      joined.set(key, own);
    }
  }
  return [...joined.values()].flatMap(({ list, items }) => codeMapOf(index, dataReturn, list, [...items]));
}
