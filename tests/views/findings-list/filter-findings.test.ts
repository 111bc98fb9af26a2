import { expect, test } from 'vitest';
import { countTopics } from '#diagram/finding-words.ts';
import type { Finding, FindingKind } from '#model/finding.ts';
import { EVERYTHING, filterFindings } from '#views/findings-list/filter-findings.ts';

const finding = (kind: FindingKind, message: string): Finding => ({
  id: `${kind}|${message}`,
  kind,
  severity: 'low',
  certainty: null,
  fact: '',
  items: [],
  places: [],
  route: null,
  message,
  decision: null,
});

const FINDINGS = [
  finding('codes/gap', 'Modern slavery helpline'),
  finding('codes/retired', 'Indeterminate'),
  finding('codes/gap', 'Old tick box'),
  finding('value/no-reader', 'Fax number'),
];

const messages = (filter: Partial<typeof EVERYTHING>): readonly string[] =>
  filterFindings(FINDINGS, { ...EVERYTHING, ...filter }).map((one) => one.message);

test('a kind narrows the list to that kind', () => {
  expect(messages({ kind: 'codes/gap' })).toEqual(['Modern slavery helpline', 'Old tick box']);
});

test('topic, kind and words all have to fit', () => {
  expect(messages({ topic: 'codes', text: 'tick' })).toEqual(['Old tick box']);
  expect(messages({ topic: 'value', kind: 'codes/gap' })).toEqual([]);
  expect(messages({ text: 'FAX' })).toEqual(['Fax number']);
});

test('each topic counts its kinds', () => {
  expect(
    countTopics(FINDINGS).map(({ words, findings, kinds }) => [words, findings, kinds.map((kind) => kind.words)]),
  ).toEqual([
    ['Codes', 3, ['Gap', 'Retired']],
    ['Review', 1, ['No reader']],
  ]);
});
