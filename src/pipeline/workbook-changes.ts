import type { CellEdit, EditedRow } from '#importers/workbook/compare-sheet.ts';
import type { KnownSheet, WorkbookMessage } from '#importers/workbook/known-sheet.ts';
import type { RowRef } from '#model/workspace.ts';
import type { Change } from '#workspace/apply-edit.ts';
import { findShape } from '#workspace/find-shape.ts';
import { cellTextsAt } from './cell-text.ts';
import type { OpenedWorkspace } from './open-workspace.ts';

/** What accepting an edit does to the workspace. */
export type Proposed =
  | { readonly kind: 'cell'; readonly at: RowRef; readonly column: string; readonly value: string }
  | { readonly kind: 'add'; readonly file: string; readonly row: Readonly<Record<string, string>> }
  | { readonly kind: 'remove'; readonly at: RowRef };

/** One edit of a workbook, for a person to accept or refuse. */
export interface WorkbookChange {
  /** From 1, in the order of the workbook. */
  readonly number: number;
  readonly sheet: string;
  /** As the spreadsheet names it: `C14`. */
  readonly cell: string;
  /** The file of the workspace that it changes. */
  readonly file: string;
  /** What the row is called by. */
  readonly key: string;
  /** What the column is called. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
  /** What else a person should know before accepting it; empty: nothing. */
  readonly note: string;
  readonly does: Proposed;
}

type Unnumbered = Omit<WorkbookChange, 'number'>;

/** What edits of some rows come to. */
export interface RowChanges {
  readonly changes: readonly Unnumbered[];
  readonly messages: readonly WorkbookMessage[];
}

/** The columns without which a row that is to be added says nothing. */
const NEEDED: Readonly<Record<string, string>> = { 'mappings/reviews.csv': 'decision', 'mappings/codes.csv': 'code' };

const MOVED = 'The workspace has changed here too since the workbook was made.';

const changeOf = (file: string, { key }: EditedRow, edit: CellEdit, does: Proposed): Unnumbered => ({
  sheet: edit.sheet,
  cell: edit.cell,
  file,
  key: key.join(' / '),
  column: edit.column.title,
  before: edit.before,
  after: edit.after,
  note: edit.isMoved ? MOVED : '',
  does,
});

/** The cells of a row that is to be added, by the columns that its file has. */
function addedRow({ columns, file }: KnownSheet, { row, edits }: EditedRow): Readonly<Record<string, string>> {
  const own = new Set(findShape(file)?.columns.map(({ name }) => name));
  const cells = columns.flatMap(({ role, cell }, at): readonly (readonly [string, string])[] => {
    if (role === 'shown' || cell === null || !own.has(cell)) return [];
    const edited = edits.find(({ column }) => column.cell === cell);
    return [[cell, edited?.after ?? row.cells[at] ?? '']];
  });
  return Object.fromEntries(cells);
}

function toAdd(known: KnownSheet, edited: EditedRow): RowChanges {
  const [first] = edited.edits;
  if (first === undefined) return { changes: [], messages: [] };
  const { sheet, cell } = first;
  const needed = NEEDED[known.file] ?? '';
  const said = edited.edits.find(({ column }) => column.cell === needed);
  if (said === undefined || said.after === '') {
    const message = `Write a ${needed} too: without one, nothing is decided here.`;
    return { changes: [], messages: [{ severity: 'error', sheet, cell, message }] };
  }
  const others = edited.edits.filter((edit) => edit !== said && edit.after !== '').map(({ after }) => after);
  const after = [said.after, ...others].join(' · ');
  const does: Proposed = { kind: 'add', file: known.file, row: addedRow(known, edited) };
  return { changes: [{ ...changeOf(known.file, edited, said, does), after }], messages: [] };
}

/** What the edits of one row come to: cells, a row more, or a row less where a decision was taken back. */
export function changesOfRow(opened: OpenedWorkspace, known: KnownSheet, edited: EditedRow): RowChanges {
  const { at } = edited.row;
  if (at === null) return toAdd(known, edited);
  const texts = cellTextsAt(opened, at);
  const gone = edited.edits.find(({ column, after }) => column.cell === 'decision' && after === '');
  if (gone !== undefined)
    return { changes: [changeOf(known.file, edited, gone, { kind: 'remove', at })], messages: [] };
  const changes = edited.edits.flatMap((edit): readonly Unnumbered[] => {
    const column = edit.column.cell ?? '';
    // What the workbook shows for an empty cell may have been emptied: then nothing changes.
    if (texts(column) === edit.after) return [];
    return [changeOf(known.file, edited, edit, { kind: 'cell', at, column, value: edit.after })];
  });
  return { changes, messages: [] };
}

/** Some accepted edits as changes of the workspace's tables: cells first, then rows added, then rows taken away. */
export function toTableChanges(changes: readonly Pick<WorkbookChange, 'does' | 'file'>[]): readonly Change[] {
  const files = [...new Set(changes.map(({ file }) => file))];
  const of = <Kind extends Proposed['kind']>(file: string, kind: Kind): readonly Extract<Proposed, { kind: Kind }>[] =>
    changes.flatMap(({ does, file: own }) => (own === file && isKind(does, kind) ? [does] : []));
  return files.flatMap((file): readonly Change[] => {
    const cells = of(file, 'cell').map(({ at, column, value }) => ({ row: at.row, column, value }));
    const rows = of(file, 'add').map(({ row }) => row);
    const removed = of(file, 'remove').map(({ at }) => at.row);
    return [
      ...(cells.length === 0 ? [] : [{ kind: 'cells', file, cells } as const]),
      ...(rows.length === 0 ? [] : [{ kind: 'add', file, rows } as const]),
      ...(removed.length === 0 ? [] : [{ kind: 'remove', file, rows: removed } as const]),
    ];
  });
}

const isKind = <Kind extends Proposed['kind']>(does: Proposed, kind: Kind): does is Extract<Proposed, { kind: Kind }> =>
  does.kind === kind;
