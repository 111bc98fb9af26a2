import type { OpenFiles } from '#pipeline/write-files.ts';
import type { Locks, TabChannel } from '#store/saving/claim-workspace.ts';
import type { Folder, FolderFile } from '#store/saving/folder.ts';
import type { StartTimer } from '#store/saving/timer.ts';
import { withCells } from '#workspace/change-table.ts';
import { cleanFiles, open } from '../../workspace/reading.ts';

export const textOf = (bytes: Uint8Array | null | undefined): string => new TextDecoder().decode(bytes ?? undefined);
export const FORMS = 'workflows/forms.csv';

/** A workspace as it was opened. */
export const openClean = (): OpenFiles => open(cleanFiles());

/** The workspace with a form's title changed. */
export function withTitle(opened: OpenFiles, title: string, row = 2): OpenFiles {
  const table = opened.tables.get(FORMS);
  if (table === undefined) throw new Error('the clean workspace has no forms');
  const changed = withCells(table, [{ row, column: 'title', value: title }]);
  return { ...opened, tables: new Map([...opened.tables, [FORMS, changed]]) };
}

/** A clock and its timers, moved by hand. */
export function aClock(start = 1_000_000): {
  readonly clock: () => number;
  readonly startTimer: StartTimer;
  readonly pass: (time: number) => void;
  readonly waiting: () => number;
} {
  let now = start;
  const timers = new Map<object, { readonly at: number; readonly run: () => void }>();
  return {
    clock: () => now,
    waiting: () => timers.size,
    startTimer: (run, after) => {
      const timer = {};
      timers.set(timer, { at: now + after, run });
      return () => void timers.delete(timer);
    },
    pass: (time) => {
      now += time;
      for (const [timer, { at, run }] of timers) {
        if (at > now) continue;
        timers.delete(timer);
        run();
      }
    },
  };
}

/** Time for what a browser does by itself: reading, writing, telling other tabs. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

const error = (name: string): Error => new DOMException(`it is ${name}`, name);

interface DiskRules {
  permission: PermissionState;
  /** Paths that another program holds. */
  readonly locked: Set<string>;
  isGone: boolean;
  /** How many bytes still fit on the disk. */
  room: number;
}

/** A folder on a disk that a test can change as other programs would. */
export interface FakeDisk extends DiskRules {
  readonly files: Map<string, Uint8Array>;
  readonly folder: Folder;
  readonly writes: string[];
  readonly asked: string[];
}

function fakeFile(disk: FakeDisk, path: string): FolderFile {
  return {
    kind: 'file',
    getFile: async () => {
      const bytes = disk.files.get(path);
      if (disk.isGone || bytes === undefined) throw error('NotFoundError');
      return { arrayBuffer: async () => new Uint8Array(bytes).buffer };
    },
    createWritable: async () => {
      if (disk.permission !== 'granted') throw error('NotAllowedError');
      let written = new Uint8Array();
      return {
        write: async (data) => {
          if (data.length > disk.room) throw error('QuotaExceededError');
          written = new Uint8Array(data);
        },
        close: async () => {
          if (disk.locked.has(path)) throw error('NoModificationAllowedError');
          disk.room -= written.length;
          disk.files.set(path, written);
          disk.writes.push(path);
        },
        abort: async () => undefined,
      };
    },
  };
}

/** Folders are there where a file stands in them, or where they were made. */
function fakeFolder(disk: FakeDisk, made: Set<string>, path: string): Folder {
  const isThere = (inner: string): boolean =>
    made.has(inner) || [...disk.files.keys()].some((file) => file.startsWith(inner));
  return {
    kind: 'directory',
    name: path.split('/').at(-2) ?? 'Council',
    async *entries() {
      if (disk.isGone) throw error('NotFoundError');
      const inside = [...disk.files.keys(), ...made].filter((file) => file.startsWith(path) && file !== path);
      for (const name of new Set(inside.map((file) => file.slice(path.length).split('/')[0] ?? ''))) {
        const isFile = disk.files.has(path + name);
        yield [name, isFile ? fakeFile(disk, path + name) : fakeFolder(disk, made, `${path}${name}/`)] as const;
      }
    },
    getDirectoryHandle: async (name, options) => {
      const inner = `${path}${name}/`;
      if (disk.isGone || (!isThere(inner) && options?.create !== true)) throw error('NotFoundError');
      made.add(inner);
      return fakeFolder(disk, made, inner);
    },
    getFileHandle: async (name, options) => {
      if (disk.isGone || (!disk.files.has(path + name) && options?.create !== true)) throw error('NotFoundError');
      return fakeFile(disk, path + name);
    },
    isSameEntry: async (other) => other === disk.folder,
    queryPermission: async () => disk.permission,
    requestPermission: async () => {
      disk.asked.push('permission');
      if (disk.permission === 'prompt') disk.permission = 'granted';
      return disk.permission;
    },
  };
}

export function aDisk(files: ReadonlyMap<string, Uint8Array>): FakeDisk {
  const disk: FakeDisk = {
    files: new Map(files),
    permission: 'granted',
    locked: new Set(),
    isGone: false,
    room: Number.POSITIVE_INFINITY,
    writes: [],
    asked: [],
    get folder(): Folder {
      return root;
    },
  };
  const root: Folder = fakeFolder(disk, new Set(), '');
  return disk;
}

interface HeldLock {
  readonly end: () => void;
  readonly fail: (reason: Error) => void;
}

/** The locks of one browser, shared by its tabs. */
export function fakeLocks(): Locks & { readonly held: () => number } {
  const held = new Map<string, HeldLock>();
  return {
    held: () => held.size,
    request: async (name, { ifAvailable, steal }, granted) => {
      const before = held.get(name);
      if (before !== undefined && ifAvailable === true) {
        await granted(null);
        return;
      }
      if (before !== undefined && steal === true) before.fail(error('AbortError'));
      await new Promise<void>((resolve, reject) => {
        const lock = { end: resolve, fail: reject };
        held.set(name, lock);
        const free = (): void => {
          if (held.get(name) === lock) held.delete(name);
          resolve();
        };
        granted({ name }).then(free, reject);
      });
    },
  };
}

/** The wires of one browser's tabs: what one says, the others hear. */
export function fakeChannels(): () => TabChannel {
  const tabs = new Set<Set<(event: { readonly data: unknown }) => void>>();
  return () => {
    const own = new Set<(event: { readonly data: unknown }) => void>();
    tabs.add(own);
    return {
      postMessage: (message) => {
        const data: unknown = structuredClone(message);
        for (const tab of tabs) if (tab !== own) for (const hear of tab) queueMicrotask(() => hear({ data }));
      },
      addEventListener: (_, hear) => void own.add(hear),
      removeEventListener: (_, hear) => void own.delete(hear),
    };
  };
}
