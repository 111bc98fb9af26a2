import type { Code, DataReturn } from '#model/data-return.ts';
import type { CodeMapping } from '#model/workspace.ts';

/** A code of a set with the answers that lead to it, and how it stands in the other years of the return. */
export interface MappedCode extends Code {
  readonly answers: readonly string[];
  /** `new`: the year before does not take it. `retired`: only an earlier year does. `ending`: a later year does not. */
  readonly mark: 'none' | 'new' | 'retired' | 'ending';
  /** The year that the mark speaks of; empty where there is none. */
  readonly year: string;
}

const byPeriod = (a: DataReturn, b: DataReturn): number => a.period.from.localeCompare(b.period.from);

interface Years {
  readonly earlier: readonly DataReturn[];
  readonly later: readonly DataReturn[];
}

/** The other years of the return that take the set at all, each oldest first. */
function yearsOf(returns: readonly DataReturn[], chosen: DataReturn, codeSet: string): Years {
  const others = returns
    .filter((one) => one !== chosen && one.family !== '' && one.family === chosen.family)
    .filter((one) => one.codes.some((code) => code.codeSet === codeSet))
    .toSorted(byPeriod);
  return {
    earlier: others.filter((one) => byPeriod(one, chosen) < 0),
    later: others.filter((one) => byPeriod(one, chosen) > 0),
  };
}

const has = (year: DataReturn | undefined, { codeSet, code }: Code): boolean =>
  year?.codes.some((one) => one.codeSet === codeSet && one.code === code) ?? false;

function markOf(code: Code, { earlier, later }: Years): Pick<MappedCode, 'mark' | 'year'> {
  const before = earlier.at(-1);
  if (before !== undefined && !has(before, code)) return { mark: 'new', year: before.year };
  const [after] = later;
  if (after !== undefined && !has(after, code)) return { mark: 'ending', year: after.year };
  return { mark: 'none', year: '' };
}

/** The codes of a set in the chosen year, those that no answer reaches first, then those that only earlier years took. */
export function markedCodes(
  returns: readonly DataReturn[],
  chosen: DataReturn,
  codeSet: string,
  rows: readonly CodeMapping[],
): readonly MappedCode[] {
  const years = yearsOf(returns, chosen, codeSet);
  const answersOf = ({ code }: Code): readonly string[] =>
    rows.filter((row) => row.code === code).map(({ answer }) => answer);
  const now = chosen.codes
    .filter((code) => code.codeSet === codeSet)
    .map((code): MappedCode => ({ ...code, answers: answersOf(code), ...markOf(code, years) }));
  const gone = new Map<string, MappedCode>();
  for (const year of years.earlier) {
    for (const code of year.codes) {
      if (code.codeSet !== codeSet || has(chosen, code)) continue;
      gone.set(code.code, { ...code, answers: answersOf(code), mark: 'retired', year: year.year });
    }
  }
  const isReached = ({ answers }: MappedCode): boolean => answers.length > 0;
  return [...now.filter((code) => !isReached(code)), ...now.filter(isReached), ...gone.values()];
}
