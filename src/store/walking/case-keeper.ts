import type { PlayedCase } from '#cases/played-case.ts';
import type { CaseRecord } from '#store/saving/database.ts';
import type { Outcome } from '#store/saving/outcome.ts';
import type { StartTimer } from '#store/saving/timer.ts';
import { type KeptCases, walkedId } from './kept-cases.ts';
import { isUnsaved, NO_CASE, type WalkState, type WalkStore } from './walk-store.ts';

/** What is known of a case when it is opened. */
export interface OpenedCase {
  readonly played: PlayedCase;
  /** The scripted case that it is; left out where it is none. */
  readonly script?: string;
  /** The named case that it is; left out where it is none. */
  readonly savedAs?: string;
  /** True where nobody has it yet: it is to be saved. */
  readonly isNew?: boolean;
}

/** Keeps the case on the screen in the browser, and the cases that people keep under a name. */
export interface CaseKeeper {
  /** Another workspace is on the screen: its cases take the place of the others. Only its owner writes. */
  readonly enter: (workspace: string, isOwner: boolean) => Promise<void>;
  /** Puts a case on the screen. One that is there and not saved is put aside under a name first. */
  readonly open: (opened: OpenedCase) => Promise<void>;
  /** Takes the case off the screen. */
  readonly close: () => void;
  /** Keeps the case under a name; one that has the name already gives way. */
  readonly saveAs: (name: string) => Promise<void>;
  /** The case was saved as a file. */
  readonly savedAsFile: () => void;
  readonly rename: (id: string, name: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Brings back the named case that was deleted last. */
  readonly bringBack: () => Promise<void>;
  /** Keeps what is waiting, now. */
  readonly flush: () => Promise<void>;
}

export interface CaseKeeperPorts {
  readonly cases: KeptCases;
  readonly clock: () => number;
  readonly startTimer: StartTimer;
  readonly newId: () => string;
}

/** A change of the case waits this long for others, in milliseconds. */
const WAIT = 400;
/** How long the storage may take to answer, in milliseconds. */
const PATIENCE = 3000;

interface Desk {
  readonly get: () => WalkState;
  readonly set: (change: Partial<WalkState>) => void;
  readonly ports: CaseKeeperPorts;
}

function walkedRecord({ get, ports }: Desk, workspace: string, played: PlayedCase): CaseRecord {
  const { script, savedAs } = get();
  const id = walkedId(workspace);
  return { id, workspace, kind: 'walked', at: ports.clock(), played, script, savedAs, isUnsaved: isUnsaved(get()) };
}

/** A name that no named case has: the name itself, or with a number behind it. */
function freeName(named: readonly CaseRecord[], name: string): string {
  const names = new Set(named.map(({ played }) => played.name));
  if (!names.has(name)) return name;
  for (let number = 2; ; number += 1) if (!names.has(`${name} (${number})`)) return `${name} (${number})`;
}

const replaceNamed = (named: readonly CaseRecord[], record: CaseRecord): readonly CaseRecord[] => [
  record,
  ...named.filter(({ id }) => id !== record.id),
];

function hearOutcome(desk: Desk, outcome: Outcome<unknown>): void {
  if (outcome.kind === 'failed') desk.set({ keeping: { kind: 'failed', failure: outcome.failure } });
  else if (desk.get().keeping.kind === 'failed') desk.set({ keeping: { kind: 'kept' } });
}

/** Writes a named case. It stands in the list at once; where it could not be written, that is said. */
async function putNamed(desk: Desk, record: CaseRecord): Promise<void> {
  desk.set({ named: replaceNamed(desk.get().named, record) });
  hearOutcome(desk, await desk.ports.cases.write(record));
}

function namedRecord(desk: Desk, played: PlayedCase, id: string): CaseRecord {
  const workspace = desk.get().workspace ?? '';
  return {
    id,
    workspace,
    kind: 'named',
    at: desk.ports.clock(),
    played,
    script: '',
    savedAs: '',
    isUnsaved: false,
  };
}

interface Writing {
  /** A change of the case came: it is kept soon. */
  readonly later: () => void;
  readonly flush: () => Promise<void>;
}

/** Keeps the case on the screen; writes come one after another. */
function startWriting(desk: Desk): Writing {
  let stopTimer: (() => void) | null = null;
  let last: Promise<unknown> = Promise.resolve();
  async function write(): Promise<void> {
    const { workspace, played } = desk.get();
    if (workspace === null) return;
    const { cases } = desk.ports;
    const outcome = await (played === null
      ? cases.remove(walkedId(workspace))
      : cases.write(walkedRecord(desk, workspace, played)));
    const isStill = desk.get().workspace === workspace && desk.get().played === played;
    if (outcome.kind === 'failed') desk.set({ keeping: { kind: 'failed', failure: outcome.failure } });
    else if (isStill) desk.set({ keeping: { kind: 'kept' } });
  }
  function flush(): Promise<void> {
    if (stopTimer === null) return last.then(() => undefined);
    stopTimer();
    stopTimer = null;
    // What is on the screen now is what is written, whatever comes on it while an earlier write ends.
    const writing = last.then(write);
    last = writing.catch(() => null);
    return writing;
  }
  return {
    flush,
    later: () => {
      if (desk.get().keeping.kind !== 'failed') desk.set({ keeping: { kind: 'waiting' } });
      stopTimer ??= desk.ports.startTimer(() => void flush(), WAIT);
    },
  };
}

/** What the browser kept for a workspace, as the state that shows it. */
async function lookUp({ ports }: Desk, workspace: string): Promise<Partial<WalkState>> {
  const [walked, named] = await Promise.all([ports.cases.walked(workspace), ports.cases.named(workspace)]);
  const record = walked.kind === 'done' ? walked.value : null;
  const failed = [walked, named].find((outcome) => outcome.kind === 'failed');
  return {
    ...(record === null
      ? {}
      : {
          played: record.played,
          script: record.script,
          savedAs: record.savedAs,
          saved: record.isUnsaved ? null : record.played,
        }),
    named: named.kind === 'done' ? named.value : [],
    ...(failed?.kind === 'failed' ? { keeping: { kind: 'failed', failure: failed.failure } } : {}),
  };
}

/** A storage that does not answer keeps nobody waiting. */
const tired = ({ ports }: Desk): Promise<Partial<WalkState>> =>
  new Promise((resolve) => {
    const failure = { kind: 'unavailable', reason: 'The browser’s storage does not answer.' } as const;
    ports.startTimer(() => resolve({ keeping: { kind: 'failed', failure } }), PATIENCE);
  });

type Naming = Pick<CaseKeeper, 'saveAs' | 'rename' | 'remove' | 'bringBack' | 'savedAsFile'>;

function newNaming(desk: Desk): Naming {
  const { get, set, ports } = desk;
  return {
    saveAs: async (name) => {
      const { played, named } = get();
      if (played === null) return;
      const id = named.find((record) => record.played.name === name)?.id ?? `named ${ports.newId()}`;
      const renamed = played.name === name ? played : { ...played, name };
      set({ played: renamed, saved: renamed, savedAs: id });
      await putNamed(desk, namedRecord(desk, renamed, id));
    },
    savedAsFile: () => set({ saved: get().played }),
    rename: async (id, name) => {
      const record = get().named.find((one) => one.id === id);
      if (record !== undefined) await putNamed(desk, { ...record, played: { ...record.played, name } });
    },
    remove: async (id) => {
      const { named, savedAs } = get();
      const record = named.find((one) => one.id === id);
      if (record === undefined) return;
      set({
        named: named.filter((one) => one !== record),
        deleted: record,
        ...(savedAs === id ? { savedAs: '', saved: null } : {}),
      });
      hearOutcome(desk, await ports.cases.remove(id));
    },
    bringBack: async () => {
      const { deleted } = get();
      if (deleted === null) return;
      set({ deleted: null });
      await putNamed(desk, deleted);
    },
  };
}

/** The case on the screen as a named one, where it is saved nowhere; null where nothing would be lost. */
function asideOf(desk: Desk): CaseRecord | null {
  const { played, named } = desk.get();
  if (played === null || !isUnsaved(desk.get())) return null;
  const name = freeName(named, played.name);
  return namedRecord(desk, { ...played, name }, `named ${desk.ports.newId()}`);
}

/** Puts the keeper of cases beside their store. Nothing is read before a workspace is entered. */
export function createCaseKeeper(store: WalkStore, ports: CaseKeeperPorts): CaseKeeper {
  const desk: Desk = { get: store.getState, set: store.setState, ports };
  const writing = startWriting(desk);
  let isOwner = true;
  store.subscribe((state, before) => {
    const isSame = state.played === before.played && state.saved === before.saved;
    if (isSame || !state.isReady || !before.isReady || state.workspace !== before.workspace) return;
    if (isOwner) writing.later();
    else if (state.keeping.kind !== 'not-here') desk.set({ keeping: { kind: 'not-here' } });
  });
  return {
    ...newNaming(desk),
    enter: async (workspace, owns) => {
      if (desk.get().workspace === workspace) {
        isOwner = owns;
        return;
      }
      await writing.flush();
      isOwner = owns;
      desk.set({ ...NO_CASE, workspace, isReady: false, named: [], deleted: null, putAside: null, keeping: KEPT });
      const found = await Promise.race([lookUp(desk, workspace), tired(desk)]);
      if (desk.get().workspace === workspace) desk.set({ ...found, isReady: true });
    },
    open: async ({ played, script = '', savedAs = '', isNew = false }) => {
      const aside = asideOf(desk);
      const putAside = aside?.played.name ?? null;
      desk.set({ ...NO_CASE, played, script, savedAs, saved: isNew ? null : played, putAside });
      if (aside !== null) await putNamed(desk, aside);
    },
    close: () => desk.set({ ...NO_CASE, putAside: null }),
    flush: writing.flush,
  };
}

const KEPT = { kind: 'kept' } as const;
