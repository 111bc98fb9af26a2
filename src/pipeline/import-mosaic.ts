import { suggest } from '#analyses/suggest.ts';
import { compareMade, type MosaicChange } from '#importers/mosaic/compare-made.ts';
import { flagSuspects } from '#importers/mosaic/flag-suspects.ts';
import type { Choices } from '#importers/mosaic/make-steps.ts';
import { makeTables, type SetAside } from '#importers/mosaic/make-tables.ts';
import { type Extract, type Extracts, gatherExtracts, readExtract } from '#importers/mosaic/read-extract.ts';
import { renderSql } from '#importers/mosaic/sql/render-sql.ts';
import { suggestCodes } from '#importers/mosaic/suggest-codes.ts';
import {
  factOfCode,
  isReportCode,
  type ProposedSource,
  sourceRows,
  sourcesFromFilters,
} from '#importers/mosaic/suggest-sources.ts';
import { type MosaicMessage, newTold, type Told } from '#importers/mosaic/told.ts';
import type { Problem } from '#model/finding.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { type Change, newEditor } from './edit-workspace.ts';
import type { OpenedWorkspace } from './open-workspace.ts';

export type { MosaicChange, MosaicMessage, SetAside };

/** A file that was recognised by its columns. */
export interface RecognisedFile {
  readonly file: string;
  readonly says: string;
  readonly rows: number;
}

/** What a folder of Mosaic extracts would do to a workspace. Nothing of it is in the workspace until it is accepted. */
export interface MosaicImport {
  readonly recognised: readonly RecognisedFile[];
  readonly changes: readonly MosaicChange[];
  /** The same as changes of the workspace's tables. */
  readonly edits: readonly Change[];
  readonly setAside: SetAside;
  readonly messages: readonly MosaicMessage[];
  /** What the workspace would have to say that it does not say now. */
  readonly problems: readonly Problem[];
}

/** Files that were refused because columns of theirs look as if they held something about people. */
export interface PersonalFiles {
  readonly personal: readonly { readonly file: string; readonly columns: readonly string[] }[];
}

/** What the importer is given. */
export interface MosaicRequest extends Choices {
  readonly opened: OpenedWorkspace;
  /** The extracts by their names. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly today: string;
  /** Called between pieces of work, in words; false stops. */
  readonly goOn?: (doing: string) => Promise<boolean>;
}

const SOURCES = 'mappings/sources.csv';
const CODES = 'mappings/codes.csv';

/** What codes of questions and reporting filters say of facts. */
function proposeSources(workspace: Workspace, extracts: Extracts, told: Told): readonly ProposedSource[] {
  const filtered = sourcesFromFilters(workspace, extracts, told);
  const mapped = new Set(
    [...workspace.sources, ...filtered].map(({ form, question }) => `${form ?? ''}\n${question ?? ''}`),
  );
  const asked = workspace.questions.filter(({ form, code }) => isReportCode(code) && !mapped.has(`${form}\n${code}`));
  if (asked.length === 0) return filtered;
  const near = new Map(
    suggest(indexWorkspace({ ...workspace, questions: asked }), null).map(({ form, question, suggestions }) => [
      `${form}\n${question}`,
      suggestions[0],
    ]),
  );
  const coded = asked.flatMap(({ form, code }): readonly ProposedSource[] => {
    const named = factOfCode(code, workspace);
    const why = 'Its user code says that it feeds the children in need census';
    if (named !== null) return [{ fact: named, form, question: code, why: `${why}, and names the item.` }];
    const best = near.get(`${form}\n${code}`);
    return best === undefined
      ? []
      : [{ fact: best.fact, form, question: code, why: `${why}; nearest: ${best.reasons.join('; ')}.` }];
  });
  return [...filtered, ...coded];
}

const addedRows = (file: string, rows: readonly Readonly<Record<string, string>>[]): readonly Change[] =>
  rows.length === 0 ? [] : [{ kind: 'add', file, rows }];

function toldOf(what: string, keys: readonly string[], rows: readonly Readonly<Record<string, string>>[]) {
  return rows.map((row): MosaicChange => {
    const key = keys.map((column) => row[column] ?? '').join(' / ');
    return { kind: 'suggested', what, key, column: '', before: '', after: row['why'] ?? '' };
  });
}

function compare(
  { opened, today, leaveOutRetired }: MosaicRequest,
  extracts: Extracts,
  told: Told,
): Omit<MosaicImport, 'recognised' | 'messages'> {
  const made = makeTables(extracts, opened, { leaveOutRetired }, told);
  const compared = made.tables.map((table) => compareMade(opened, table, today));
  const flagged = flagSuspects(
    opened.value,
    compared.flatMap(({ suspects }) => suspects),
  );
  const tables = [...compared.flatMap(({ changes }) => changes), ...flagged.changes];
  const editor = newEditor();
  const after = editor.change(opened, tables);
  const sources = sourceRows(after.value, proposeSources(after.value, extracts, told));
  const codes = suggestCodes(after.value, extracts, made.codes, told);
  const suggested = [...addedRows(SOURCES, sources), ...addedRows(CODES, codes)];
  const said = new Set(opened.problems.map(({ message }) => message));
  return {
    changes: [
      ...compared.flatMap((each) => each.told),
      ...flagged.told,
      ...toldOf('source', ['fact', 'form', 'question'], sources),
      ...toldOf('code', ['lookup', 'answer', 'code_set', 'code'], codes),
    ],
    edits: [...tables, ...suggested],
    setAside: made.setAside,
    problems: (suggested.length === 0 ? after : editor.change(after, suggested)).problems.filter(
      ({ message }) => !said.has(message),
    ),
  };
}

/** Reads the extracts one after the other; null where it was stopped. */
async function readAll({ files, goOn }: MosaicRequest, told: Told): Promise<readonly Extract[] | PersonalFiles | null> {
  const extracts: Extract[] = [];
  const personal: { file: string; columns: readonly string[] }[] = [];
  for (const [file, bytes] of files) {
    if ((await goOn?.(`Reading ${file}`)) === false) return null;
    const { extract, personal: columns } = readExtract(file, bytes, told);
    if (columns.length > 0) personal.push({ file, columns });
    if (extract !== null) extracts.push(extract);
  }
  return personal.length > 0 ? { personal } : extracts;
}

/** Reads extracts of Mosaic and lists what they would change; null where it was stopped. */
export async function importMosaic(request: MosaicRequest): Promise<MosaicImport | PersonalFiles | null> {
  const told = newTold();
  const extracts = await readAll(request, told);
  if (extracts === null || 'personal' in extracts) return extracts;
  for (const { kind, file } of extracts)
    if (kind === 'question-pairs')
      told.warn({ file, row: 0 }, 'Pairs of questions are recognised and not brought in yet.');
  if ((await request.goOn?.('Comparing with the workspace')) === false) return null;
  const compared = compare(request, gatherExtracts(extracts), told);
  return {
    recognised: extracts.map(({ file, says, rows }) => ({ file, says, rows: rows.length })),
    ...compared,
    messages: told.list(),
  };
}

/** The queries that make the extracts, by file name, for `mssql` or `oracle`; undefined for another database. */
export const mosaicSql = (database: string): ReadonlyMap<string, string> | undefined => renderSql(database);
