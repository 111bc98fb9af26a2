import type { WorkspaceInput } from '#pipeline/background.ts';
import type { Folder } from '#store/saving/folder.ts';

/** Only these belong to a workspace, so that a folder with pictures or documents in it is not read in whole. */
const belongs = (path: string): boolean =>
  /\.(?:csv|json)$/iu.test(path) && !/(?:^|\/)(?:node_modules|\.git)\//u.test(path);

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

type Named = readonly [string, File];

async function toFolder(name: string, files: readonly Named[]): Promise<WorkspaceInput> {
  const read = await Promise.all(
    files.filter(([path]) => belongs(path)).map(async ([path, file]) => [path, await bytesOf(file)] as const),
  );
  return { kind: 'folder', name, files: new Map(read) };
}

const toZip = async (file: File): Promise<WorkspaceInput> => ({
  kind: 'zip',
  name: file.name,
  bytes: await bytesOf(file),
});

/** What the folder button gave: every file with its path, the folder's own name first. */
export function readPickedFolder(files: FileList): Promise<WorkspaceInput> {
  const named = [...files].map((file): Named => [file.webkitRelativePath, file]);
  return toFolder(named[0]?.[0].split('/')[0] ?? 'folder', named);
}

export const readPickedZip = (file: File): Promise<WorkspaceInput> => toZip(file);

const readEntries = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

async function filesIn(entry: FileSystemEntry): Promise<readonly Named[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [[entry.fullPath.replace(/^\//u, ''), file]];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: Named[] = [];
  // A reader gives its entries in portions, and an empty one at the end.
  for (let some = await readEntries(reader); some.length > 0; some = await readEntries(reader)) {
    for (const inner of some) found.push(...(await filesIn(inner)));
  }
  return found;
}

interface WithHandle {
  getAsFileSystemHandle(): Promise<Folder | { readonly kind: 'file' } | null>;
}

const hasHandle = (item: object): item is WithHandle =>
  'getAsFileSystemHandle' in item && typeof item.getAsFileSystemHandle === 'function';

/** The one folder that was dropped, as the browser hands it out; null where it was something else, or it hands out none. */
export async function droppedFolder(transfer: DataTransfer): Promise<Folder | null> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const [only] = items;
  if (only === undefined || items.length !== 1 || !hasHandle(only)) return null;
  try {
    const handle = await only.getAsFileSystemHandle();
    return handle?.kind === 'directory' ? handle : null;
  } catch {
    return null;
  }
}

/** What was dropped on the page: a folder, a zip, or files that may be either. Null when there is no file in it. */
export async function readDropped(transfer: DataTransfer): Promise<WorkspaceInput | null> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const loose = [...transfer.files];
  const [only] = loose;
  if (entries.length === 0) return only === undefined ? null : toZip(only);
  const [entry] = entries;
  if (entries.length === 1 && entry !== undefined && isFile(entry) && only !== undefined) return toZip(only);
  const found = (await Promise.all(entries.map(filesIn))).flat();
  return toFolder(entry?.name ?? 'folder', found);
}
