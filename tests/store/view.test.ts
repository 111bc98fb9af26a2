import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemId, returnId, stepTypeId } from '#model/ids.ts';
import { FIRST_VIEW, fromHash, PANELS, toHash, type View } from '#store/view.ts';

test('the first view has a short address', () => {
  expect(toHash(FIRST_VIEW)).toBe('#/map');
  expect(fromHash('')).toEqual(FIRST_VIEW);
});

test('an address in words', () => {
  const view: View = { ...FIRST_VIEW, dataReturn: returnId('cin-2026-27'), item: itemId('Child/UPN'), panel: 'item' };
  expect(toHash(view)).toBe('#/map?return=cin-2026-27&item=Child%2FUPN&panel=item');
});

test('what is not understood is as at first', () => {
  expect(fromHash('#/map?panel=nonsense&form=poem&step=')).toEqual(FIRST_VIEW);
});

test('an address brings its view back, whatever is in the keys', () => {
  const key = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }));
  fc.assert(
    fc.property(
      key,
      key,
      fc.constantFrom(...PANELS),
      fc.constantFrom('diagram', 'list'),
      (step, finding, panel, form) => {
        const view: View = { ...FIRST_VIEW, step: step === null ? null : stepTypeId(step), finding, panel, form };
        expect(fromHash(toHash(view))).toEqual(view);
      },
    ),
  );
});
