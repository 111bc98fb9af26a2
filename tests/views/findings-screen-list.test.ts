import { expect, test } from 'vitest';
import type { Finding } from '#model/finding.ts';
import { factId, itemId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { type FindingsFilters, NO_FILTERS } from '#views/findings-table/findings-query.ts';
import { GONE, idOf, isShut, nextUndecided, rowsOf } from '#views/findings-table/findings-rows.ts';
import { groupFindings } from '#views/findings-table/group-findings.ts';
import { matchFindings, progressOf, withReviews } from '#views/findings-table/match-findings.ts';
import { readLetter, readListKey } from '#views/findings-table/read-list-key.ts';
import { sortFindings } from '#views/findings-table/sort-findings.ts';
import { openExample } from '../support/open-example.ts';

const EXAMPLE = openExample();
const INDEX = indexWorkspace(EXAMPLE.value);
const FINDINGS = auditWorkspace(EXAMPLE.value, []).findings;
const NOTHING_SHUT = { allBut: false, groups: [] };

const match = (filters: Partial<FindingsFilters>): readonly Finding[] =>
  matchFindings(INDEX, FINDINGS, { ...NO_FILTERS, ...filters });

const ids = (findings: readonly Finding[]): readonly string[] => findings.map((finding) => finding.id);

test('without a filter every finding is listed', () => {
  expect(match({})).toBe(FINDINGS);
});

test.each<readonly [Partial<FindingsFilters>, (finding: Finding) => boolean]>([
  [{ topic: 'codes' }, ({ kind }) => kind.startsWith('codes/')],
  [
    { kind: 'duplicate/on-route', severity: 'high' },
    ({ kind, severity }) => kind === 'duplicate/on-route' && severity === 'high',
  ],
  [{ certainty: 'none' }, ({ certainty }) => certainty === null],
  [{ certainty: 'every-route' }, ({ certainty }) => certainty === 'every-route'],
  [{ fact: 'referral.source' }, ({ fact }) => fact === factId('referral.source')],
  [
    { item: 'Child/CINdetails/ReferralSource' },
    ({ items }) => items.includes(itemId('Child/CINdetails/ReferralSource')),
  ],
  [{ decided: 'decided' }, ({ decision }) => decision !== null],
  [{ decided: 'accept-gap' }, ({ decision }) => decision?.decision === 'accept-gap'],
  [{ decided: 'to-decide' }, ({ decision, severity }) => decision === null && severity !== 'info'],
  [{ text: 'PAPER FILES' }, ({ decision }) => decision?.reason.includes('paper files') === true],
])('the filter %o lists what it says and all of it', (filters, isWanted) => {
  const listed = match(filters);
  expect(listed.length).toBeGreaterThan(0);
  expect(ids(listed)).toEqual(ids(FINDINGS.filter(isWanted)));
});

test('lane, team and step reach findings about a form that stands there', () => {
  const step = stepTypeId('CFA');
  const listed = match({ step, topic: 'value' });
  expect(listed.length).toBeGreaterThan(0);
  expect(
    listed.every(({ places }) => places.every((place) => place.stepType === undefined || place.stepType === step)),
  ).toBe(true);
  const lane = INDEX.stepTypes.get(step)?.workflow ?? '';
  expect(ids(match({ lane }))).toEqual(expect.arrayContaining([...ids(listed)]));
});

test('decisions are those of now, not those of the audit', () => {
  const [first] = FINDINGS;
  const review = {
    finding: first?.id ?? '',
    decision: 'keep',
    reason: 'Said',
    by: '',
    on: '',
    at: { file: '', row: 2 },
  } as const;
  const now = withReviews(FINDINGS, new Map([[review.finding, review]]));
  expect(now[0]?.decision?.decision).toBe('keep');
  expect(now.slice(1).every((finding) => finding.decision === null)).toBe(true);
  expect(withReviews(FINDINGS, INDEX.reviews).every((finding, at) => finding === FINDINGS[at])).toBe(true);
});

test('progress leaves suggestions out', () => {
  const suggestions = FINDINGS.filter((finding) => finding.severity === 'info').length;
  expect(suggestions).toBeGreaterThan(0);
  expect(progressOf(FINDINGS)).toEqual({ decided: EXAMPLE.value.reviews.length, all: FINDINGS.length - suggestions });
});

test.each(['kind', 'topic', 'severity', 'step', 'form', 'fact'] as const)(
  'grouped by %s every finding stands once',
  (grouping) => {
    const groups = groupFindings(INDEX, FINDINGS, grouping);
    const grouped = groups.flatMap((group) => ids(group.findings));
    expect(grouped.toSorted()).toEqual(ids(FINDINGS).toSorted());
    expect(new Set(groups.map((group) => group.key)).size).toBe(groups.length);
    expect(groups.every((group) => group.words !== '')).toBe(true);
  },
);

test('grouped by item a finding stands under each of its items, and those without one come last', () => {
  const groups = groupFindings(INDEX, FINDINGS, 'item');
  for (const group of groups.slice(0, -1)) {
    expect(group.findings.every((finding) => finding.items.includes(itemId(group.key)))).toBe(true);
  }
  expect(groups.at(-1)?.words).toBe('No item');
});

test('sorted by severity the gravest come first, and the order of the audit stays within', () => {
  const sorted = sortFindings(INDEX, FINDINGS, 'severity');
  const high = FINDINGS.filter((finding) => finding.severity === 'high');
  expect(ids(sorted.slice(0, high.length))).toEqual(ids(high));
  expect(sortFindings(INDEX, FINDINGS, 'decision').at(-1)?.decision).not.toBeNull();
});

test('a heading that is shut hides its findings, and says how many there are', () => {
  const groups = groupFindings(INDEX, FINDINGS, 'topic');
  const open = rowsOf({ findings: FINDINGS, groups, gone: [] }, NOTHING_SHUT);
  expect(open).toHaveLength(FINDINGS.length + groups.length);
  const shut = rowsOf({ findings: FINDINGS, groups, gone: [] }, { allBut: true, groups: ['codes'] });
  const codes = groups.find((group) => group.key === 'codes');
  expect(shut).toHaveLength(groups.length + (codes?.findings.length ?? 0));
  expect(isShut({ allBut: false, groups: ['codes'] }, 'codes')).toBe(true);
});

test('decisions without a finding stand under their own heading', () => {
  const gone = [
    { finding: 'duplicate/on-form|a|b', decision: 'keep', reason: '', by: '', on: '', at: { file: '', row: 2 } },
  ] as const;
  const rows = rowsOf({ findings: [], groups: [], gone }, NOTHING_SHUT);
  expect(rows.map((row) => row.kind)).toEqual(['group', 'gone']);
  expect(rows[0]?.kind === 'group' && rows[0].group).toBe(GONE);
});

test('after a decision the next undecided finding below comes, then one from the top, then none', () => {
  const three = FINDINGS.filter((finding) => finding.decision === null).slice(0, 3);
  const [one = '', two = '', last = ''] = ids(three);
  const rows = rowsOf({ findings: three, groups: null, gone: [] }, NOTHING_SHUT);
  expect(rows.map(idOf)).toEqual([one, two, last]);
  expect(nextUndecided(rows, new Set([one]))).toBe(two);
  expect(nextUndecided(rows, new Set([last]))).toBe(one);
  expect(nextUndecided(rows, new Set([one, two, last]))).toBeNull();
});

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

test('keys of the list and letters of decisions do not meet', () => {
  expect(readListKey(press('ArrowDown', { shiftKey: true }))).toEqual({ kind: 'move', by: 1, extends: true });
  expect(readListKey(press('a', { ctrlKey: true }))).toEqual({ kind: 'mark-all' });
  expect(readListKey(press('p'))).toBeNull();
  expect(readLetter(press('P'))).toBe('p');
  expect(readLetter(press('p', { ctrlKey: true }))).toBeNull();
  expect(readLetter(press('Enter'))).toBeNull();
});
