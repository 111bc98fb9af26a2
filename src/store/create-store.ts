import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DrawOptions } from '#diagram/draw-map.ts';
import type { ReturnId, StepTypeId } from '#model/ids.ts';
import type { Background, OpeningNews, Task, WorkspaceInput, WorkspaceState } from '#pipeline/background.ts';
import { type Change, type Edit, newEditor } from '#pipeline/edit-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { type AppState, emptyState, type Refusal, type ShownWorkspace } from './app-state.ts';
import { hearOpening, isSameAgain, nameOf } from './hear-opening.ts';
import { done, redone, undone } from './history.ts';
import type { Screen, View } from './view.ts';
import { askToGenerate, type GeneratingNews } from './walking/generating.ts';

/** Whether a new view is a step of its own for the back button, or takes the place of the last. */
export type HowShown = 'push' | 'replace';

export interface AppStore extends StoreApi<AppState> {
  /** Opens a workspace; what comes back is the number of its opening, if it comes to that. */
  readonly open: (input: WorkspaceInput) => number;
  readonly cancel: () => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly dismissRefusal: () => void;
  readonly dismissFailure: () => void;
  readonly show: (change: Partial<View>, how?: HowShown) => void;
  /** Shows a whole view, such as an address names, and audits its return where another was audited. */
  readonly goTo: (view: View, how?: HowShown) => void;
  /** Goes to a screen as it was looked at last, with what is chosen now. */
  readonly goToScreen: (screen: Screen) => void;
  /** Changes the workspace; false when nothing may be changed. */
  readonly edit: (edit: Edit) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What the map is to show; it is drawn again, and the anchor stays where it is. */
  readonly draw: (drawing: DrawOptions, anchor: StepTypeId | null) => void;
  /** Asks for facts to be proposed for the state that is shown. */
  readonly suggest: () => void;
  /** Has cases made up for the return that is looked at; what comes back gives it up. */
  readonly generate: (tell: (news: GeneratingNews) => void) => () => void;
  /** Has a file made of the state that is shown, or a workbook read for it; what comes back gives it up. */
  readonly work: (task: Task, tell: (news: OpeningNews) => void) => () => void;
  /** Audits another return beside the one looked at; null: none any more. */
  readonly compareWith: (dataReturn: ReturnId | null) => void;
  readonly setReadOnly: (reason: string | null) => void;
  readonly dismissRefusedEdit: () => void;
  /** Shows the workspace with some changes that are only looked at: no edit, and nothing to undo. */
  readonly lookAt: (changes: readonly Change[]) => void;
  /** Shows again what is worked on. */
  readonly lookBack: () => void;
}

/** What the picture of the map is drawn from. */
const DRAWN = ['stepTypes', 'nextActions', 'stepForms', 'forms', 'questions', 'positions'] as const;

const looksTheSame = (before: OpenedWorkspace, after: OpenedWorkspace): boolean =>
  DRAWN.every((part) => before.value[part] === after.value[part]);

const auditedReturn = (view: View, { opened }: ShownWorkspace): ReturnId | null =>
  view.dataReturn ?? opened.value.manifest.returns[0] ?? null;

/** What the store works with: its state, and the worker behind it. */
interface Desk {
  readonly get: () => AppState;
  readonly set: (change: Partial<AppState>) => void;
  readonly background: Background;
  /** How each state was made, for a worker that has the one before. */
  readonly made: WeakMap<OpenedWorkspace, WorkspaceState['made']>;
}

function stateOf({ made }: Desk, { revision, opened }: ShownWorkspace): WorkspaceState {
  return { revision, opened, made: made.get(opened) ?? null };
}

/** Changes what is shown, as long as it is still the workspace that was asked about. */
function tellShown({ get, set }: Desk, asked: ShownWorkspace, change: Partial<ShownWorkspace>): void {
  const { shown } = get();
  if (shown !== null && shown.name === asked.name) set({ shown: { ...shown, ...change } });
}

function hearFailure({ set }: Desk, news: OpeningNews): void {
  if (news.kind === 'failed') set({ failure: `Working out what the routes say has failed: ${news.reason}.` });
}

/** Audits the state and the return that are looked at, where others were audited. */
function auditWanted(desk: Desk): void {
  const { shown, view } = desk.get();
  if (shown === null || shown.audit === null) return;
  const wanted = auditedReturn(view, shown);
  const isThere = shown.auditedAt === shown.revision && (wanted ?? '') === shown.audit.return;
  if (isThere) return;
  desk.background.ask(stateOf(desk, shown), 'audit', { kind: 'audit', wanted }, (news) => {
    if (news.kind === 'audited') tellShown(desk, shown, { audit: news.audit, auditedAt: shown.revision });
    hearFailure(desk, news);
  });
}

function drawWanted(desk: Desk, anchor: StepTypeId | null): void {
  const { shown, drawing } = desk.get();
  if (shown === null) return;
  const picture = { drawing, previous: shown.diagram, anchor };
  desk.background.ask(stateOf(desk, shown), 'draw', { kind: 'draw', picture }, (news) => {
    if (news.kind === 'drawn') tellShown(desk, shown, { diagram: news.diagram });
    hearFailure(desk, news);
  });
}

function compareWanted(desk: Desk): void {
  const { shown, compared } = desk.get();
  if (shown === null || compared === null || compared.told?.revision === shown.revision) return;
  const { dataReturn } = compared;
  const question = { kind: 'audit', wanted: dataReturn } as const;
  desk.background.ask(stateOf(desk, shown), 'compare', question, (news) => {
    if (news.kind === 'audited' && desk.get().compared?.dataReturn === dataReturn)
      desk.set({ compared: { dataReturn, told: { revision: shown.revision, value: news.audit } } });
    hearFailure(desk, news);
  });
}

