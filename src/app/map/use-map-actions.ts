import { useMemo } from 'react';
import { addNextAction, keyOfNextAction } from '#edits/edit-next-actions.ts';
import { addStep, keyOfStep, type NewStep, setPosition } from '#edits/edit-steps.ts';
import { nextActionId, type StepTypeId, stepTypeId } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import type { AppStore } from '#store/create-store.ts';
import { FIRST_VIEW, withOwn } from '#store/view.ts';
import type { MapActions } from '#views/map-canvas/map-actions.ts';
import { clearedOnce, mapViewOf, panelOf, withPanel } from './map-view.ts';
import { withFormTurned, withStepTurned, writeOpen } from './open-steps.ts';

/** What can be done on the map and beside it. Each stays the same value, so that the canvas need not be drawn again. */
export interface MapDoing {
  readonly canvas: Required<MapActions>;
  readonly onSelect: (step: StepTypeId | null) => void;
  readonly onClear: () => void;
  readonly onAddStep: (step: NewStep) => void;
  /** Asks in the panel whether what is chosen is to go. */
  readonly onRemove: () => void;
}

function newCanvasActions(store: AppStore, workspace: () => Workspace | null): Required<MapActions> {
  const { goTo, getState } = store;
  return {
    onOpen: (step) => {
      const { view } = getState();
      goTo(withOwn(view, { open: writeOpen(withStepTurned(mapViewOf(view).open, step)) }));
    },
    onOpenForm: (step, form) => {
      const { view } = getState();
      goTo(withOwn(view, { open: writeOpen(withFormTurned(mapViewOf(view).open, step, form)) }));
    },
    onQuestion: (form, question) => {
      const chosen = { question: questionKey(form, question), fact: null, finding: null };
      goTo(withPanel(withOwn({ ...getState().view, ...chosen }, { lit: '' }), 'thread'));
    },
    onMoreQuestions: (form) => {
      const { dataReturn } = getState().view;
      goTo(withOwn({ ...FIRST_VIEW, screen: 'fields', dataReturn }, { filter: `form:${form}` }));
    },
    onNextAction: (nextAction) => goTo(withPanel({ ...getState().view, nextAction, step: null }, 'step')),
    onConnect: (from, to) => {
      const now = workspace();
      if (now === null) return;
      const wanted = { from, to: { kind: 'step', stepType: to }, label: '' } as const;
      const nextAction = nextActionId(keyOfNextAction(now, wanted));
      if (!store.edit(addNextAction(now, wanted))) return;
      goTo(withPanel({ ...getState().view, nextAction, step: null }, 'step'));
      focusFirstField();
    },
    onMove: (step, place) => {
      const now = workspace();
      const moved = now?.stepTypes.find((one) => one.id === step);
      if (now !== null && moved !== undefined) store.edit(setPosition(now, moved, place));
    },
  };
}

/** Where the panel can be written in: its first field, as soon as it is there. */
function focusFirstField(): void {
  whenShown(() => {
    const field = document.querySelector<HTMLInputElement>('.panel__body input, .panel__body textarea');
    field?.focus();
    field?.select();
  });
}

/** Presses the inspector's own button, which says what hangs on what is to go before it goes. */
function askToRemove(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('.panel__body .inspector-plans button');
  const remove = [...buttons].find((button) => button.textContent.startsWith('Remove'));
  remove?.click();
  whenShown(() => document.querySelector<HTMLElement>('.panel__body form button[type=submit]')?.focus());
}

/** After what has just been asked for is on the page. */
const whenShown = (act: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(act));

/** What can be done on the map, and what each does to the workspace or to the view. */
export function useMapActions(store: AppStore): MapDoing {
  return useMemo(() => {
    const workspace = (): Workspace | null => store.getState().shown?.opened.value ?? null;
    return {
      canvas: newCanvasActions(store, workspace),
      onSelect: (step) => {
        const view = { ...store.getState().view, step, nextAction: null };
        store.goTo(step === null ? view : withPanel(view, 'step'));
      },
      onClear: () => {
        const { view } = store.getState();
        const change = clearedOnce(view);
        // What is read beside the map stays beside it.
        if (change !== null) store.goTo({ ...withOwn(view, { panel: panelOf(view) }), ...change });
      },
      onAddStep: (wanted) => {
        const now = workspace();
        if (now === null) return;
        const step = stepTypeId(keyOfStep(now, wanted.name));
        if (store.edit(addStep(now, wanted)))
          store.goTo(withPanel({ ...store.getState().view, step, nextAction: null }, 'step'));
      },
      onRemove: () => {
        const { view } = store.getState();
        if (view.step === null && view.nextAction === null) return;
        store.goTo(withPanel(view, 'step'), 'replace');
        whenShown(askToRemove);
      },
    };
  }, [store]);
}
