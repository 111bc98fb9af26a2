import type { GridColumn } from './grid-column.ts';

const FONT = '14px Arial, Helvetica, sans-serif';
/** Padding, rule, sign and the button of the heading. */
const AROUND = 48;
const WIDEST = 520;
/** Enough to see how long texts are; measuring 15,000 would hold everything up. */
const SAMPLE = 1000;

/** How wide a column has to be for its longest text, judged from rows all over the grid. */
export function fittingWidth<Row>(column: GridColumn<Row>, rows: readonly Row[]): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return column.width;
  context.font = FONT;
  const stride = Math.max(1, Math.ceil(rows.length / SAMPLE));
  const texts = rows.filter((_, place) => place % stride === 0).map((row) => column.text(row));
  const widest = [column.title, ...texts].reduce((most, text) => Math.max(most, context.measureText(text).width), 0);
  return Math.round(Math.max(64, Math.min(widest + AROUND, WIDEST)));
}