/** Shows another state of the workspace, and has worked out again what follows from it. */
function showState(desk: Desk, state: WorkspaceState, change: Partial<AppState>): void {
  const { shown, view } = desk.get();
  if (shown === null) return;
  desk.made.set(state.opened, state.made);
  const before = shown.opened;
  desk.set({ ...change, shown: { ...shown, revision: state.revision, opened: state.opened } });
  auditWanted(desk);
  if (!looksTheSame(before, state.opened)) drawWanted(desk, view.step);
  compareWanted(desk);
}

type Editing = Pick<AppStore, 'edit' | 'undo' | 'redo' | 'lookAt' | 'lookBack'>;

function newEditing(desk: Desk, nextRevision: () => number): Editing {
  const editor = newEditor();
  return {
    edit: ({ name, changes }) => {
      const { shown, readOnly, history } = desk.get();
      if (shown !== null && readOnly !== null) desk.set({ refusedEdit: name });
      if (shown === null || readOnly !== null || changes.length === 0) return false;
      const before = stateOf(desk, shown);
      const opened = editor.change(shown.opened, changes);
      const after = { revision: nextRevision(), opened, made: { from: before.revision, changes } };
      showState(desk, after, { history: done(history, { name, before, after }) });
      return true;
    },
    undo: () => {
      const step = undone(desk.get().history);
      if (step !== null && desk.get().readOnly === null) showState(desk, step.done.before, { history: step.history });
    },
    redo: () => {
      const step = redone(desk.get().history);
      if (step !== null && desk.get().readOnly === null) showState(desk, step.done.after, { history: step.history });
    },
    lookAt: (changes) => {
      const { shown, lookedFrom } = desk.get();
      if (shown === null) return;
      const from = lookedFrom ?? stateOf(desk, shown);
      const opened = editor.change(from.opened, changes);
      const state = { revision: nextRevision(), opened, made: { from: from.revision, changes } };
      showState(desk, state, { lookedFrom: from });
    },
    lookBack: () => {
      const { lookedFrom } = desk.get();
      if (lookedFrom !== null) showState(desk, lookedFrom, { lookedFrom: null });
    },
  };
}

function workOn(desk: Desk, task: Task, tell: (news: OpeningNews) => void): () => void {
  const { shown } = desk.get();
  return shown === null ? () => undefined : desk.background.work(stateOf(desk, shown), task, tell);
}

type Looking = Pick<
  AppStore,
  'show' | 'goTo' | 'goToScreen' | 'draw' | 'suggest' | 'generate' | 'work' | 'compareWith'
>;

function newLooking(desk: Desk): Looking {
  const { get, set } = desk;
  function goTo(view: View, how: HowShown = 'push'): void {
    set({ view, replaces: how === 'replace', lasts: { ...get().lasts, [view.screen]: view } });
    auditWanted(desk);
  }
  return {
    goTo,
    show: (change, how) => goTo({ ...get().view, ...change }, how),
    goToScreen: (screen) => {
      const { view, lasts } = get();
      goTo({ ...view, screen, own: lasts[screen]?.own ?? {} });
    },
    draw: (drawing, anchor) => {
      set({ drawing });
      drawWanted(desk, anchor);
    },
    suggest: () => {
      const { shown, view } = get();
      if (shown === null) return;
      const question = { kind: 'suggest', wanted: auditedReturn(view, shown) } as const;
      desk.background.ask(stateOf(desk, shown), 'suggest', question, (news) => {
        if (news.kind === 'suggested') set({ suggestions: { revision: shown.revision, value: news.suggestions } });
        hearFailure(desk, news);
      });
    },
    generate: (tell) => {
      const { shown, view } = get();
      if (shown === null) return () => undefined;
      return askToGenerate(desk.background, stateOf(desk, shown), auditedReturn(view, shown), tell);
    },
    work: (task, tell) => workOn(desk, task, tell),
    compareWith: (dataReturn) => {
      set({ compared: dataReturn === null ? null : { dataReturn, told: null } });
      compareWanted(desk);
    },
  };
}

/** What the app remembers. Values of the model only; where things stand on the screen is not kept here. */
export function createAppStore(background: Background, view: View): AppStore {
  const store = createStore<AppState>(() => emptyState(view));
  const desk: Desk = { get: store.getState, set: store.setState, background, made: new WeakMap() };
  let lastRevision = 0;
  const nextRevision = (): number => ++lastRevision;
  return {
    ...store,
    ...newEditing(desk, nextRevision),
    ...newLooking(desk),
    open: (input) => {
      const { shown, view: looked } = desk.get();
      const wanted = shown === null || isSameAgain(input) ? looked.dataReturn : null;
      const request = { input, wanted, revision: nextRevision() };
      desk.set({ busy: { stage: 'reading', name: nameOf(input) }, refusal: null });
      background.open(request, (news) => {
        desk.set(hearOpening(desk.get(), request, news));
        if (news.kind === 'audited') auditWanted(desk);
      });
      return request.revision;
    },
    cancel: () => {
      background.cancel();
      desk.set({ ...desk.get().before, busy: null, before: null });
    },
    refuse: (refusal) => desk.set({ refusal }),
    dismissRefusal: () => desk.set({ refusal: null }),
    dismissFailure: () => desk.set({ failure: null }),
    setReadOnly: (readOnly) => desk.set({ readOnly, refusedEdit: null }),
    dismissRefusedEdit: () => desk.set({ refusedEdit: null }),
  };
}
