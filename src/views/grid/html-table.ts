import type { Block } from './tsv.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const IS_NUMBER = /^-?\d+(?:\.\d+)?$/u;
// Codes such as 007 are words: as a number a spreadsheet would drop their noughts.
const HAS_LEADING_NOUGHT = /^-?0\d/u;

const escape = (text: string): string => text.replaceAll(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);

const lines = (text: string): string =>
  escape(text).replaceAll(/\r\n|\n|\r/gu, '<br style="mso-data-placement:same-cell">');

/** Excel reads a cell of this format as text, so that one beginning with = is never run as a formula. */
function cellOf(text: string): string {
  const isNumber = IS_NUMBER.test(text) && !HAS_LEADING_NOUGHT.test(text);
  return isNumber ? `<td>${text}</td>` : `<td style="mso-number-format:'\\@'">${lines(text)}</td>`;
}

/** The same block as a table, for spreadsheets, letters and mails. */
export const toHtmlTable = (block: Block): string =>
  `<table>${block.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('')}</table>`;
