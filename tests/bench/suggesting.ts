import type { Workspace } from '#model/workspace.ts';
import { suggestFacts } from '#pipeline/suggest-facts.ts';
import { asFiles } from './as-files.ts';
import { inTurn } from './measure.ts';
import { papaparseAlone } from './reading.ts';
import { type Line, milliseconds, ratioOf } from './table.ts';

/** Facts suggested for every question of a workspace in which none is mapped. */
export function measureSuggestions(workspace: Workspace, rounds: number): Line {
  const unmapped = { ...workspace, sources: [] };
  const files = asFiles(unmapped);
  const copies = Array.from({ length: rounds }, () => structuredClone(unmapped));
  const { ours, baseline } = inTurn(rounds, {
    baseline: () => papaparseAlone(files),
    ours: () => suggestFacts(copies.pop() ?? unmapped),
  });
  return {
    what: `Facts suggested for ${workspace.questions.length.toLocaleString('en-GB')} unmapped questions`,
    took: milliseconds(ours),
    baseline: `papaparse alone on its files: ${milliseconds(baseline)}`,
    ratio: ratioOf(ours.cpu, baseline.cpu),
    aim: 'at most 3 s',
    met: ours.wall <= 3000,
    whyMissed: 'each question is held against every wording with which it shares one of its rarer words.',
  };
}
