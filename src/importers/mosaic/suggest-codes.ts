import { groupBy } from '#model/index-workspace.ts';
import type { LookupAnswer, Workspace } from '#model/workspace.ts';
import type { Cells } from './made-table.ts';
import type { AnswerWithCode } from './make-lookups.ts';
import { cellOf, type Extracts } from './read-extract.ts';
import type { Told } from './told.ts';

type Sets = ReadonlyMap<string, ReadonlySet<string>>;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '')
    .replace(/ies$/u, 'y')
    .replace(/s$/u, '');

/** The codes of each set, over all the years that are known. */
function setsOf({ returns }: Pick<Workspace, 'returns'>): Sets {
  const sets = new Map<string, Set<string>>();
  for (const { codeSet, code } of returns.flatMap(({ codes }) => codes))
    sets.set(codeSet, (sets.get(codeSet) ?? new Set()).add(code));
  return sets;
}

/** The one set of codes that the codes of a list can be of; undefined where none, or several, hold them all. */
function setFor(sets: Sets, codes: readonly string[], name: string): string | undefined {
  const holding = [...sets].filter(([, known]) => codes.every((code) => known.has(code))).map(([set]) => set);
  const named = holding.filter((set) => plain(name).includes(plain(set)));
  const [only, ...others] = named.length === 1 ? named : holding;
  return others.length === 0 ? only : undefined;
}

/** What a code is suggested for, by what it is grouped under. */
interface CodedList {
  readonly name: string;
  readonly codes: readonly AnswerWithCode[];
  readonly why: string;
}

function byLookup(codes: readonly AnswerWithCode[]): readonly CodedList[] {
  return [...groupBy(codes, ({ lookup }) => lookup)].map(([lookup, own]) => ({
    name: lookup,
    codes: own,
    why: 'RETURN_CODE of the Mosaic extract.',
  }));
}

/** The lists that hold most of a group's answers: “Other” alone stands in many that it does not mean. */
function listsOf(codes: readonly AnswerWithCode[]): readonly AnswerWithCode[] {
  const lists = [...groupBy(codes, ({ lookup }) => lookup).values()];
  const most = Math.max(...lists.map((own) => own.length));
  const answers = new Set(codes.map(({ answer }) => answer)).size;
  return most * 2 < answers ? [] : lists.filter((own) => own.length === most).flat();
}

/** Groups of answers, and the lists that they seem to be of. */
function byGroup(extracts: Extracts, lookupAnswers: readonly LookupAnswer[], told: Told): readonly CodedList[] {
  if (!extracts.has('mappings')) return [];
  const lookupsOf = groupBy(lookupAnswers, ({ answer }) => answer);
  const groups = new Map<string, AnswerWithCode[]>();
  for (const row of extracts.rows('mappings')) {
    const [kind, code] = [cellOf(row, 'MAPPED_KIND').toUpperCase(), cellOf(row, 'CATEGORY_VALUE')];
    if (!['ANSWER', 'UNKNOWN', ''].includes(kind) || code === '') continue;
    const answer = cellOf(row, 'MAPPED_LABEL') || cellOf(row, 'MAPPED_VALUE');
    const lookups = lookupsOf.get(answer) ?? [];
    if (lookups.length === 0 && kind === 'ANSWER')
      told.warn(
        { ...row, column: 'MAPPED_LABEL' },
        'No list has this answer. Mosaic keeps a mark of its wording: give the wording itself as MAPPED_LABEL.',
      );
    const name = cellOf(row, 'NAME');
    const own = groups.get(name) ?? [];
    own.push(...lookups.map(({ lookup }) => ({ lookup, answer, code })));
    groups.set(name, own);
  }
  return [...groups].map(([name, codes]) => ({
    name,
    codes: listsOf(codes),
    why: `Mosaic reporting group “${name}”.`,
  }));
}

/** The rows of codes.csv that the extracts suggest, for answers that have no row there yet. */
export function suggestCodes(
  workspace: Pick<Workspace, 'returns' | 'codeMappings' | 'lookupAnswers'>,
  extracts: Extracts,
  codes: readonly AnswerWithCode[],
  told: Told,
): readonly Cells[] {
  const sets = setsOf(workspace);
  const taken = new Set(
    workspace.codeMappings.map(({ lookup, answer, codeSet }) => `${lookup}\n${answer}\n${codeSet}`),
  );
  const lists = [...byLookup(codes), ...byGroup(extracts, workspace.lookupAnswers, told)];
  return lists.flatMap(({ name, codes: own, why }) => {
    const codeSet = setFor(
      sets,
      own.map(({ code }) => code),
      name,
    );
    if (codeSet === undefined) {
      const message = `The codes of “${name}” are those of no one set, so none was suggested. Map them in the app.`;
      if (own.length > 0) told.warn({ file: extracts.rows('lookups')[0]?.file ?? '', row: 0 }, message);
      return [];
    }
    return own.flatMap(({ lookup, answer, code }): readonly Cells[] => {
      const key = `${lookup}\n${answer}\n${codeSet}`;
      if (taken.has(key)) return [];
      taken.add(key);
      return [{ lookup, answer, code_set: codeSet, code, status: 'suggested', why }];
    });
  });
}
