import { describe, expect, test } from 'vitest';
import { formId, questionCode } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { Review, Workspace } from '#model/workspace.ts';
import { alreadyKnown, knownElsewhere } from '#walk/already-known.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { begin, complete, fill, type PlayedState, playIn, start } from './played.ts';

const WORKSPACE = aWorkspace({
  steps: ['CONTACT may-start opens:referral group', 'S47 opens:section-47 group', 'END may-end'],
  actions: ['CONTACT > S47', 'S47 > S47', 'S47 > END'],
  activities: ['CONTACT C', 'S47 S', 'S47 T'],
  questions: [
    'C.DOB date',
    'C.DATE date',
    'C.VIEW',
    'C.SCHOOL per-child',
    'C.ADULT rows:Adults',
    'S.DOB date',
    'S.DATE date',
    'S.VIEW',
    'S.SCHOOL per-child',
    'S.ADULT rows:Adults',
    'T.DATE date',
  ],
  facts: ['born', 'enquiry event section-47', 'view judgement', 'school', 'adult'],
  sources: [
    'born person-field DOB',
    'born C.DOB records',
    'born S.DOB records',
    'enquiry step-date started @S47',
    'enquiry C.DATE',
    'enquiry S.DATE',
    'enquiry T.DATE',
    'view C.VIEW',
    'view S.VIEW',
    'school C.SCHOOL',
    'school S.SCHOOL',
    'adult C.ADULT',
    'adult S.ADULT',
  ],
});

const HELD = [{ kind: 'person-field' as const, ref: 'DOB', value: '2019-03-02' }];

function says({ index, state, stepOf }: PlayedState, step: string, place: string, copy = 0): string {
  const [form = '', code = ''] = place.split('.');
  const question = index.questions.get(questionKey(formId(form), questionCode(code)));
  if (question === undefined) throw new Error(`There is no question ${place}.`);
  return alreadyKnown(index, state, stepOf(step), { question, copy }).says;
}

const TWO_STEPS = [
  begin('CONTACT'),
  fill('CONTACT-1', 'C.DOB', '2019-03-02'),
  fill('CONTACT-1', 'C.VIEW', 'a worry'),
  complete('CONTACT-1', '2026-07-02', 'CONTACT>S47'),
  start('S47-2', '2026-07-06'),
];

test('a question whose fact was recorded before says where and when', () => {
  const played = playIn(WORKSPACE, TWO_STEPS, { held: HELD });
  expect(says(played, 'S47-2', 'S.DOB')).toBe(
    'Already known: 1 July, the person record; 1 July, CONTACT. Asked here a third time.',
  );
  expect(says(played, 'S47-2', 'S.DATE')).toBe(
    'Already known: 6 July, Mosaic’s date of this step. Asked here a second time.',
  );
});

test('nothing is known of a judgement, nor in another instance of the scope', () => {
  const again = playIn(WORKSPACE, [
    ...TWO_STEPS,
    fill('S47-2', 'S.DATE', '2026-07-06', '2026-07-06'),
    complete('S47-2', '2026-07-08', 'S47>S47'),
  ]);
  expect(says(again, 'S47-2', 'S.VIEW')).toBe('');
  expect(says(again, 'S47-3', 'S.DATE')).toBe('');
});

test('what was recorded later is not said to have been known', () => {
  const played = playIn(WORKSPACE, [
    ...TWO_STEPS,
    fill('S47-2', 'S.DOB', '2019-03-02', '2026-07-07'),
    fill('S47-2', 'T.DATE', '2026-07-06', '2026-07-07'),
    fill('S47-2', 'S.DATE', '2026-07-06', '2026-07-07'),
  ]);
  expect(says(played, 'CONTACT-1', 'C.DOB')).toBe('Recorded again since: 7 July, S47.');
  expect(says(played, 'S47-2', 'S.DATE')).toBe(
    'Already known: 6 July, Mosaic’s date of this step; 7 July, T. Recorded here a third time.',
  );
  expect(says(played, 'S47-2', 'T.DATE')).toBe(
    'Already known: 6 July, Mosaic’s date of this step. Recorded here a second time. Recorded again since: 7 July, S.',
  );
});

test('each child and each row is about its own', () => {
  const played = playIn(
    WORKSPACE,
    [
      begin('CONTACT'),
      fill('CONTACT-1', 'C.SCHOOL#1', 'First school'),
      fill('CONTACT-1', 'C.ADULT', 'Mother'),
      complete('CONTACT-1', '2026-07-01', 'CONTACT>S47'),
      start('S47-2', '2026-07-06'),
    ],
    { siblings: ['Brother 1'] },
  );
  expect(says(played, 'S47-2', 'S.SCHOOL', 0)).toBe('');
  expect(says(played, 'S47-2', 'S.SCHOOL', 1)).toContain('Already known: 1 July, CONTACT');
  expect(says(played, 'S47-2', 'S.ADULT', 0)).toContain('Already known: 1 July, CONTACT');
  expect(says(played, 'S47-2', 'S.ADULT', 1)).toBe('');
});

describe('what a person decided not to be a duplicate', () => {
  const decided = (finding: string): Workspace => {
    const review: Review = {
      finding,
      decision: 'not-a-duplicate',
      reason: 'another date',
      by: 'Data lead',
      on: '2026-05-01',
      at: { file: 'reviews.csv', row: 2 },
    };
    return { ...WORKSPACE, reviews: [review] };
  };

  test.each([
    ['duplicate/on-route|born|S47|S|DOB', 'S.DOB', ''],
    ['duplicate/in-step|enquiry|S47|S|DATE', 'S.DATE', ''],
    ['duplicate/on-route|enquiry|S47|S|DATE', 'S.DATE', 'Already known'],
  ])('%s', (finding, place, expected) => {
    const said = says(playIn(decided(finding), TWO_STEPS), 'S47-2', place);
    expect(said.slice(0, 13)).toBe(expected);
  });
});

test('a path not taken and a source that nobody chose tell nothing', () => {
  const { index, state, stepOf } = playIn(
    aWorkspace({
      steps: ['A may-start'],
      actions: ['A > end one-of:X', 'other: A > end one-of:X'],
      activities: ['A F'],
      questions: ['F.WAY', 'F.FROM'],
      sources: ['way next-action other @A', 'way F.WAY', 'from step-source @A', 'from F.FROM'],
    }),
    [begin('A'), complete('A-1', '2026-07-02', 'A>end')],
  );
  const known = index.workspace.questions.map((question) =>
    knownElsewhere(index, state, stepOf('A-1'), { question, copy: 0 }),
  );
  expect(state.record.length).toBeGreaterThan(1);
  expect(known).toEqual([[], []]);
});
