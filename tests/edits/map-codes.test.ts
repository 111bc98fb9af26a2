import { expect, test } from 'vitest';
import { mapAnswers, setCodeStatus, unmapAnswer } from '#edits/map-codes.ts';
import { openExample } from '../support/open-example.ts';
import { afterEdit, changedLines } from './changed-lines.ts';

const example = openExample();
const { value } = example;
const AUTHOR = { by: 'Analyst', on: '2026-11-20' };
const LIST = { list: 'REFERRAL_SOURCE', codeSet: 'ReferralSource', taken: new Set(['1A', '1B', '1C']) };

test('an answer that stands there already leads to another code in its own row', () => {
  const edit = mapAnswers(value, LIST, [{ answer: 'Parent', code: '1B' }], AUTHOR);
  expect(edit.name).toBe('map “Parent” to 1B');
  expect(changedLines(example, edit)).toEqual([
    '- mappings/codes.csv: REFERRAL_SOURCE,Parent,ReferralSource,1A,confirmed,Data lead,2026-05-13,',
    '+ mappings/codes.csv: REFERRAL_SOURCE,Parent,ReferralSource,1B,confirmed,Analyst,2026-11-20,',
  ]);
});

test('a row that serves another year stays, and a row for this year is added', () => {
  const edit = mapAnswers(value, { ...LIST, taken: new Set(['1B']) }, [{ answer: 'Parent', code: '1B' }], AUTHOR);
  expect(changedLines(example, edit)).toEqual([
    '+ mappings/codes.csv: REFERRAL_SOURCE,Parent,ReferralSource,1B,confirmed,Analyst,2026-11-20,',
  ]);
});

test('answers without a row are added, many in one step', () => {
  const codes = ['New answer', 'Other new answer'].map((answer) => ({ answer, code: '1A' }));
  const edit = mapAnswers(value, LIST, codes, AUTHOR);
  expect(edit.name).toBe('map 2 answers to codes of ReferralSource');
  expect(afterEdit(example, edit).value.codeMappings.slice(-2)).toMatchObject(codes);
});

test('a code is flagged with its reason, and taken away', () => {
  const row = value.codeMappings[0]!;
  expect(changedLines(example, setCodeStatus([row], 'flagged', AUTHOR, 'Ask'))[1]).toContain(
    'flagged,Analyst,2026-11-20,Ask',
  );
  expect(changedLines(example, unmapAnswer(row.answer, [row]))).toHaveLength(1);
});
