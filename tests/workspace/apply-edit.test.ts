import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, type Change } from '#workspace/apply-edit.ts';
import { type ReadWorkspace, readWorkspace } from '#workspace/read-workspace.ts';
import { type Memory, newMemory } from '#workspace/remember.ts';
import { writeWorkspace } from '#workspace/write-workspace.ts';
import { openExample } from '../support/open-example.ts';

const example = openExample();
const QUESTIONS = 'workflows/questions.csv';
const SOURCES = 'mappings/sources.csv';

function change(before: ReadWorkspace, changes: readonly Change[], memory: Memory = newMemory()): ReadWorkspace {
  return applyChanges(before, changes, memory);
}

const written = (opened: ReadWorkspace): Readonly<Record<string, string>> =>
  Object.fromEntries([...writeWorkspace(opened)].map(([file, bytes]) => [file, Buffer.from(bytes).toString('utf8')]));

/** What a fresh reading of the files as they would be saved says. */
const readAfresh = (opened: ReadWorkspace): ReadWorkspace => readWorkspace(writeWorkspace(opened), opened.shipped);

test('a cell changed is read again, and nothing else is another value than before', () => {
  const memory = newMemory();
  const same = change(example, [], memory);
  const step = same.value.stepTypes[0];
  const cells = [{ row: step?.at.row ?? 0, column: 'name', value: 'First contact' }];
  const after = change(same, [{ kind: 'cells', file: 'workflows/step-types.csv', cells }], memory);

  expect(after.value.stepTypes[0]?.name).toBe('First contact');
  expect(after.value.stepTypes[1]).toBe(same.value.stepTypes[1]);
  expect(after.value.questions).toBe(same.value.questions);
  expect(after.value.sources).toBe(same.value.sources);
  expect(after.value.returns).toBe(same.value.returns);
  expect(after.problems).toEqual(same.problems);
});

test('a new fault is said at its row, and is gone when it is put right', () => {
  const memory = newMemory();
  const row = example.value.sources[0]?.at.row ?? 0;
  const set = (value: string): Change => ({
    kind: 'cells',
    file: SOURCES,
    cells: [{ row, column: 'status', value }],
  });
  const wrong = change(example, [set('sure')], memory);
  expect(wrong.problems.filter((problem) => problem.file === SOURCES && problem.row === row)).toHaveLength(1);
  const right = change(wrong, [set('confirmed')], memory);
  expect(right.problems).toEqual(example.problems);
});

test('a file and a column that are not there yet are added', () => {
  const files = new Map(
    [...example.files].flatMap(([file, bytes]) =>
      file === 'workflows/positions.csv' || file === 'mappings/reviews.csv' ? [] : [[file, bytes] as const],
    ),
  );
  const bare = readWorkspace(
    new Map([...files, ['workflows/forms.csv', Buffer.from('form,title\nA,Form A\n')]]),
    example.shipped,
  );
  const after = change(bare, [
    { kind: 'add', file: 'mappings/reviews.csv', rows: [{ finding: 'workflow/dead-end|A', decision: 'keep' }] },
    { kind: 'cells', file: 'workflows/forms.csv', cells: [{ row: 2, column: 'notes', value: 'old, "new"' }] },
  ]);
  expect(after.value.reviews.map((review) => review.finding)).toEqual(['workflow/dead-end|A']);
  expect(written(after)['workflows/forms.csv']).toBe('form,title,notes\nA,Form A,"old, ""new"""\n');
  expect(readAfresh(after).value.reviews).toHaveLength(1);
});

test('a file that was refused for what it holds stays refused, and stays said', () => {
  const usage = Buffer.from('form,question,nhs_number,shown\nA,B,123,7\n');
  const opened = readWorkspace(new Map([...example.files, ['workflows/question-usage.csv', usage]]), example.shipped);
  const said = opened.problems.filter((problem) => problem.file === 'workflows/question-usage.csv');
  expect(said.length).toBeGreaterThan(0);
  const after = change(opened, [{ kind: 'remove', file: SOURCES, rows: [2] }]);
  expect(after.problems.filter((problem) => problem.file === 'workflows/question-usage.csv')).toEqual(said);
});

const anyCell = fc.record({
  file: fc.constantFrom(QUESTIONS, SOURCES, 'workflows/step-types.csv', 'workflows/next-actions.csv'),
  row: fc.integer({ min: 2, max: 30 }),
  pick: fc.nat(),
  value: fc.constantFrom('', 'Y', 'confirmed', 'none', 'records', 'a "b"; c', 'S47', 'typed', 'x,y\nz', '7'),
});
const anyChange: fc.Arbitrary<(before: ReadWorkspace) => Change> = fc.oneof(
  anyCell.map(({ file, row, pick, value }) => (before: ReadWorkspace): Change => {
    const names = [...(before.tables.get(file)?.columnAt.keys() ?? [])];
    return { kind: 'cells', file, cells: [{ row, column: names[pick % names.length] ?? '', value }] };
  }),
  anyCell.map(
    ({ file, row }) =>
      (): Change => ({ kind: 'remove', file, rows: [row] }),
  ),
  anyCell.map(
    ({ value }) =>
      (): Change => ({ kind: 'add', file: SOURCES, rows: [{ fact: 'child.ethnicity', kind: 'outside', ref: value }] }),
  ),
);

describe('random edits', () => {
  test('an edited workspace is what a fresh reading of its saved files gives', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 6 }), (edits) => {
        const memory = newMemory();
        let now: ReadWorkspace = example;
        for (const edit of edits) now = change(now, [edit(now)], memory);
        const fresh = readAfresh(now);
        expect(now.value).toEqual(fresh.value);
        expect(now.problems).toEqual(fresh.problems);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
