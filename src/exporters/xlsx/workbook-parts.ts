import type { Sheet } from '#diagram/workbook/sheet.ts';
import { ABOUT, LISTS, type Workbook } from '#diagram/workbook/workbook.ts';
import { columnLetters } from '#model/column-letters.ts';
import type { ClosedLists } from './closed-lists.ts';
import { filteredArea, rowXml, type SharedTexts, textCell, worksheetXml } from './sheet-xml.ts';
import { SPREADSHEET, STYLES } from './xlsx-styles.ts';
import { xlsxText } from './xlsx-text.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The names of a workbook's sheets, in their order. */
export const sheetNames = ({ sheets }: Workbook): readonly string[] => [
  ABOUT,
  ...sheets.map(({ name }) => name),
  LISTS,
];

/** What the workbook is, how it is used, and what every column is. */
export function aboutXml({ title, about, sheets }: Workbook, shared: SharedTexts): string {
  const columns = sheets.flatMap(({ name, columns }) =>
    columns
      .filter(({ note }) => note !== '')
      .map(({ title, note }): readonly [string, string] => [`${name}: ${title}`, note]),
  );
  const lines = [...about, ...columns].map(([name, says], at) =>
    rowXml(at + 3, [
      textCell(`A${at + 3}`, name, STYLES.name, shared),
      textCell(`B${at + 3}`, says, STYLES.says, shared),
    ]),
  );
  return worksheetXml(
    '',
    '<col min="1" max="1" width="34" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/>',
    [rowXml(1, [textCell('A1', title, STYLES.title, shared)]), ...lines],
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
  );
}

/** The closed lists, one in each column. */
export function listsXml({ lists }: ClosedLists, shared: SharedTexts): string {
  const longest = Math.max(0, ...lists.map((words) => words.length));
  const rows = Array.from({ length: longest }, (_, row) =>
    rowXml(
      row + 2,
      lists.map((words, at) => textCell(`${columnLetters(at)}${row + 2}`, words[row] ?? '', STYLES.text, shared)),
    ),
  );
  const head = rowXml(1, [textCell('A1', 'The lists that drop-downs offer', STYLES.name, shared)]);
  return worksheetXml('', '<col min="1" max="1" width="24" customWidth="1"/>', [head, ...rows], '');
}

const named = (name: string, at: number, says: string, more = ''): string =>
  `<definedName name="_xlnm.${name}" localSheetId="${at}"${more}>${says}</definedName>`;

/** What is filtered and which row is printed on every page, as the format wants it said beside the sheets. */
function definedNames(sheets: readonly Sheet[]): string {
  const filters = sheets.map((sheet, at) =>
    named('_FilterDatabase', at + 1, `'${sheet.name}'!${filteredArea(sheet)}`, ' hidden="1"'),
  );
  const titles = sheets.map(({ name }, at) => named('Print_Titles', at + 1, `'${name}'!$1:$1`));
  return `<definedNames>${[...filters, ...titles].join('')}</definedNames>`;
}

/** The list of sheets. */
export function workbookXml(workbook: Workbook): string {
  const sheets = sheetNames(workbook).map(
    (name, at) =>
      `<sheet name="${xlsxText(name)}" sheetId="${at + 1}"${name === LISTS ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  return (
    `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>${definedNames(workbook.sheets)}</workbook>`
  );
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

const relations = (members: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${members.join('')}</Relationships>`;

export const workbookRelations = (sheets: number): string =>
  relations([
    ...Array.from({ length: sheets }, (_, at) =>
      relation(`rId${at + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`),
    ),
    relation('rIdStyles', `${OFFICE}/styles`, 'styles.xml'),
    relation('rIdTexts', `${OFFICE}/sharedStrings`, 'sharedStrings.xml'),
  ]);

export const packageRelations = (): string =>
  relations([
    relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
    relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  ]);

/** Which part of the package holds what. */
export function contentTypes(sheets: number): string {
  const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('/xl/workbook.xml', `${TYPES}.sheet.main+xml`),
    ...Array.from({ length: sheets }, (_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, `${TYPES}.worksheet+xml`)),
    part('/xl/styles.xml', `${TYPES}.styles+xml`),
    part('/xl/sharedStrings.xml', `${TYPES}.sharedStrings+xml`),
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    '</Types>',
  ].join('');
}

/** Title, author and day of the file. */
export const coreProperties = ({ title, authority, day }: Workbook): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
  ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${xlsxText(title)}</dc:title><dc:creator>${xlsxText(authority)}</dc:creator>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created></cp:coreProperties>`;
