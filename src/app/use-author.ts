import type { Author } from '#edits/author.ts';
import { openSettings, type Settings } from '#store/saving/settings.ts';

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** The person's own day, as an ISO date. */
export function today(now: Date = new Date()): string {
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

function localTexts(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    // Where nothing may be kept, the name is asked for again in the next tab.
    return null;
  }
}

/** What this browser remembers of the person. */
export const settings: Settings = openSettings(localTexts());

/** Who is at work, now. `by` is empty while nobody has given a name. */
export const currentAuthor = (): Author => ({ by: settings.displayName(), on: today() });
