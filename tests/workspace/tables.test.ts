import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { newTable, withCells, withoutRows, withRows } from '#workspace/change-table.ts';
import { linesOf, textOf } from '#workspace/line.ts';
import { newReading, type Reading } from '#workspace/problems.ts';
import { readTable } from '#workspace/read-table.ts';
import { SOURCES } from '#workspace/shapes-mappings.ts';
import { NEXT_ACTIONS, QUESTIONS } from '#workspace/shapes-workflows.ts';
import { splitRow, splitState } from '#workspace/split-rows.ts';
import type { Table } from '#workspace/table.ts';
import { tableBytes } from '#workspace/write-table.ts';
import { bytesOf } from './reading.ts';

const FILE = 'mappings/sources.csv';

function read(text: string | Uint8Array, reading: Reading = newReading()): Table {
  const table = readTable(reading, SOURCES, FILE, typeof text === 'string' ? bytesOf(text) : text);
  if (table === null) throw new Error('the table is empty');
  return table;
}

const written = (table: Table): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(tableBytes(table));
const rewritten = (text: string): string => written(read(text));

test('a table that says nothing new is written back byte for byte', () => {
  const text = '\uFEFFkind,"fact",mine\r\n\r\nquestion,"a ""b""", 7 \r\n=1+1,b,"x\ny"';
  expect(rewritten(text)).toBe(text);
});

describe('normalising', () => {
  test.each([
    ['dates become ISO', 'fact,kind,on\na,b,3/10/2026\n', 'fact,kind,on\na,b,2026-10-03\n'],
    ['flags become Y and N', 'fact,kind,assured\na,b,true\nc,d,n\n', 'fact,kind,assured\na,b,Y\nc,d,N\n'],
    [
      'the rest of the row keeps its quotes',
      'fact,kind,on\n"a","b ",3/10/2026\r\n',
      'fact,kind,on\n"a","b ",2026-10-03\r\n',
    ],
    ['semicolons become commas', 'fact;kind;ref\na;b;"x;y"\nc;d;1,5\n', 'fact,kind,ref\na,b,"x;y"\nc,d,"1,5"\n'],
    ['tabs become commas', 'fact\tkind\na\tb\n', 'fact,kind\na,b\n'],
    ['what is no date stays', 'fact,kind,on\na,b,31/02/2026\n', 'fact,kind,on\na,b,31/02/2026\n'],
    ['a row that cannot be read stays', 'fact,kind,on\n"a,b,3/10/2026\n', 'fact,kind,on\n"a,b,3/10/2026\n'],
  ])('%s', (_, text, expected) => {
    expect(rewritten(text)).toBe(expected);
    expect(rewritten(expected)).toBe(expected);
  });

  test('Windows-1252 and UTF-16 become UTF-8', () => {
    const latin = new Uint8Array(Buffer.from('fact,kind\ncaf\u00E9,b\n', 'latin1'));
    expect(written(read(latin))).toBe('fact,kind\ncaf\u00E9,b\n');
    const wide = new Uint8Array(Buffer.from('\uFEFFfact,kind\ncaf\u00E9,b\n', 'utf16le'));
    expect(written(read(wide))).toBe('\uFEFFfact,kind\ncaf\u00E9,b\n');
    const big = new Uint8Array(Buffer.from('\uFEFFfact,kind\ncaf\u00E9,b\n', 'utf16le').swap16());
    expect(written(read(big))).toBe('\uFEFFfact,kind\ncaf\u00E9,b\n');
    expect(written(read(new Uint8Array(Buffer.from('fact,kind\na,b\n', 'utf16le'))))).toBe('fact,kind\na,b\n');
  });
});

describe('changes', () => {
  const text = 'fact,kind,mine\n"a",x,1\n"b",y,2';

  test('a changed cell rewrites its cell and nothing else', () => {
    const table = withCells(read(text), [{ row: 2, column: 'kind', value: 'a, "b"' }]);
    expect(written(table)).toBe('fact,kind,mine\n"a","a, ""b""",1\n"b",y,2');
  });

  test('a cell changed and changed back leaves no trace', () => {
    const away = withCells(read(text), [{ row: 3, column: 'fact', value: 'c' }]);
    expect(written(withCells(away, [{ row: 3, column: 'fact', value: 'b' }]))).toBe(text);
  });

  test('a row can be added after a last line without an end', () => {
    const table = withRows(read(text), [
      new Map([
        ['fact', 'c'],
        ['mine', '3'],
      ]),
    ]);
    expect(written(table)).toBe('fact,kind,mine\n"a",x,1\n"b",y,2\nc,,3\n');
    expect(linesOf(newReading(), table).map((line) => textOf(line, 'fact'))).toEqual(['a', 'b', 'c']);
  });

  test('a row can be taken out', () => {
    expect(written(withoutRows(read(text), new Set([2])))).toBe('fact,kind,mine\n"b",y,2');
  });

  test('a cell that a short row lacks is added', () => {
    const table = withCells(read('fact,kind,ref\na\n'), [{ row: 2, column: 'ref', value: 'x' }]);
    expect(written(table)).toBe('fact,kind,ref\na,,x\n');
  });

  test('a new table has its header', () => {
    expect(written(newTable(NEXT_ACTIONS))).toBe(
      'next_action,label,from,to,rules,delay_days,is_nfa,times_used,notes\n',
    );
  });
});

