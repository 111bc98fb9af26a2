import { expect, test } from 'vitest';
import { answerSeconds, timingsOf } from '#analyses/seconds.ts';
import { SECONDS_TABLE } from '#analyses/seconds-table.ts';
import { formId, lookupId, questionCode } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Question, Timing } from '#model/workspace.ts';
import { aQuestion, emptyWorkspace } from '../support/a-workspace.ts';

const answers = (lookup: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    lookup: lookupId(lookup),
    order: n,
    answer: `${n}`,
    timesChosen: null,
    at: { file: '', row: n },
  }));

const aTiming = (given: Partial<Timing>): Timing => ({
  type: null,
  form: null,
  question: null,
  low: 1,
  usual: 2,
  high: 3,
  measured: null,
  source: '',
  at: { file: '', row: 2 },
  ...given,
});

function secondsOf(given: Partial<Question>, timings: readonly Timing[] = []) {
  const question = aQuestion('F', 'Q', given);
  const index = indexWorkspace(
    emptyWorkspace({
      questions: [question],
      lookupAnswers: [...answers('SHORT', 7), ...answers('LONG', 8)],
      timings,
    }),
  );
  const { seconds, basis, measured } = answerSeconds(index, timingsOf(index), question);
  return { seconds: [seconds.low, seconds.usual, seconds.high], basis, measured };
}

test.each([
  [{ type: 'yes-no' }, [4, 5, 10]],
  [{ type: 'choice', lookup: lookupId('SHORT') }, [5, 8, 15]],
  [{ type: 'choice', lookup: lookupId('LONG') }, [7, 10, 25]],
  [{ type: 'multi-choice', lookup: lookupId('LONG') }, [10, 20, 60]],
  [{ type: 'number' }, [5, 8, 20]],
  [{ type: 'date-time' }, [7, 10, 25]],
  [{ type: 'short-text' }, [10, 15, 30]],
  [{ type: 'person' }, [12, 20, 60]],
  [{ type: 'address' }, [15, 25, 60]],
  [{ type: 'file' }, [20, 45, 120]],
  [{ type: 'sign-off' }, [5, 15, 60]],
  [{ type: 'long-text' }, [108, 192, 360]],
  [{ type: 'rich-text', typicalWords: 10 }, [18, 32, 60]],
  [{ type: 'long-text', entry: 'pulled-editable' }, [3, 5, 15]],
  [{ type: 'long-text', entry: 'pulled-locked' }, [0, 0, 3]],
  [{ type: 'long-text', entry: 'system' }, [0, 0, 0]],
] satisfies readonly (readonly [Partial<Question>, readonly number[]])[])(
  '%j takes %j seconds by default',
  (given, seconds) => {
    const found = secondsOf(given);
    expect(found.seconds.map((value) => Math.round(value * 10) / 10)).toEqual(seconds);
    expect(found.basis).toBe('default');
  },
);

test('every row of the table rises from low to high and says where it is from', () => {
  expect(SECONDS_TABLE).toHaveLength(16);
  for (const row of SECONDS_TABLE) {
    expect(row.low).toBeLessThanOrEqual(row.usual);
    expect(row.usual).toBeLessThanOrEqual(row.high);
    expect(row.source.length).toBeGreaterThan(10);
  }
});

test('a row of timings.csv for the question wins over one for its type, and both over the table', () => {
  const ofType = aTiming({ type: 'date', measured: 64 });
  const ofQuestion = aTiming({ form: formId('F'), question: questionCode('Q'), high: 9, measured: 4 });
  expect(secondsOf({ type: 'date' }, [ofType])).toEqual({ seconds: [1, 2, 3], basis: 'calibrated', measured: 64 });
  expect(secondsOf({ type: 'date' }, [ofType, ofQuestion])).toEqual({
    seconds: [1, 2, 9],
    basis: 'workspace',
    measured: 4,
  });
});

test('a row for a type is about typed answers, and one for long text grows with the words', () => {
  const timing = aTiming({ type: 'long-text', low: 60, usual: 120, high: 240 });
  expect(secondsOf({ type: 'long-text', typicalWords: 30 }, [timing]).seconds).toEqual([30, 60, 120]);
  expect(secondsOf({ type: 'long-text', entry: 'pulled-locked' }, [timing]).seconds).toEqual([0, 0, 3]);
});
