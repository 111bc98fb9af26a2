import { packZip } from '#workspace/unpack-zip.ts';
import { writeWorkspace } from '#workspace/write-workspace.ts';
import type { OpenedWorkspace } from './open-workspace.ts';

/** What stands behind an open workspace and is written back: its tables as they are now, and its other files. */
export type OpenFiles = Pick<OpenedWorkspace, 'files' | 'tables'>;

/** The files of a workspace by their paths inside it, as they are saved. */
export type SavedFiles = ReadonlyMap<string, Uint8Array>;

/** The paths of a workspace's files, whether read or new. */
export const filePaths = ({ files, tables }: OpenFiles): readonly string[] => [
  ...new Set([...files.keys(), ...tables.keys()]),
];

/** True for a file that is the very same value in both, so that its bytes need not be looked at. */
function isUntouched(path: string, before: OpenFiles, now: OpenFiles): boolean {
  const table = now.tables.get(path);
  if (table !== undefined || before.tables.has(path)) return table === before.tables.get(path);
  return now.files.get(path) === before.files.get(path);
}

/** One file as it is to be saved; null where the workspace does not have it. */
export function fileBytes({ files, tables }: OpenFiles, path: string): Uint8Array | null {
  const only = <Value>(value: Value | undefined): ReadonlyMap<string, Value> =>
    new Map(value === undefined ? [] : [[path, value]]);
  return writeWorkspace({ files: only(files.get(path)), tables: only(tables.get(path)) }).get(path) ?? null;
}

/**
 * The files of which anything was touched between two moments, as they are to be saved; all of them where there is no
 * before. A file that is as it was opened keeps its bytes to the last one, whatever saving would normalise in it.
 */
export function changedFiles(asOpened: OpenFiles, before: OpenFiles | null, now: OpenFiles): SavedFiles {
  const touched = filePaths(now).filter((path) => before === null || !isUntouched(path, before, now));
  return new Map(
    touched.flatMap((path): readonly (readonly [string, Uint8Array])[] => {
      const opened = isUntouched(path, asOpened, now) ? asOpened.files.get(path) : undefined;
      const bytes = opened ?? fileBytes(now, path);
      return bytes === null ? [] : [[path, bytes]];
    }),
  );
}

/** The files of a workspace as they are to be saved. */
export const currentFiles = (asOpened: OpenFiles, now: OpenFiles): SavedFiles => changedFiles(asOpened, null, now);

/** A workspace as a zip of its folder. */
export const zipFiles = (files: SavedFiles): Uint8Array => packZip(files);

const toSlug = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');

/** What the zip of a workspace is called, with the day on which it was saved: `exampleshire-2026-11-22.zip`. */
export function zipName(authority: string, today: string): string {
  const slug = toSlug(authority).slice(0, 60);
  return `${slug === '' ? 'workspace' : slug}-${today}.zip`;
}
