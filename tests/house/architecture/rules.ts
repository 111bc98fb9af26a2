import { dirname, join } from 'node:path/posix';
import { MAIN, MAIN_ROOM, ROOMS, type Room } from './rooms.ts';
import type { Import, SourceFile } from './source-files.ts';

/** A rule of the house, and why it is one: that is what whoever breaks it gets to read. */
export interface Rule {
  readonly name: string;
  readonly why: string;
  /** What breaks it, a sentence each. */
  readonly faults: (files: readonly SourceFile[]) => readonly string[];
}

const MAX_LINES = 300;

/** Every room may end an impossible branch with these, whatever else it may know. */
const FOR_ALL = 'model/assert.ts';

const withoutQuery = (from: string): string => from.replace(/\?.*$/u, '');
const isNearby = (from: string): boolean => from.startsWith('./') || from.startsWith('../');

/** The file of `src` that an import means; null for a package. */
function targetOf(file: SourceFile, { from }: Import): string | null {
  const path = withoutQuery(from);
  if (path.startsWith('#')) return path.slice(1);
  return isNearby(path) ? join(dirname(file.path), path) : null;
}

function packageOf({ from }: Import): string {
  if (from.startsWith('node:')) return 'node';
  const [first = '', second = ''] = withoutQuery(from).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');
const rulesOf = (file: SourceFile): Room | undefined => (file.path === MAIN ? MAIN_ROOM : ROOMS[file.room]);

/** Asks of every import of every file whether it is a fault; null where it is none. */
const forEachImport =
  (faultOf: (file: SourceFile, each: Import) => string | null): Rule['faults'] =>
  (files) =>
    files.flatMap((file) => file.imports.flatMap((each) => faultOf(file, each) ?? []));

const forEachFile =
  (faultOf: (file: SourceFile) => string | null): Rule['faults'] =>
  (files) =>
    files.flatMap((file) => faultOf(file) ?? []);

function roomFault(file: SourceFile, each: Import): string | null {
  const target = targetOf(file, each);
  if (target === null || target === FOR_ALL) return null;
  const room = roomOf(target);
  if (room === file.room || rulesOf(file)?.mayImport.includes(room) === true) return null;
  return `${file.path} imports ${each.from}, and ${file.room || 'main.tsx'} may not import ${room || 'main.tsx'}.`;
}

function packageFault(file: SourceFile, each: Import): string | null {
  if (targetOf(file, each) !== null) return null;
  const name = packageOf(each);
  if (rulesOf(file)?.packages.includes(name) === true) return null;
  return `${file.path} imports ${each.from}, which ${file.room || 'main.tsx'} does not own.`;
}

function spellingFault(file: SourceFile, each: Import): string | null {
  const target = targetOf(file, each);
  if (target === null) return null;
  if (each.from.includes('../')) return `${file.path} imports ${each.from}: write #room/file.ts.`;
  if (isNearby(each.from) && roomOf(target) !== file.room && file.path !== MAIN)
    return `${file.path} imports ${each.from}: across rooms write #room/file.ts.`;
  const isTop = dirname(file.path) === file.room;
  if (each.from.startsWith('#') && roomOf(target) === file.room && isTop)
    return `${file.path} imports ${each.from}: within a room write ./file.ts.`;
  return /\.[a-z]+$/u.test(target) ? null : `${file.path} imports ${each.from}: write the file's ending too.`;
}

/** Everything the first page load fetches: what is reached from `main.tsx` by imports that do not wait. */
function firstLoad(files: readonly SourceFile[]): readonly SourceFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const main = byPath.get(MAIN);
  const reached = new Set(main === undefined ? [] : [main]);
  for (const file of reached) {
    for (const each of file.imports.filter(({ how, from }) => how === 'static' && !/\?(?:.*&)?worker/u.test(from))) {
      const next = byPath.get(targetOf(file, each) ?? '');
      if (next !== undefined) reached.add(next);
    }
  }
  return [...reached];
}

const isHeavy = (file: SourceFile): boolean => file.room === 'layout' || file.room === 'exporters';

function eagerExporterFault(file: SourceFile, each: Import): string | null {
  const isExporter = roomOf(targetOf(file, each) ?? '') === 'exporters' && file.room !== 'exporters';
  return isExporter && each.how === 'static' ? `${file.path} imports ${each.from} at once: use import().` : null;
}

/** The rules, as the style of the house states them. */
export const RULES: readonly Rule[] = [
  {
    name: 'every file stands in a room',
    why: 'The folders below src are the pipeline. A file beside them belongs to no stage, so nothing says what it may know.',
    faults: forEachFile((file) => (rulesOf(file) === undefined ? `${file.path} stands in no room.` : null)),
  },
  {
    name: 'rooms import only the rooms below them',
    why: 'Each stage can be understood, tested and replaced without the later ones. See the table in src/README.md.',
    faults: forEachImport(roomFault),
  },
  {
    name: 'a package belongs to one room',
    why: 'A library is a private detail of its room: it can be replaced there, and its types do not leak through the code.',
    faults: forEachImport(packageFault),
  },
  {
    name: 'imports are spelled one way',
    why: '#room/file.ts shows where a thing comes from and survives moving the file; ../ hides which room is entered.',
    faults: forEachImport(spellingFault),
  },
  {
    name: 'no barrel files',
    why: 'A file that only hands on exports hides where things are, and pulls the whole room into every load.',
    faults: forEachFile((file) => (file.isBarrel ? `${file.path} only hands on what others export.` : null)),
  },
  {
    name: 'no default exports',
    why: 'A named export has one name everywhere, so a search for it finds every use.',
    faults: forEachFile((file) => (file.hasDefaultExport ? `${file.path} has a default export.` : null)),
  },
  {
    name: 'files stay small',
    why: 'A file longer than 300 lines holds an idea that wants out. Name it; do not split at line 300.',
    faults: forEachFile((file) => (file.lines > MAX_LINES ? `${file.path} has ${file.lines} lines.` : null)),
  },
  {
    name: 'exporters load when they are asked for',
    why: 'Drawing a PowerPoint needs megabytes that nobody who only looks at the map should wait for.',
    faults: forEachImport(eagerExporterFault),
  },
  {
    name: 'the first load holds no layout and no exporter',
    why: 'ELK alone is larger than the rest of the app: it lives in the worker, or the first page takes seconds.',
    faults: (files) =>
      firstLoad(files)
        .filter(isHeavy)
        .map((file) => `${file.path} is reached from ${MAIN} by imports that do not wait.`),
  },
];
