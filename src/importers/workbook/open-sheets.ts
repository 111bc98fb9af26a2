import { findPersonalColumns } from '#importers/personal-columns.ts';
import { textOfCell } from './cell-words.ts';
import { type FoundSheet, findSheet } from './find-sheet.ts';
import type { KnownSheet, Marking, WorkbookMessage } from './known-sheet.ts';
import type { ReadSheet, Refusal } from './read-workbook.ts';

/** A sheet of the workbook with the one of the file that it was known again as. */
export interface PairedSheet {
  readonly known: KnownSheet;
  readonly found: FoundSheet;
}

/** The sheets of a file that come back, and what is to be said of the others. */
export interface PairedSheets {
  readonly pairs: readonly PairedSheet[];
  readonly messages: readonly WorkbookMessage[];
}

/** How many rows of a strange sheet may be its header. */
const HEADER_ROWS = 5;

function personalIn(sheet: ReadSheet, found: FoundSheet | undefined): readonly string[] {
  if (found !== undefined) return findPersonalColumns(found.strange);
  const rows = sheet.rows.slice(0, HEADER_ROWS).map((row) => row.map(textOfCell));
  return rows.map(findPersonalColumns).find((columns) => columns.length > 0) ?? [];
}

function tellPersonal(sheet: ReadSheet, columns: readonly string[]): Refusal {
  const [only] = columns;
  const which =
    columns.length === 1 ? `the column “${only ?? ''}”` : `the columns ${columns.map((one) => `“${one}”`).join(', ')}`;
  return {
    failure:
      `The sheet “${sheet.name}” has ${which}, which may hold personal data, so the whole file was refused: nothing of it was read and no copy is kept. ` +
      'Delete what is about people, save the file, and import it again. Counts by step, form or question may stay.',
  };
}

const FOREIGN =
  'This workbook was not made by Throughline: none of its sheets has the key columns that say which row is which. Export one with “throughline export --to xlsx”, and edit that.';

function strangeColumns({ found }: PairedSheet): readonly WorkbookMessage[] {
  if (found.strange.length === 0) return [];
  const columns = found.strange.map((one) => `“${one}”`).join(', ');
  const message = `These columns are not Throughline’s and were not read: ${columns}.`;
  return [{ severity: 'warning', sheet: found.sheet.name, cell: '', message }];
}

/**
 * Pairs the sheets of a file with those that Throughline writes. A file that holds something about people is refused as a
 * whole; sheets and columns that are somebody's own are left alone. `others` are sheets that never come back.
 */
export function openSheets(
  known: readonly KnownSheet[],
  sheets: readonly ReadSheet[],
  others: readonly string[],
  marking: Marking,
): PairedSheets | Refusal {
  const pairs = known.flatMap((one): readonly PairedSheet[] => {
    const found = one.file === '' ? null : findSheet(one, sheets, marking);
    return found === null ? [] : [{ known: one, found }];
  });
  const ours = new Set([...others, ...known.filter(({ file }) => file === '').map(({ name }) => name)]);
  const isOurs = (sheet: ReadSheet): boolean => pairs.length > 0 && ours.has(sheet.name);
  const foundAs = (sheet: ReadSheet): FoundSheet | undefined => pairs.find(({ found }) => found.sheet === sheet)?.found;
  for (const sheet of sheets) {
    const personal = isOurs(sheet) ? [] : personalIn(sheet, foundAs(sheet));
    if (personal.length > 0) return tellPersonal(sheet, personal);
  }
  if (pairs.length === 0) return { failure: FOREIGN };
  const strange = sheets.filter((sheet) => !isOurs(sheet) && foundAs(sheet) === undefined);
  return {
    pairs,
    messages: [
      ...strange.map(
        ({ name }): WorkbookMessage => ({
          severity: 'warning',
          sheet: name,
          cell: '',
          message: 'This sheet is not Throughline’s and was not read.',
        }),
      ),
      ...pairs.flatMap(strangeColumns),
    ],
  };
}
