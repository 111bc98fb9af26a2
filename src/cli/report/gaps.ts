import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { listFindings, undecided } from './findings.ts';
import { heading } from './text.ts';

const SHOWN = 10;

/** The gravest gaps that nobody has decided about, each with a route on which the item is not recorded. */
export function describeGaps(audit: Audit, index: WorkspaceIndex): readonly string[] {
  const gaps = undecided(audit.findings, 'coverage/item-missing', 'coverage/item-gap', 'coverage/item-late');
  const others = undecided(audit.findings, 'coverage/').length - gaps.length;
  return [
    ...heading('What is missing, the gravest first'),
    ...(gaps.length === 0 ? ['Nothing that waits for a decision.'] : listFindings(gaps, SHOWN, index)),
    ...(others === 0 ? [] : [`Besides, ${count(others, 'smaller finding')} about sources; with --json.`]),
  ];
}
