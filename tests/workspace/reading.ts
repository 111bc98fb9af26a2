import { join } from 'node:path';
import type { Problem } from '#model/finding.ts';
import type { WorkspaceFiles } from '#workspace/files.ts';
import { type ReadWorkspace, readWorkspace } from '#workspace/read-workspace.ts';
import { REPOSITORY, readFolder } from './folder.ts';

const CLEAN: WorkspaceFiles = readFolder(join(REPOSITORY, 'fixtures/reading/clean'), ['workflows', 'mappings']);
const NOTHING: WorkspaceFiles = new Map();

export const cleanFiles = (): Map<string, Uint8Array> => new Map(CLEAN);
export const textIn = (files: WorkspaceFiles, path: string): string => new TextDecoder().decode(files.get(path));
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The clean workspace with some files replaced; null takes one away. */
export function cleanWith(changes: Readonly<Record<string, string | Uint8Array | null>>): WorkspaceFiles {
  const files = cleanFiles();
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) files.delete(path);
    else files.set(path, typeof content === 'string' ? bytesOf(content) : content);
  }
  return files;
}

/** The clean workspace with one row more at the end of a file. */
export const cleanPlus = (path: string, ...rows: readonly string[]): WorkspaceFiles =>
  cleanWith({ [path]: `${textIn(CLEAN, path)}${rows.map((row) => `${row}\n`).join('')}` });

/** The clean workspace with one text exchanged for another. */
export function cleanBut(path: string, from: string, to: string): WorkspaceFiles {
  const text = textIn(CLEAN, path);
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return cleanWith({ [path]: text.replace(from, to) });
}

export const open = (files: WorkspaceFiles, shipped: WorkspaceFiles = NOTHING): ReadWorkspace =>
  readWorkspace(files, shipped);

/** A problem as a person would read it down: `error workflows/forms.csv 3 form: …`. */
export const describeProblem = ({ severity, file, row, column, message }: Problem): string =>
  `${severity} ${file} ${row} ${column}: ${message}`;

export const problemsOf = (files: WorkspaceFiles, shipped: WorkspaceFiles = NOTHING): readonly string[] =>
  open(files, shipped).problems.map(describeProblem);
