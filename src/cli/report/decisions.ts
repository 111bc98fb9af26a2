import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import { groupBy } from '#model/index-workspace.ts';
import { heading, wrap } from './text.ts';

/** How many findings people have decided about, and how. */
export function describeDecisions(audit: Audit): readonly string[] {
  const decided = audit.findings.flatMap((finding) => (finding.decision === null ? [] : [finding.decision]));
  const words = [...groupBy(decided, (each) => each.decision)].map(
    ([decision, group]) => `${decision.replaceAll('-', ' ')} ${group.length}`,
  );
  const how = words.length === 0 ? '' : ` (${words.join(', ')})`;
  return [
    ...heading('Decisions taken'),
    ...wrap(`${decided.length} of ${count(audit.findings.length, 'finding')} decided${how}.`),
  ];
}
