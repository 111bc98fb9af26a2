import { markOf, markTitle } from '#diagram/workbook/sheet.ts';
import { ABOUT, LISTS, MODEL, type Workbook } from '#diagram/workbook/workbook.ts';
import { textOfCell } from '#importers/workbook/cell-words.ts';
import { compareSheet } from '#importers/workbook/compare-sheet.ts';
import type { Marking, WorkbookMessage } from '#importers/workbook/known-sheet.ts';
import { openSheets } from '#importers/workbook/open-sheets.ts';
import { type ReadSheet, type Refusal, readWorkbook } from '#importers/workbook/read-workbook.ts';
import { checkChanges } from './check-changes.ts';
import type { Edit } from './edit-workspace.ts';
import { type TablesRequest, workbookFor } from './export-tables.ts';
import { changesOfRow, type RowChanges, toTableChanges, type WorkbookChange } from './workbook-changes.ts';

/** What came back in a workbook. Nothing of it is in the workspace until it is accepted. */
export interface WorkbookImport {
  /** In the order of the workbook's sheets and rows. */
  readonly changes: readonly WorkbookChange[];
  /** What could not be taken, and what was not read. */
  readonly messages: readonly WorkbookMessage[];
  /** The workspace says still what it said when the workbook was made. */
  readonly isSameModel: boolean;
}

/** The hash of the model that a file was made from; empty where it does not say. */
function modelOf(sheets: readonly ReadSheet[]): string {
  const about = sheets.find(({ name }) => name === ABOUT);
  const row = about?.rows.find(([name]) => name === MODEL);
  return textOfCell(row?.[1] ?? null).trim();
}

function markingOf(workbook: Workbook, sheets: readonly ReadSheet[]): Marking {
  const now = workbook.about.find(([name]) => name === MODEL)?.[1] ?? '';
  return { titleOf: markTitle, markOf, isSameModel: modelOf(sheets) === now };
}

/** Reads an Excel workbook that Throughline wrote and people edited, and lists what they changed. */
export async function importWorkbook(bytes: Uint8Array, request: TablesRequest): Promise<WorkbookImport | Refusal> {
  const sheets = await readWorkbook(bytes);
  if ('failure' in sheets) return sheets;
  const workbook = await workbookFor(request);
  const marking = markingOf(workbook, sheets);
  const paired = openSheets(workbook.sheets, sheets, [ABOUT, LISTS], marking);
  if ('failure' in paired) return paired;
  const compared = paired.pairs.map(({ known, found }) => {
    const { rows, messages } = compareSheet(known, found, marking);
    const changed = rows.map((row): RowChanges => changesOfRow(request.opened, known, row));
    return {
      changes: changed.flatMap(({ changes }) => changes),
      messages: [...messages, ...changed.flatMap(({ messages }) => messages)],
    };
  });
  const checked = checkChanges(
    request.opened,
    compared.flatMap(({ changes }) => changes),
  );
  return {
    changes: checked.changes.map((change, at) => ({ number: at + 1, ...change })),
    messages: [...paired.messages, ...compared.flatMap(({ messages }) => messages), ...checked.messages],
    isSameModel: marking.isSameModel,
  };
}

/** Some changes of a workbook as one edit of the workspace, which can be undone. */
export const acceptChanges = (changes: readonly WorkbookChange[], name: string): Edit => ({
  name: `bring ${changes.length.toLocaleString('en-GB')} ${changes.length === 1 ? 'change' : 'changes'} back from ${name}`,
  changes: toTableChanges(changes),
});
