import type { Author } from '#edits/author.ts';

const NAME_KEY = 'throughline.name';

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** The person's own day, as an ISO date. */
export function today(now: Date = new Date()): string {
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** The display name that is kept in this browser; empty while nobody has given one. */
export const storedName = (): string => window.localStorage.getItem(NAME_KEY) ?? '';

/** Who is at work, now. */
export const currentAuthor = (): Author => ({ by: storedName(), on: today() });
