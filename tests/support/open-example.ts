import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type OpenedWorkspace, openWorkspace } from '#pipeline/open-workspace.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function filesBelow(folder: string, into: Map<string, Uint8Array>): Map<string, Uint8Array> {
  for (const name of readdirSync(`${ROOT}${folder}`).sort()) {
    const path = `${folder}/${name}`;
    if (statSync(`${ROOT}${path}`).isDirectory()) filesBelow(path, into);
    else into.set(path, readFileSync(`${ROOT}${path}`));
  }
  return into;
}

/** The files of the worked example: the repository's own `workflows/` and `mappings/`. */
export const exampleFiles = (): ReadonlyMap<string, Uint8Array> =>
  filesBelow('mappings', filesBelow('workflows', new Map()));

/** The returns and shared facts that the product ships. */
export const shippedFiles = (): ReadonlyMap<string, Uint8Array> => filesBelow('mappings/returns', new Map());

/** The worked example, read from its files. */
export const openExample = (): OpenedWorkspace => openWorkspace(exampleFiles(), shippedFiles());
