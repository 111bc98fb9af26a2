import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureText, wrapText } from '#diagram/measure-text.ts';

const LETTERING = { size: 13, bold: false };

test('a text is as wide as Arial makes it', () => {
  expect(measureText('Referral', { size: 100, bold: false })).toBe(356);
  expect(measureText('', LETTERING)).toBe(0);
});

test.each([
  ['a short one', 'Close', 100, ['Close']],
  ['between words', 'No further action on the referral', 110, ['No further action', 'on the referral']],
  ['inside a word that is too long', 'CHILDPROTECTIONPLAN', 60, ['CHILDPR', 'OTECTIO', 'NPLAN']],
  ['nothing', '', 100, ['']],
])('breaks %s', (_, text, width, lines) => {
  expect(wrapText(text, width, LETTERING, 4)).toEqual(lines);
});

test('what does not fit in the lines it may have is cut with a sign of it', () => {
  expect(wrapText('one two three four five six', 49, LETTERING, 2)).toEqual(['one two', 'three…']);
});

test('no line is wider than it may be and no word is lost unless it is cut', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 20, max: 200 }), (text, width) => {
      const lines = wrapText(text, width, LETTERING, 99);
      expect(lines.every((line) => measureText(line, LETTERING) <= width)).toBe(true);
      expect(lines.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
    }),
  );
});
