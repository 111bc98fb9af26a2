import type { MoveKey } from './move-in-grid.ts';
import type { Passage } from './standing.ts';

/** What a key asks of the grid. */
export type GridCommand =
  | { readonly kind: 'move'; readonly key: MoveKey; readonly isFar: boolean; readonly isExtending: boolean }
  | { readonly kind: 'pass'; readonly way: Passage }
  | { readonly kind: 'choose'; readonly what: 'all' | 'row' | 'column' }
  | { readonly kind: 'fill'; readonly way: 'down' | 'right' }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'edit' | 'clear' | 'space' | 'escape' | 'menu' };

/** The parts of a keyboard event that matter here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const MOVES: Readonly<Record<string, MoveKey>> = {
  ArrowUp: 'ArrowUp',
  ArrowDown: 'ArrowDown',
  ArrowLeft: 'ArrowLeft',
  ArrowRight: 'ArrowRight',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
};

const WITH_CTRL: Readonly<Record<string, GridCommand>> = {
  a: { kind: 'choose', what: 'all' },
  ' ': { kind: 'choose', what: 'column' },
  d: { kind: 'fill', way: 'down' },
  r: { kind: 'fill', way: 'right' },
};

const ALONE: Readonly<Record<string, GridCommand>> = {
  F2: { kind: 'edit' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'clear' },
  Escape: { kind: 'escape' },
  ContextMenu: { kind: 'menu' },
  // The first of two keys that make one letter, or of a word that an input method puts together.
  Dead: { kind: 'type', text: '' },
  Process: { kind: 'type', text: '' },
};

const isLetter = (key: string): boolean => [...key].length === 1;

function readPlain({ key, shiftKey }: KeyPress): GridCommand | null {
  if (key === 'Tab') return { kind: 'pass', way: shiftKey ? 'left' : 'right' };
  if (key === 'Enter') return { kind: 'pass', way: shiftKey ? 'up' : 'down' };
  if (key === ' ') return shiftKey ? { kind: 'choose', what: 'row' } : { kind: 'space' };
  if (key === 'F10') return shiftKey ? { kind: 'menu' } : null;
  return ALONE[key] ?? (isLetter(key) ? { kind: 'type', text: key } : null);
}

/** Reads a key press; null for one that is not the grid's, such as undo. AltGr is a way to type, not a command. */
export function readKey(press: KeyPress): GridCommand | null {
  const { key, shiftKey } = press;
  const isFar = press.ctrlKey || press.metaKey;
  if (press.altKey && isFar) return isLetter(key) ? { kind: 'type', text: key } : null;
  if (press.altKey) return key === 'ArrowDown' ? { kind: 'menu' } : null;
  const move = MOVES[key];
  if (move !== undefined) return { kind: 'move', key: move, isFar, isExtending: shiftKey };
  if (isFar) return shiftKey ? null : (WITH_CTRL[key.toLowerCase()] ?? null);
  return readPlain(press);
}
