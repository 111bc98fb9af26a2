import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withCells, withoutRows, withRows } from '#workspace/change-table.ts';
import { keyColumns } from '#workspace/compare-keys.ts';
import { compareTables } from '#workspace/compare-tables.ts';
import { compareThree, type Side } from '#workspace/compare-three.ts';
import { mergeTables } from '#workspace/merge-tables.ts';
import { newReading } from '#workspace/problems.ts';
import { readTable } from '#workspace/read-table.ts';
import type { Shape } from '#workspace/shape.ts';
import * as mappings from '#workspace/shapes-mappings.ts';
import * as workflows from '#workspace/shapes-workflows.ts';
import type { Table } from '#workspace/table.ts';
import { tableBytes } from '#workspace/write-table.ts';
import { bytesOf } from './reading.ts';

function read(text: string, shape: Shape = workflows.QUESTIONS): Table {
  const table = readTable(newReading(), shape, shape.file, bytesOf(text));
  return table ?? expect.fail('the table is empty');
}

const written = (table: Table): string => new TextDecoder().decode(tableBytes(table));
const NO_CHOICES: ReadonlyMap<string, Side> = new Map();
const told = (before: string, after: string): readonly string[] =>
  compareTables(read(before), read(after)).map(
    ({ kind, name, row, columns }) => `${kind} ${name} in row ${row}: ${columns.join(', ')}`,
  );

const HEADER = 'form,question,type,text,mandatory';
const BASE = `${HEADER}\nF,A,date,Born,Y\nF,B,yes-no,"Seen, alone?",N\nF,C,choice,Sex,\n`;

const merged = (mine: string, theirs: string, choices = NO_CHOICES, base = BASE): string =>
  written(mergeTables({ base: read(base), mine: read(mine), theirs: read(theirs) }, choices));

const differences = (mine: string, theirs: string): readonly string[] =>
  compareThree({ base: read(BASE), mine: read(mine), theirs: read(theirs) }).map(
    ({ name, by, columns }) => `${name} by ${by}: ${columns.join(', ')}`,
  );

test('rows are known again by their key: what was added, changed and removed is told', () => {
  const after = `${HEADER}\nF,C,choice,Sex,\nF,A,date,Date of birth,N\nG,A,date,Born,\n`;
  expect(told(BASE, after)).toEqual([
    'changed F / A in row 3: text, mandatory',
    'added G / A in row 4: ',
    'removed F / B in row 3: ',
  ]);
});

describe('comparing', () => {
  test.each([
    ['another quoting', BASE, BASE.replace('F,A', '"F","A"')],
    ['other line ends', BASE, BASE.replaceAll('\n', '\r\n')],
    ['a flag in another spelling', BASE, BASE.replace('Born,Y', 'Born,true')],
    ['columns in another order', 'form,question,type,text\nF,A,date,b\n', 'type,text,form,question\ndate,b,F,A\n'],
    ['another delimiter', 'form,question,type\nF,A,date\n', 'form;question;type\nF;A;date\n'],
    ['blank lines', BASE, `${BASE}\n\n`],
    ['an empty column more', 'form,question,type\nF,A,date\n', 'form,question,type,note\nF,A,date,\n'],
  ])('%s is no change', (_, before, after) => {
    expect(told(before, after)).toEqual([]);
    expect(told(after, before)).toEqual([]);
  });

  test('cells come by the names of their columns, those without a name by their place', () => {
    const [change] = compareTables(
      read('form,question,type,\nF,A,date,x\n'),
      read('form,question,type,\nF,A,date,y\n'),
    );
    expect(change?.columns).toEqual(['#4']);
    expect(Object.fromEntries(change?.after ?? [])).toEqual({ form: 'F', question: 'A', type: 'date', '#4': 'y' });
  });

  test('a key that stands twice, and rows that cannot be read, are told apart', () => {
    const before = `${HEADER}\nF,A,date,one,\nF,A,date,two,\nF,B,date,x,Y,too,many\n`;
    expect(told(before, before)).toEqual([]);
    expect(told(before, `${HEADER}\nF,A,date,one,\nF,A,date,2,\n`)).toEqual([
      'changed F / A in row 3: text',
      'removed F,B,date,x,Y,too,many in row 4: ',
    ]);
  });

  test('a table that was not touched is not looked at, and edits in memory count', () => {
    const table = read(BASE);
    expect(compareTables(table, table)).toEqual([]);
    const edited = withCells(table, [{ row: 2, column: 'text', value: 'Date of birth' }]);
    expect(compareTables(table, edited)).toMatchObject([{ kind: 'changed', name: 'F / A', columns: ['text'] }]);
    expect(compareTables(table, withCells(edited, [{ row: 2, column: 'text', value: 'Born' }]))).toEqual([]);
  });

  test('every file has its key, and all its key columns are in it', () => {
    const shapes = [...Object.values(workflows), ...Object.values(mappings)];
    expect(shapes.length).toBeGreaterThan(15);
    for (const shape of shapes) {
      const names = shape.columns.map((column) => column.name);
      const keys = shape.columns.filter((column) => column.kind === 'key').map((column) => column.name);
      expect(keyColumns(shape).length, shape.file).toBeGreaterThan(0);
      expect(names).toEqual(expect.arrayContaining([...keyColumns(shape)]));
      expect(keyColumns(shape)).toEqual(expect.arrayContaining(keys));
    }
  });
});

