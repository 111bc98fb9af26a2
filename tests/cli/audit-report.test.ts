import { expect, test } from 'vitest';
import { describeAssessed } from '#cli/report/assessed.ts';
import { describeAudit } from '#cli/report/audit-report.ts';
import { describeCodes } from '#cli/report/codes.ts';
import { describeCoverage } from '#cli/report/coverage.ts';
import { describeDecisions } from '#cli/report/decisions.ts';
import { describeDuplicates } from '#cli/report/duplicates.ts';
import { describeGaps } from '#cli/report/gaps.ts';
import { describeHeading } from '#cli/report/heading.ts';
import { describeNotVerified } from '#cli/report/not-verified.ts';
import { describeTime } from '#cli/report/time.ts';
import { describeWorkflow } from '#cli/report/workflow.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding } from '#model/finding.ts';
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
  expect(says).toContain('To review first (40% assessed):');
});

test('nothing is claimed about the use of questions where nothing was found, or nothing is asked', () => {
  const [audit] = audited();
  const without = { ...audit, findings: [] };
  expect(text(describeAssessed(without))).not.toContain('Sign (');
  const empty = { ...without, counts: { ...audit.counts, questions: 0 } };
  expect(text(describeAssessed(empty))).not.toMatch(/%/u);
});

test('where nothing falls due, nothing is said to be in order', () => {
  const [audit, index] = audited({ ...WORDS, events: [] });
  expect(text(describeGaps(audit, index))).toContain('nothing was looked for');
  expect(text(describeCoverage(audit, index))).toContain('make nothing due here, with their items: begun (2).');
});

test('what errors in the files touch is said to be left out', () => {
  const [audit, index] = audited();
  const error = { severity: 'error', file: 'workflows/forms.csv', row: 2, column: '', message: 'No.' } as const;
  expect(text(describeHeading({ ...audit, problems: [error] }, index))).toContain('Left out  what 1 error');
  expect(text(describeHeading(audit, index))).not.toContain('Left out');
});

test('codes of one set that no answer leads to are told together, and a gap by itself', () => {
  const [audit, index] = audited();
  const [first] = audit.findings;
  if (first === undefined) throw new Error('The workspace has findings.');
  const unreachable = ['1A', '1B', '1C'].map(
    (code): Finding => ({
      ...first,
      id: `codes/unreachable|${code}`,
      kind: 'codes/unreachable',
      places: [{ codeSet: 'Source', code }],
    }),
  );
  const gap: Finding = { ...first, id: 'codes/gap|x', kind: 'codes/gap', message: 'An answer leads nowhere.' };
  const says = text(describeCodes({ ...audit, findings: [...unreachable, gap] }, index));
  expect(says).toMatch(/A code that no answer leads to +3$/mu);
  expect(says).toContain('No answer leads to 3 codes of the set Source: 1A, 1B, 1C.');
  expect(says).toContain('An answer leads nowhere.');
  expect(describeCodes({ ...audit, findings: [] }, index)).toEqual([]);
});

test('no question is ever called of low value', () => {
  const [audit, index] = audited();
  const candidate: readonly Finding[] = audit.findings
    .slice(0, 1)
    .map((each) => ({ ...each, kind: 'value/review-candidate' }));
  const says = describeAudit({ ...audit, findings: candidate }, index);
  expect(says).toContain('To review first');
  expect(says).not.toMatch(/low[ -]value|\[low\]/iu);
});

test('time is given as a range with what it is spent on, and says that it is modelled', () => {
  const workspace = aWorkspace(WORDS);
  const counted = { ...workspace, stepTypes: workspace.stepTypes.map((step) => ({ ...step, completedPerYear: 3600 })) };
  const says = text(describeTime(auditOf(counted), indexWorkspace(counted)));
  expect(says).toMatch(/Modelled/u);
  expect(says).toMatch(/Hours a year +Usual +Low +High/u);
  expect(says).toMatch(/All entry +\d+ +\d+ +\d+/u);
  expect(says).toMatch(/from CONTACT +\d+ \(\d+–\d+\)/u);
  expect(says).toMatch(/Of 3 typed entries, 33% repeat a fact/u);
});

test('without yearly counts the hours are said to be unknown', () => {
  expect(text(describeTime(...audited()))).toContain('Hours a year are not known');
});
