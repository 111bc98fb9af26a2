import type { StartTimer } from './timer.ts';

/** `owner`: what is done here is kept. `reader`: another tab has the workspace, so here it can only be looked at. */
export type Standing = 'owner' | 'reader';

/** A browser's locks, as far as they are used. */
export interface Locks {
  request(
    name: string,
    options: { ifAvailable?: boolean; steal?: boolean },
    granted: (lock: object | null) => Promise<void>,
  ): Promise<void>;
}

/** The wire between the tabs of one browser. */
export interface TabChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', hear: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', hear: (event: { readonly data: unknown }) => void): void;
}

/** null where the browser has no such thing. */
export interface ClaimPorts {
  readonly locks: Locks | null;
  readonly channel: TabChannel | null;
  readonly startTimer: StartTimer;
}

/** What the tab does when another takes the workspace over. */
export interface ClaimListener {
  /** Another tab wants the workspace: keep what is waiting. It is waited for, but not for long. */
  readonly handOver: () => Promise<unknown>;
  readonly tell: (standing: Standing) => void;
}

/** A tab's claim on a workspace. */
export interface Claim {
  readonly standing: () => Standing;
  /** False where the browser cannot tell whether another tab has the workspace open too. */
  readonly isSure: boolean;
  /** Makes this tab the owner. The other is told, after it has kept what was waiting: read the workspace again then. */
  readonly takeOver: () => Promise<void>;
  readonly release: () => void;
}

/** How long another tab is waited for before the workspace is taken from it, in milliseconds. */
const PATIENCE = 2000;

const ASK = 'hand-over';
const ANSWER = 'handed-over';

const isMessage = (data: unknown, kind: string, id: string): boolean =>
  typeof data === 'object' && data !== null && 'kind' in data && 'id' in data && data.kind === kind && data.id === id;

/** Runs when the other tab says something of this kind about this workspace. What comes back ends it. */
function listen(channel: TabChannel | null, kind: string, id: string, run: () => void): () => void {
  const hear = ({ data }: { readonly data: unknown }): void => {
    if (isMessage(data, kind, id)) run();
  };
  channel?.addEventListener('message', hear);
  return () => channel?.removeEventListener('message', hear);
}

/** Asks the owner to hand over, and waits until it did, or until patience is at its end. */
function askOwner({ channel, startTimer }: ClaimPorts, id: string): Promise<void> {
  if (channel === null) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      stopTimer();
      stopListening();
      resolve();
    };
    const stopTimer = startTimer(end, PATIENCE);
    const stopListening = listen(channel, ANSWER, id, end);
    channel.postMessage({ kind: ASK, id });
  });
}

/** A lock that is held until it is let go, or taken away. */
interface Hold {
  readonly letGo: () => void;
  /** Comes when the lock is no longer held, whatever the reason. */
  readonly ended: Promise<void>;
}

interface Gate {
  readonly opened: Promise<void>;
  readonly open: () => void;
}

function aGate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Takes the lock of a workspace; null where another tab holds it. */
function take(locks: Locks, id: string, options: { ifAvailable?: boolean; steal?: boolean }): Promise<Hold | null> {
  const [holding, end] = [aGate(), aGate()];
  return new Promise((resolve) => {
    const granted = (lock: object | null): Promise<void> => {
      resolve(lock === null ? null : { letGo: holding.open, ended: end.opened });
      return lock === null ? Promise.resolve() : holding.opened;
    };
    const over = (): void => {
      resolve(null);
      end.open();
    };
    // Being taken away ends a lock with an error; that it ended is all there is to know.
    locks.request(`throughline ${id}`, options, granted).then(over, over);
  });
}

/** A browser without locks cannot tell, so the tab is treated as the owner. */
const unsure = (): Claim => ({
  standing: () => 'owner',
  isSure: false,
  takeOver: () => Promise.resolve(),
  release: () => undefined,
});

/** Claims a workspace for this tab: the first to come owns it. */
export async function claimWorkspace(ports: ClaimPorts, id: string, listener: ClaimListener): Promise<Claim> {
  const { locks, channel } = ports;
  if (locks === null) return unsure();
  let hold: Hold | null = null;

  function own(taken: Hold | null): void {
    hold = taken;
    void taken?.ended.then(() => {
      if (hold !== taken) return;
      hold = null;
      listener.tell('reader');
    });
  }

  async function handOver(): Promise<void> {
    const mine = hold;
    if (mine === null) return;
    await listener.handOver().catch(() => null);
    mine.letGo();
    await mine.ended;
    channel?.postMessage({ kind: ANSWER, id });
  }

  own(await take(locks, id, { ifAvailable: true }));
  const stopListening = listen(channel, ASK, id, () => void handOver());

  return {
    standing: () => (hold === null ? 'reader' : 'owner'),
    isSure: true,
    takeOver: async () => {
      if (hold !== null) return;
      await askOwner(ports, id);
      own(await take(locks, id, { steal: true }));
      listener.tell('owner');
    },
    release: () => {
      stopListening();
      const mine = hold;
      hold = null;
      mine?.letGo();
    },
  };
}
