/** The styles of cells, by their place in the style sheet. */
export const STYLES = {
  plain: 0,
  keyHeader: 1,
  editHeader: 2,
  shownHeader: 3,
  key: 4,
  text: 5,
  wrapped: 6,
  number: 7,
  day: 8,
  shown: 9,
  shownWrapped: 10,
  shownNumber: 11,
  title: 12,
  name: 13,
  says: 14,
} as const;

/** Fonts: plain, bold white, bold, title, grey. */
const FONTS = [
  '<font><sz val="11"/><name val="Arial"/></font>',
  '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Arial"/></font>',
  '<font><b/><sz val="11"/><name val="Arial"/></font>',
  '<font><b/><sz val="16"/><name val="Arial"/></font>',
  '<font><sz val="11"/><color rgb="FF505A5F"/><name val="Arial"/></font>',
];

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

/** Fills: none and the dotted one that every workbook has, then black, blue, grey and light grey. */
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  ...['0B0C0C', '144E81', '505A5F', 'F3F2F1'].map(solid),
];

const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FFB1B4B6"/></bottom><diagonal/></border>',
];

/** The number formats: general, whatever is typed stays text, and a day. */
const FORMAT = { general: 0, text: 49, day: 164 };

const xf = (font: number, fill: number, format: number, wrap: boolean): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${fill === 0 ? 0 : 1}" xfId="0"` +
  ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
  `<alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/></xf>`;

/** In the order of STYLES. */
const CELLS = [
  xf(0, 0, FORMAT.general, false),
  ...[2, 3, 4].map((fill) => xf(1, fill, FORMAT.text, true)),
  xf(4, 5, FORMAT.text, false),
  ...[false, true].map((wrap) => xf(0, 0, FORMAT.text, wrap)),
  xf(0, 0, FORMAT.general, false),
  xf(0, 0, FORMAT.day, false),
  ...[false, true].map((wrap) => xf(4, 5, FORMAT.text, wrap)),
  xf(4, 5, FORMAT.general, false),
  xf(3, 0, FORMAT.text, false),
  xf(2, 0, FORMAT.text, true),
  xf(0, 0, FORMAT.text, true),
];

const list = (name: string, members: readonly string[]): string =>
  `<${name} count="${members.length}">${members.join('')}</${name}>`;

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The style sheet of a workbook. */
export const stylesXml = (): string =>
  [
    `<styleSheet xmlns="${SPREADSHEET}">`,
    `<numFmts count="1"><numFmt numFmtId="${FORMAT.day}" formatCode="yyyy\\-mm\\-dd"/></numFmts>`,
    list('fonts', FONTS),
    list('fills', FILLS),
    list('borders', BORDERS),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list('cellXfs', CELLS),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
