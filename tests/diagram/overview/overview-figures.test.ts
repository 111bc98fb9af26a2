import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidedByTopic } from '#diagram/overview/decided-by-topic.ts';
import { duplicatesByFact } from '#diagram/overview/duplicates-by-fact.ts';
import { aboutBetween, aboutHours, hoursByKind } from '#diagram/overview/hours-by-kind.ts';
import { countStatuses, coverageByModule, STATUS_ORDER } from '#diagram/overview/module-coverage.ts';
import { notVerifiedOf } from '#diagram/overview/not-verified.ts';
import { worstGaps } from '#diagram/overview/worst-gaps.ts';
import type { Audit } from '#model/audit.ts';
import { SEVERITIES } from '#model/finding.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { aWorkspace } from '../../support/a-workspace.ts';
import { openExample } from '../../support/open-example.ts';
import { arbitraryWorkspace } from '../../support/random-workspace.ts';

const audited = (workspace: Workspace): readonly [WorkspaceIndex, Audit] => [
  indexWorkspace(workspace),
  auditWorkspace(workspace, [], null),
];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const EXAMPLE = openExample().value;
const [INDEX, AUDIT] = audited(EXAMPLE);

test('a gap says in one sentence how far the item is recorded, and where it is due', () => {
  const [index, audit] = audited(
    aWorkspace({
      steps: ['A may-start', 'B', 'C'],
      actions: ['A > C one-of:X', 'A > B one-of:X', 'B > C', 'C > end always'],
      activities: ['B G'],
      questions: ['G.Q mandatory'],
      facts: ['seen', 'lost'],
      sources: ['seen G.Q'],
      events: ['done C completed'],
      items: ['Seen fact:seen on:done min:0', 'Lost fact:lost on:done'],
    }),
  );
  expect(
    worstGaps(index, audit).map(({ tag, status, severity, sentence }) => [tag, status, severity, sentence]),
  ).toEqual([
    ['Lost', 'missing', 'high', 'Recorded on no route to C.'],
    ['Seen', 'gaps', 'low', 'Recorded on some routes only to C.'],
  ]);
});

test('the modules together hold what the audit counts', () => {
  const modules = coverageByModule(INDEX, AUDIT);
  expect(modules[0]?.module).toBe(INDEX.dataReturn?.items[0]?.module);
  expect(sum(modules.map(({ items }) => items))).toBe(AUDIT.counts.items);
  for (const status of STATUS_ORDER) {
    expect(sum(modules.map(({ counts }) => counts[status]))).toBe(countStatuses(AUDIT.coverage)[status]);
  }
  const { covered, gaps, missing } = countStatuses(AUDIT.coverage);
  expect({ covered, gaps, missing }).toMatchObject({
    covered: AUDIT.summary.covered,
    gaps: AUDIT.summary.gaps,
    missing: AUDIT.summary.missing,
  });
});

test('the gaps are all those that are missing or have gaps, worst first, and each leads to a finding of its item', () => {
  const gaps = worstGaps(INDEX, AUDIT);
  expect(gaps).toHaveLength(AUDIT.summary.gaps + AUDIT.summary.missing);
  const open = gaps.filter(({ decided }) => !decided).map(({ severity }) => SEVERITIES.indexOf(severity));
  expect(open).toEqual(open.toSorted((a, b) => a - b));
  for (const gap of gaps) {
    expect(AUDIT.findings.find(({ id }) => id === gap.finding)?.items).toContain(gap.item);
    expect(gap.sentence).not.toBe('');
  }
});

test('a gap that people have accepted comes last', () => {
  const gaps = worstGaps(INDEX, AUDIT);
  const decided = gaps.map((gap) => gap.decided);
  expect(decided).toContain(true);
  expect(decided.lastIndexOf(false)).toBeLessThan(decided.indexOf(true));
});

test('duplicate entries of all facts are those of the summary, most first', () => {
  const facts = duplicatesByFact(INDEX, AUDIT);
  expect(sum(facts.map(({ duplicates }) => duplicates))).toBe(AUDIT.summary.duplicateEntries);
  expect(facts[0]?.duplicates).toBe(Math.max(...facts.map(({ duplicates }) => duplicates)));
});

test('in any workspace they are, whatever is ruled out', () => {
  fc.assert(
    fc.property(arbitraryWorkspace({ maxSteps: 5, maxQuestions: 8, maxSources: 12 }), fc.nat(), (workspace, which) => {
      const [, first] = audited(workspace);
      const duplicates = first.findings.filter(({ kind }) => kind.startsWith('duplicate/'));
      const finding = duplicates[which % Math.max(1, duplicates.length)]?.id;
      const decided = { decision: 'not-a-duplicate', reason: '', by: '', on: '', at: { file: '', row: 1 } } as const;
      const [index, audit] = audited(
        finding === undefined ? workspace : { ...workspace, reviews: [{ finding, ...decided }] },
      );
      expect(sum(duplicatesByFact(index, audit).map((fact) => fact.duplicates))).toBe(audit.summary.duplicateEntries);
    }),
    { numRuns: 150 },
  );
});

test('what is decided of each topic is what is decided of all findings but suggestions', () => {
  const topics = decidedByTopic(AUDIT);
  const asked = AUDIT.findings.filter(({ severity }) => severity !== 'info');
  expect(asked.length).toBeLessThan(AUDIT.findings.length);
  expect(sum(topics.map(({ findings }) => findings))).toBe(asked.length);
  expect(sum(topics.map(({ decided }) => decided))).toBe(asked.filter((one) => one.decision !== null).length);
  expect(topics[0]?.words).toBe('Coverage');
});

test('what is not verified: the statements of the return and the items with another confidence', () => {
  const { statements, items } = notVerifiedOf(INDEX.dataReturn);
  expect(statements).toEqual(INDEX.dataReturn?.notVerified);
  expect(items).toHaveLength(
    (INDEX.dataReturn?.items ?? []).filter(({ confidence }) => confidence !== 'verified').length,
  );
  expect(items[0]?.what).not.toMatch(/^not verified/u);
  expect(notVerifiedOf(null)).toEqual({ statements: [], items: [] });
});

test('hours are shown with two figures that count, and the kinds are those of the total', () => {
  expect([0.34, 7.28, 69.5, 113, 23656, 90970].map(aboutHours)).toEqual([
    '0.3',
    '7.3',
    '70',
    '110',
    '24,000',
    '91,000',
  ]);
  const hours = AUDIT.figures.workspace.hoursPerYear;
  if (hours === null) throw new Error('The example has no hours.');
  expect(aboutBetween(hours.total)).toBe('24,000–91,000');
  expect(sum(hoursByKind(hours).map((row) => row.hours.usual))).toBeCloseTo(hours.total.usual, 0);
});
