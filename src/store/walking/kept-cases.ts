import { type CaseRecord, openStorage, writeAtOnce } from '#store/saving/database.ts';
import type { Outcome } from '#store/saving/outcome.ts';

/** The cases that the browser keeps for each workspace. */
export interface KeptCases {
  /** The case that was on the screen last; null where there was none. */
  readonly walked: (workspace: string) => Promise<Outcome<CaseRecord | null>>;
  /** The cases kept under a name, the one kept last first. */
  readonly named: (workspace: string) => Promise<Outcome<readonly CaseRecord[]>>;
  readonly write: (record: CaseRecord) => Promise<Outcome<null>>;
  readonly remove: (id: string) => Promise<Outcome<null>>;
}

/** The key of the case that is on the screen while a workspace is open. */
export const walkedId = (workspace: string): string => `walked ${workspace}`;

/** Opens the cases that the browser keeps. Nothing is asked of it before the first call. */
export function openKeptCases(indexedDb: IDBFactory | null): KeptCases {
  const storage = openStorage(indexedDb);
  return {
    walked: (workspace) => storage.use(async (database) => (await database.get('cases', walkedId(workspace))) ?? null),
    named: (workspace) =>
      storage.use(async (database) =>
        (await database.getAllFromIndex('cases', 'workspace', workspace))
          .filter(({ kind }) => kind === 'named')
          .toSorted((a, b) => b.at - a.at),
      ),
    write: (record) =>
      storage.use((database) =>
        writeAtOnce(database, async (writing) => {
          await writing.objectStore('cases').put(record);
          return null;
        }),
      ),
    remove: (id) =>
      storage.use((database) =>
        writeAtOnce(database, async (writing) => {
          await writing.objectStore('cases').delete(id);
          return null;
        }),
      ),
  };
}
