import { expect, test } from 'vitest';
import { commandOf, walkRows } from '#views/map-canvas/walk-keys.ts';

test.each([
  ['steps', 'o', 'open'],
  ['steps', '+', 'open'],
  ['steps', 'n', 'connect'],
  ['steps', 'F2', 'inside'],
  ['steps', 'Enter', 'choose'],
  ['steps', 'Escape', 'clear'],
  ['steps', 'ArrowRight', 'walk'],
  ['inside', 'Enter', 'press'],
  ['inside', 'Escape', 'leave'],
  ['inside', 'F2', 'leave'],
  ['inside', 'n', 'walk'],
  ['connecting', 'Enter', 'confirm'],
  ['connecting', 'Escape', 'cancel'],
  ['connecting', 'ArrowDown', 'walk'],
] as const)('among %s, %s means: %s', (mode, key, command) => {
  expect(commandOf(mode, key)).toBe(command);
});

test.each([
  [0, 'ArrowDown', 1],
  [2, 'ArrowDown', 2],
  [0, 'ArrowUp', 0],
  [2, 'Home', 0],
  [0, 'End', 2],
  [1, 'ArrowRight', null],
])('inside a step with three rows, from %i, %s leads to %s', (at, key, expected) => {
  expect(walkRows(3, at, key)).toBe(expected);
});
