import type { ItemStatus, PlaceStatus } from '#model/audit.ts';
import type { Severity } from '#model/finding.ts';
import type { RecordedHere } from './item-overlay.ts';

/** A sign and a word for everything that colour also shows, so that nothing is said by colour alone. */
interface SignAndWord {
  readonly sign: string;
  readonly word: string;
}

export const PLACE_STATUS_WORDS: Readonly<Record<PlaceStatus, SignAndWord>> = {
  always: { sign: '●', word: 'always' },
  sometimes: { sign: '◐', word: 'sometimes' },
  never: { sign: '○', word: 'never' },
};

export const ITEM_STATUS_WORDS: Readonly<Record<ItemStatus, SignAndWord & { readonly means: string }>> = {
  missing: { sign: '○', word: 'Missing', means: 'not recorded at any place where it is due' },
  gaps: { sign: '◐', word: 'Gaps', means: 'not recorded on every route to a place where it is due' },
  unconfirmed: { sign: '●', word: 'Unconfirmed', means: 'recorded on every route, from a place nobody has confirmed' },
  covered: { sign: '●', word: 'Covered', means: 'recorded on every route to every place where it is due' },
  'not-triggered': { sign: '–', word: 'Not triggered', means: 'nothing in this workspace makes it due' },
};

export const SEVERITY_WORDS: Readonly<Record<Severity, SignAndWord>> = {
  high: { sign: '▲', word: 'High' },
  medium: { sign: '◆', word: 'Medium' },
  low: { sign: '▽', word: 'Low' },
  info: { sign: '○', word: 'Info' },
};

/** What a step's record does for the chosen item: "Feeds, sure"; "maybe" where it need not be recorded. */
export const describeRecorded = (recorded: RecordedHere): string =>
  `${recorded.feeds ? 'Feeds' : 'Records'}, ${recorded.sure ? 'sure' : 'maybe'}`;
