import { expect, test } from 'vitest';
import { FINDING_KINDS, type Finding } from '#model/finding.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { DECISIONS } from '#model/words.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { offerOf, offersFor } from '#views/decision-form/decisions-for.ts';
import { otherReturnsOf } from '#views/finding-page/gone-page.tsx';
import { openExample } from '../support/open-example.ts';

const EXAMPLE = openExample();
const INDEX = indexWorkspace(EXAMPLE.value);
const FINDINGS = auditWorkspace(EXAMPLE.value, []).findings;

const ofKind = (kind: string): readonly Finding[] => FINDINGS.filter((finding) => finding.kind === kind);
const offered = (findings: readonly Finding[]): readonly string[] =>
  offersFor(INDEX, findings).map((offer) => offer.decision);

test('every decision has a letter of its own, and none is that of taking back', () => {
  const keys = DECISIONS.map((decision) => offerOf(decision).key);
  expect(new Set(keys).size).toBe(DECISIONS.length);
  expect(keys).not.toContain('u');
});

test('every kind of finding that occurs can be decided', () => {
  const kinds = FINDING_KINDS.filter((kind) => ofKind(kind).length > 0);
  expect(kinds.length).toBeGreaterThan(25);
  for (const kind of kinds) expect(offered(ofKind(kind).slice(0, 1)).length, kind).toBeGreaterThan(0);
});

test('a gap cannot be called not a duplicate, and hard to answer is never a reason to take away', () => {
  expect(offered(ofKind('coverage/item-gap').slice(0, 1))).not.toContain('not-a-duplicate');
  expect(offered(ofKind('value/hard-to-answer'))).not.toContain('stop-collecting');
});

test('what is protected is never offered for removal among review signals', () => {
  const isDue = (finding: Finding): boolean => finding.id.endsWith('|DET_EDD');
  expect(offered(ofKind('value/rarely-answered').filter(isDue))).not.toContain('stop-collecting');
  expect(offered(ofKind('value/rarely-answered').filter((finding) => finding.id.endsWith('|CLO_PAPER')))).toContain(
    'stop-collecting',
  );
});

test('for many at once only what makes sense for all of them is offered', () => {
  const mixed = [...ofKind('duplicate/on-form'), ...ofKind('value/no-known-use')];
  expect(offered(mixed)).toContain('pull-forward');
  expect(offered(mixed)).not.toContain('not-a-duplicate');
  expect(offered([...ofKind('coverage/item-gap'), ...ofKind('value/no-reader')])).toEqual(['move', 'keep-and-explain']);
  expect(offered([])).toEqual([]);
});

test('a decision about an item of another return says so', () => {
  const other = EXAMPLE.value.returns.find((one) => one.id !== INDEX.dataReturn?.id);
  const item = other?.items.find((one) => !INDEX.items.has(one.id));
  const id = `coverage/item-missing|${item?.id ?? ''}|event|STEP`;
  expect(otherReturnsOf(INDEX, id)).toContain(other?.name);
  const own = [...INDEX.items.keys()][0] ?? '';
  expect(otherReturnsOf(INDEX, `coverage/item-missing|${own}|event|STEP`)).toEqual([]);
});
