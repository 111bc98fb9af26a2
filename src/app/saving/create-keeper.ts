import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpenFiles } from '#pipeline/write-files.ts';
import type { AppState, ShownWorkspace } from '#store/app-state.ts';
import type { AppStore } from '#store/create-store.ts';
import type { KeepingState } from '#store/saving/keeper.ts';
import { keepOnLeaving, warnOnLeaving } from '#store/saving/leaving.ts';
import { type Claims, newClaims } from './claims.ts';
import type { Desk, KeeperPorts, Plan } from './desk.ts';
import { type EarlierStates, newEarlierStates } from './earlier-states.ts';
import { EXAMPLE, type KeeperState, type SavingDialog, untouched } from './keeper-state.ts';
import { fillIn, lacksName } from './naming.ts';
import { newOpening, type Opening } from './opening.ts';
import { newSavingOut, type SavingOut } from './saving-out.ts';
import { type Sitting, startSitting } from './start-sitting.ts';

/** Keeps the work on the open workspace safe: in the browser at once, in its folder or a zip when it is told to. */
export interface Keeper extends StoreApi<KeeperState>, Opening, SavingOut, EarlierStates {
  /** The workspace as it was saved last, to be compared with; null before anything is open. */
  readonly savedState: () => OpenFiles | null;
  /** The id of the workspace that is open. */
  readonly openId: () => string | null;
  /** True where this browser can write to a folder that the person picks. */
  readonly canPickFolder: boolean;
  readonly show: (dialog: SavingDialog | null) => void;
  readonly dismissNotice: () => void;
  readonly dismissProblem: () => void;
  readonly setDisplayName: (name: string) => void;
  readonly putOffName: () => void;
}

const READER =
  'This workspace is open in another tab, which keeps what is done there. Take it over to change anything here.';
const LOOKING = 'You are looking at an earlier state. Go back to now, or restore it, to change anything.';
const HANDING_OVER = 'Another tab is taking this workspace over.';

/** A workspace that nobody planned to open. */
const unplanned = ({ name }: ShownWorkspace): Plan => ({
  id: name === null ? 'example' : `zip ${name}`,
  name: name ?? 'the worked example',
  origin: name === null ? EXAMPLE : { kind: 'zip', name },
  base: null,
  kept: null,
  notice: null,
});

/** The name of what led from one state to the other; null where that was neither an edit nor undo or redo. */
function whatHappened(state: AppState, before: AppState): string | null {
  const { past, future } = state.history;
  if (state.history === before.history || state.lookedFrom !== before.lookedFrom) return null;
  if (future.length > before.history.future.length) return `Undo: ${future[0]?.name ?? ''}`;
  return past.at(-1)?.name ?? null;
}

/** The sittings of this tab by the number of their opening. Until a workspace is there in full the one before is kept. */
type Sittings = Map<number, Sitting>;

function sittingNow(app: AppStore, sittings: Sittings): Sitting | null {
  const { shown } = app.getState();
  return shown === null ? null : (sittings.get(shown.openedAs) ?? null);
}

function hearKeeping(desk: Desk, sitting: Sitting, keeping: KeepingState): void {
  if (sitting === desk.sitting()) desk.set({ keeping, unsaved: sitting.autosave.unsaved() });
}

/** How it stands with a workspace that has just come on the screen. */
function standingOf(desk: Desk, sitting: Sitting): KeeperState {
  const { kept, id, notice } = sitting.plan;
  const role = desk.claims.standing(id);
  return {
    ...untouched(kept?.at ?? desk.ports.clock()),
    unsaved: sitting.autosave.unsaved(),
    lastSaved: kept === null || kept.savedAt === null ? null : { at: kept.savedAt, how: null },
    origin: sitting.place().origin,
    role,
    notice: role === 'owner' ? notice : null,
    dialog: desk.get().dialog,
    asksName: desk.get().asksName,
    displayName: desk.ports.settings.displayName(),
  };
}

/** Shows how it stands with a workspace that has just come on the screen, and begins to keep it where it is this tab's. */
function enter(desk: Desk, sittings: Sittings, shown: ShownWorkspace): void {
  const known = sittings.get(shown.openedAs);
  const plan = known?.plan ?? desk.plans.get(shown.openedAs) ?? unplanned(shown);
  const sitting = known ?? startSitting(desk.ports, shown, plan, (own, state) => hearKeeping(desk, own, state));
  sittings.set(shown.openedAs, sitting);
  desk.set(standingOf(desk, sitting));
  desk.settleReadOnly();
  desk.ports.tab.remember(plan.id);
  // The example as it comes is there anyway.
  const isOwner = desk.get().role === 'owner';
  if (!isOwner || (plan.origin.kind === 'example' && known === undefined)) return;
  const isNew = known === undefined && (plan.kept?.counter ?? 0) === 0;
  void (isNew ? sitting.autosave.putBy('As it was opened') : sitting.autosave.keep());
}

