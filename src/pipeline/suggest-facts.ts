import { suggest } from '#analyses/suggest.ts';
import type { ReturnId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Suggestions } from '#model/suggestion.ts';
import type { Workspace } from '#model/workspace.ts';

/**
 * Facts proposed for the questions of a workspace that have no source. With a return, facts behind its items are
 * slightly favoured, and reasons name the item. Nothing is changed.
 */
export function suggestFacts(workspace: Workspace, wanted: ReturnId | null = null): Suggestions {
  const index = indexWorkspace(workspace, wanted);
  return { format: 'throughline-suggest/1', questions: suggest(index, wanted === null ? null : index.dataReturn) };
}
