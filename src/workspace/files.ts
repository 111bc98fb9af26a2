import { decodeText } from './text.ts';

/** Files by their path inside the workspace, with forward slashes: `workflows/questions.csv`. */
export type WorkspaceFiles = ReadonlyMap<string, Uint8Array>;

const ROOMS: readonly string[] = ['workflows/', 'mappings/'];

/** True for a path of a workspace: the two folders that it consists of. */
export const isWorkspacePath = (path: string): boolean => ROOMS.some((room) => path.startsWith(room));

/** The one folder that everything of a workspace stands in, with its slash; empty where it stands at the top. */
export function topFolder(paths: readonly string[]): string {
  if (paths.some(isWorkspacePath)) return '';
  const tops = new Set(
    paths.flatMap((path) => {
      const slash = path.indexOf('/') + 1;
      return slash > 0 && isWorkspacePath(path.slice(slash)) ? [path.slice(0, slash)] : [];
    }),
  );
  const [only = ''] = tops;
  return tops.size === 1 ? only : '';
}

/** The files of the workspace alone, by their paths inside it, where it may stand in one folder. */
export function atRoot(files: WorkspaceFiles): WorkspaceFiles {
  const top = topFolder([...files.keys()]);
  const inside = [...files].map(([path, bytes]): readonly [string, Uint8Array] => [
    path.startsWith(top) ? path.slice(top.length) : '',
    bytes,
  ]);
  return new Map(inside.filter(([path]) => isWorkspacePath(path)));
}

const withoutReturns = (bytes: Uint8Array): string => decodeText(bytes).text.replaceAll('\r\n', '\n');

/** The same text, whatever the line ends: what a clone on another machine may have changed. */
export function sameText(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length === other.length && one.every((byte, index) => byte === other[index])) return true;
  return withoutReturns(one) === withoutReturns(other);
}
