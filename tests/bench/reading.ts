import Papa from 'papaparse';
import type { Workspace } from '#model/workspace.ts';
import { openWorkspace } from '#pipeline/open-workspace.ts';
import type { WorkspaceFiles } from '#workspace/files.ts';
import { asFiles } from './as-files.ts';
import { inTurn } from './measure.ts';
import { type Line, milliseconds, ratioOf } from './table.ts';

/** Every table of a workspace through papaparse alone: the raw baseline of all that is measured without a browser. */
export function papaparseAlone(files: WorkspaceFiles): number {
  const decoder = new TextDecoder();
  let rows = 0;
  for (const [path, bytes] of files)
    if (path.endsWith('.csv')) rows += Papa.parse<string[]>(decoder.decode(bytes)).data.length;
  return rows;
}

const NOTHING_SHIPPED: WorkspaceFiles = new Map();

/** Reading a workspace from the bytes of its files, against papaparse alone on the same bytes. */
export function measureReading(workspace: Workspace, rounds: number): Line {
  const files = asFiles(workspace);
  const megabytes = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0) / 1_000_000;
  const { ours, baseline } = inTurn(rounds, {
    baseline: () => papaparseAlone(files),
    ours: () => openWorkspace(files, NOTHING_SHIPPED),
  });
  return {
    what: `Reading a full-size workspace (${megabytes.toFixed(1)} MB)`,
    took: milliseconds(ours),
    baseline: `papaparse alone on the same bytes: ${milliseconds(baseline)}`,
    ratio: ratioOf(ours.cpu, baseline.cpu),
    aim: 'at most 2 ×',
    met: ours.cpu <= 2 * baseline.cpu,
    whyMissed:
      'papaparse gives arrays of text and forgets them; we keep every row with its own text and place, so that files are written back byte for byte and problems name their cell, and turn each cell into a checked value.',
  };
}
