/** What a key asks of the list; to its ends is endlessly far. Letters are left to whoever decides. */
export type ListCommand =
  | { readonly kind: 'move'; readonly by: number; readonly extends: boolean }
  | { readonly kind: 'open' | 'shut' | 'mark' | 'mark-all' | 'unmark' | 'read' };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const PAGE = 8;

const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const OTHERS: Readonly<Record<string, ListCommand>> = {
  ArrowRight: { kind: 'open' },
  ArrowLeft: { kind: 'shut' },
  ' ': { kind: 'mark' },
  Escape: { kind: 'unmark' },
  Enter: { kind: 'read' },
};

/** Null for a key that the list has no use for. */
export function readListKey({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): ListCommand | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' ? { kind: 'mark-all' } : null;
  const by = MOVES[key];
  if (by !== undefined) return { kind: 'move', by, extends: shiftKey };
  return OTHERS[key] ?? null;
}

/** A letter pressed alone, as decisions have them; null for anything else. */
export const readLetter = ({ key, ctrlKey, metaKey, altKey }: Pressed): string | null =>
  ctrlKey || metaKey || altKey || !/^[a-z]$/iu.test(key) ? null : key.toLowerCase();
