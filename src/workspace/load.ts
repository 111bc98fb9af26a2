import type { Problem } from '#model/finding.ts';
import { isSame } from '#model/is-same.ts';
import { type WorkspaceFiles } from './files.ts';
import { type Line, linesOf } from './line.ts';
import { findNear } from './near.ts';
import { personalColumns, tellPersonal } from './personal.ts';
import { quoted, type Reading, tellError, tellWarning, wholeFile } from './problems.ts';
import { readTable } from './read-table.ts';
import { type Kept, newSlot, recall, type Slot, settleList } from './remember.ts';
import type { Shape } from './shape.ts';
import * as mappings from './shapes-mappings.ts';
import * as workflows from './shapes-workflows.ts';
import type { Table } from './table.ts';

/** The tables of a workspace as they are read, and the files that were refused. */
export interface Loaded {
  readonly reading: Reading;
  readonly files: WorkspaceFiles;
  /** Tables that have been read already, and perhaps changed since: they stand for their files. */
  readonly given: ReadonlyMap<string, Table>;
  /** What was said of the given tables, where what was read from them is at hand too and need not be read again. */
  readonly trusted: readonly Problem[] | null;
  readonly tables: Map<string, Table>;
  readonly refused: Set<string>;
}

export const newLoaded = (
  reading: Reading,
  files: WorkspaceFiles,
  { given = new Map(), trusted = null }: Partial<Pick<Loaded, 'given' | 'trusted'>> = {},
): Loaded => ({
  reading,
  files,
  given,
  trusted,
  tables: new Map(),
  refused: new Set(),
});

/** Files of counts, in which nothing about one person may stand. */
const COUNTS_ONLY: readonly Shape[] = [workflows.QUESTION_USAGE, workflows.TIMINGS];

function isFolder(files: WorkspaceFiles, file: string): boolean {
  for (const path of files.keys()) if (path.startsWith(`${file}/`)) return true;
  return false;
}

/** How grave the absence of a file is, and what would put it right where that is not a header row. */
interface Absent extends Pick<Shape, 'need' | 'without'> {
  readonly remedy?: string;
}

const KNOWN: ReadonlySet<string> = new Set(
  [...Object.values(workflows), ...Object.values(mappings)].map((shape) => shape.file),
);

/** A file with nearly the name of one that is not there. */
function findMisnamed(loaded: Loaded, file: string): string | undefined {
  const strangers = [...loaded.files.keys()].filter(
    (path) => !KNOWN.has(path) && !path.startsWith('mappings/returns/'),
  );
  return findNear(file, strangers, loaded.reading.hints);
}

/** Says that a file is not there, as gravely as its absence is. */
export function tellAbsent(loaded: Loaded, file: string, shape: Absent): void {
  const { reading, files } = loaded;
  const where = wholeFile(file);
  const misnamed = findMisnamed(loaded, file);
  const without = shape.without === '' ? '' : `, so ${shape.without}`;
  const remedy = misnamed === undefined ? shape.remedy : `Is it the one called ${quoted(misnamed)}? Then rename that.`;
  const message = `The file is missing${without}. ${remedy ?? 'Add it, if only with its header row.'}`;
  if (isFolder(files, file)) {
    tellError(
      reading,
      where,
      'There is a folder of this name where a file should be. Move it away and put the file there.',
    );
  } else if (shape.need === 'error') {
    tellError(reading, where, message);
  } else if (shape.need === 'warning' || misnamed !== undefined) {
    tellWarning(reading, where, message);
  }
}

/** A file as a table: read, or given. null: it is not there, empty, or refused, as is said. */
export function loadTable(loaded: Loaded, shape: Shape, file: string = shape.file): Table | null {
  const { reading, files, given, tables } = loaded;
  const standing = given.get(file);
  if (standing !== undefined) {
    for (const fault of standing.faults) reading.problems.push(fault);
    tables.set(file, standing);
    return standing;
  }
  const bytes = files.get(file);
  if (bytes === undefined) {
    tellAbsent(loaded, file, shape);
    return null;
  }
  const table = recall(reading, {
    slot: TABLES,
    key: file,
    from: [bytes],
    read: () => readAccepted(loaded, shape, file, bytes),
  });
  if (table !== null) tables.set(file, table);
  return table;
}

const TABLES: Slot<Table | null> = newSlot();

/** Reads a file as a table; one with columns about a person is refused. */
function readAccepted(loaded: Loaded, shape: Shape, file: string, bytes: Uint8Array): Table | null {
  const { reading, refused } = loaded;
  const before = reading.problems.length;
  const table = readTable(reading, shape, file, bytes);
  if (table === null) return null;
  const personal = COUNTS_ONLY.includes(shape) ? personalColumns(table) : [];
  if (personal.length === 0) return table;
  reading.problems.length = before;
  tellPersonal(reading, file, personal);
  refused.add(file);
  return null;
}

/** How something is read from one table: what else it depends on, and from its lines. */
export interface TableReading<Value> {
  readonly shape: Shape;
  readonly file?: string;
  readonly slot: Slot<Value>;
  readonly from?: readonly unknown[];
  readonly read: (lines: readonly Line[]) => Value;
  /** Puts the few rows that changed into what was read last, where nothing else depends on what changed in them. */
  readonly patch?: (last: Kept<Value>, table: Table) => Value | null;
  readonly settle?: (before: Value, after: Value) => Value;
  readonly was?: Value | undefined;
}

/** What stands from before, and what was said of it then but for the faults of the table itself, which are said already. */
function trust<Value>({ reading, trusted }: Loaded, table: Table | null, was: Value): Value {
  if (table === null) return was;
  for (const problem of trusted ?? []) {
    if (problem.file === table.file && !table.faults.some((fault) => isSame(fault, problem)))
      reading.problems.push(problem);
  }
  return was;
}

/** Reads something from a table, unless neither the table nor what else it depends on has changed since the last time. */
export function readLines<Value>(loaded: Loaded, reading: TableReading<Value>): Value {
  const { shape, file = shape.file, slot, from = [], read, settle, was, patch } = reading;
  const table = loadTable(loaded, shape, file);
  function readNow(last: Kept<Value> | undefined): Value {
    if (loaded.trusted !== null && was !== undefined) return trust(loaded, table, was);
    const isOnlyTable = last?.from.slice(1).every((part, at) => part === from[at]) ?? false;
    const patched = last !== undefined && isOnlyTable && table !== null ? (patch?.(last, table) ?? null) : null;
    return patched ?? read(linesOf(loaded.reading, table ?? undefined));
  }
  return recall(loaded.reading, {
    slot,
    key: file,
    from: [table, ...from],
    read: readNow,
    ...(settle === undefined ? {} : { settle }),
    was,
  });
}

/** Reads a list from a table; members that hold the same as at the last time stay the same values. */
export const readList = <Value>(
  loaded: Loaded,
  reading: Omit<TableReading<readonly Value[]>, 'settle'>,
): readonly Value[] => readLines(loaded, { ...reading, settle: settleList });
