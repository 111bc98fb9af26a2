import { expect, test } from 'vitest';
import { comparable, comparedReturn, returnsViewOf } from '#app/returns/returns-view.ts';
import { fromHash, toHash } from '#store/view.ts';
import { openExample } from '../support/open-example.ts';

const { returns } = openExample().value;
const looked = returns.find(({ id }) => id === 'cin-2026-27') ?? null;

test('at first gaps come first and nothing is left out', () => {
  expect(returnsViewOf(fromHash('#/returns'))).toMatchObject({
    tab: 'items',
    gapsFirst: true,
    status: null,
    module: '',
    compare: null,
  });
});

test('all that is shown stands in the address', () => {
  const hash = '#/returns?item=A%2FB&compare=cin-2024-25&cp=yes&gaps=no&place=x&status=gaps&tab=events';
  const view = fromHash(hash);
  expect(returnsViewOf(view)).toMatchObject({
    tab: 'events',
    gapsFirst: false,
    onlyChildProtection: true,
    status: 'gaps',
    compare: 'cin-2024-25',
    place: 'x',
  });
  expect(toHash(view)).toBe(hash);
});

test('a return is compared with the year before unless another, or none, is asked for', () => {
  expect(comparedReturn(returns, looked, null)?.id).toBe('cin-2025-26');
  expect(comparedReturn(returns, looked, 'cin-2023-24')?.id).toBe('cin-2023-24');
  expect(comparedReturn(returns, looked, 'none')).toBeNull();
  expect(comparable(returns, looked).map(({ id }) => id)).toEqual(['cin-2025-26', 'cin-2024-25', 'cin-2023-24']);
});
