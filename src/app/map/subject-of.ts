import type { OverlayChoice } from '#diagram/overlays/overlay.ts';
import type { Thread, ThreadSubject } from '#diagram/thread/thread.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { View } from '#store/view.ts';
import { type MapView, MODULE, type Panel, WHOLE_RETURN } from './map-view.ts';

/**
 * Whose thread is followed: a fact's, a question's, or a chosen item's. An item's thread is put out while the item itself or
 * the findings are read, because their routes are lit then.
 */
export function subjectOf(
  index: WorkspaceIndex,
  view: Pick<View, 'question' | 'fact' | 'item'>,
  panel: Panel,
): ThreadSubject | null {
  if (view.fact !== null && index.facts.has(view.fact)) return { kind: 'fact', fact: view.fact };
  const question = view.question === null ? undefined : index.questions.get(view.question);
  if (question !== undefined) return { kind: 'question', form: question.form, question: question.code };
  const isItem = view.item !== null && index.items.has(view.item) && panel !== 'item' && panel !== 'findings';
  return isItem && view.item !== null ? { kind: 'item', item: view.item } : null;
}

/** Coverage of the item that is chosen, of the first that the thread is for, or of the whole return. */
function coverageChoice(
  index: WorkspaceIndex,
  { item }: Pick<View, 'item'>,
  of: string,
  thread: Thread | null,
): OverlayChoice {
  if (of === WHOLE_RETURN) return { kind: 'return' };
  const module = of.startsWith(MODULE) ? of.slice(MODULE.length) : null;
  const isKnown = module !== null && [...index.items.values()].some((one) => one.module === module);
  if (isKnown) return { kind: 'module', module };
  if (item !== null && index.items.has(item)) return { kind: 'item', item };
  const [first] = thread?.items ?? [];
  return first === undefined ? { kind: 'return' } : { kind: 'item', item: first.item };
}

/** The overlay that lies on the map. */
export function choiceOf(
  index: WorkspaceIndex,
  view: Pick<View, 'item'>,
  map: Pick<MapView, 'show' | 'of'>,
  thread: Thread | null,
): OverlayChoice {
  if (map.show === 'nothing') return { kind: 'none' };
  return map.show === 'coverage' ? coverageChoice(index, view, map.of, thread) : { kind: map.show };
}
