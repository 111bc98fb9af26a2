import { expect, test } from 'vitest';
import { suggestFacts, suggestInTurns } from '#pipeline/suggest-facts.ts';
import { openExample } from '../support/open-example.ts';

test('suggestions in turns are the same, with something else done in between', async () => {
  const { value } = openExample();
  let pauses = 0;
  let time = 0;
  const told = await suggestInTurns(value, null, {
    turn: 10,
    now: () => time++,
    pause: async () => {
      pauses += 1;
    },
  });
  expect(told).toEqual(suggestFacts(value, null));
  expect(pauses).toBeGreaterThan(5);
});
