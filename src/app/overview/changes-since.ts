import type { Unsaved } from '#app/saving/use-unsaved.ts';
import type { Changes } from '#views/overview/changes-list.tsx';

/** What is not saved, as it is listed: edits newest first, and how many rows of each file are not as they were. */
export function changesSince({ since, edits, files }: Unsaved): Changes {
  return {
    since: since === null ? 'since it was opened' : `since it was saved at ${since}`,
    edits: edits.toReversed(),
    // A file that is no table is one change.
    files: files.map(({ file, rows }) => ({ file, changes: Math.max(rows.length, 1) })),
  };
}
