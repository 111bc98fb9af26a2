import { expect, test } from 'vitest';
import { formId, questionCode } from '#model/ids.ts';
import { placesOfEvent, questionPlace } from '#walk/lit.ts';

const ON = '2026-07-02';
const FILL = { type: 'fill', step: 'A-1', form: formId('F'), question: questionCode('Q'), value: 'x', on: ON } as const;

test('an answer of the history is found where it was given, in its row too; nothing else is', () => {
  expect(placesOfEvent(FILL)).toEqual([questionPlace('A-1', FILL.form, FILL.question)]);
  expect(placesOfEvent({ ...FILL, copy: 2 })).toEqual([questionPlace('A-1', FILL.form, FILL.question, 2)]);
  const record = { type: 'record', step: 'A-1', kind: 'person-field', ref: 'SEX', value: 'Male', on: ON } as const;
  expect(placesOfEvent(record)).toEqual(['A-1 person-field:SEX']);
  expect(placesOfEvent({ type: 'complete', step: 'A-1', choose: [], on: ON })).toEqual([]);
  expect(placesOfEvent(undefined)).toEqual([]);
});