/** Ends what is no longer open, once what took its place is there in full. */
function tidy(desk: Desk, sittings: Sittings, { shown, busy, before }: AppState): void {
  if (shown === null || busy !== null || before !== null) return;
  for (const [number, sitting] of sittings) {
    if (number === shown.openedAs) continue;
    sittings.delete(number);
    const isSameWork = sitting.plan.id === sittings.get(shown.openedAs)?.plan.id;
    if (isSameWork) sitting.autosave.abandon();
    else void sitting.autosave.stop();
  }
  const id = sittings.get(shown.openedAs)?.plan.id;
  if (id !== undefined) desk.claims.keepOnly(new Set([id]));
  desk.plans.clear();
  desk.settleReadOnly();
}

function hearChange(desk: Desk, state: AppState, before: AppState): void {
  const sitting = desk.sitting();
  const edit = whatHappened(state, before);
  if (sitting === null || state.shown === null || edit === null) return;
  sitting.autosave.edited(state.shown.opened, edit);
  if (desk.get().displayName === '' && !desk.get().asksName && lacksName(state)) desk.set({ asksName: true });
}

function watch(desk: Desk, sittings: Sittings): void {
  desk.app.subscribe((state, before) => {
    const { shown } = state;
    if (shown === null) return;
    if (shown.openedAs !== before.shown?.openedAs) enter(desk, sittings, shown);
    else if (shown.opened !== before.shown.opened) hearChange(desk, state, before);
    if (state.busy !== before.busy || state.before !== before.before) tidy(desk, sittings, state);
  });
}

/** True while leaving now would lose something. */
function isAtRisk({ keeping, unsaved, isSaving }: KeeperState): boolean {
  return isSaving || keeping.kind === 'waiting' || (keeping.kind === 'failed' && unsaved.length > 0);
}

function claimsOf(app: AppStore, ports: KeeperPorts, desk: () => Desk): Claims {
  const isOpen = (id: string): boolean => desk().sitting()?.plan.id === id;
  return newClaims(ports, {
    handOver: async (id) => {
      if (!isOpen(id)) return;
      app.setReadOnly(HANDING_OVER);
      await desk().sitting()?.autosave.stop();
    },
    tell: (id, role) => {
      if (!isOpen(id) || role === 'owner') return;
      desk().sitting()?.autosave.abandon();
      desk().set({ role, notice: null, conflict: null, dialog: null });
      desk().settleReadOnly();
    },
  });
}

function newDesk(app: AppStore, ports: KeeperPorts, store: StoreApi<KeeperState>, sittings: Sittings): Desk {
  const desk: Desk = {
    app,
    ports,
    claims: claimsOf(app, ports, () => desk),
    get: store.getState,
    set: store.setState,
    sitting: () => sittingNow(app, sittings),
    plans: new Map(),
    settleReadOnly: () => {
      const { looking, role } = store.getState();
      const asReader = role === 'reader' ? READER : null;
      app.setReadOnly(looking === null ? asReader : LOOKING);
    },
  };
  return desk;
}

/** Puts the keeper beside the app's store. Nothing is opened before `start`. */
export function createKeeper(app: AppStore, ports: KeeperPorts): Keeper {
  const store = createStore<KeeperState>(() => ({
    ...untouched(ports.clock()),
    displayName: ports.settings.displayName(),
  }));
  const sittings: Sittings = new Map();
  const desk = newDesk(app, ports, store, sittings);
  watch(desk, sittings);
  keepOnLeaving(ports.page, () => desk.sitting()?.autosave.leave());
  warnOnLeaving(ports.page, () => isAtRisk(desk.get()));
  return {
    ...store,
    ...newOpening(desk),
    ...newSavingOut(desk),
    ...newEarlierStates(desk),
    openId: () => desk.sitting()?.plan.id ?? null,
    canPickFolder: ports.showFolderPicker !== null,
    savedState: () => desk.sitting()?.saved() ?? null,
    show: (dialog) => desk.set({ dialog }),
    dismissNotice: () => desk.set({ notice: null }),
    dismissProblem: () => desk.set({ problem: null }),
    setDisplayName: (name) => {
      ports.settings.setDisplayName(name);
      desk.set({ displayName: ports.settings.displayName(), asksName: false, dialog: null });
      fillIn(app, ports.settings.displayName());
    },
    putOffName: () => desk.set({ asksName: false }),
  };
}
