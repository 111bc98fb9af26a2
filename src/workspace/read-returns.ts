import type { DataReturn } from '#model/data-return.ts';
import { isSame } from '#model/is-same.ts';
import { sameText, type WorkspaceFiles } from './files.ts';
import { type Line, linesOf } from './line.ts';
import { type Loaded, loadTable, tellAbsent } from './load.ts';
import type { Names } from './names.ts';
import { quoted, tellError, tellWarning, wholeFile } from './problems.ts';
import { readJsonFile } from './read-json.ts';
import { type ReturnLines, readReturn } from './read-return.ts';
import { newSlot, recall, type Slot } from './remember.ts';
import { RETURN_CODES, RETURN_EVENTS, RETURN_ITEMS, RETURN_RULES } from './shapes-mappings.ts';
import type { Table } from './table.ts';

/** Where returns stand. */
export const RETURNS_FOLDER = 'mappings/returns';
const RETURN_FILE = 'return.json';
const NAMES: readonly string[] = [
  RETURN_FILE,
  ...[RETURN_ITEMS, RETURN_CODES, RETURN_RULES, RETURN_EVENTS].map((shape) => shape.file),
];

/** The folders of returns, in the order of their names, that hold any of a return's files. */
function returnFolders({ files, given }: Loaded): readonly string[] {
  const ids = [...files.keys(), ...given.keys()].flatMap((path) => {
    const [, , id = '', name = '', ...deeper] = path.split('/');
    return path.startsWith(`${RETURNS_FOLDER}/`) && deeper.length === 0 && NAMES.includes(name) ? [id] : [];
  });
  return [...new Set(ids)].toSorted();
}

const EMPTY = new Uint8Array();

function isSameReturn({ files, given }: Loaded, other: WorkspaceFiles, id: string): boolean {
  return NAMES.every((name) => {
    const path = `${RETURNS_FOLDER}/${id}/${name}`;
    return !given.has(path) && sameText(files.get(path) ?? EMPTY, other.get(path) ?? EMPTY);
  });
}

const RETURN_JSON = {
  need: 'error',
  without: 'nobody can say which return this is and none of it was read',
  remedy: 'Add it: {"id": "…", "name": "…", "year": "…", "period": {"from": "…", "to": "…"}, "family": "…"}.',
} as const;

/** The facts that items may name, and what those were read from. */
export interface FactsAround {
  readonly facts: Names;
  readonly from: unknown;
}

const RETURNS: Slot<DataReturn> = newSlot();

function loadReturn(loaded: Loaded, id: string, around: FactsAround, shipped: boolean): DataReturn | null {
  const folder = `${RETURNS_FOLDER}/${id}`;
  const file = `${folder}/${RETURN_FILE}`;
  const bytes = loaded.files.get(file);
  if (bytes === undefined) tellAbsent(loaded, file, RETURN_JSON);
  const json = bytes === undefined ? null : readJsonFile(loaded.reading, file, bytes);
  if (json === null) return null;
  const [items, codes, rules, events] = [RETURN_ITEMS, RETURN_CODES, RETURN_RULES, RETURN_EVENTS].map((shape) =>
    loadTable(loaded, shape, `${folder}/${shape.file}`),
  );
  const of = (table: Table | null | undefined): readonly Line[] => linesOf(loaded.reading, table ?? undefined);
  const lines = (): ReturnLines => ({
    folder,
    json,
    items: of(items),
    codes: of(codes),
    rules: of(rules),
    events: of(events),
  });
  const read = recall(loaded.reading, {
    slot: RETURNS,
    key: `${shipped ? 'shipped' : 'own'} ${id}`,
    from: [bytes, items, codes, rules, events, around.from],
    read: () => readReturn(lines(), around.facts, shipped),
    settle: (before, after) => (isSame(before, after) ? before : after),
  });
  if (read.id !== id) {
    const message = `"id" says ${quoted(read.id)} and the folder is called ${quoted(id)}. Call both the same.`;
    tellWarning(loaded.reading, { ...wholeFile(file), column: 'id' }, message);
  }
  return read;
}

function tellOverlap(loaded: Loaded, read: DataReturn, standing: DataReturn, folder: string): void {
  const where = { ...wholeFile(`${RETURNS_FOLDER}/${folder}/${RETURN_FILE}`), column: 'id' };
  if (standing.shipped) {
    tellWarning(
      loaded.reading,
      where,
      `The return ${quoted(read.id)} stands in for the one the product ships. Give it another id if it is another return.`,
    );
    return;
  }
  tellError(
    loaded.reading,
    where,
    `The return ${quoted(read.id)} stands already in another folder, so this one was left out. Give it an id of its own.`,
  );
}

/** The returns that the product ships and those of the workspace; a local one with a shipped id stands in for it. */
export function readReturns(local: Loaded, shipped: Loaded, around: FactsAround): readonly DataReturn[] {
  const returns = new Map<string, DataReturn>();
  for (const id of returnFolders(shipped)) {
    const read = loadReturn(shipped, id, around, true);
    if (read !== null) returns.set(read.id, read);
  }
  for (const id of returnFolders(local)) {
    if (isSameReturn(local, shipped.files, id)) continue;
    const read = loadReturn(local, id, around, false);
    const standing = read === null ? undefined : returns.get(read.id);
    if (read !== null && standing !== undefined) tellOverlap(local, read, standing, id);
    if (read !== null && (standing === undefined || standing.shipped)) returns.set(read.id, read);
  }
  return [...returns.values()];
}
