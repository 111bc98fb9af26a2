import { type ReturnTable, returnRows } from '#edits/edit-return-rows.ts';
import { jsonOfReturn, partOfReturn } from '#edits/return-files.ts';
import type { DataReturn } from '#model/data-return.ts';
import type { Problem } from '#model/finding.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import type { EditRow } from '#views/own-return/edit-column.ts';
import type { OwnTable } from '#views/own-return/own-return.tsx';

const ITEM_COLUMNS =
  'item tag path module name cbds format code_set min max event condition fact child_protection confidence source';

const COLUMNS: Readonly<Record<OwnTable, readonly string[]>> = {
  events: ['event', 'name', 'default_roles'],
  codes: ['code_set', 'code', 'label'],
  items: ITEM_COLUMNS.split(' '),
  rules: ['rule', 'type', 'items', 'says'],
};

function rowsOf(opened: OpenedWorkspace, table: ReturnTable): readonly EditRow[] {
  const file = partOfReturn(opened, table.dataReturn, table.part);
  const problems = groupBy(
    opened.problems.filter((problem) => problem.file === file),
    ({ row }) => row,
  );
  return returnRows(opened, table).map(({ at, cell }) => ({
    row: at.row,
    cells: Object.fromEntries(COLUMNS[table.part].map((column) => [column, cell(column)])),
    problems: problems.get(at.row) ?? [],
  }));
}

/** The tables of a return of the council's own as its files hold them, with what the reader says of each row. */
export const ownRows = (
  opened: OpenedWorkspace,
  dataReturn: DataReturn,
): Readonly<Record<OwnTable, readonly EditRow[]>> => ({
  events: rowsOf(opened, { dataReturn, part: 'events' }),
  codes: rowsOf(opened, { dataReturn, part: 'codes' }),
  items: rowsOf(opened, { dataReturn, part: 'items' }),
  rules: rowsOf(opened, { dataReturn, part: 'rules' }),
});

/** What the reader says of its files as a whole. */
export function ownProblems(opened: OpenedWorkspace, dataReturn: DataReturn): readonly Problem[] {
  const json = jsonOfReturn(opened, dataReturn);
  const folder = json.slice(0, json.lastIndexOf('/') + 1);
  return opened.problems.filter(({ file, row }) => file.startsWith(folder) && (row === 0 || file === json));
}
