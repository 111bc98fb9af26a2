import { suggest, suggestEach } from '#analyses/suggest.ts';
import type { ReturnId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { QuestionSuggestions, Suggestions } from '#model/suggestion.ts';
import type { Workspace } from '#model/workspace.ts';

/**
 * Facts proposed for the questions of a workspace that have no source. With a return, facts behind its items are
 * slightly favoured, and reasons name the item. Nothing is changed.
 */
export function suggestFacts(workspace: Workspace, wanted: ReturnId | null = null): Suggestions {
  const index = indexWorkspace(workspace, wanted);
  return { format: 'throughline-suggest/1', questions: suggest(index, wanted === null ? null : index.dataReturn) };
}

/** The same with a pause after every so many milliseconds of work, in which something more urgent may be done. */
export async function suggestInTurns(
  workspace: Workspace,
  wanted: ReturnId | null,
  { turn, now, pause }: { readonly turn: number; readonly now: () => number; readonly pause: () => Promise<void> },
): Promise<Suggestions> {
  const index = indexWorkspace(workspace, wanted);
  const questions: QuestionSuggestions[] = [];
  let start = now();
  for (const proposed of suggestEach(index, wanted === null ? null : index.dataReturn)) {
    questions.push(proposed);
    if (now() - start < turn) continue;
    await pause();
    start = now();
  }
  return { format: 'throughline-suggest/1', questions };
}
