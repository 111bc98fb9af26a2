import { describe, expect, test } from 'vitest';
import type { ReadSheet } from '#importers/workbook/read-workbook.ts';
import { newEditor } from '#pipeline/edit-workspace.ts';
import { acceptChanges, importWorkbook, type WorkbookImport } from '#pipeline/import-workbook.ts';
import { openWorkspace } from '#pipeline/open-workspace.ts';
import { changedLines } from '../edits/changed-lines.ts';
import { mosaicLikeFiles } from '../support/mosaic-like.ts';
import { openExample, shippedFiles } from '../support/open-example.ts';
import {
  broughtBack,
  columnOf,
  inSheet,
  plainWorkbook,
  sheetsOf,
  type Typed,
  tablesOf,
  type,
  workbookOf,
} from '../support/workbook-edits.ts';

const MAPPINGS = {
  'mappings/sources.csv':
    'fact,kind,step_type,form,question,ref,use,order,assured,status,by,on,why\nchild.sex,question,,CONTACT,CON_SEX,,,,,suggested,Analyst,2026-01-02,\n',
  'mappings/codes.csv': 'lookup,answer,code_set,code,status,by,on,why\nSEX,Female,Sex,F,suggested,,,\n',
  'mappings/reviews.csv':
    'finding,decision,reason,by,on\nvalue/no-purpose|CFA|CFA_SEEN,keep,Asked for by practitioners,Lead,2026-02-03\n',
};

const SMALL = openWorkspace(
  new Map([
    ...mosaicLikeFiles(),
    ...Object.entries(MAPPINGS).map(([file, text]) => [file, new TextEncoder().encode(text)] as const),
  ]),
  shippedFiles(),
);
const SHEETS = await sheetsOf(await workbookOf(SMALL));

const field = (question: string, column: string, value: Typed['value']): Typed => ({
  sheet: 'Fields',
  where: { 'User code': question },
  column,
  value,
});

const back = (sheets: readonly ReadSheet[]): Promise<WorkbookImport> => broughtBack(plainWorkbook(sheets), SMALL);
const said = ({ changes }: WorkbookImport): readonly string[] =>
  changes.map(({ sheet, key, column, before, after }) => `${sheet} ${key} ${column}: ${before} → ${after}`);
const told = ({ messages }: WorkbookImport): readonly string[] =>
  messages.map(({ severity, sheet, cell, message }) => `${severity} ${sheet} ${cell} ${message}`);
/** What accepting every change does to the files, as lines taken away and added. */
const written = (imported: WorkbookImport): readonly string[] =>
  changedLines(SMALL, acceptChanges(imported.changes, 'edits.xlsx'));

test('a workbook that nobody edited brings nothing back', async () => {
  const imported = await back(SHEETS);
  expect({ said: said(imported), told: told(imported) }).toEqual({ said: [], told: [] });
  expect(imported.isSameModel).toBe(true);
});

test('neither does that of the worked example', async () => {
  const example = openExample();
  const imported = await broughtBack(await workbookOf(example), example);
  expect([...said(imported), ...told(imported)]).toEqual([]);
});

test('an edited cell is one change of one line of its file', async () => {
  const imported = await back(type(SHEETS, field('CFA_VIEWS', 'Question', 'What does the child say?')));
  expect(said(imported)).toEqual(['Fields CFA / CFA_VIEWS Question: Views of the child → What does the child say?']);
  expect(told(imported)).toEqual([]);
  expect(written(imported)).toEqual([
    '- workflows/questions.csv: CFA,CFA_VIEWS,5,Assessment,Views of the child,long-text,N,',
    '+ workflows/questions.csv: CFA,CFA_VIEWS,5,Assessment,What does the child say?,long-text,N,',
  ]);
});

