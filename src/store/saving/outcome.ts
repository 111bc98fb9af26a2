import { assertNever } from '#model/assert.ts';

/** Why something could not be kept in the browser's storage. */
export type StorageFailure =
  /** There is no room left, even without the older saved states. */
  | { readonly kind: 'full' }
  /** The browser has no such storage, or does not let the page use it, as in a private window. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** Parts of what is to be kept are no longer in the storage, as when somebody cleared it. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'broken'; readonly reason: string };

/** What came of something that the outside world may prevent. */
export type Outcome<Value, Failure = StorageFailure> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const done = <Value>(value: Value): Outcome<Value, never> => ({ kind: 'done', value });
export const failed = <Failure>(failure: Failure): Outcome<never, Failure> => ({ kind: 'failed', failure });

/** The name by which a browser calls what went wrong; empty where it is not one of its own. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : '');
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const UNAVAILABLE: readonly string[] = ['SecurityError', 'InvalidStateError', 'NotAllowedError', 'VersionError'];

const INCOMPLETE = 'IncompleteError';

/** What is thrown where a file that is held on to is no longer in the storage. */
export const incompleteError = (): Error =>
  Object.assign(new Error('A file is no longer in the storage.'), { name: INCOMPLETE });

/** What the browser's storage threw, as a failure. */
export function toStorageFailure(error: unknown): StorageFailure {
  const name = errorName(error);
  if (name === 'QuotaExceededError') return { kind: 'full' };
  if (name === INCOMPLETE) return { kind: 'incomplete' };
  if (UNAVAILABLE.includes(name)) return { kind: 'unavailable', reason: errorText(error) };
  return { kind: 'broken', reason: errorText(error) };
}

/** What a person should know and can do. */
export function describeStorageFailure(failure: StorageFailure): string {
  const save = 'Save to a folder or download a zip before you close this tab.';
  switch (failure.kind) {
    case 'full':
      return `Your work is no longer kept automatically: the browser’s storage for this page is full. ${save}`;
    case 'unavailable':
      return `Your work is not kept automatically: the browser does not let this page store anything. ${save}`;
    case 'incomplete':
      return `Your work is not kept automatically: parts of it were cleared from the browser’s storage. ${save}`;
    case 'broken':
      return `Your work could not be kept automatically: ${failure.reason} ${save}`;
    default:
      return assertNever(failure);
  }
}
