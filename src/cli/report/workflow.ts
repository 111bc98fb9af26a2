import type { Audit } from '#model/audit.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { listFindings, undecided } from './findings.ts';
import { heading } from './text.ts';

const SHOWN = 10;

/** What is odd about the workflow itself: steps no route reaches, next actions to nowhere, and an analysis that stopped. */
export function describeWorkflow(audit: Audit, index: WorkspaceIndex): readonly string[] {
  const findings = undecided(audit.findings, 'workflow/', 'analysis/');
  const none = ['Nothing that waits for a decision.'];
  return [...heading('The workflow itself'), ...(findings.length === 0 ? none : listFindings(findings, SHOWN, index))];
}
