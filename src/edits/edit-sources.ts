import type { MappingStatus, Use } from '#model/words.ts';
import type { Source } from '#model/workspace.ts';
import type { Edit } from '#workspace/apply-edit.ts';
import type { Author } from './author.ts';
import { counted, removeRows } from './cells.ts';
import { type CellEdit, cellChanges, cellsOfRow } from './written-rows.ts';

const STATUS_VERBS: Readonly<Record<MappingStatus, string>> = {
  suggested: 'set to suggested',
  confirmed: 'confirm',
  flagged: 'flag',
  ignored: 'ignore',
};

const named = (sources: readonly Source[]): string => {
  const [only] = sources;
  return only !== undefined && sources.length === 1 ? only.fact : counted(sources.length, 'source');
};

/** Confirms, flags or ignores sources, with who and when; a reason takes the place of the one before. */
export function setSourceStatus(
  sources: readonly Source[],
  status: MappingStatus,
  author: Author,
  why: string = '',
): Edit {
  const values = { status, ...author, ...(why === '' ? {} : { why }) };
  const cells = sources.flatMap(({ at }) => cellsOfRow(at, values));
  return { name: `${STATUS_VERBS[status]} ${named(sources)}`, changes: cellChanges(cells) };
}

/** What a person may say of a source besides its place. Empty: worked out, or not said. */
export interface SourceWords {
  readonly use?: Use | '';
  readonly order?: string;
  readonly assured?: 'Y' | 'N' | '';
  readonly why?: string;
}

/** Changes what is said of one source. */
export function describeSource(source: Source, words: SourceWords): Edit {
  const values = Object.entries(words).map(([column, value]): CellEdit => ({ at: source.at, column, value }));
  const what = values.map(({ column }) => (column === 'order' ? 'precedence' : column)).join(' and ');
  return { name: `change ${what} of ${source.fact}`, changes: cellChanges(values) };
}

/** Writes cells of sources.csv in one step. */
export const editSourceCells = (cells: readonly CellEdit[], name: string): Edit => ({
  name,
  changes: cellChanges(cells),
});

/** Takes sources away. */
export const removeSources = (sources: readonly Source[]): Edit => ({
  name: `remove ${named(sources)}`,
  changes: removeRows(sources.map(({ at }) => at)),
});
