import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemId, returnId, stepTypeId } from '#model/ids.ts';
import { FIRST_VIEW, fromHash, SCREENS, toHash, type View, withOwn } from '#store/view.ts';

test('the first view has a short address', () => {
  expect(toHash(FIRST_VIEW)).toBe('#/overview');
  expect(fromHash('')).toEqual(FIRST_VIEW);
});

test('an address in words', () => {
  const view: View = {
    ...FIRST_VIEW,
    screen: 'map',
    dataReturn: returnId('cin-2026-27'),
    item: itemId('Child/UPN'),
    own: { panel: 'item' },
  };
  expect(toHash(view)).toBe('#/map?return=cin-2026-27&item=Child%2FUPN&panel=item');
});

test('what is not understood is as at first', () => {
  expect(fromHash('#/nonsense?step=')).toEqual(FIRST_VIEW);
});

test("a screen's own words are changed one by one, and an empty one is taken away", () => {
  const view = withOwn(withOwn(FIRST_VIEW, { panel: 'item', lane: 'Front door' }), { panel: '' });
  expect(view.own).toEqual({ lane: 'Front door' });
});

test('an address brings its view back, whatever is in the keys', () => {
  const key = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }));
  const own = fc.dictionary(
    fc.string({ minLength: 1, unit: 'grapheme' }).map((name) => `own-${name}`),
    fc.string({ minLength: 1, unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(key, key, fc.constantFrom(...SCREENS), own, (step, finding, screen, words) => {
      const view: View = {
        ...FIRST_VIEW,
        screen,
        step: step === null ? null : stepTypeId(step),
        finding,
        own: { ...words },
      };
      expect(fromHash(toHash(view))).toEqual(view);
    }),
  );
});
