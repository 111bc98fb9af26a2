import { markTitle, type Sheet, type SheetColumn } from '#diagram/workbook/sheet.ts';
import { columnLetters } from '#model/column-letters.ts';
import { daysBetween, isIsoDate } from '#model/dates.ts';
import { type ClosedLists, validationsXml } from './closed-lists.ts';
import { SPREADSHEET, STYLES } from './xlsx-styles.ts';

/** Texts are kept once for the whole workbook and named by their place in the list. */
export interface SharedTexts {
  readonly placeOf: (text: string) => number;
  readonly texts: () => readonly string[];
}

export function sharedTexts(): SharedTexts {
  const places = new Map<string, number>();
  return {
    placeOf: (text) => {
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, places.size);
      return places.size - 1;
    },
    texts: () => [...places.keys()],
  };
}

/** The day from which spreadsheets count; days before March 1900 are counted otherwise, and stay text. */
const DAY_NOUGHT = '1899-12-30';
const FIRST_DAY = '1900-03-01';

/** A number as a spreadsheet keeps it and gives it back; null for what is none, or would come back otherwise. */
const plainNumber = (text: string): string | null =>
  /^-?\d{1,15}(?:\.\d{1,9})?$/u.test(text) && String(Number(text)) === text && text.length <= 16 ? text : null;

/** What stands in a cell as a number: numbers, and days as how many they are; null where it is a text. */
function numberIn({ holds }: SheetColumn, text: string): string | null {
  if (holds === 'number') return plainNumber(text);
  const isDay = holds === 'day' && text.length === 10 && text >= FIRST_DAY && isIsoDate(text);
  return isDay ? String(daysBetween(DAY_NOUGHT, text)) : null;
}

/** A cell with a text, so that nothing in it is ever run as a formula. */
export const textCell = (at: string, text: string, style: number, shared: SharedTexts): string =>
  text === '' ? '' : `<c r="${at}" s="${style}" t="s"><v>${shared.placeOf(text)}</v></c>`;

const HEADERS = { key: STYLES.keyHeader, edit: STYLES.editHeader, shown: STYLES.shownHeader } as const;

function styleOf({ role, holds, isWrapped }: SheetColumn): number {
  if (role === 'key') return STYLES.key;
  if (role === 'shown') {
    if (holds === 'number') return STYLES.shownNumber;
    return isWrapped ? STYLES.shownWrapped : STYLES.shown;
  }
  if (holds === 'number') return STYLES.number;
  if (holds === 'day') return STYLES.day;
  return isWrapped ? STYLES.wrapped : STYLES.text;
}

const widthXml = (at: number, width: number, more: string): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${Math.min(width, 80)}" customWidth="1"${more}/>`;

/** The XML of a sheet from its parts, in the order that the format asks for. */
export const worksheetXml = (view: string, columns: string, rows: readonly string[], after: string): string =>
  `<worksheet xmlns="${SPREADSHEET}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
  `<sheetViews><sheetView workbookViewId="0">${view}</sheetView></sheetViews>` +
  `<cols>${columns}</cols><sheetData>${rows.join('')}</sheetData>${after}</worksheet>`;

/** Points that one line of text takes. */
const LINE = 14.5;

/** A row of a sheet from its cells, so many lines high. */
export function rowXml(row: number, cells: readonly string[], lines = 1): string {
  const height = lines === 1 ? '' : ` ht="${lines * LINE}"${row === 1 ? ' customHeight="1"' : ''}`;
  return `<row r="${row}"${height}>${cells.join('')}</row>`;
}

/** Beyond so many lines a row would fill the screen. */
const MOST_LINES = 8;

/** How many lines a row needs, so that programs that do not measure it themselves show what wraps. */
function linesOf(columns: readonly SheetColumn[], cells: readonly string[]): number {
  const lines = columns.map(({ isWrapped, width }, at) => {
    const text = isWrapped ? (cells[at] ?? '') : '';
    return text === ''
      ? 1
      : text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.min(MOST_LINES, Math.max(1, ...lines));
}

/** The first row and the columns that name a row stay in sight. */
function frozen(columns: readonly SheetColumn[]): string {
  // Keys of several wide columns would leave no room for the rest.
  const keys = columns.findIndex(({ role }) => role !== 'key');
  const across = keys > 0 && keys <= 2 ? keys : 1;
  const corner = `${columnLetters(across)}2`;
  return `<pane xSplit="${across}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`;
}

/** The area that is filtered: every row and column that is shown. */
export const filteredArea = ({ columns, rows }: Sheet): string =>
  `$A$1:$${columnLetters(columns.length - 1)}$${rows.length + 1}`;

/** One sheet of the workbook as XML. */
export function sheetXml(sheet: Sheet, shared: SharedTexts, lists: ClosedLists): string {
  const { name, file, columns, rows } = sheet;
  const letters = [...columns, null].map((_, at) => columnLetters(at));
  const styles = columns.map(styleOf);
  const markAt = letters.at(-1) ?? '';
  const heads = columns.map(({ title, role }, at) => textCell(`${letters[at] ?? ''}1`, title, HEADERS[role], shared));
  const mark = file === '' ? '' : textCell(`${markAt}1`, markTitle(name), STYLES.keyHeader, shared);
  const body = rows.map((row, index) => {
    const cells = columns.map((column, at) => {
      const [text, place] = [row.cells[at] ?? '', `${letters[at] ?? ''}${index + 2}`];
      const number = numberIn(column, text);
      if (number === null) return textCell(place, text, styles[at] ?? 0, shared);
      return `<c r="${place}" s="${styles[at] ?? 0}"><v>${number}</v></c>`;
    });
    const hidden = textCell(`${markAt}${index + 2}`, row.mark, STYLES.key, shared);
    return rowXml(index + 2, [...cells, hidden], linesOf(columns, row.cells));
  });
  const widths = columns.map(({ width }, at) => widthXml(at, width, ` style="${styles[at] ?? 0}"`));
  const hidden = file === '' ? [] : [widthXml(columns.length, 12, ' hidden="1"')];
  const filter = `<autoFilter ref="${filteredArea(sheet).replaceAll('$', '')}"/>`;
  const print = '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  return worksheetXml(
    frozen(columns),
    [...widths, ...hidden].join(''),
    [rowXml(1, [...heads, mark], 2), ...body],
    `${filter}${validationsXml(columns, rows.length, lists)}${print}`,
  );
}
