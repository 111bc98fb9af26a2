import { expect, test } from 'vitest';
import { cellUnder, edgesOf, frozenIn, scrollToSee } from '#views/grid/grid-geometry.ts';

const EDGES = edgesOf([100, 100, 200, 100]);
const GEOMETRY = { edges: EDGES, frozen: 1, rows: 50 };
const VIEW = { left: 0, top: 0, width: 400, height: 334 };

test('columns lie after the row numbers', () => {
  expect(EDGES).toEqual([56, 156, 256, 456, 556]);
});

test('on a narrow screen nothing is frozen, and frozen columns never crowd out the rest', () => {
  expect(frozenIn(EDGES, 2, 1000)).toBe(2);
  expect(frozenIn(EDGES, 2, 640)).toBe(0);
  expect(frozenIn(EDGES, 4, 700)).toBe(2);
});

test('the cell under a point, the frozen ones lying over the scrolled', () => {
  const scrolled = { ...VIEW, left: 100, top: 300 };
  expect(cellUnder(GEOMETRY, scrolled, { x: 100, y: 40 })).toEqual({ row: 10, column: 0 });
  expect(cellUnder(GEOMETRY, scrolled, { x: 170, y: 40 })).toEqual({ row: 10, column: 2 });
  expect(cellUnder(GEOMETRY, VIEW, { x: -40, y: 9999 })).toEqual({ row: 49, column: 0 });
});

test('scrolls no further than a cell needs', () => {
  expect(scrollToSee(GEOMETRY, VIEW, { row: 0, column: 1 })).toEqual({ left: 0, top: 0 });
  expect(scrollToSee(GEOMETRY, VIEW, { row: 10, column: 3 })).toEqual({ left: 156, top: 30 });
  expect(scrollToSee(GEOMETRY, { ...VIEW, left: 156 }, { row: 3, column: 1 })).toEqual({ left: -156, top: 0 });
  expect(scrollToSee(GEOMETRY, { ...VIEW, left: 156 }, { row: 3, column: 0 })).toEqual({ left: 0, top: 0 });
});
