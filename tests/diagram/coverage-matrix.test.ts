import { expect, test } from 'vitest';
import { type CoverageMatrix, coverageMatrix, type MatrixOptions, type MatrixRow } from '#diagram/coverage-matrix.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { aReturn, aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';
import { openExample } from '../support/open-example.ts';

const WORDS: WorkspaceWords = {
  steps: ['A may-start', 'B', 'C'],
  actions: ['A > C one-of:X', 'A > B one-of:X', 'B > C', 'C > end always'],
  activities: ['A F', 'B G'],
  questions: ['F.Q mandatory', 'G.Q mandatory', 'G.R'],
  facts: ['born family', 'seen', 'lost'],
  sources: ['born F.Q', 'seen G.Q'],
  events: ['work-ended C completed', 'work-begun A started', 'work-agreed A completed A>B', 'work-agreed B completed'],
  items: [
    'Late/Seen fact:seen on:work-ended',
    'Born fact:born on:work-begun',
    'Agreed fact:seen on:work-agreed',
    'Lost fact:lost on:work-ended',
    'Idle fact:born on:never-happens',
  ],
};

const matrixOf = (workspace: Workspace, options: MatrixOptions = {}): CoverageMatrix =>
  coverageMatrix(indexWorkspace(workspace), auditWorkspace(workspace, []), options);
const rowsOf = ({ groups }: CoverageMatrix): readonly MatrixRow[] => groups.flatMap(({ rows }) => rows);
const tags = (matrix: CoverageMatrix): readonly string[] => rowsOf(matrix).map(({ item }) => item.tag);
const columns = ({ events }: CoverageMatrix): readonly string[] =>
  events.flatMap(({ places }) => places).map(({ id }) => id);

test('a column for each place where something is due, by event, in the order in which routes come to them', () => {
  const matrix = matrixOf(aWorkspace(WORDS));
  expect(matrix.events.map(({ short, places }) => [short, places.map(({ step, action }) => [step, action])])).toEqual([
    ['Work begun', [['A', '']]],
    [
      'Work agreed',
      [
        ['A', 'A>B'],
        ['B', ''],
      ],
    ],
    ['Work ended', [['C', '']]],
  ]);
});

test('each row says what is recorded at the places where it is due, and nothing of the others', () => {
  const matrix = matrixOf(aWorkspace(WORDS));
  const said = rowsOf(matrix).map(({ item, status, extras, cells }) => [
    item.tag,
    status,
    extras.map(({ words }) => words).join(', '),
    [...cells.values()].map((place) => `${place.stepType} ${place.status}`).join(', '),
  ]);
  expect(said).toEqual([
    ['Late/Seen', 'gaps', '', 'C sometimes'],
    ['Born', 'covered', '', 'A always'],
    ['Agreed', 'covered', '', 'A always, B always'],
    ['Lost', 'missing', 'no source', 'C never'],
    ['Idle', 'not-triggered', '', ''],
  ]);
  expect(matrix.totals).toEqual({ covered: 2, unconfirmed: 0, gaps: 1, missing: 1, 'not-triggered': 1 });
});

test('gaps first puts what is missing before what is covered', () => {
  expect(tags(matrixOf(aWorkspace(WORDS), { gapsFirst: true }))).toEqual([
    'Lost',
    'Late/Seen',
    'Born',
    'Agreed',
    'Idle',
  ]);
});

test('columns that say nothing of the rows shown are left out; totals are of the whole return', () => {
  const matrix = matrixOf(aWorkspace(WORDS), { text: ' born ' });
  expect(tags(matrix)).toEqual(['Born']);
  expect(columns(matrix)).toEqual(['work-begun|A|started|']);
  expect([matrix.shown, matrix.items, matrix.allPlaces, matrix.totals.covered]).toEqual([1, 5, 4, 2]);
  expect(tags(matrixOf(aWorkspace(WORDS), { event: 'work-agreed' }))).toEqual(['Agreed']);
  expect(tags(matrixOf(aWorkspace(WORDS), { statuses: ['missing', 'not-triggered'] }))).toEqual(['Lost', 'Idle']);
});

test('what the compared year does not have is new', () => {
  const workspace = aWorkspace(WORDS);
  const [born] = workspace.returns[0]?.items.filter(({ tag }) => tag === 'Born') ?? [];
  const comparedWith = aReturn({ items: born === undefined ? [] : [born] });
  const matrix = matrixOf(workspace, { comparedWith, onlyNew: true });
  expect(matrix.newItems).toBe(4);
  expect(tags(matrix)).not.toContain('Born');
  expect(matrixOf(workspace).newItems).toBeNull();
});

test('a fact that is recorded where the return does not read is told from one nobody records', () => {
  const missing = (sources: readonly string[]): readonly string[] =>
    rowsOf(matrixOf(aWorkspace({ ...WORDS, sources }), { text: 'Lost' })).flatMap(({ extras }) =>
      extras.map(({ words }) => words),
    );
  expect(missing(['lost G.Q records'])).toContain('recorded, not read');
  expect(missing(['lost outside folder'])).toContain('kept outside Mosaic');
  expect(missing(['lost G.Q ignored'])).toContain('no source');
});

test('the worked example: every item of the census stands in one row, and every place where it is due has a column', () => {
  const { value: workspace } = openExample();
  const matrix = matrixOf(workspace);
  const rows = rowsOf(matrix);
  expect(rows.length).toBe(matrix.items);
  expect(Object.values(matrix.totals).reduce((sum, one) => sum + one, 0)).toBe(matrix.items);
  const shown = new Set(columns(matrix));
  expect(rows.flatMap(({ cells }) => [...cells.keys()]).filter((id) => !shown.has(id))).toEqual([]);
  const conference = rows.filter(({ item }) => item.tag === 'DateOfInitialCPC').map(({ apart }) => apart);
  expect(conference).toEqual(['in CINdetails', 'in Section47']);
  const need = rows.find(({ item }) => item.tag === 'PrimaryNeedCode');
  expect(need?.holds).toBe('one code of 10');
  expect(need?.extras.map(({ words }) => words)).toContain('optional source');
});
