import { expect, test } from 'vitest';
import { didYouMean, nearest } from '#cli/nearest.ts';

const COMMANDS = ['check', 'audit', 'new', 'help'];

test('a slip of the finger finds the command that was meant', () => {
  expect(didYouMean('audti', COMMANDS)).toBe(' Did you mean "audit"?');
});

test.each([
  ['chek', 'check'],
  ['AUDIT', 'audit'],
  ['nwe', null],
  ['export', null],
  ['', null],
])('%s is near to %s', (word, meant) => expect(nearest(word, COMMANDS)).toBe(meant));
