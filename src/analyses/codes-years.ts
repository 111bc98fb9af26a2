import type { Code, DataReturn } from '#model/data-return.ts';
import type { FactId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';

/** In which years of the return audited a code stands. Years of one family are years of one collection. */
export interface CodeYears {
  /** True where the return audited takes the code. */
  readonly isCurrent: (codeSet: string, code: string) => boolean;
  /** True where any return at all takes the code; rows with other codes are faults of their file. */
  readonly isKnown: (codeSet: string, code: string) => boolean;
  /** The other years that take the code, oldest first. */
  readonly standsIn: (codeSet: string, code: string) => readonly DataReturn[];
  /** The codes of the return audited. */
  readonly codesOf: (codeSet: string) => readonly Code[];
  /** The codes that the return audited takes and another year does not. */
  readonly joinedSince: (codeSet: string, year: DataReturn) => readonly string[];
  /** The code sets that other years fill from a fact, where the return audited fills other sets from it, or none. */
  readonly formerSets: (fact: FactId) => ReadonlySet<string>;
  /** The year before the one audited; undefined where it is the oldest that is known. */
  readonly before: DataReturn | undefined;
}

const keyOf = (codeSet: string, code: string): string => `${codeSet}\u0000${code}`;
const keysOf = (year: DataReturn): ReadonlySet<string> =>
  new Set(year.codes.map(({ codeSet, code }) => keyOf(codeSet, code)));

/** The code sets that a year's coded items take from a fact. */
const setsOf = (year: DataReturn | null, fact: FactId): readonly string[] =>
  (year?.items ?? []).flatMap((item) =>
    item.fact === fact && item.format.kind === 'code' && item.codeSet !== null ? [item.codeSet] : [],
  );

/** Reads the years of the return audited; without a return no code is current. */
export function codeYearsOf({ workspace, dataReturn }: WorkspaceIndex): CodeYears {
  const known = new Set(workspace.returns.flatMap((one) => [...keysOf(one)]));
  const others = workspace.returns
    .filter((one) => one !== dataReturn && one.family !== '' && one.family === dataReturn?.family)
    .toSorted((a, b) => a.period.from.localeCompare(b.period.from));
  const keys = new Map(others.map((year) => [year, keysOf(year)]));
  const current = dataReturn === null ? new Set<string>() : keysOf(dataReturn);
  const codes = groupBy(dataReturn?.codes ?? [], (code): string => code.codeSet);
  const codesOf = (codeSet: string): readonly Code[] => codes.get(codeSet) ?? [];
  return {
    isCurrent: (codeSet, code) => current.has(keyOf(codeSet, code)),
    isKnown: (codeSet, code) => known.has(keyOf(codeSet, code)),
    standsIn: (codeSet, code) => others.filter((year) => keys.get(year)?.has(keyOf(codeSet, code))),
    codesOf,
    joinedSince: (codeSet, year) =>
      codesOf(codeSet).flatMap(({ code }) => (keys.get(year)?.has(keyOf(codeSet, code)) ? [] : [code])),
    formerSets: (fact) => {
      const now = setsOf(dataReturn, fact);
      return new Set(others.flatMap((year) => setsOf(year, fact)).filter((set) => !now.includes(set)));
    },
    before: others.findLast((year) => dataReturn !== null && year.period.from < dataReturn.period.from),
  };
}
