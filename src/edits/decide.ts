import type { DecisionWord } from '#model/words.ts';
import type { Review, Workspace } from '#model/workspace.ts';
import type { Change, Edit } from '#workspace/apply-edit.ts';
import { REVIEWS } from '#workspace/shapes-mappings.ts';
import type { Author } from './author.ts';
import { counted, removeRows, setCells } from './cells.ts';

/** What a person decides about some findings, and why. */
export interface Answer {
  readonly decision: DecisionWord;
  readonly reason: string;
}

const reviewsByFinding = (workspace: Workspace): ReadonlyMap<string, Review> =>
  new Map(workspace.reviews.map((review) => [review.finding, review]));

const whatOf = (ids: readonly string[]): string => (ids.length === 1 ? 'a finding' : counted(ids.length, 'finding'));

/** Writes one decision about findings, by their ids. Where a finding has a decision already, its row is changed. */
export function decideFindings(
  workspace: Workspace,
  findings: readonly string[],
  answer: Answer,
  { by, on }: Author,
): Edit {
  const reviews = reviewsByFinding(workspace);
  const ids = [...new Set(findings)];
  const cells = { decision: answer.decision, reason: answer.reason, by, on };
  const standing = ids.flatMap((id) => reviews.get(id) ?? []);
  const rows = ids.filter((id) => !reviews.has(id)).map((finding) => ({ finding, ...cells }));
  const added: readonly Change[] = rows.length === 0 ? [] : [{ kind: 'add', file: REVIEWS.file, rows }];
  return {
    name: `decide ${whatOf(ids)} as ${answer.decision}`,
    changes: [...standing.map((review) => setCells(review.at, cells)), ...added],
  };
}

/** Takes the decisions about findings back, as though nobody had decided; findings without one are left as they are. */
export function undecideFindings(workspace: Workspace, findings: readonly string[]): Edit {
  const reviews = reviewsByFinding(workspace);
  const standing = [...new Set(findings)].flatMap((id) => reviews.get(id) ?? []);
  return {
    name: `undecide ${whatOf(standing.map((review) => review.finding))}`,
    changes: removeRows(standing.map((review) => review.at)),
  };
}
