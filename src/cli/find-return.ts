import { type ReturnId, returnId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import { didYouMean } from './nearest.ts';
import type { Failure } from './shell.ts';

/** The return asked for by its key, null where none was asked for; a failure where the workspace has no such return. */
export function findReturn({ returns }: Workspace, wanted: string | null): ReturnId | null | Failure {
  const known = returns.map(({ id }) => id);
  if (wanted === null || known.some((id) => id === wanted)) return wanted === null ? null : returnId(wanted);
  return {
    failure: `There is no return "${wanted}".${didYouMean(wanted, known)} There are: ${known.join(', ') || 'none'}.`,
  };
}
