/** What a key asks of the outline; to its ends is endlessly far. */
export type TreeCommand =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'open' | 'shut' | 'enter' | 'turn' | 'rename' }
  | { readonly kind: 'type'; readonly letter: string };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const PAGE = 10;

const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const OTHERS: Readonly<Record<string, TreeCommand>> = {
  ArrowRight: { kind: 'open' },
  ArrowLeft: { kind: 'shut' },
  Enter: { kind: 'enter' },
  F2: { kind: 'rename' },
};

/** Null for a key that the outline has no use for. A space is a letter while a name is being typed. */
export function readTreeKey({ key, ctrlKey, metaKey, altKey }: Pressed, isTyping: boolean): TreeCommand | null {
  if (altKey || ctrlKey || metaKey) return null;
  const by = MOVES[key];
  if (by !== undefined) return { kind: 'move', by };
  if (key === ' ' && !isTyping) return { kind: 'turn' };
  // Marks such as / and ? are the page's own keys.
  if (key === ' ' || /^[\p{L}\p{N}]$/u.test(key)) return { kind: 'type', letter: key };
  return OTHERS[key] ?? null;
}
