import { rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Edit, newEditor } from '#pipeline/edit-workspace.ts';
import { changedFiles } from '#pipeline/write-files.ts';
import type { Opened } from './open.ts';
import type { Failure, Shell } from './shell.ts';

/** Why changes cannot be written into a workspace as it was named; null where they can. */
export async function refuseWriting(shell: Shell, workspace: string): Promise<Failure | null> {
  const about = await stat(resolve(shell.folder, workspace));
  if (about.isDirectory()) return null;
  return {
    failure: `${workspace} is a zip, and only a folder is written into. Unpack it and name the folder, or open the zip in the app.`,
  };
}

/** Writes what an edit changes into the workspace's folder, whole files at a time, and gives the files that were written. */
export async function writeChanges(
  shell: Shell,
  workspace: string,
  { opened }: Opened,
  edit: Edit,
): Promise<readonly string[] | Failure> {
  const after = newEditor().change(opened, edit.changes);
  const files = changedFiles(opened, opened, after);
  const folder = resolve(shell.folder, workspace);
  try {
    for (const [file, bytes] of files) {
      const path = join(folder, ...file.split('/'));
      // A file that is half written when the power fails would be worse than the old one.
      await writeFile(`${path}.new`, bytes);
      await rename(`${path}.new`, path);
    }
  } catch (error) {
    return { failure: `${workspace} could not be written: ${error instanceof Error ? error.message : String(error)}` };
  }
  return [...files.keys()];
}
