import type { Audit } from '#model/audit.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { listFindings, undecided } from './findings.ts';
import { heading } from './text.ts';

const SHOWN = 10;

function describe(
  title: string,
  beginnings: readonly string[],
  audit: Audit,
  index: WorkspaceIndex,
): readonly string[] {
  const findings = undecided(audit.findings, ...beginnings);
  return [
    ...heading(title),
    ...(findings.length === 0 ? ['Nothing that waits for a decision.'] : listFindings(findings, SHOWN, index)),
  ];
}

/** What the answers' codes and the questions' types cannot carry into the return. */
export const describeCodes = (audit: Audit, index: WorkspaceIndex): readonly string[] =>
  describe('Codes and formats', ['codes/'], audit, index);

/** What is odd about the workflow itself: steps no route reaches, next actions to nowhere, and an analysis that stopped. */
export const describeWorkflow = (audit: Audit, index: WorkspaceIndex): readonly string[] =>
  describe('The workflow itself', ['workflow/', 'analysis/'], audit, index);
