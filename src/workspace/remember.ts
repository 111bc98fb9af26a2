import type { Problem } from '#model/finding.ts';
import { isSame } from '#model/is-same.ts';
import type { Reading } from './problems.ts';

/** Stands for everything that one reader of a workspace keeps from reading to reading. */
export interface Memory {
  /** What is kept of the files that the product ships; null in that memory itself. */
  readonly shipped: Memory | null;
}

export const newMemory = (): Memory => ({ shipped: { shipped: null } });

const filled = new WeakSet<Memory>();

/** True when something has been read with this memory. */
export const isFilled = (memory: Memory): boolean => filled.has(memory);

/** What was read at the last time, from what, and what there was to say about it. */
export interface Kept<Value> {
  readonly from: readonly unknown[];
  readonly value: Value;
  readonly problems: readonly Problem[];
}

/** A place in every memory for one kind of value; several of the kind are told apart by a key. */
export type Slot<Value> = WeakMap<Memory, Map<string, Kept<Value>>>;

export const newSlot = <Value>(): Slot<Value> => new WeakMap();

/** The new list with the old members wherever they hold the same; the old list when all do. */
export function settleList<Value>(before: readonly Value[], after: readonly Value[]): readonly Value[] {
  let isUnchanged = before.length === after.length;
  const settled = after.map((value, at) => {
    const old = before[at];
    if (old !== undefined && isSame(old, value)) return old;
    isUnchanged = false;
    return value;
  });
  return isUnchanged ? before : settled;
}

/** How a value is read, and what it is read from. */
export interface Recalled<Value> {
  readonly slot: Slot<Value>;
  readonly key?: string;
  readonly from: readonly unknown[];
  /** Reads the value; with what was read last, where a small change can be put into that. */
  readonly read: (last: Kept<Value> | undefined) => Value;
  /** Keeps what holds the same as before, so that whoever worked something out from it need not do so again. */
  readonly settle?: (before: Value, after: Value) => Value;
  /** What stood there before, where that is not what was read last. */
  readonly was?: Value | undefined;
}

/** Reads a value, or takes it from the last time when all that it is read from is still the same. */
export function recall<Value>({ memory, problems }: Reading, recalled: Recalled<Value>): Value {
  const { slot, key = '', from, read, settle, was } = recalled;
  const kept = slot.get(memory) ?? new Map<string, Kept<Value>>();
  slot.set(memory, kept);
  filled.add(memory);
  const last = kept.get(key);
  if (last !== undefined && last.from.length === from.length && last.from.every((part, at) => part === from[at])) {
    for (const problem of last.problems) problems.push(problem);
    return last.value;
  }
  const start = problems.length;
  const fresh = read(last);
  const before = was ?? last?.value;
  const value = before === undefined || settle === undefined ? fresh : settle(before, fresh);
  kept.set(key, { from, value, problems: problems.slice(start) });
  return value;
}