describe('three versions', () => {
  const mine = BASE.replace('Born', 'Born on').replace('F,C,choice,Sex,\n', 'F,C,choice,Sex,\nF,M,date,Mine,\n');
  const theirs = BASE.replace('F,C,choice,Sex,', 'F,C,choice,Gender,').concat('F,T,date,Theirs,\n');

  test('what one side did is taken, and the text of other rows stays', () => {
    expect(merged(mine, theirs)).toBe(
      `${HEADER}\nF,A,date,Born on,Y\nF,B,yes-no,"Seen, alone?",N\nF,C,choice,Gender,\nF,M,date,Mine,\nF,T,date,Theirs,\n`,
    );
    expect(differences(mine, theirs)).toEqual([
      'F / A by mine: text',
      'F / C by theirs: text',
      'F / M by mine: ',
      'F / T by theirs: ',
    ]);
  });

  test('of a row that both changed, the chosen one stands; mine where nobody chose', () => {
    const [one, two] = [BASE.replace('Born', 'mine'), BASE.replace('Born', 'theirs')];
    const [conflict] = compareThree({ base: read(BASE), mine: read(one), theirs: read(two) });
    expect(conflict).toMatchObject({ by: 'both', name: 'F / A', columns: ['text'] });
    expect([conflict?.base, conflict?.mine, conflict?.theirs].map((cells) => cells?.get('text'))).toEqual([
      'Born',
      'mine',
      'theirs',
    ]);
    expect(merged(one, two)).toBe(one);
    expect(merged(one, two, new Map([[conflict?.key ?? '', 'theirs']]))).toBe(two);
  });

  test('a row that one side removed and the other changed is for the person to decide', () => {
    const removed = BASE.replace('F,A,date,Born,Y\n', '');
    const changed = BASE.replace('Born', 'Birthday');
    expect(differences(removed, changed)).toEqual(['F / A by both: text']);
    expect(merged(removed, changed)).toBe(removed);
    expect(merged(changed, removed)).toBe(changed);
    expect(merged(removed, BASE)).toBe(removed);
    expect(merged(BASE, removed)).toBe(removed);
  });

  test('the same change on both sides needs no choice', () => {
    const both = BASE.replace('Born', 'Birthday').concat('F,D,date,New,\n');
    expect(differences(both, both)).toEqual(['F / A by same: text', 'F / D by same: ']);
    expect(merged(both, both)).toBe(both);
  });

  test('a file saved by a spreadsheet keeps its line ends, and so do rows added here', () => {
    const crlf = BASE.replaceAll('\n', '\r\n');
    const added = withRows(read(BASE), [new Map([['question', 'D']])]);
    const result = mergeTables({ base: read(BASE), mine: added, theirs: read(crlf) }, NO_CHOICES);
    expect(written(result).startsWith(crlf)).toBe(true);
    expect(merged(BASE, crlf)).toBe(crlf);
  });

  test('a column that they added stays, with its cells; rows changed here are carried over to it', () => {
    const wide = 'question,form,type,text,ours\nA,F,date,Born,1\nB,F,date,x,2\n';
    const base = 'form,question,type,text\nF,A,date,Born\nF,B,date,x\n';
    expect(merged(base.replace('Born', 'new'), wide, NO_CHOICES, base)).toBe(
      'question,form,type,text,ours\nA,F,date,new,1\nB,F,date,x,2\n',
    );
    const apart = wide.replace(',1\n', ',\n');
    expect(merged(base.replace('Born', 'new'), apart, NO_CHOICES, base)).toBe(
      'question,form,type,text,ours\nA,F,date,new,\nB,F,date,x,2\n',
    );
  });

  test('columns added on both sides are all there', () => {
    const base = 'form,question,type\nF,A,date\n';
    const result = merged(
      'form,question,type,one\nF,A,date,1\n',
      'form,question,type,two\nF,A,date,\n',
      NO_CHOICES,
      base,
    );
    expect(result).toBe('form,question,type,one,two\nF,A,date,1,\n');
  });

  test('a file that was new on both sides is joined', () => {
    const [one, two] = [`${HEADER}\nF,A,date,x,\n`, `${HEADER}\nF,B,date,y,\n`];
    const result = mergeTables({ base: null, mine: read(one), theirs: read(two) }, NO_CHOICES);
    expect(written(result)).toBe(`${HEADER}\nF,A,date,x,\nF,B,date,y,\n`);
  });
});

