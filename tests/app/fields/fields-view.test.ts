import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  codeArrangement,
  codeConditions,
  fieldsViewOf,
  sameViewWords,
  toOwnWords,
  viewWordsOf,
} from '#app/fields/fields-view.ts';
import { SHIPPED_VIEWS, STANDARD } from '#app/fields/shipped-views.ts';
import { TESTS } from '#diagram/fields/filter-rows.ts';
import { FIRST_VIEW, fromHash, toHash, withOwn } from '#store/view.ts';

const withWords = (own: Readonly<Record<string, string>>): ReturnType<typeof fieldsViewOf> =>
  fieldsViewOf(fromHash(toHash(withOwn({ ...FIRST_VIEW, screen: 'fields' }, own))));

test('filters, sorting and columns come back from the address', () => {
  const own = { quick: 'flagged*findings', text: 'date of', where: 'type.one-of.date.choice', sort: 'section-order*' };
  expect(withWords(own)).toMatchObject({
    quick: ['flagged', 'findings'],
    text: 'date of',
    conditions: [{ column: 'type', test: 'one-of', values: ['date', 'choice'] }],
    sort: [
      { id: 'section', direction: 'ascending' },
      { id: 'order', direction: 'descending' },
    ],
  });
});

test('any values of conditions survive the address', () => {
  const condition = fc.record({
    column: fc.constantFrom('type', 'shown_if'),
    test: fc.constantFrom(...TESTS),
    values: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 3 }), (conditions) => {
      expect(withWords({ where: codeConditions(conditions) }).conditions).toEqual(conditions);
    }),
  );
});

test('an arrangement says only what differs from the one at first', () => {
  const standard = STANDARD.questions;
  expect(codeArrangement(standard, standard)).toEqual({ columns: '', frozen: '', sort: '' });
  const other = { ...standard, columns: standard.columns.slice(1), frozen: 0 };
  const words = codeArrangement(other, standard);
  expect(withWords({ ...words })).toMatchObject({ columns: other.columns, frozen: 0 });
});

test('each shipped view is known again once it is shown', () => {
  for (const { view } of SHIPPED_VIEWS) {
    const shown = withOwn({ ...FIRST_VIEW, screen: 'fields', own: { panel: 'codes', text: 'x' } }, toOwnWords(view));
    expect(sameViewWords({ ...viewWordsOf(shown) }, view)).toBe(true);
    expect(shown.own['panel']).toBe('codes');
  }
});

test('what an address cannot mean is left out', () => {
  expect(withWords({ where: 'type.likes.x*.is.y', columns: 'a.b-c', quick: 'nothing', frozen: '-1' })).toMatchObject({
    conditions: [],
    columns: null,
    quick: [],
    frozen: null,
  });
});
