import { type WorkspaceFiles } from './files.ts';
import type { Line } from './line.ts';
import { linesOf } from './line.ts';
import { findNear } from './near.ts';
import { personalColumns, tellPersonal } from './personal.ts';
import { quoted, type Reading, tellError, tellWarning, wholeFile } from './problems.ts';
import { readTable } from './read-table.ts';
import type { Shape } from './shape.ts';
import * as mappings from './shapes-mappings.ts';
import * as workflows from './shapes-workflows.ts';
import type { Table } from './table.ts';

/** The tables of a workspace as they are read, and the files that were refused. */
export interface Loaded {
  readonly reading: Reading;
  readonly files: WorkspaceFiles;
  readonly tables: Map<string, Table>;
  readonly refused: Set<string>;
}

export const newLoaded = (reading: Reading, files: WorkspaceFiles): Loaded => ({
  reading,
  files,
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

/** Reads one file as a table and gives the lines that can be read. */
export function loadLines(loaded: Loaded, shape: Shape, file: string = shape.file): readonly Line[] {
  const { reading, files, tables, refused } = loaded;
  const bytes = files.get(file);
  if (bytes === undefined) {
    tellAbsent(loaded, file, shape);
    return [];
  }
  const before = reading.problems.length;
  const table = readTable(reading, shape, file, bytes);
  if (table === null) return [];
  const personal = COUNTS_ONLY.includes(shape) ? personalColumns(table) : [];
  if (personal.length > 0) {
    reading.problems.length = before;
    tellPersonal(reading, file, personal);
    refused.add(file);
    return [];
  }
  tables.set(file, table);
  return linesOf(reading, table);
}
