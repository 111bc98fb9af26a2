import type { WorkspaceFiles } from './files.ts';
import type { ReadWorkspace } from './read-workspace.ts';
import { decodeText, encodeText } from './text.ts';
import { tableBytes } from './write-table.ts';

/** Files that are no tables keep their bytes; JSON in another encoding becomes UTF-8. */
function otherBytes(file: string, bytes: Uint8Array): Uint8Array {
  if (!file.endsWith('.json')) return bytes;
  const { text, encoding, bom } = decodeText(bytes);
  return encoding === 'utf-8' ? bytes : encodeText(text, bom);
}

/** The files of a workspace as they are to be saved: what was read, but for changes and normalising. */
export function writeWorkspace(opened: Pick<ReadWorkspace, 'files' | 'tables'>): WorkspaceFiles {
  const { files, tables } = opened;
  const paths = new Set([...files.keys(), ...tables.keys()]);
  return new Map(
    [...paths].map((path): readonly [string, Uint8Array] => {
      const table = tables.get(path);
      const bytes = files.get(path) ?? new Uint8Array();
      return [path, table === undefined ? otherBytes(path, bytes) : tableBytes(table)];
    }),
  );
}