/** What somebody does to a table: cells changed, rows taken out, rows added with keys of their own. */
interface Edits {
  readonly cells: readonly (readonly [row: number, value: string])[];
  readonly removed: readonly number[];
  readonly added: readonly string[];
}

const ROWS = 12;
const rowIn = fc.integer({ min: 2, max: ROWS + 1 });
const cellText = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '0'), maxLength: 5 });

/** Edits to rows of one parity alone, so that two people never meet. */
const editsOf = (parity: number, prefix: string): fc.Arbitrary<Edits> => {
  const own = rowIn.filter((row) => row % 2 === parity);
  const key = fc.nat(99).map((number) => `${prefix}${number}`);
  return fc.record({
    cells: fc.array(fc.tuple(own, cellText), { maxLength: 5 }),
    removed: fc.array(own, { maxLength: 3 }),
    added: fc.uniqueArray(key, { maxLength: 3 }),
  });
};

const lineEnds = fc.array(fc.constantFrom('\n', '\r\n', '\n\n'), { minLength: ROWS + 1, maxLength: ROWS + 1 });
const anyBase = fc.tuple(fc.array(cellText, { minLength: ROWS, maxLength: ROWS }), lineEnds).map(([cells, ends]) => {
  const quoted = cells.map((cell, at) => `F,Q${at},date,"${cell.replaceAll('"', '""')}",`);
  // A blank line would move the rows below it, so only the last may follow one.
  return [HEADER, ...quoted].map((line, at) => line + (at === ROWS ? ends[at] : ends[at]?.slice(-1))).join('');
});

function edited(table: Table, { cells, removed, added }: Edits): Table {
  const changes = cells.map(([row, value]) => ({ row, column: 'text', value }));
  const rows = added.map((question) => new Map(Object.entries({ form: 'F', question, type: 'date' })));
  return withRows(withoutRows(withCells(table, changes), new Set(removed)), rows);
}

const rowsByKey = (table: Table): ReadonlyMap<string, string> =>
  new Map(
    read(written(table))
      .rows.slice(1)
      .flatMap(({ cells }): readonly (readonly [string, string])[] =>
        cells.length < 4 ? [] : [[cells[1] ?? '', cells[3] ?? '']],
      ),
  );

describe('laws', () => {
  test('where two people did not meet, merging asks nothing and keeps what both did', () => {
    fc.assert(
      fc.property(anyBase, editsOf(0, 'M'), editsOf(1, 'T'), (text, one, two) => {
        const base = read(text);
        const [mine, theirs] = [edited(base, one), edited(base, two)];
        expect(compareThree({ base, mine, theirs }).filter(({ by }) => by === 'both')).toEqual([]);
        const expected = new Map(rowsByKey(base));
        for (const [key, cell] of [...rowsByKey(mine), ...rowsByKey(theirs)])
          if (cell !== rowsByKey(base).get(key)) expected.set(key, cell);
        for (const key of rowsByKey(base).keys())
          if (!rowsByKey(mine).has(key) || !rowsByKey(theirs).has(key)) expected.delete(key);
        const result = rowsByKey(mergeTables({ base, mine, theirs }, NO_CHOICES));
        expect(Object.fromEntries(result)).toEqual(Object.fromEntries(expected));
      }),
    );
  });

  test('with nothing done on one side, the bytes of the other come out', () => {
    fc.assert(
      fc.property(anyBase, editsOf(0, 'M'), (text, edits) => {
        const base = read(text);
        const other = edited(base, edits);
        expect(written(mergeTables({ base, mine: other, theirs: base }, NO_CHOICES))).toBe(written(other));
        expect(written(mergeTables({ base, mine: base, theirs: other }, NO_CHOICES))).toBe(written(other));
      }),
    );
  });

  test('all chosen from one side where every row was changed on both gives that side', () => {
    fc.assert(
      fc.property(anyBase, fc.constantFrom<Side>('mine', 'theirs'), (text, side) => {
        const base = read(text);
        const change = (value: string): Table =>
          withCells(
            base,
            Array.from({ length: ROWS }, (_, at) => ({ row: at + 2, column: 'text', value: `${value}${at}` })),
          );
        const tables = { base, mine: change('m'), theirs: change('t') };
        const choices = new Map(compareThree(tables).map(({ key }) => [key, side]));
        expect(choices.size).toBe(ROWS);
        expect(written(mergeTables(tables, choices))).toBe(written(tables[side]));
      }),
    );
  });
});
