import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sizeOfSvg } from '#app/share/draw-png.ts';
import { pngSize } from '#app/share/png-size.ts';

const MAP = { width: 3283, height: 4836 };

describe('the size of a PNG', () => {
  test('is so many times the picture, or so wide', () => {
    expect(pngSize(MAP, { kind: 'scale', scale: 2 })).toEqual({ width: 6566, height: 9672 });
    expect(pngSize(MAP, { kind: 'width', width: 1920 })).toEqual({ width: 1920, height: 2828 });
  });

  test('a side that is too long is refused, with the largest scale that works', () => {
    expect(pngSize({ width: 9000, height: 1000 }, { kind: 'scale', scale: 2 })).toEqual({
      refused:
        'This would be 18,000 × 2,000 pixels, and no side can be longer than 16,384. The largest scale that works is 1.82×: choose a width of 16,380 or less, or SVG.',
    });
  });

  test('a picture that is too wide as it is says so too', () => {
    expect(pngSize({ width: 40_000, height: 900 }, { kind: 'scale', scale: 1 })).toMatchObject({
      refused: expect.stringContaining('The largest scale that works is 0.4×'),
    });
  });

  test('no width is no size', () => {
    expect(pngSize(MAP, { kind: 'width', width: 0 })).toEqual({
      refused: 'Write the width in pixels, such as 1920.',
    });
  });

  test('whatever is given out can be drawn, and what is refused names a scale that can', () => {
    const side = fc.integer({ min: 1, max: 200_000 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(1, 2, 3), (width, height, scale) => {
        const size = pngSize({ width, height }, { kind: 'scale', scale });
        if ('refused' in size) {
          const named = Number(/works is ([\d.]+)×/u.exec(size.refused)?.[1]);
          expect(named).toBeLessThan(scale);
          if (named > 0) expect(pngSize({ width, height }, { kind: 'scale', scale: named })).toHaveProperty('width');
        } else {
          expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(16_384);
          expect(size.width * size.height).toBeLessThanOrEqual(268_435_456);
        }
      }),
    );
  });
});

test('an SVG says how large it is, whatever stands before it', () => {
  expect(sizeOfSvg('<?xml version="1.0"?>\n<svg xmlns="x" width="640" height="480" viewBox="0 0 1 1"/>')).toEqual({
    width: 640,
    height: 480,
  });
  expect(sizeOfSvg('<svg viewBox="0 0 1 1"/>')).toBe(null);
});