describe('cells are understood as people type them', () => {
  test.each([
    [field('CFA_SEEN', 'Mandatory', true), 'N → Y'],
    [field('CFA_SEEN', 'Mandatory', 'yes'), 'N → Y'],
    [field('CFA_SEEN', 'Per child', false), ' → N'],
    [field('CFA_SEEN', 'Type', 'Choice'), 'yes-no → choice'],
    [field('CFA_SEEN', 'Purposes', 'Statutory, decision;'), ' → statutory; decision'],
    [field('CFA_SEEN', 'Readers', 'Head of service\nLead '), ' → Head of service; Lead'],
    [field('CFA_SEEN', 'Typical words', '12'), ' → 12'],
    [field('CFA_SEEN', 'Order', 4.5), '4 → 4.5'],
    [field('CFA_SEEN', 'Notes', 42), ' → 42'],
    [field('CFA_SEEN', 'Notes', '=1+1\r\nnext'), ' → =1+1\nnext'],
    [field('CFA_SEEN', 'Section', null), 'Assessment → '],
    [
      { sheet: 'Sources', where: { Fact: 'child.sex' }, column: 'On', value: new Date('2026-03-31') },
      '2026-01-02 → 2026-03-31',
    ],
    [{ sheet: 'Sources', where: { Fact: 'child.sex' }, column: 'On', value: 46_112 }, '2026-01-02 → 2026-03-31'],
    [{ sheet: 'Sources', where: { Fact: 'child.sex' }, column: 'On', value: '31/03/2026' }, '2026-01-02 → 2026-03-31'],
    [{ sheet: 'Sources', where: { Fact: 'child.sex' }, column: 'Status', value: 'CONFIRMED' }, 'suggested → confirmed'],
    [
      { sheet: 'Steps', where: { Key: 'CFA' }, column: 'Opens', value: 'assessment; visit' },
      'assessment → assessment; visit',
    ],
    [{ sheet: 'Next actions', where: { Key: 'CON_NFA' }, column: 'Delay', value: 3 }, ' → 3'],
  ] as const)('%j', async (typed, becomes) => {
    const imported = await back(type(SHEETS, typed));
    expect(imported.changes.map(({ before, after }) => `${before} → ${after}`)).toEqual([becomes]);
    expect(told(imported)).toEqual([]);
  });
});

describe('what cannot be taken is said with its cell, and takes nothing else along', () => {
  const good = field('CFA_VIEWS', 'Notes', 'kept');
  test.each([
    [field('CON_SEX', 'Type', 'chioce'), /^error Fields Q4 “chioce” is not one of the words/u],
    [field('CON_SEX', 'Mandatory', 'perhaps'), /^error Fields R4 “perhaps” is neither Y nor N/u],
    [field('CON_SEX', 'Order', 'third'), /^error Fields \w+4 “third” is not a number/u],
    [field('CON_SEX', 'Lookup', 'SEXX'), /^error Fields X4 .*SEXX.*Did you mean "SEX"/u],
    [field('CON_SEX', 'Shown if', 'NOBODY = 1'), /^error Fields S4 .*NOBODY/u],
    [field('CON_SEX', 'Purposes', 'fun'), /^error Fields N4 .*fun/u],
    [field('CON_SEX', 'User code', 'CON_GENDER'), /^error Fields A4 The workspace has no “CONTACT \/ CON_GENDER”/u],
    [field('CON_SEX', 'Items fed', 'N00004'), /^warning Fields F4 “Items fed” is worked out/u],
    [
      { sheet: 'Sources', where: { Fact: 'child.sex' }, column: 'On', value: '31/02/2026' },
      /^error Sources \w+2 “31\/02\/2026” is not a day/u,
    ],
    [
      { sheet: 'Next actions', where: { Key: 'CON_REF' }, column: 'To', value: 'NOWHERE' },
      /^error Next actions \w2 .*NOWHERE/u,
    ],
  ] as const)('%j', async (typed, says) => {
    const imported = await back(type(SHEETS, typed, good));
    expect(told(imported)).toEqual([expect.stringMatching(says)]);
    expect(said(imported)).toEqual(['Fields CFA / CFA_VIEWS Notes:  → kept']);
  });
});

