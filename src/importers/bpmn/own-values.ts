import type { BpmnElement } from './bpmn-element.ts';
import { findOwn, textOf } from './bpmn-element.ts';

/** An object of JSON that nobody has looked at yet. */
export type OwnValue = Readonly<Record<string, unknown>>;

/** What Throughline wrote of an element when it made the file. */
export interface Own {
  readonly value: OwnValue;
  /** The words that stood in the drawing then. */
  readonly name: string;
  readonly lane: string;
}

const isObject = (value: unknown): value is OwnValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads back what Throughline wrote of an element; null where it wrote nothing, or somebody has broken it. */
export function readOwn({ raw }: BpmnElement, name: 'stepType' | 'nextAction'): Own | null {
  const own = findOwn(raw, name);
  const value = own === null ? null : parse(textOf(own, '$body'));
  return isObject(value) ? { value, name: textOf(own, 'name'), lane: textOf(own, 'lane') } : null;
}

/** Ours where the drawing still says what it said when it was written; otherwise what it says now. */
export const nowOrOwn = (drawn: string, written: string | undefined, own: unknown): string =>
  written !== undefined && drawn.trim() === written.trim() && typeof own === 'string' ? own : drawn;
