import type { Screen } from '#store/view.ts';

/** What a key asks of the whole page. */
export type PageCommand =
  | { readonly kind: 'search' | 'help' | 'go' }
  | { readonly kind: 'screen'; readonly screen: Screen };

const SCREEN_OF_KEY: ReadonlyMap<string, Screen> = new Map<string, Screen>([
  ['o', 'overview'],
  ['m', 'map'],
  ['f', 'fields'],
  ['r', 'returns'],
  ['i', 'findings'],
  ['w', 'walk'],
  ['s', 'share'],
]);

const ALONE: ReadonlyMap<string, PageCommand> = new Map<string, PageCommand>([
  ['/', { kind: 'search' }],
  ['?', { kind: 'help' }],
  ['g', { kind: 'go' }],
]);

/** The parts of a keyboard event that matter here. */
export interface PageKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where the keyboard stands: single keys belong to what is written, and a `g` just pressed waits for its screen. */
export interface KeySituation {
  readonly takesSingleKeys: boolean;
  readonly afterGo: boolean;
}

/** Null for a key that is not the page's. */
export function readPageKey(pressed: PageKey, { takesSingleKeys, afterGo }: KeySituation): PageCommand | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = pressed;
  const key = pressed.key.toLowerCase();
  // AltGr, which types letters on many keyboards, looks like Ctrl and Alt together.
  if (altKey) return null;
  if (ctrlKey || metaKey) return key === 'k' && !shiftKey ? { kind: 'search' } : null;
  if (!takesSingleKeys) return null;
  const screen = afterGo ? SCREEN_OF_KEY.get(key) : undefined;
  return screen === undefined ? (ALONE.get(key) ?? null) : { kind: 'screen', screen };
}