describe('rows and columns are known by what they are called, wherever they stand', () => {
  const edited = type(SHEETS, field('CFA_VIEWS', 'Section', 'Child'));
  const change = ['Fields CFA / CFA_VIEWS Section: Assessment → Child'];
  const below = (rows: readonly (readonly unknown[])[]): boolean => rows.length > 10;

  test('rows sorted otherwise, with blank ones between', async () => {
    const sorted = inSheet(edited, 'Fields', (rows) => [
      ...rows.slice(0, 1),
      ...rows
        .slice(1)
        .toReversed()
        .flatMap((row) => [[], row]),
    ]);
    expect(sorted.some(({ rows }) => below(rows))).toBe(true);
    expect([said(await back(sorted)), told(await back(sorted))]).toEqual([change, []]);
  });

  test('rows and columns taken out', async () => {
    const section = columnOf(edited, 'Fields', 'Section');
    const fewer = inSheet(edited, 'Fields', (rows) =>
      rows.filter((row, at) => at === 0 || row[0] === 'CFA').map((row) => [...row.slice(0, 3), row[section] ?? null]),
    );
    expect([said(await back(fewer)), told(await back(fewer))]).toEqual([change, []]);
  });

  test('columns moved, one added, a title above, the sheet renamed, a sheet added', async () => {
    const moved = inSheet(edited, 'Fields', (rows) => [
      ['Our fields'],
      ...rows.map((row, at) => [at === 0 ? 'Our own thoughts' : 'x', ...row.toReversed()]),
    ]);
    const renamed = moved.map((sheet) => (sheet.name === 'Fields' ? { ...sheet, name: 'Sheet1' } : sheet));
    const more = [
      {
        name: 'Plan',
        rows: [
          ['What', 'By when'],
          ['Look', 'Friday'],
        ],
      },
      ...renamed,
    ];
    const imported = await back(more);
    expect(said(imported)).toEqual(['Sheet1 CFA / CFA_VIEWS Section: Assessment → Child']);
    expect(imported.changes[0]?.cell).toMatch(/^[A-Z]+18$/u);
    expect(told(imported)).toEqual([
      'warning Plan  This sheet is not Throughline’s and was not read.',
      'warning Sheet1  These columns are not Throughline’s and were not read: “Our own thoughts”.',
    ]);
  });

  test('a row that stands twice with different words is not read, and both places are said', async () => {
    const doubled = inSheet(edited, 'Fields', (rows) => [
      ...rows,
      ...rows.filter((row) => row[1] === 'CFA_VIEWS').map((row) => row.with(8, 'Third')),
    ]);
    const imported = await back(doubled);
    expect(said(imported)).toEqual([]);
    expect(told(imported)).toEqual([
      expect.stringMatching(/^error Fields A17 “CFA \/ CFA_VIEWS” stands in several rows \(17, 22\)/u),
      expect.stringMatching(/^error Fields A22/u),
    ]);
  });

  test('a column that stands twice is not read', async () => {
    const at = columnOf(edited, 'Fields', 'Section');
    const twice = inSheet(edited, 'Fields', (rows) => rows.map((row) => [...row, row[at] ?? null]));
    const imported = await back(twice);
    expect(said(imported)).toEqual([]);
    expect(told(imported)[0]).toMatch(/^error Fields \w+1 The column “Section” stands twice/u);
  });

  test('a row without a key and with words is said', async () => {
    const more = inSheet(SHEETS, 'Fields', (rows) => [
      ...rows,
      [null, null, null, null, null, null, 'A new question?'],
    ]);
    expect(told(await back(more))).toEqual([expect.stringMatching(/^error Fields A22 This row has no key/u)]);
  });
});

describe('decisions and codes', () => {
  const gap = 'value/no-purpose|CFA|CFA_ANALYSIS';
  const decide = (finding: string, column: string, value: string): Typed => ({
    sheet: 'Findings',
    where: { Finding: finding },
    column,
    value,
  });

  test('a decision about a finding that has none is a row more', async () => {
    const imported = await back(
      type(
        SHEETS,
        decide(gap, 'Decision', 'reword'),
        decide(gap, 'Reason', '=not a formula, a reason'),
        decide(gap, 'Decided on', '2026-11-01'),
      ),
    );
    expect(said(imported)).toEqual([`Findings ${gap} Decision:  → reword · =not a formula, a reason · 2026-11-01`]);
    expect(written(imported)).toEqual([`+ mappings/reviews.csv: ${gap},reword,"=not a formula, a reason",,2026-11-01`]);
  });

  test('a reason without a decision is not taken', async () => {
    const imported = await back(type(SHEETS, decide(gap, 'Reason', 'Because')));
    expect([said(imported), told(imported)]).toEqual([
      [],
      [expect.stringMatching(/^error Findings \w\d+ Write a decision too/u)],
    ]);
  });

  test('a decision that stands is changed, or taken back where it is emptied', async () => {
    const seen = 'value/no-purpose|CFA|CFA_SEEN';
    const changed = await back(type(SHEETS, decide(seen, 'Decision', 'move')));
    expect(written(changed)).toEqual([
      `- mappings/reviews.csv: ${seen},keep,Asked for by practitioners,Lead,2026-02-03`,
      `+ mappings/reviews.csv: ${seen},move,Asked for by practitioners,Lead,2026-02-03`,
    ]);
    const emptied = await back(type(SHEETS, decide(seen, 'Decision', '')));
    expect(written(emptied)).toEqual([
      `- mappings/reviews.csv: ${seen},keep,Asked for by practitioners,Lead,2026-02-03`,
    ]);
  });

  test('an answer without a code gets one; one that the set does not have is said', async () => {
    const male = (value: string): Typed => ({ sheet: 'Code maps', where: { Answer: 'Male' }, column: 'Code', value });
    const imported = await back(type(SHEETS, male('M')));
    expect(written(imported)).toEqual(['+ mappings/codes.csv: SEX,Male,Sex,M,,,,']);
    const strange = await back(type(SHEETS, male('Q')));
    expect([...told(strange), ...strange.changes.map(({ note }) => note)].join()).toContain('"Q"');
  });

  test('what was accepted is no change any more when the same file comes back again', async () => {
    const edited = type(
      SHEETS,
      field('CFA_VIEWS', 'Section', 'Child'),
      decide(gap, 'Decision', 'reword'),
      { sheet: 'Code maps', where: { Answer: 'Female' }, column: 'Code', value: 'U' },
      { sheet: 'Code maps', where: { Answer: 'Male' }, column: 'Code', value: 'M' },
    );
    const first = await back(edited);
    expect(first.changes).toHaveLength(4);
    const after = newEditor().change(SMALL, acceptChanges(first.changes, 'x').changes);
    const again = await broughtBack(plainWorkbook(edited), after);
    expect([said(again), told(again), again.isSameModel]).toEqual([[], [], false]);
  });
});

