import { useDeferredValue, useMemo, useState } from 'react';
import { withPanel } from '#app/map/map-view.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import { actionKey, keysAbove, laneKey, outlineNodes, stepKey } from '#diagram/outline/outline-nodes.ts';
import type { OutlineRow } from '#diagram/outline/outline-row.ts';
import { outlineRows } from '#diagram/outline/outline-rows.ts';
import { assertNever } from '#model/assert.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { type View, withOwn } from '#store/view.ts';
import type { OutlineTreeState } from '#views/outline/use-outline-tree.ts';
import { OUTLINE_WORDS, outlineViewOf } from './outline-view.ts';

/** Where the tree stands: the line, what is open and shut, and what was chosen when that was last looked at. */
interface Held {
  readonly active: string;
  readonly open: ReadonlySet<string>;
  readonly shut: ReadonlySet<string>;
  readonly chosen: string;
  readonly text: string;
}

/** The lines above what is chosen, and its own last. */
function wayTo(index: WorkspaceIndex, view: View): readonly string[] {
  const { step, nextAction, question } = view;
  const action = nextAction === null ? undefined : index.nextActions.get(nextAction);
  if (action !== undefined) return [...keysAbove(index, action.from), stepKey(action.from), actionKey(action)];
  const lane = outlineViewOf(view).lane;
  if (step === null) return lane === '' ? [] : [laneKey(lane)];
  const asked = question === null ? undefined : index.questions.get(question);
  const isHere = asked !== undefined && (index.formsOfStep.get(step) ?? []).some(({ form }) => form === asked.form);
  if (isHere && question !== null) return [...keysAbove(index, step, question), `question ${step}/${question}`];
  return [...keysAbove(index, step), stepKey(step)];
}

const chosenOf = (view: View): string =>
  JSON.stringify([view.step, view.nextAction, view.question, outlineViewOf(view).lane]);

/** Opens what is above the thing that was chosen, here or elsewhere, and stands on it. */
function follow(held: Held, index: WorkspaceIndex, view: View): Held {
  const way = wayTo(index, view);
  const own = way.at(-1);
  // The address does not name forms and sections: one of the same step is still stood on.
  const isInside = view.step !== null && own === stepKey(view.step) && isBelow(held.active, view.step);
  return {
    ...held,
    chosen: chosenOf(view),
    open: new Set([...held.open, ...way.slice(0, -1)]),
    active: own === undefined || isInside ? held.active : own,
  };
}

const isBelow = (key: string, step: StepTypeId): boolean =>
  key.startsWith(`form ${step}/`) || key.startsWith(`section ${step}/`);

/** What is chosen when a line is stood on. */
function viewFor(view: View, { thing }: OutlineRow): View {
  const nothing = { ...view, nextAction: null, question: null };
  const inStep = (step: StepTypeId): View =>
    withPanel(withOwn({ ...nothing, step }, { [OUTLINE_WORDS.lane]: '' }), 'step');
  switch (thing.kind) {
    case 'lane':
      return withOwn({ ...nothing, step: null }, { [OUTLINE_WORDS.lane]: thing.lane });
    case 'next-action':
      return { ...inStep(thing.step), nextAction: thing.nextAction };
    case 'question':
      return withOwn({ ...nothing, step: thing.step, question: thing.question }, { [OUTLINE_WORDS.lane]: '' });
    case 'step':
    case 'form':
    case 'section':
      return inStep(thing.step);
    default:
      return assertNever(thing);
  }
}

/** Puts the keyboard into the first field of the inspector, once it shows what was chosen. */
function focusInspector(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.inspector .inspector-field .field')?.focus());
}

const lanesOf = (index: WorkspaceIndex): readonly string[] => outlineNodes(index).map((node) => node.key);

/** The tree of the map: its lines, where it stands, and what its keys do. */
export function useOutline(
  { store, shown }: ScreenProps,
  only: ReadonlySet<StepTypeId> | null,
): Omit<OutlineTreeState, 'rows'> & { readonly rows: readonly OutlineRow[] } {
  const { index, view } = shown;
  const text = useDeferredValue(outlineViewOf(view).find);
  const [kept, setHeld] = useState<Held>(() =>
    follow({ active: '', open: new Set(lanesOf(index)), shut: new Set(), chosen: '', text }, index, view),
  );
  let held = kept;
  if (kept.chosen !== chosenOf(view)) held = follow(held, index, view);
  if (kept.text !== text) held = { ...held, text, shut: new Set() };
  if (held !== kept) setHeld(held);
  const nodes = useMemo(() => outlineNodes(index, only), [index, only]);
  const { open, shut } = held;
  const rows = useMemo(() => outlineRows(nodes, { open, shut, text }), [nodes, open, shut, text]);
  const goTo = (row: OutlineRow, how: 'push' | 'replace'): void => {
    setHeld((now) => ({ ...now, active: row.key }));
    store.goTo(viewFor(store.getState().view, row), how);
  };
  return {
    rows,
    active: held.active,
    onActive: goTo,
    onTurn: ({ key }, isOpen) =>
      setHeld((now) => ({
        ...now,
        open: isOpen ? new Set([...now.open, key]) : new Set([...now.open].filter((other) => other !== key)),
        shut: isOpen ? new Set([...now.shut].filter((other) => other !== key)) : new Set([...now.shut, key]),
      })),
    onFollow: ({ thing }) => {
      if (thing.kind !== 'next-action' || thing.to === null) return;
      const { view: now } = store.getState();
      store.goTo(withPanel({ ...now, step: thing.to, nextAction: null, question: null }, 'step'));
    },
    onRename: (row) => {
      if (row.thing.kind === 'lane') return;
      goTo(row, 'replace');
      focusInspector();
    },
  };
}
