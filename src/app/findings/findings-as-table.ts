import { FINDING_COLUMNS, findingCells } from '#diagram/workbook/finding-cells.ts';
import { csvText, safeCell } from '#diagram/workbook/safe-cell.ts';
import type { Finding } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

function safeRows(index: WorkspaceIndex, findings: readonly Finding[]): readonly (readonly string[])[] {
  const rows = findings.map((finding) => {
    const cells = findingCells(index, finding);
    return FINDING_COLUMNS.map((column) => safeCell(cells[column]));
  });
  return [FINDING_COLUMNS, ...rows];
}

/** The findings as a CSV file that Excel opens by itself: UTF-8 with a byte-order mark. */
export const findingsAsCsv = (index: WorkspaceIndex, findings: readonly Finding[]): string =>
  csvText(safeRows(index, findings));

/** The findings to be pasted into a spreadsheet: a cell ends at a tab, a row at a line end. */
export const findingsAsTsv = (index: WorkspaceIndex, findings: readonly Finding[]): string =>
  safeRows(index, findings)
    .map((row) => row.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t'))
    .join('\r\n');
