import { strToU8, zipSync } from 'fflate';
import { NOT_CARRIED, type Workbook } from '#diagram/workbook/workbook.ts';
import type { ExportedFile } from '#exporters/exported-file.ts';
import { closedLists } from './closed-lists.ts';
import { sharedTexts, sheetXml } from './sheet-xml.ts';
import {
  aboutXml,
  contentTypes,
  coreProperties,
  listsXml,
  packageRelations,
  sheetNames,
  workbookRelations,
  workbookXml,
} from './workbook-parts.ts';
import { SPREADSHEET, stylesXml } from './xlsx-styles.ts';
import { xlsxText } from './xlsx-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A day of no meaning, so that the same workbook always gives the same bytes. */
const DAY = new Date(1980, 0, 1);

const textsXml = (texts: readonly string[]): string =>
  `<sst xmlns="${SPREADSHEET}" uniqueCount="${texts.length}">` +
  `${texts.map((text) => `<si><t xml:space="preserve">${xlsxText(text)}</t></si>`).join('')}</sst>`;

/** A workbook for Excel and LibreOffice. Every text is written as text, so that nothing in it is run. */
export function exportWorkbook(workbook: Workbook): ExportedFile {
  const shared = sharedTexts();
  const lists = closedLists(workbook.sheets.flatMap(({ columns }) => columns));
  const sheets = [
    aboutXml(workbook, shared),
    ...workbook.sheets.map((sheet) => sheetXml(sheet, shared, lists)),
    listsXml(lists, shared),
  ];
  const count = sheetNames(workbook).length;
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(count)],
    ['_rels/.rels', packageRelations()],
    ['docProps/core.xml', coreProperties(workbook)],
    ['xl/workbook.xml', workbookXml(workbook)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(count)],
    ['xl/styles.xml', stylesXml()],
    ['xl/sharedStrings.xml', textsXml(shared.texts())],
    ...sheets.map((xml, at): readonly [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, xml]),
  ];
  const files = Object.fromEntries(parts.map(([name, xml]) => [name, strToU8(HEAD + xml)]));
  return {
    content: zipSync(files, { mtime: DAY }),
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    lost: NOT_CARRIED,
  };
}
