import { type Understood, understand } from './cell-words.ts';
import { type FileRow, fileRows, isUntouched, keyIn, markPart, markPlaces } from './file-rows.ts';
import type { FoundSheet } from './find-sheet.ts';
import {
  cellName,
  type KnownColumn,
  type KnownRow,
  type KnownSheet,
  type Marking,
  type WorkbookMessage,
} from './known-sheet.ts';
import type { ReadCell } from './read-workbook.ts';

/** A cell in which somebody wrote something else. */
export interface CellEdit {
  readonly sheet: string;
  /** As the spreadsheet names it. */
  readonly cell: string;
  readonly column: KnownColumn;
  /** What stands in the workspace, as the workbook shows it. */
  readonly before: string;
  /** As the workspace's file would hold it. */
  readonly after: string;
  /** The workspace holds something else than when the workbook was made. */
  readonly isMoved: boolean;
}

/** A row with edits. */
export interface EditedRow {
  readonly row: KnownRow;
  /** What the row is called by. */
  readonly key: readonly string[];
  readonly edits: readonly CellEdit[];
}

export interface ComparedSheet {
  readonly rows: readonly EditedRow[];
  readonly messages: readonly WorkbookMessage[];
}

/** One sheet being compared. */
interface Comparing {
  readonly known: KnownSheet;
  readonly found: FoundSheet;
  readonly marking: Marking;
  /** Which part of a mark stands for each column. */
  readonly parts: readonly number[];
  readonly standing: ReadonlyMap<string, readonly KnownRow[]>;
  readonly messages: WorkbookMessage[];
}

const BETWEEN = '\n';

/** A cell that is as long was cut when it was written. */
const LONGEST = 32_767;

const CUT = 'This text is too long for a cell and was cut, so it cannot be edited here. Edit it in Throughline.';

function tell(
  { found, messages }: Comparing,
  [row, column]: readonly [row: number, column: number],
  message: string,
  severity: WorkbookMessage['severity'] = 'error',
): void {
  messages.push({ severity, sheet: found.sheet.name, cell: cellName(row, column), message });
}

/** A cell of the file beside what stands in the workspace. */
interface CellBeside {
  readonly file: FileRow;
  readonly row: KnownRow;
  /** Which of the known columns. */
  readonly at: number;
  readonly column: KnownColumn;
  readonly cell: ReadCell;
}

/** The workspace holds something else than what the cell was exported with. */
function isMoved({ known, marking, parts }: Comparing, { file, row, at }: CellBeside): boolean {
  const part = parts[at] ?? 0;
  return file.isMarked && markPart(file.mark, part) !== markPart(marking.markOf(known.columns, row.cells), part);
}

/** A cell that people wrote into: an edit, or null, where what is wrong has been said. */
function writtenAt(comparing: Comparing, beside: CellBeside): CellEdit | null {
  const { file, row, at, column, cell } = beside;
  const { places, sheet } = comparing.found;
  const place = [file.at, places[at] ?? 0] as const;
  const before = row.cells[at] ?? '';
  const understood: Understood = before.length === LONGEST ? { wrong: CUT } : understand(cell, column);
  if ('wrong' in understood) {
    tell(comparing, place, understood.wrong);
    return null;
  }
  const { text: after } = understood;
  if (after === before) return null;
  return { sheet: sheet.name, cell: cellName(...place), column, before, after, isMoved: isMoved(comparing, beside) };
}

/** One cell against the workspace. */
function editAt(comparing: Comparing, file: FileRow, row: KnownRow, at: number): CellEdit | null {
  const { known, found, marking } = comparing;
  const [column, cell] = [known.columns[at], file.cells[at]];
  if (column === undefined || cell === undefined || file.texts[at] === row.cells[at]) return null;
  if (column.role === 'edit')
    return file.isWritten[at] === true ? writtenAt(comparing, { file, row, at, column, cell }) : null;
  const message = `“${column.title}” is worked out, so what is written here does not come back.`;
  if (column.role === 'shown' && marking.isSameModel)
    tell(comparing, [file.at, found.places[at] ?? 0], message, 'warning');
  return null;
}

/** The rows of the workspace that a row of the file may be: by its key, or by the key that its edits give it. */
function standingFor({ known, standing }: Comparing, { key, texts }: FileRow): readonly KnownRow[] {
  const own = standing.get(key.join(BETWEEN));
  if (own !== undefined) return own;
  const keys = known.columns.filter(({ role }) => role === 'key');
  const follows = keys.findIndex((column) => column.follows !== undefined);
  if (follows === -1) return [];
  const from = known.columns.findIndex(({ cell, role }) => role === 'edit' && cell === keys[follows]?.follows);
  const then = key.with(follows, (texts[from] ?? '').trim());
  return standing.get(then.join(BETWEEN)) ?? [];
}

/** What is wrong with rows of one key, of which there is not just one here and one in the workspace. */
function unclear(rows: readonly FileRow[], standing: readonly KnownRow[]): string {
  const name = (rows[0]?.key ?? []).filter((part) => part !== '').join(' / ');
  if (name === '') return 'This row has no key, so nobody can say what it is about. Add new rows in Throughline.';
  if (standing.length === 0)
    return `The workspace has no “${name}”. Keys cannot be changed here and rows cannot be added: do that in Throughline.`;
  if (standing.length > 1) return `The workspace has “${name}” more than once, so it cannot be edited here.`;
  const places = rows.map((row) => row.at + 1).join(', ');
  return `“${name}” stands in several rows (${places}), so none of them was read. Keep one.`;
}

function tellUnclear(comparing: Comparing, rows: readonly FileRow[], standing: readonly KnownRow[]): void {
  const { known, found } = comparing;
  if (standing.length !== 1 && rows.every(isUntouched)) return;
  const column = found.places[known.columns.findIndex(({ role }) => role === 'key')] ?? 0;
  for (const row of rows) tell(comparing, [row.at, column], unclear(rows, standing));
}

/** Rows by what they are called, in their order. */
function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => readonly string[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row).join(BETWEEN);
    const own = found.get(key);
    if (own === undefined) found.set(key, [row]);
    else own.push(row);
  }
  return found;
}

/** What was written into a sheet since it was exported, row by row in the order of the file. */
export function compareSheet(known: KnownSheet, found: FoundSheet, marking: Marking): ComparedSheet {
  const { columns } = known;
  const comparing: Comparing = {
    known,
    found,
    marking,
    parts: markPlaces(columns),
    standing: byKey(known.rows, ({ cells }) => keyIn(columns, cells)),
    messages: [...found.messages],
  };
  const rows: EditedRow[] = [];
  for (const own of byKey(fileRows(known, found, marking), ({ key }) => key).values()) {
    const [file, other] = own;
    const standing = file === undefined ? [] : standingFor(comparing, file);
    const [row] = standing;
    if (file === undefined || row === undefined || other !== undefined || standing.length !== 1) {
      tellUnclear(comparing, own, standing);
      continue;
    }
    const edits = columns.flatMap((_, at) => editAt(comparing, file, row, at) ?? []);
    if (edits.length > 0) rows.push({ row, key: file.key.filter((part) => part !== ''), edits });
  }
  return { rows, messages: comparing.messages };
}