describe('rows', () => {
  test('a record of several lines is one row', () => {
    const table = read('fact,kind\n"a\nb",c\nd,e\n');
    expect(table.rows.map(({ row, raw }) => [row, raw])).toEqual([
      [1, 'fact,kind\n'],
      [2, '"a\nb",c\n'],
      [3, 'd,e\n'],
    ]);
  });

  test('rows after a quote that never closes are read', () => {
    const reading = newReading();
    const table = read('fact,kind\na,"b\nc,"d, e"\n"f\ng",h\n', reading);
    expect(linesOf(reading, table).map((line) => textOf(line, 'fact'))).toEqual(['c', 'f\ng']);
    expect(reading.problems.map(({ row, severity }) => [row, severity])).toEqual([[2, 'error']]);
  });

  test('names that JavaScript knows are only names', () => {
    const table = read('__proto__,fact,constructor,kind\nx,a,y,b\n');
    expect(linesOf(newReading(), table).map((line) => textOf(line, 'fact'))).toEqual(['a']);
  });

  test('200,000 quotes that never close are looked at once each', () => {
    const text = `form,question,type\n${'"""a,b,date\n'.repeat(200_000)}`;
    const table = readTable(newReading(), QUESTIONS, 'workflows/questions.csv', bytesOf(text));
    expect(table?.rows.length).toBe(200_001);
  });
});

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', '""', ',', ';', '\t', '\n', '\r', ' ', '=', "'", '0') });
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const quoteAll = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const header = 'fact,kind,step_type,mine,"their, own"';

/** A table as anybody might write it: some cells quoted without need, line ends mixed, perhaps no last one. */
const anyTable = fc
  .record({
    bom: fc.boolean(),
    rows: fc.array(fc.tuple(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 6 }), lineEnd)),
    last: fc.boolean(),
    end: lineEnd,
  })
  .map(({ bom, rows, last, end }) => {
    const texts = rows.map(
      ([cells, mark]) => cells.map(([value, inQuotes]) => (inQuotes ? quoteAll(value) : value)).join(',') + mark,
    );
    return `${bom ? '\uFEFF' : ''}${header}${end}${texts.join('')}${last ? 'x,y' : ''}`;
  });

describe('laws', () => {
  test('reading then writing is identity for whatever stands in the cells', () => {
    fc.assert(fc.property(anyTable, (text) => rewritten(text) === text));
  });

  test('no bytes at all make reading throw, and writing twice changes nothing more', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'fact,kind,on,assured\n', 'fact;kind;on\n'),
        (tail, head) => {
          const table = readTable(newReading(), SOURCES, FILE, Uint8Array.from([...bytesOf(head), ...tail]));
          if (table === null) return;
          const once = tableBytes(table);
          const again = readTable(newReading(), SOURCES, FILE, once);
          expect(again === null ? once : tableBytes(again)).toEqual(once);
        },
      ),
    );
  });

  test('a well-formed table is split as papaparse splits it', () => {
    const value = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é') });
    const rows = fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (cells) => {
        const text = Papa.unparse(cells, { newline: '\r\n' });
        const split: (readonly string[])[] = [];
        const state = splitState(text, ',');
        for (let at = 0; at < text.length; ) {
          const row = splitRow(state, at);
          split.push(row.cells);
          at = row.next;
        }
        expect(split).toEqual(cells);
        expect(split).toEqual(Papa.parse(text, { newline: '\r\n' }).data);
      }),
    );
  });

  test('a changed cell reads back as it was written, and no other row changes', () => {
    fc.assert(
      fc.property(anyTable, cell, fc.nat(), (text, value, pick) => {
        const table = read(text);
        const row = 2 + (pick % Math.max(1, table.rows.length - 1));
        fc.pre(row <= table.rows.length && table.rows[row - 1]?.stopped === false);
        const changed = read(written(withCells(table, [{ row, column: 'step_type', value }])));
        const others = table.rows.filter((one) => one.row !== row && !one.stopped);
        expect(changed.rows[row - 1]?.cells[2]).toBe(value);
        expect(others.map((one) => changed.rows[one.row - 1]?.cells)).toEqual(others.map((one) => one.cells));
      }),
    );
  });

  test('a quote that never closes is doubled when other rows change, so that it cannot swallow them', () => {
    const table = read('fact,kind\n"a,b\nc,d\n');
    const changed = withCells(table, [{ row: 3, column: 'kind', value: 'x, y' }]);
    expect(written(changed)).toBe('fact,kind\n"""a",b\nc,"x, y"\n');
  });
});
