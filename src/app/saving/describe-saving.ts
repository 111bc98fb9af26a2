import { count } from '#diagram/describe-step.ts';
import { describeStorageFailure } from '#store/saving/outcome.ts';
import type { SaveStanding } from '#views/save-status/save-status.tsx';
import { describeMoment } from './describe-moment.ts';
import type { KeeperState } from './keeper-state.ts';

type Known = Pick<KeeperState, 'keeping' | 'unsaved' | 'lastSaved' | 'origin' | 'role' | 'isSaving' | 'looking'>;

const hasFolder = ({ origin }: Pick<Known, 'origin'>): boolean => origin.kind === 'folder' && origin.folder !== null;

/** Whether the browser has what was done since the last save. */
function inBrowser({ keeping }: Known): string {
  if (keeping.kind === 'failed') return 'not kept in this browser either';
  return keeping.kind === 'waiting' ? 'keeping in this browser…' : 'kept in this browser';
}

function withoutChanges(known: Known, now: number): SaveStanding {
  const { lastSaved, keeping, origin } = known;
  if (keeping.kind === 'failed') return { tone: 'bad', words: 'Work is not kept in this browser', more: null };
  if (lastSaved === null) {
    return { tone: 'good', words: origin.kind === 'example' ? 'Nothing changed' : 'Saved in this browser', more: null };
  }
  const at = describeMoment(lastSaved.at, now);
  const how = hasFolder(known) ? `Saved to folder at ${at}` : `Downloaded as a zip at ${at}`;
  return { tone: 'good', words: how, more: null };
}

/** How it stands with saving, in the words of the navigation. */
export function describeSaving(known: Known, now: number): SaveStanding {
  const { unsaved, isSaving, role, looking, keeping } = known;
  if (looking !== null) return { tone: 'quiet', words: 'Looking at an earlier state', more: null };
  if (role === 'reader') return { tone: 'quiet', words: 'Read-only: open in another tab', more: null };
  if (isSaving) return { tone: 'quiet', words: 'Saving…', more: null };
  if (unsaved.length === 0) return withoutChanges(known, now);
  const where = hasFolder(known) ? 'the folder' : 'a file';
  return {
    tone: keeping.kind === 'failed' ? 'bad' : 'waiting',
    words: `Not saved to ${where}: ${count(unsaved.length, 'change')}`,
    more: inBrowser(known),
  };
}

/** What a person should know and do when the browser does not keep the work; null while it does. */
export const describeTrouble = ({ keeping }: Pick<Known, 'keeping'>): string | null =>
  keeping.kind === 'failed' ? describeStorageFailure(keeping.failure) : null;

/** What the button does that saves. */
export const saveWords = (known: Pick<Known, 'origin'>): string =>
  hasFolder(known) ? 'Save to folder' : 'Download a zip';
