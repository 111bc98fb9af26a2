import type { Code, DataReturn } from '#model/data-return.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { CodeMapping } from '#model/workspace.ts';
import { compareLists } from './compare-lists.ts';

/** A code whose label the new year has changed. */
export interface RelabelledCode {
  readonly from: Code;
  readonly to: Code;
}

/** An answer whose codes the old year took and the new year does not. */
export interface RetiredAnswer {
  readonly lookup: string;
  readonly answer: string;
  readonly codeSet: string;
  /** The rows that lead to codes of the old year alone. They are kept. */
  readonly rows: readonly CodeMapping[];
  /** Codes of the new year that it leads to as well; where there are none it is newly without a code. */
  readonly stillLeadsTo: readonly string[];
}

/** What becomes of one set of codes. */
export interface CodeSetChange {
  readonly codeSet: string;
  /** `added`: only the new year has the set. `removed`: only the old year has it. */
  readonly kind: 'added' | 'removed' | 'changed';
  /** Whether the new year asks for what the set stands for, with this set or with another in its place. */
  readonly isAsked: boolean;
  readonly added: readonly Code[];
  readonly removed: readonly Code[];
  readonly relabelled: readonly RelabelledCode[];
  readonly retiredAnswers: readonly RetiredAnswer[];
}

/** Every row of codes.csv, in exactly one of these lists. */
export interface CodeRowGroups {
  /** Both years take the code and call it the same. */
  readonly carriesOver: readonly CodeMapping[];
  readonly relabelled: readonly CodeMapping[];
  /** Only the old year takes the code: the row is kept and serves that year. */
  readonly retired: readonly CodeMapping[];
  /** Only the new year takes the code, and the row is there already. */
  readonly serves: readonly CodeMapping[];
  /** The row says that the answer has no code. */
  readonly withoutCode: readonly CodeMapping[];
  /** Neither year takes the code. */
  readonly neither: readonly CodeMapping[];
}

/** What becomes of the codes and of the answers that lead to them. */
export interface CodeChanges {
  readonly sets: readonly CodeSetChange[];
  readonly unchangedSets: readonly string[];
  readonly groups: CodeRowGroups;
}

const keyOf = ({ codeSet, code }: { readonly codeSet: string; readonly code: string }): string => `${codeSet}\n${code}`;

const labelsOf = (dataReturn: DataReturn | null): ReadonlyMap<string, string> =>
  new Map((dataReturn?.codes ?? []).map((code) => [keyOf(code), code.label]));

/** The codes of two years, as the rows of codes.csv are judged by them. */
interface Labels {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** The sets that the new year fills from the facts that fill a set of the old year, its own among them if it still does. */
function heirsOf(codeSet: string, from: WorkspaceIndex, to: WorkspaceIndex): ReadonlySet<string> {
  const facts = (from.dataReturn?.items ?? []).filter((item) => item.codeSet === codeSet).map(({ fact }) => fact);
  const items = (to.dataReturn?.items ?? []).filter(({ fact }) => fact !== null && facts.includes(fact));
  const own = (to.dataReturn?.items ?? []).filter((item) => item.codeSet === codeSet);
  return new Set([...own, ...items].flatMap((item) => item.codeSet ?? []));
}

function groupOf(row: CodeMapping, { before, after }: Labels): keyof CodeRowGroups {
  if (row.code === '') return 'withoutCode';
  const then = before.get(keyOf(row));
  const now = after.get(keyOf(row));
  if (then === undefined) return now === undefined ? 'neither' : 'serves';
  if (now === undefined) return 'retired';
  return then === now ? 'carriesOver' : 'relabelled';
}

function groupRows(rows: readonly CodeMapping[], labels: Labels): CodeRowGroups {
  const groups = groupBy(rows, (row) => groupOf(row, labels));
  const of = (group: keyof CodeRowGroups): readonly CodeMapping[] => groups.get(group) ?? [];
  return {
    carriesOver: of('carriesOver'),
    relabelled: of('relabelled'),
    retired: of('retired'),
    serves: of('serves'),
    withoutCode: of('withoutCode'),
    neither: of('neither'),
  };
}

/** The rows that lead to codes the new year takes: those of one set, or of the sets that have taken its place. */
const rowsOfNow = (rows: readonly CodeMapping[], heirs: ReadonlySet<string>, labels: Labels): readonly CodeMapping[] =>
  rows.filter((row) => heirs.has(row.codeSet) && row.status !== 'ignored' && labels.after.has(keyOf(row)));

/** The answers that lead to codes of the old year alone. `now` are the rows that the new year takes. */
function retiredAnswers(retired: readonly CodeMapping[], now: readonly CodeMapping[]): readonly RetiredAnswer[] {
  // Rows that were set aside served neither year.
  const counting = retired.filter(({ status }) => status !== 'ignored');
  const groups = groupBy(counting, ({ lookup, answer }) => `${lookup}\n${answer}`);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { lookup, answer, codeSet } = first;
    const still = now.filter((row) => row.lookup === lookup && row.answer === answer);
    return [{ lookup, answer, codeSet, rows, stillLeadsTo: still.map((row) => row.code) }];
  });
}

const kindOf = (from: readonly Code[], to: readonly Code[]): CodeSetChange['kind'] => {
  if (from.length === 0) return 'added';
  return to.length === 0 ? 'removed' : 'changed';
};

/** What becomes of every set of codes, and of every row of codes.csv. */
export function codeChanges(from: WorkspaceIndex, to: WorkspaceIndex): CodeChanges {
  const labels = { before: labelsOf(from.dataReturn), after: labelsOf(to.dataReturn) };
  const before = groupBy(from.dataReturn?.codes ?? [], ({ codeSet }): string => codeSet);
  const after = groupBy(to.dataReturn?.codes ?? [], ({ codeSet }): string => codeSet);
  const rows = to.workspace.codeMappings;
  const groups = groupRows(rows, labels);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const sets = names.map((codeSet): CodeSetChange => {
    const [then, now] = [before.get(codeSet) ?? [], after.get(codeSet) ?? []];
    const { added, removed, kept } = compareLists(then, now, ({ code }) => code);
    const retired = groups.retired.filter((row) => row.codeSet === codeSet);
    const heirs = heirsOf(codeSet, from, to);
    return {
      codeSet,
      kind: kindOf(then, now),
      isAsked: heirs.size > 0,
      added,
      removed,
      relabelled: kept.filter((pair) => pair.from.label !== pair.to.label),
      retiredAnswers: retiredAnswers(retired, rowsOfNow(rows, heirs, labels)),
    };
  });
  const isChanged = ({ added, removed, relabelled }: CodeSetChange): boolean =>
    added.length + removed.length + relabelled.length > 0;
  return {
    sets: sets.filter(isChanged),
    unchangedSets: sets.filter((set) => !isChanged(set)).map(({ codeSet }) => codeSet),
    groups,
  };
}
