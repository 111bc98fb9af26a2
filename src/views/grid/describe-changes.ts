import type { Gathered } from './gather-changes.ts';

/** A number with its noun: "1 cell", "1,200 cells". */
export const countOf = (number: number, noun: string): string =>
  `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;

const areWere = (number: number): string => (number === 1 ? 'was' : 'were');

/** What was done and what was left, in a sentence or two: "Pasted 12 cells; 3 were read-only and stayed as they were." */
export function describeChanges(done: string, { taken, readOnly, refused, reason }: Gathered<unknown>): string {
  const left = [
    readOnly > 0 ? `${readOnly.toLocaleString('en-GB')} ${areWere(readOnly)} read-only and stayed` : null,
    refused > 0 ? `${refused.toLocaleString('en-GB')} did not fit and stayed` : null,
  ].filter((part) => part !== null);
  const sentence = `${[`${done} ${taken === 0 ? 'no cell' : countOf(taken, 'cell')}`, ...left].join('; ')}.`;
  return reason === null ? sentence : `${sentence} ${reason}`;
}

/** What of a block found no room at the edges of the grid; empty where all of it did. */
export function describeClipped(rows: number, columns: number): string {
  const parts = [rows > 0 ? countOf(rows, 'row') : null, columns > 0 ? countOf(columns, 'column') : null];
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? '' : ` There was no room for ${said.join(' and ')}.`;
}
