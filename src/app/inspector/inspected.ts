import { withPanel } from '#app/map/map-view.ts';
import { OUTLINE_WORDS } from '#app/outline/outline-view.ts';
import type { Shown } from '#app/use-shown.ts';
import type { CellTexts } from '#diagram/fields/field-column.ts';
import { laneOf } from '#diagram/order-steps.ts';
import type { Problem } from '#model/finding.ts';
import type { FactId, NextActionId, StepTypeId } from '#model/ids.ts';
import type { RowRef, StepType } from '#model/workspace.ts';
import { cellTextsAt } from '#pipeline/cell-text.ts';
import type { AppStore } from '#store/create-store.ts';
import { withOwn } from '#store/view.ts';
import { problemsAt } from './try-edit.ts';

/** What every part of the inspector is given. */
export interface Inspecting {
  readonly store: AppStore;
  readonly shown: Shown;
  readonly isReadOnly: boolean;
}

/** A row as its file holds it, with what the reader says of it. */
export interface InspectedRow {
  readonly texts: CellTexts;
  readonly problems: readonly Problem[];
}

export const inspectedRow = ({ opened }: Shown, at: RowRef): InspectedRow => ({
  texts: cellTextsAt(opened, at),
  problems: problemsAt(opened, at),
});

/** Shows a step beside the map. */
export function goToStep(store: AppStore, step: StepTypeId): void {
  store.goTo(withPanel({ ...store.getState().view, step, nextAction: null }, 'step'));
}

/** Shows a next action beside the map; it belongs to the step that it is chosen in. */
export function goToAction(
  store: AppStore,
  step: StepTypeId,
  nextAction: NextActionId,
  how: 'push' | 'replace' = 'push',
): void {
  store.goTo(withPanel({ ...store.getState().view, step, nextAction }, 'step'), how);
}

/** Shows the whole life of a fact. */
export function goToFact(store: AppStore, fact: FactId): void {
  store.goTo(withPanel({ ...store.getState().view, fact, question: null }, 'thread'));
}

/** Goes from a step that is no more to its lane. */
export function leaveStep(store: AppStore, step: StepType): void {
  const { view } = store.getState();
  store.goTo(withOwn({ ...view, step: null, nextAction: null }, { [OUTLINE_WORDS.lane]: laneOf(step) }));
}
