import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { WorkspaceFiles } from '#workspace/files.ts';

/** The files of a folder on disk, as a caller hands them over. */
export function readFolder(folder: string, under: readonly string[]): WorkspaceFiles {
  const files = new Map<string, Uint8Array>();
  for (const start of under) {
    for (const entry of readdirSync(join(folder, start), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(relative(folder, path).replaceAll('\\', '/'), new Uint8Array(readFileSync(path)));
    }
  }
  return files;
}

export const REPOSITORY: string = join(import.meta.dirname, '../..');
export const shippedFiles = (): WorkspaceFiles => readFolder(REPOSITORY, ['mappings/returns']);
export const exampleFiles = (): WorkspaceFiles => readFolder(REPOSITORY, ['workflows', 'mappings']);
