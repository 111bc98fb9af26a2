/** What a key asks for on the map. */
export type KeyCommand =
  | 'choose'
  | 'clear'
  | 'open'
  | 'connect'
  | 'inside'
  | 'cancel'
  | 'confirm'
  | 'leave'
  | 'press'
  | 'walk';

/** What the keyboard is at: steps, the rows inside one, or the target of a new next action. */
export type KeyMode = 'steps' | 'inside' | 'connecting';

const OF_STEPS: Readonly<Record<string, KeyCommand>> = {
  Enter: 'choose',
  ' ': 'choose',
  Escape: 'clear',
  o: 'open',
  '+': 'open',
  n: 'connect',
  F2: 'inside',
};

const OF_INSIDE: Readonly<Record<string, KeyCommand>> = {
  Enter: 'press',
  ' ': 'press',
  Escape: 'leave',
  F2: 'leave',
};

const OF_CONNECTING: Readonly<Record<string, KeyCommand>> = { Enter: 'confirm', Escape: 'cancel' };

const KEYS = { steps: OF_STEPS, inside: OF_INSIDE, connecting: OF_CONNECTING } as const;

/** The command of a key; keys without one walk. */
export const commandOf = (mode: KeyMode, key: string): KeyCommand => KEYS[mode][key] ?? 'walk';

/** The row that a key leads to inside an open step, from top to bottom and no further. Null: not one of these keys. */
export function walkRows(rows: number, at: number, key: string): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return null;
  }
}
