import { expect, test } from 'vitest';
import { describeAssessed } from '#cli/report/assessed.ts';
import { describeCoverage } from '#cli/report/coverage.ts';
import { describeDecisions } from '#cli/report/decisions.ts';
import { describeDuplicates } from '#cli/report/duplicates.ts';
import { describeGaps } from '#cli/report/gaps.ts';
import { describeHeading } from '#cli/report/heading.ts';
import { describeNotVerified } from '#cli/report/not-verified.ts';
import { describeWorkflow } from '#cli/report/workflow.ts';
import type { Audit } from '#model/audit.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';
import { auditOf, withReview } from '../support/expect-findings.ts';

const WORDS: WorkspaceWords = {
  steps: ['CONTACT may-start opens:referral', 'REFERRAL', 'LOST'],
  actions: ['CONTACT > REFERRAL', 'REFERRAL > end'],
  activities: ['CONTACT C', 'REFERRAL R'],
  questions: ['C.BORN mandatory date', 'R.BORN mandatory date', 'R.SEX choice'],
  facts: ['born', 'sex'],
  sources: ['born C.BORN', 'born R.BORN records', 'sex R.SEX'],
  events: ['begun REFERRAL started'],
  items: ['Birth fact:born on:begun min:1', 'Sex fact:sex on:begun min:1'],
};

const audited = (words: WorkspaceWords = WORDS): readonly [Audit, WorkspaceIndex] => {
  const workspace = aWorkspace(words);
  return [auditOf(workspace), indexWorkspace(workspace)];
};

const text = (lines: readonly string[]): string => lines.join('\n');

test('a gap stands with its item and a route on which it is not recorded', () => {
  const says = text(describeGaps(...audited()));
  expect(says).toContain(' 1. Sex');
  expect(says).toMatch(/Route: CONTACT → “[^”]+” → REFERRAL/u);
});

test('an item that is short at several places stands once', () => {
  const twice = { ...WORDS, events: ['begun CONTACT started', 'begun REFERRAL started'] };
  const says = text(describeGaps(...audited(twice)));
  expect(says.match(/\d+\. Sex/gu)).toHaveLength(1);
  expect(says).toContain('Also at');
});

test('what somebody has decided about is no longer listed as a gap, and is counted as a decision', () => {
  const [audit] = audited();
  const gap = audit.findings.find((finding) => finding.kind === 'coverage/item-gap');
  const workspace = withReview(WORDS, gap?.id ?? '', 'accept-gap');
  const decided = auditOf(workspace);
  expect(text(describeGaps(decided, indexWorkspace(workspace)))).toContain('Nothing that waits for a decision.');
  expect(text(describeDecisions(decided))).toMatch(/1 of \d+ findings decided \(accept gap 1\)/u);
});

test('a fact that is asked twice stands with every place', () => {
  const says = text(describeDuplicates(...audited()));
  expect(says).toMatch(/born: 2 places, recorded again on every route/u);
  expect(says).toContain('(CONTACT)');
  expect(says).toContain('(REFERRAL)');
});

test('what somebody called no duplicate is not listed', () => {
  const [audit] = audited();
  const duplicate = audit.findings.find((finding) => finding.kind === 'duplicate/on-route');
  const workspace = withReview(WORDS, duplicate?.id ?? '', 'not-a-duplicate');
  expect(text(describeDuplicates(auditOf(workspace), indexWorkspace(workspace)))).toContain('Nothing was found.');
});

test('the table counts every item once', () => {
  const [audit, index] = audited();
  const all = describeCoverage(audit, index).find((line) => line.startsWith('All'));
  const [items, ...statuses] = (all ?? '').match(/\d+/gu)?.map(Number) ?? [];
  expect(items).toBe(2);
  expect(statuses.reduce((sum, each) => sum + each, 0)).toBe(2);
});

test('a step that no route reaches is said', () => {
  expect(text(describeWorkflow(...audited()))).toContain('LOST');
});

test('without a return there is no table, and no claim about one', () => {
  const { items: _, ...words } = WORDS;
  const workspace = { ...aWorkspace(words), returns: [] };
  const [audit, index] = [auditOf(workspace), indexWorkspace(workspace)];
  expect(text(describeCoverage(audit, index))).toContain('No return was audited.');
  expect(describeNotVerified(index)).toEqual([]);
  expect(text(describeHeading(audit, index))).toContain('Return    no return');
});

test('the share assessed stands beside every figure about the use of questions', () => {
  const [audit] = audited();
  const candidate = { ...audit.findings[0], kind: 'value/review-candidate' } as Audit['findings'][number];
  const withSign = { ...audit, findings: [candidate], summary: { ...audit.summary, assessedShare: 0.4 } };
  const says = text(describeAssessed(withSign));
  expect(says).toContain('recorded for 40% of 3 questions; for the others nobody has said yet.');
  expect(says).toContain('Sign (40% assessed)');
  expect(says).toMatch(/To review first.* 1$/mu);
});

test('nothing is claimed about what this version does not look for', () => {
  const says = text(describeAssessed(audited()[0]));
  expect(says).toContain('This version does not look for:');
  expect(says).not.toContain('Sign (');
});
