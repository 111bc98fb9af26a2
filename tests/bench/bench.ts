import { returnId } from '#model/ids.ts';
import { openExample } from '../support/open-example.ts';
import { measureAgain, measureAudit, measureGrowth } from './auditing.ts';
import { measureEnumeration } from './enumerating.ts';
import { measureFirstDiagram, measureFirstLoad } from './first-load.ts';
import { type FullSize, fullSizeWorkspace } from './full-size.ts';
import { type ExtractSize, measureImporting } from './importing.ts';
import { measureReading } from './reading.ts';
import { measureSuggestions } from './suggesting.ts';
import type { Line } from './table.ts';
import { measureAnswering, measureGenerating, measureReturnFile } from './walking.ts';
import { measureWorkbench } from './workbench.ts';

/** What is measured, and how often each. */
export interface Measuring {
  readonly full: FullSize;
  readonly growth: readonly { readonly by: number; readonly size: FullSize }[];
  /** Numbers of choices in a row. */
  readonly chains: readonly number[];
  readonly rounds: number;
  /** How large the extracts of Mosaic are that are brought in. */
  readonly extracts: ExtractSize;
  /** How many children the return file has that is written. */
  readonly children: number;
  /** The files of the built app's first load. */
  readonly firstLoad: readonly Uint8Array[];
  /** Where the built app is served, and the browser that opens it; null where there is no browser. */
  readonly app: { readonly address: string; readonly browserPath: string } | null;
}

const MANY_ROUNDS = 10;
const YEAR = returnId('cin-2026-27');

/** Takes all measures, telling each line as it is known. */
export async function runBench(measuring: Measuring, tell: (line: Line) => void): Promise<readonly Line[]> {
  const { full, growth, chains, rounds, firstLoad, app } = measuring;
  const lines: Line[] = [];
  const add = (...more: readonly Line[]): void => {
    lines.push(...more);
    for (const line of more) tell(line);
  };
  const workspace = fullSizeWorkspace(full);
  add(measureReading(workspace, rounds));
  add(...(await measureImporting(measuring.extracts, Math.min(rounds, 4))));
  add(measureAudit(workspace, rounds));
  add(measureAgain(workspace, rounds));
  add(...measureGrowth(growth));
  for (const choices of chains) add(measureEnumeration(choices, Math.min(rounds, MANY_ROUNDS)));
  add(measureSuggestions(workspace, Math.min(rounds, 4)));
  const { value: example } = openExample();
  add(measureGenerating(workspace, 1));
  add(...measureReturnFile(example, YEAR, measuring.children));
  add(measureAnswering(example, YEAR, rounds * 2));
  if (app !== null) add(await measureFirstDiagram(app.browserPath, app.address, Math.min(rounds, 5)));
  if (app !== null) add(...(await measureWorkbench(app.browserPath, app.address, workspace)));
  add(measureFirstLoad(firstLoad));
  return lines;
}
