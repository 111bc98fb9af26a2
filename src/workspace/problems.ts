import type { Problem } from '#model/finding.ts';
import type { RowRef } from '#model/workspace.ts';
import { type Hints, newHints } from './near.ts';
import { type Memory, newMemory } from './remember.ts';

/** What every reader of one workspace shares: where problems go, how much guessing is left, what was read before. */
export interface Reading {
  readonly problems: Problem[];
  readonly hints: Hints;
  readonly memory: Memory;
}

export const newReading = (memory: Memory = newMemory()): Reading => ({ problems: [], hints: newHints(), memory });

/** Where a problem stands. `column` empty is the whole row, row 0 the whole file. */
export interface Where extends RowRef {
  readonly column: string;
}

export const wholeFile = (file: string): Where => ({ file, row: 0, column: '' });

export function tellError(reading: Reading, where: Where, message: string): void {
  const { file, row, column } = where;
  reading.problems.push({ severity: 'error', file, row, column, message });
}

export function tellWarning(reading: Reading, where: Where, message: string): void {
  const { file, row, column } = where;
  reading.problems.push({ severity: 'warning', file, row, column, message });
}

const SHOWN = 80;

/** A value received, in double quotes, cut where it is very long. */
export const quoted = (value: string): string => (value.length > SHOWN ? `"${value.slice(0, SHOWN)}…"` : `"${value}"`);

/** `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
