import { textOfCell } from './cell-words.ts';
import { cellName, type KnownSheet, type Marking, type WorkbookMessage } from './known-sheet.ts';
import type { ReadCell, ReadSheet } from './read-workbook.ts';

/** How many rows from the top a header is looked for: people put titles above. */
const HEADER_ROWS = 20;

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');

/** A sheet of the file that was known again: where its header and its columns stand. */
export interface FoundSheet {
  readonly sheet: ReadSheet;
  /** From 0. */
  readonly header: number;
  /** For each known column where it stands; null where it is not there (or twice). */
  readonly places: readonly (number | null)[];
  readonly markAt: number | null;
  /** Headers that are not the workbook's own. */
  readonly strange: readonly string[];
  readonly messages: readonly WorkbookMessage[];
}

const titlesOf = (row: readonly ReadCell[]): readonly string[] => row.map((cell) => plain(textOfCell(cell)));

const keysOf = ({ columns }: KnownSheet): readonly string[] =>
  columns.filter(({ role }) => role === 'key').map(({ title }) => plain(title));

/** The row in which all columns stand by which rows are known; null where there is none. */
function headerOf(known: KnownSheet, { rows }: ReadSheet): number | null {
  const keys = keysOf(known);
  const at = rows.slice(0, HEADER_ROWS).findIndex((row) => {
    const titles = titlesOf(row);
    return keys.every((key) => titles.includes(key));
  });
  return at === -1 ? null : at;
}

function columnsIn(known: KnownSheet, sheet: ReadSheet, header: number, marking: Marking): FoundSheet {
  const titles = titlesOf(sheet.rows[header] ?? []);
  const mark = titles.indexOf(plain(marking.titleOf(known.name)));
  const messages: WorkbookMessage[] = [];
  const places = known.columns.map(({ title, role }) => {
    const at = titles.indexOf(plain(title));
    const again = at === -1 ? -1 : titles.indexOf(plain(title), at + 1);
    if (again === -1) return at === -1 ? null : at;
    if (role === 'edit') {
      const message = `The column “${title}” stands twice, so neither was read. Delete one of the two.`;
      messages.push({ severity: 'error', sheet: sheet.name, cell: cellName(header, again), message });
    }
    return role === 'key' ? at : null;
  });
  const own = new Set([...known.columns.map(({ title }) => plain(title)), plain(marking.titleOf(known.name))]);
  const strange = (sheet.rows[header] ?? [])
    .map(textOfCell)
    .filter((title) => title.trim() !== '' && !own.has(plain(title)));
  return { sheet, header, places, markAt: mark === -1 ? null : mark, strange, messages };
}

/** True where the sheet's first rows say that it is a copy of one of the workbook, whatever it is called now. */
const isMarked = (known: KnownSheet, sheet: ReadSheet, { titleOf }: Marking): boolean =>
  sheet.rows.slice(0, HEADER_ROWS).some((row) => titlesOf(row).includes(plain(titleOf(known.name))));

/** The sheet of a file that a known one was written as: by its name, or by its hidden column where it was renamed. */
export function findSheet(known: KnownSheet, sheets: readonly ReadSheet[], marking: Marking): FoundSheet | null {
  const named = sheets.filter(({ name }) => plain(name) === plain(known.name));
  const marked = sheets.filter((sheet) => isMarked(known, sheet, marking));
  for (const sheet of [...named, ...marked]) {
    const header = headerOf(known, sheet);
    if (header !== null) return columnsIn(known, sheet, header, marking);
  }
  return null;
}
