import type { Audit } from '#model/audit.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { describeAssessed } from './assessed.ts';
import { describeCodes } from './codes.ts';
import { describeCoverage } from './coverage.ts';
import { describeDecisions } from './decisions.ts';
import { describeDuplicates } from './duplicates.ts';
import { describeGaps } from './gaps.ts';
import { describeHeading } from './heading.ts';
import { describeNotVerified } from './not-verified.ts';
import { describeTime } from './time.ts';
import { describeWorkflow } from './workflow.ts';

/** An audit as plain text for a data lead: to read in a terminal, or to paste into an email. */
export function describeAudit(audit: Audit, index: WorkspaceIndex): string {
  const sections = [
    describeHeading(audit, index),
    describeCoverage(audit, index),
    describeGaps(audit, index),
    describeDuplicates(audit, index),
    describeCodes(audit, index),
    describeAssessed(audit),
    describeTime(audit, index),
    describeWorkflow(audit, index),
    describeNotVerified(index),
    describeDecisions(audit),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