describe('the workspace has moved on since', () => {
  const moved = newEditor().change(SMALL, [
    { kind: 'cells', file: 'workflows/questions.csv', cells: [{ row: 17, column: 'section', value: 'Voice' }] },
  ]);

  test('cells that nobody wrote into the workbook do not undo it', async () => {
    const imported = await broughtBack(plainWorkbook(SHEETS), moved);
    expect([said(imported), told(imported), imported.isSameModel]).toEqual([[], [], false]);
  });

  test('a cell that both wrote is listed, and says so', async () => {
    const imported = await broughtBack(plainWorkbook(type(SHEETS, field('CFA_VIEWS', 'Section', 'Child'))), moved);
    expect(said(imported)).toEqual(['Fields CFA / CFA_VIEWS Section: Voice → Child']);
    expect(imported.changes[0]?.note).toBe('The workspace has changed here too since the workbook was made.');
  });

  test('without the hidden column everything that differs is listed', async () => {
    const at = columnOf(SHEETS, 'Fields', 'Fields as exported');
    const bare = inSheet(SHEETS, 'Fields', (rows) => rows.map((row) => row.toSpliced(at, 1)));
    expect(said(await broughtBack(plainWorkbook(bare), moved))).toEqual([
      'Fields CFA / CFA_VIEWS Section: Voice → Assessment',
    ]);
  });
});

describe('files that are not taken', () => {
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    const imported = await importWorkbook(bytes, tablesOf(SMALL));
    return 'failure' in imported ? imported.failure : 'taken';
  };

  test.each([
    ['no workbook at all', new TextEncoder().encode('form,question\n'), /^This is not an Excel workbook/u],
    ['nothing', new Uint8Array(), /^This is not an Excel workbook/u],
    [
      'an old or locked one',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      /older Excel file, or one with a password/u,
    ],
    ['a damaged one', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), /^This is not an Excel workbook/u],
    ['another zip', zipOf(), /^This is not an Excel workbook/u],
  ])('%s', async (_, bytes, says) => {
    expect(await refusal(bytes)).toMatch(says);
  });

  test('somebody else’s workbook', async () => {
    expect(await refusal(plainWorkbook([{ name: 'Sheet1', rows: [['Question', 'Form']] }]))).toMatch(
      /^This workbook was not made by Throughline/u,
    );
  });

  test.each([
    ['a sheet of its own', [{ name: 'Children', rows: [['Child ID', 'Date of birth', 'Question']] }]],
    ['a sheet beside ours', [...SHEETS, { name: 'Check', rows: [['Last month'], ['NHS number', 'Count']] }]],
    [
      'a column beside ours',
      inSheet(SHEETS, 'Fields', (rows) => rows.map((row, at) => [...row, at === 0 ? 'UPN' : 'A1'])),
    ],
  ])('one with columns about people in %s is refused whole, naming them', async (_, sheets) => {
    expect(await refusal(plainWorkbook(sheets))).toMatch(
      /has the columns? “(?:Child ID|NHS number|UPN)”.*may hold personal data.*refused/u,
    );
  });
});

function zipOf(): Uint8Array {
  return plainWorkbook([]).slice(0, 200);
}
