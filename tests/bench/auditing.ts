import type { Source, Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { asFiles } from './as-files.ts';
import type { FullSize } from './full-size.ts';
import { fullSizeWorkspace } from './full-size.ts';
import { inTurn, least, type Spent, spend } from './measure.ts';
import { papaparseAlone } from './reading.ts';
import { figure, type Line, milliseconds, ratioOf } from './table.ts';

/** A fresh copy, so that nothing an earlier audit remembers of the values can serve it. */
const fresh = (workspace: Workspace): Workspace => structuredClone(workspace);

/** The whole audit of a workspace that was never seen before, after it was read. */
export function measureAudit(workspace: Workspace, rounds: number): Line {
  const files = asFiles(workspace);
  const copies = Array.from({ length: rounds }, () => fresh(workspace));
  const { ours, baseline } = inTurn(rounds, {
    baseline: () => papaparseAlone(files),
    ours: () => auditWorkspace(copies.pop() ?? workspace, []),
  });
  const findings = auditWorkspace(workspace, []).findings.length;
  const { stepTypes, nextActions, questions } = workspace;
  const many = (values: readonly unknown[]): string => values.length.toLocaleString('en-GB');
  return {
    what: `The whole audit (${many(stepTypes)} step types, ${many(nextActions)} next actions, ${many(questions)} questions)`,
    took: milliseconds(ours),
    baseline: `papaparse alone on its files: ${milliseconds(baseline)}`,
    ratio: ratioOf(ours.cpu, baseline.cpu),
    aim: 'at most 150 ms',
    met: ours.wall <= 150,
    whyMissed: `it puts ${findings.toLocaleString('en-GB')} findings into words with their places and routes, compares the wordings of all questions and models the time of each, and no single part of that is more than a quarter.`,
  };
}

/** A workspace in which one row of sources.csv feeds instead of recording, or the other way round. */
export function withOneSourceChanged(workspace: Workspace, at: number): Workspace {
  const sources = workspace.sources.map(
    (source, n): Source => (n === at ? { ...source, use: source.use === 'feeds' ? 'records' : 'feeds' } : source),
  );
  return { ...workspace, sources };
}

/** The audit again, after one row of sources.csv was changed. */
export function measureAgain(workspace: Workspace, rounds: number): Line {
  const copies = Array.from({ length: rounds }, () => fresh(workspace));
  let turn = 0;
  const { ours, baseline } = inTurn(rounds, {
    baseline: () => auditWorkspace(copies.pop() ?? workspace, []),
    ours: () => {
      turn += 1;
      return auditWorkspace(withOneSourceChanged(workspace, (turn * 997) % workspace.sources.length), []);
    },
  });
  return {
    what: 'The audit again after one changed source',
    took: milliseconds(ours),
    baseline: `the whole audit: ${milliseconds(baseline)}`,
    ratio: ratioOf(ours.cpu, baseline.cpu),
    aim: 'at most 20 ms',
    met: ours.wall <= 20,
    whyMissed:
      'only the facts of that source are solved anew and findings on all others are kept, but every question, finding and figure is still gone through once to put the audit together.',
  };
}

/** The audit of workspaces so many times as large, each against the smallest. */
export function measureGrowth(sizes: readonly { readonly by: number; readonly size: FullSize }[]): readonly Line[] {
  const measured = sizes.map(({ by, size }) => {
    const workspace = fullSizeWorkspace(size);
    // The first run of the smallest is also what warms the code up for all.
    if (by === 1) spend(() => auditWorkspace(fresh(workspace), []));
    const once = (): Spent => {
      const copy = fresh(workspace);
      return spend(() => auditWorkspace(copy, []));
    };
    return { by, audit: least(once(), once()) };
  });
  const [first, ...others] = measured;
  if (first === undefined) return [];
  return others.map(({ by, audit }) => ({
    what: `The whole audit of ${by} times as much`,
    took: milliseconds(audit),
    baseline: `${by} times the whole audit of one: ${figure(by * first.audit.cpu)} ms of the processor`,
    ratio: ratioOf(audit.cpu, by * first.audit.cpu),
    aim: 'about 1 × (linear)',
    met: audit.cpu <= 1.5 * by * first.audit.cpu,
    whyMissed:
      'with as many facts as before, each has so many times the places, which are held against each other in pairs; every step has so many times the steps beside it; and clearing away memory takes a growing share.',
  }));
}
