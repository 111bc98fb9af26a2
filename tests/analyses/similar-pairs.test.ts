import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearestEarlier, MOST_COMPARED, type Similar } from '#analyses/similar-pairs.ts';
import { overlap } from '#analyses/wording.ts';

const toSimilar = (words: readonly string[], value: number): Similar<number> => ({
  value,
  words: new Set(words),
  keys: words,
  group: '',
});

const likeness = (a: Similar<number>, b: Similar<number>): number => {
  const share = overlap(a.words, b.words);
  return share >= 0.5 ? share : 0;
};

test('each is paired with the nearest before it', () => {
  const all = [['a', 'b'], ['a', 'b', 'c'], ['x'], ['a', 'b', 'c']].map(toSimilar);
  expect(findNearestEarlier(all, likeness).partners.map((partner) => partner?.value ?? null)).toEqual([
    null,
    0,
    null,
    1,
  ]);
});

test('others of another group are never looked at', () => {
  const [one, other] = [toSimilar(['a'], 0), { ...toSimilar(['a'], 1), group: 'other' }];
  expect(findNearestEarlier([one, other], likeness)).toEqual({ partners: [null, null], compared: 0 });
});

test('below the limit, nothing is overlooked', () => {
  const sets = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1 }), {
    maxLength: MOST_COMPARED,
  });
  fc.assert(
    fc.property(sets, (words) => {
      const all = words.map(toSimilar);
      const { partners } = findNearestEarlier(all, likeness);
      for (const [at, one] of all.entries()) {
        const best = Math.max(0, ...all.slice(0, at).map((other) => likeness(one, other)));
        const partner = partners[at] ?? null;
        expect(partner === null ? 0 : likeness(one, partner)).toBe(best);
      }
    }),
  );
});
