import { INSET, type SlideLine, TEXT } from '#diagram/deck/slide.ts';
import { type Paint, THEME } from '#diagram/theme.ts';
import { escapeXml } from '#exporters/svg.ts';

/** Measures of the format are 12,700 to a point. */
export const emu = (points: number): number => Math.round(points * 12_700);

export const solid = (paint: Paint): string =>
  `<a:solidFill><a:srgbClr val="${THEME[paint].slice(1).toUpperCase()}"/></a:solidFill>`;

/** A text for an attribute or an element, without what a slide cannot hold on one line. */
export const slideXml = (text: string): string => escapeXml(text.replaceAll(/[\s\u2028\u2029]+/gu, ' ').trim());

const FONT = '<a:latin typeface="Arial"/><a:cs typeface="Arial"/>';
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

export type Align = 'start' | 'middle';

/** The look of some letters. */
export const runLook = (
  tag: 'rPr' | 'endParaRPr',
  { size = TEXT, bold = false, paint = 'text' }: Partial<SlideLine>,
): string =>
  `<a:${tag} lang="en-GB" sz="${size * 100}"${bold ? ' b="1"' : ''} dirty="0">${solid(paint)}${FONT}</a:${tag}>`;

const alignment = (align: Align, isRightToLeft: boolean): string => {
  if (align === 'middle') return ' algn="ctr"';
  return isRightToLeft ? ' algn="r"' : ' algn="l"';
};

/** A paragraph; one without words keeps its height. */
export function writeParagraph(line: SlideLine, align: Align, after = ''): string {
  const isRightToLeft = RIGHT_TO_LEFT.test(line.text);
  const look = `<a:pPr${alignment(align, isRightToLeft)}${isRightToLeft ? ' rtl="1"' : ''}><a:buNone/></a:pPr>`;
  const words = slideXml(line.text);
  if (words === '' && after === '') return `<a:p>${look}${runLook('endParaRPr', line)}</a:p>`;
  return `<a:p>${look}<a:r>${runLook('rPr', line)}<a:t>${words}</a:t></a:r>${after}</a:p>`;
}

/** How text stands in a shape: wrapped at its edges, never made smaller. */
export const writeBody = (anchor: 't' | 'ctr' | 'b'): string =>
  `<a:bodyPr wrap="square" lIns="${emu(INSET.x)}" tIns="${emu(INSET.y)}" rIns="${emu(INSET.x)}" bIns="${emu(INSET.y)}" rtlCol="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>`;
