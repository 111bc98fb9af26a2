import { assertNever } from '#model/assert.ts';
import { errorName, errorText } from './outcome.ts';

/** Why a folder could not be read or written. `file` is empty where the folder as a whole is meant. */
export type FolderFailure =
  /** The person or the browser does not let the page use the folder, or no longer. */
  | { readonly kind: 'permission'; readonly file: string }
  /** Another program holds the file. */
  | { readonly kind: 'locked'; readonly file: string }
  /** The folder was moved, renamed or deleted, or its drive is not there. */
  | { readonly kind: 'gone'; readonly file: string }
  | { readonly kind: 'disk-full'; readonly file: string }
  | { readonly kind: 'refused'; readonly file: string; readonly reason: string };

const KINDS: ReadonlyMap<string, 'permission' | 'locked' | 'gone' | 'disk-full'> = new Map([
  ['NotAllowedError', 'permission'],
  ['SecurityError', 'permission'],
  ['NoModificationAllowedError', 'locked'],
  ['InvalidStateError', 'locked'],
  ['NotReadableError', 'locked'],
  ['NotFoundError', 'gone'],
  ['QuotaExceededError', 'disk-full'],
]);

/** What the browser threw over a file or folder, as a failure. */
export function toFolderFailure(error: unknown, file: string): FolderFailure {
  const kind = KINDS.get(errorName(error));
  return kind === undefined ? { kind: 'refused', file, reason: errorText(error) } : { kind, file };
}

/** What a person should know and can do. */
export function describeFolderFailure(failure: FolderFailure): string {
  const { kind, file } = failure;
  const what = file === '' ? 'The folder' : `The file ${file}`;
  switch (kind) {
    case 'permission':
      return `${what} could not be used: the browser no longer lets this page do so. Save again and allow it when asked, or download a zip.`;
    case 'locked':
      return `${what} could not be written: another program holds it. Close it there, such as in Excel, and save again.`;
    case 'gone':
      return `${what} is no longer where it was. Put it back and save again, or save to another folder.`;
    case 'disk-full':
      return `${what} could not be written: the disk is full. Make room and save again, or save to another folder.`;
    case 'refused':
      return `${what} could not be used: ${failure.reason} Save again, or download a zip.`;
    default:
      return assertNever(kind);
  }
}
