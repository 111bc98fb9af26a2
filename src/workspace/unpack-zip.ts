import { inflateSync, zipSync } from 'fflate';
import type { Problem } from '#model/finding.ts';
import { isWorkspacePath, topFolder, type WorkspaceFiles } from './files.ts';
import { newReading, quoted, type Reading, tellError, wholeFile } from './problems.ts';
import { checksumOf, packedBytes, readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** How much a zip may unpack to, in bytes, and how many times its packed size a file may be. */
export interface ZipLimits {
  readonly total: number;
  readonly entry: number;
  readonly ratio: number;
}

const MEGABYTE = 1024 * 1024;
const ZIP_LIMITS: ZipLimits = { total: 200 * MEGABYTE, entry: 100 * MEGABYTE, ratio: 200 };
/** Small files may be packed as tightly as they like. */
const RATIO_FROM = MEGABYTE;

export interface Unpacked {
  readonly files: WorkspaceFiles;
  readonly problems: readonly Problem[];
}

/** Why a path must not be unpacked; empty where it may. */
function describeBadPath(path: string): string {
  if (path.includes('\\')) return 'has a backslash in its name';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'names a place outside the zip';
  if (path.split('/').some((part) => part === '..' || part === '.')) return 'leads out of its folder';
  return path.includes('\0') ? 'has a null character in its name' : '';
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / MEGABYTE)} MB`;

/** Why an entry is not unpacked, from what the zip says of it; empty where it may be. */
function describeRefusal(entry: ZipEntry, limits: ZipLimits): string {
  if (entry.encrypted) return 'is locked with a password. Pack the folder again without one';
  if (entry.method !== 0 && entry.method !== 8)
    return 'is packed in a way the product does not read. Pack the folder again as an ordinary zip';
  if (entry.unpacked > limits.entry)
    return `would unpack to ${megabytes(entry.unpacked)}, more than the ${megabytes(limits.entry)} that one file may have`;
  if (entry.unpacked > RATIO_FROM && entry.unpacked > limits.ratio * entry.packed)
    return `would unpack to ${Math.floor(entry.unpacked / Math.max(1, entry.packed))} times its packed size, as no table does`;
  return '';
}

/** Inflates into as many bytes as the zip promises and no more. */
function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array | null {
  if (entry.method === 0) return packed.slice();
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.unpacked) });
  } catch {
    return null;
  }
}

function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const packed = packedBytes(bytes, entry);
  const unpacked = packed === null ? null : inflate(packed, entry);
  return unpacked !== null && unpacked.length === entry.unpacked && checksumOf(unpacked) === entry.checksum
    ? unpacked
    : null;
}

const isJunk = (path: string): boolean =>
  path.endsWith('/') || path.startsWith('__MACOSX/') || path.endsWith('.DS_Store');

/** The entries that are files of a workspace, by their path inside it; the others are nobody's business. */
function workspaceEntries(reading: Reading, entries: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  const safe = entries.filter(({ path }) => {
    const bad = describeBadPath(path);
    if (bad !== '')
      tellError(
        reading,
        wholeFile(path),
        `The entry ${quoted(path)} of the zip ${bad}, so it was not unpacked. Pack the folder again.`,
      );
    return bad === '' && !isJunk(path);
  });
  const top = topFolder(safe.map((entry) => entry.path));
  const inside = safe.filter(({ path }) => path.startsWith(top) && isWorkspacePath(path.slice(top.length)));
  const found = new Map<string, ZipEntry>();
  for (const entry of inside) {
    const path = entry.path.slice(top.length);
    if (found.has(path))
      tellError(
        reading,
        wholeFile(path),
        'The zip holds this file twice; only the first was unpacked. Pack the folder again.',
      );
    else found.set(path, entry);
  }
  return found;
}

const NO_ZIP = 'The file is not a zip, or it was cut off on its way. Save or send it again.';

const NO_WORKSPACE = 'The zip holds no folder "workflows" or "mappings". Pack the folder of the workspace.';

/** The file's bytes, or why there are none. `left` is what the whole zip may still unpack to. */
function unpackFile(bytes: Uint8Array, entry: ZipEntry, limits: ZipLimits, left: number): Uint8Array | string {
  const refusal = describeRefusal(entry, limits);
  if (refusal !== '') return refusal;
  if (entry.unpacked > left)
    return `would bring the zip to more than the ${megabytes(limits.total)} that a workspace may have`;
  return unpackEntry(bytes, entry) ?? 'is damaged in the zip. Save or send the zip again';
}

function unpackFiles(
  reading: Reading,
  bytes: Uint8Array,
  found: ReadonlyMap<string, ZipEntry>,
  limits: ZipLimits,
): WorkspaceFiles {
  const files = new Map<string, Uint8Array>();
  let left = limits.total;
  for (const [path, entry] of found) {
    const unpacked = unpackFile(bytes, entry, limits, left);
    if (typeof unpacked === 'string') {
      tellError(reading, wholeFile(path), `The file was not unpacked: it ${unpacked}.`);
    } else {
      files.set(path, unpacked);
      left -= unpacked.length;
    }
  }
  return files;
}

/** Unpacks the workspace in a zip. Sizes are checked before anything is unpacked; bad entries are said and skipped. */
export function unpackZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Unpacked {
  const reading = newReading();
  const entries = readZipDirectory(bytes);
  if (entries === null) {
    tellError(reading, wholeFile(''), NO_ZIP);
    return { files: new Map(), problems: reading.problems };
  }
  const found = workspaceEntries(reading, entries);
  if (found.size === 0) tellError(reading, wholeFile(''), NO_WORKSPACE);
  return { files: unpackFiles(reading, bytes, found, limits), problems: reading.problems };
}

/** A date of no meaning, so that the same files always give the same zip. */
const DATE = new Date(1980, 0, 1);

/** Packs files into a zip, in the order of their paths. */
export function packZip(files: WorkspaceFiles): Uint8Array {
  const paths = [...files.keys()].toSorted();
  return zipSync(Object.fromEntries(paths.map((path) => [path, files.get(path) ?? new Uint8Array()])), { mtime: DATE });
}
