import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideFindings, undecideFindings } from '#edits/decide.ts';
import type { Review, Workspace } from '#model/workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { applyChanges, type Edit } from '#workspace/apply-edit.ts';
import { newMemory } from '#workspace/remember.ts';
import { writeWorkspace } from '#workspace/write-workspace.ts';
import { openExample } from '../support/open-example.ts';

const AUTHOR = { by: 'Data lead', on: '2026-11-02' };
const EXAMPLE = openExample();

const after = (opened: OpenedWorkspace, edit: Edit): OpenedWorkspace => applyChanges(opened, edit.changes, newMemory());

const reviewOf = ({ reviews }: Workspace, finding: string): Review | undefined =>
  reviews.find((review) => review.finding === finding);

const said = ({ finding, decision, reason, by, on }: Review): readonly string[] => [finding, decision, reason, by, on];

const textOf = (opened: OpenedWorkspace): string =>
  new TextDecoder().decode(writeWorkspace(opened).get('mappings/reviews.csv'));

test('a decision is added with its reason, who and when', () => {
  const edit = decideFindings(
    EXAMPLE.value,
    ['workflow/dead-end|COURT_PROC'],
    { decision: 'keep', reason: 'Ends outside Mosaic.' },
    AUTHOR,
  );
  expect(edit.name).toBe('decide a finding as keep');
  expect(reviewOf(after(EXAMPLE, edit).value, 'workflow/dead-end|COURT_PROC')).toMatchObject({
    decision: 'keep',
    reason: 'Ends outside Mosaic.',
    ...AUTHOR,
  });
});

test('deciding again changes the row that is there', () => {
  const [first] = EXAMPLE.value.reviews;
  const finding = first?.finding ?? '';
  const decided = after(EXAMPLE, decideFindings(EXAMPLE.value, [finding], { decision: 'move', reason: '' }, AUTHOR));
  expect(decided.value.reviews).toHaveLength(EXAMPLE.value.reviews.length);
  expect(reviewOf(decided.value, finding)).toMatchObject({ decision: 'move', reason: '', ...AUTHOR });
  expect(decided.value.reviews.slice(1)).toEqual(EXAMPLE.value.reviews.slice(1));
});

test('many at once are one edit, of rows changed and rows added; taking them back leaves the others', () => {
  const old = EXAMPLE.value.reviews.slice(2, 4).map((review) => review.finding);
  const ids = [...old, 'value/no-reader|A|B', 'value/no-reader|A|C', 'value/no-reader|A|C'];
  const edit = decideFindings(EXAMPLE.value, ids, { decision: 'pull-forward', reason: '' }, AUTHOR);
  expect(edit.name).toBe('decide 4 findings as pull-forward');
  const decided = after(EXAMPLE, edit);
  expect(decided.value.reviews.filter((review) => review.on === AUTHOR.on).map((review) => review.finding)).toEqual([
    ...old,
    'value/no-reader|A|B',
    'value/no-reader|A|C',
  ]);
  const back = undecideFindings(decided.value, ids);
  expect(back.name).toBe('undecide 4 findings');
  const left = EXAMPLE.value.reviews.filter((review) => !old.includes(review.finding));
  expect(after(decided, back).value.reviews.map(said)).toEqual(left.map(said));
});

test('a decision added and taken back leaves the same bytes', () => {
  const decided = after(EXAMPLE, decideFindings(EXAMPLE.value, ['a|b'], { decision: 'keep', reason: '' }, AUTHOR));
  const back = after(decided, undecideFindings(decided.value, ['a|b']));
  expect(textOf(back)).toBe(textOf(EXAMPLE));
});

test('taking back what nobody has decided changes nothing', () => {
  expect(undecideFindings(EXAMPLE.value, ['workflow/dead-end|NOWHERE']).changes).toEqual([]);
});

test('ids and reasons with strokes, quotes, commas and lines come back as they were written', () => {
  const id = 'codes/gap|LIST%7CA|“Other”, "say, which"; or \'none\'|Set';
  const reason = 'He said "no, never",\nand =2+2 too';
  const decided = after(EXAMPLE, decideFindings(EXAMPLE.value, [id], { decision: 'accept-gap', reason }, AUTHOR));
  expect(reviewOf(decided.value, id)).toMatchObject({ reason });
});

test('any set of findings can be decided and taken back', () => {
  const part = fc.stringMatching(/^[A-Za-z0-9 ,;"'=%.-]{1,12}$/u).map((text) => text.trim());
  const id = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => ['value/no-reader', ...parts].join('|'));
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 5 }), (ids) => {
      const decided = after(EXAMPLE, decideFindings(EXAMPLE.value, ids, { decision: 'keep', reason: '' }, AUTHOR));
      expect(decided.value.reviews.slice(-ids.length).map((review) => review.finding)).toEqual(
        ids.map((one) => one.trim()),
      );
      expect(
        textOf(
          after(
            decided,
            undecideFindings(
              decided.value,
              ids.map((one) => one.trim()),
            ),
          ),
        ),
      ).toBe(textOf(EXAMPLE));
    }),
    { numRuns: 15 },
  );
});
