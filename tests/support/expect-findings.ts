import { expect } from 'vitest';
import type { Audit, ItemCoverage, StepSets } from '#model/audit.ts';
import type { Finding, FindingKind, Route } from '#model/finding.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import type { Review, Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { aWorkspace, type WorkspaceWords } from './a-workspace.ts';

/** A workspace, or the words of one. */
type Given = Workspace | WorkspaceWords;

const toWorkspace = (given: Given): Workspace => ('manifest' in given ? given : aWorkspace(given));

type Topic = 'coverage/' | 'duplicate/' | 'codes/' | 'value/' | 'workflow/';
const isOf = (kind: FindingKind, topic: string): boolean => topic.endsWith('/') && kind.startsWith(topic);

export const auditOf = (given: Given): Audit => auditWorkspace(toWorkspace(given), []);

/** The findings of one kind, which must have these ids in this order. */
export function expectFindings(given: Given, kind: FindingKind, ids: readonly string[]): readonly Finding[] {
  const found = auditOf(given).findings.filter((finding) => finding.kind === kind);
  expect(found.map((finding) => finding.id)).toEqual(ids);
  return found;
}

/** The only finding of its kind, with this id. */
export function expectFinding(given: Given, kind: FindingKind, id: string): Finding {
  const [finding] = expectFindings(given, kind, [id]);
  if (finding === undefined) throw new Error(`No finding ${id}`);
  return finding;
}

/** Nothing of these kinds is found; a kind ending in `/` stands for all that begin so. */
export function expectNoFindings(given: Given, ...kinds: readonly (FindingKind | Topic)[]): void {
  const found = auditOf(given).findings.filter(({ kind }) => kinds.some((none) => kind === none || isOf(kind, none)));
  expect(found.map((finding) => finding.id)).toEqual([]);
}

/** The sets of one step; it must be one that a route reaches. */
export function setsAt(given: Given, stepType: string): StepSets {
  const sets = auditOf(given).steps.find((step) => step.stepType === stepType);
  if (sets === undefined) throw new Error(`No route reaches ${stepType}`);
  return sets;
}

/** How one item is covered. */
export function coverageOfItem(given: Given, item: string): ItemCoverage {
  const covered = auditOf(given).coverage.find((one) => one.item === item);
  if (covered === undefined) throw new Error(`The return has no item ${item}`);
  return covered;
}

/** A route from words: `aRoute('A A>B', 'B')` goes from A by the next action A>B to B. */
export const aRoute = (...steps: readonly string[]): Route =>
  steps.map((step) => {
    const [stepType = '', nextAction] = step.split(' ');
    return { stepType: stepTypeId(stepType), nextAction: nextAction === undefined ? null : nextActionId(nextAction) };
  });

/** The workspace with a person's decision about one finding. */
export const withReview = (given: Given, finding: string, decision: Review['decision']): Workspace => {
  const workspace = toWorkspace(given);
  const at = { file: 'mappings/reviews.csv', row: workspace.reviews.length + 2 };
  const review = { finding, decision, reason: 'Asked on purpose', by: 'A. Analyst', on: '2026-11-02', at };
  return { ...workspace, reviews: [...workspace.reviews, review] };
};
