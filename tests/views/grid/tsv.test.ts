import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTsv, parseTsv } from '#views/grid/tsv.ts';

test.each([
  [
    'a block',
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'no line ending at the end',
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a line break and a tab inside a cell', '"one\ntwo"\t"x\ty"\r\n', [['one\ntwo', 'x\ty']]],
  ['doubled quotes', '"she said ""no"""\r\n', [['she said "no"']]],
  ['quotes that are the cell’s own', '"No" was the answer\tb\r\n', [['"No" was the answer', 'b']]],
  ['a quote that never ends', '"open\tb', [['"open', 'b']]],
  [
    'empty cells',
    '\t\r\n\t',
    [
      ['', ''],
      ['', ''],
    ],
  ],
  ['one empty cell', '\r\n', [['']]],
  ['nothing', '', []],
])('reads %s', (_, text, expected) => {
  expect(parseTsv(text)).toEqual(expected);
});

test('writes quotes only where a cell needs them', () => {
  expect(
    formatTsv([
      ['plain', '=SUM(A1)'],
      ['two\nlines', 'a "b"'],
    ]),
  ).toBe('plain\t=SUM(A1)\r\n"two\nlines"\t"a ""b"""\r\n');
});

test('what is written is read back', () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', ' ') }));
  const block = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  fc.assert(
    fc.property(block, (written) => {
      expect(parseTsv(formatTsv(written))).toEqual(written);
    }),
  );
});
