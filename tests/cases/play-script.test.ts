import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CASE_FORMAT, type CaseScript, type ScriptDate, type ScriptWork } from '#cases/case-script.ts';
import { playScript, type ScriptPlayed } from '#cases/play-script.ts';
import { casePlayer, dateOf } from '#cases/played-case.ts';
import { toScript } from '#cases/to-script.ts';
import type { CaseState } from '#machine/case-values.ts';
import { stepDefinitions } from '#machine/step-definition.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';

const index = indexWorkspace(
  aWorkspace({
    steps: ['A may-start', 'B group', 'C'],
    actions: ['A > B one-of:X', 'A > C immediate', 'A > end one-of:X', 'B > A', 'B > end', 'C > end'],
    activities: ['A F', 'A G optional', 'B H'],
    questions: [
      'F.LATE shown:MIDDLE=Yes',
      'F.MIDDLE shown:FIRST=Yes',
      'F.FIRST',
      'F.VISIT rows:Visits',
      'F.PLACE rows:Visits shown:VISIT',
      'G.MORE',
      'H.NAME per-child',
      'H.WHY mandatory',
    ],
    sources: ['register register-field CATEGORY @A'],
  }),
);
const rules = { player: casePlayer(index), definitions: stepDefinitions(index) };
const ON = '2026-06-01';
const LATER = '2026-06-03';

const scriptOf = (steps: CaseScript['steps'], more: Partial<CaseScript> = {}): CaseScript => ({
  format: CASE_FORMAT,
  name: 'Case',
  about: '',
  on: ON,
  person: {},
  siblings: [],
  steps,
  ...more,
});
const play = (...steps: readonly (ScriptWork | ScriptDate)[]): ScriptPlayed => playScript(rules, scriptOf(steps));
const stateOf = ({ case: played }: ScriptPlayed): CaseState => rules.player.momentOf(played).state;
const standing = (played: ScriptPlayed): readonly string[] =>
  stateOf(played).steps.map(({ key, status }) => `${key} ${status}`);

const ENDED: ScriptWork = { step: 'A', on: ON, completed: LATER, next: ['A>end'] };
const TO_B: ScriptWork = { step: 'A', on: ON, completed: ON, next: ['A>B'] };

describe('which step an entry is about', () => {
  test('one that is not there yet is begun, one that came in is started, one that is open is worked on', () => {
    expect(standing(play({ step: 'A', on: ON }))).toEqual(['A-1 started']);
    expect(standing(play(TO_B))).toEqual(['A-1 completed', 'B-2 incoming']);
    expect(standing(play(TO_B, { step: 'B', on: LATER }))).toEqual(['A-1 completed', 'B-2 started']);
    const filled = play({ step: 'A', on: ON }, { step: 'A', on: LATER, answers: { F: { FIRST: 'Yes' } } });
    expect(stateOf(filled).steps[0]?.answers['F/FIRST']).toEqual({ value: 'Yes', on: LATER });
  });

  test('after one that was completed, another is begun; with which, the second begins beside the first', () => {
    expect(standing(play(ENDED, { step: 'A', on: LATER }))).toEqual(['A-1 completed', 'A-2 started']);
    expect(standing(play({ step: 'A', on: ON }, { step: 'A', which: 2, on: ON }))).toEqual([
      'A-1 started',
      'A-2 started',
    ]);
  });

  test('one that was completed is opened again', () => {
    const again: ScriptWork = { step: 'A', on: LATER, reopened: 'A mistake', completed: LATER };
    expect(standing(play(ENDED, again))).toEqual(['A-1 completed']);
    expect(stateOf(play(ENDED, { ...again, which: 1 })).steps[0]?.completed).toBe(LATER);
  });

  test('one that came in is cancelled without being started', () => {
    const { steps } = stateOf(play(TO_B, { step: 'B', on: LATER, cancelled: 'Not needed' }));
    expect(steps[1]).toMatchObject({ status: 'cancelled', started: null, cancelledFor: 'Not needed' });
  });
});

test('an entry does everything of one day: form added, answers, screen, what starts at once, end', () => {
  const played = play({
    step: 'A',
    on: ON,
    source: 'Police',
    add: ['G'],
    answers: { G: { MORE: 'x' } },
    screens: { 'register-field:CATEGORY': 'Neglect' },
    take: ['A>C'],
    completed: LATER,
    next: ['A>end'],
  });
  expect(played.refused).toBeNull();
  expect(stateOf(played).steps[0]).toMatchObject({
    stepSource: 'Police',
    added: ['G'],
    screens: { 'register-field:CATEGORY': { value: 'Neglect', on: ON } },
    taken: ['A>C', 'A>end'],
    completed: LATER,
  });
  expect(stateOf(played).record).toHaveLength(1);
});

test('an entry without a step moves the date', () => {
  expect(dateOf(play({ step: 'A', on: ON }, { on: '2026-07-01' }).case)).toBe('2026-07-01');
});

test('the order of answers in an entry does not matter: those that are not asked yet wait', () => {
  const answers = [
    ['FIRST', 'Yes'],
    ['MIDDLE', 'Yes'],
    ['LATE', 'x'],
    ['VISIT', '2026-06-01'],
    ['PLACE', 'Home'],
  ] as const;
  const wanted = stateOf(play({ step: 'A', on: ON, answers: { F: Object.fromEntries(answers) } })).steps;
  expect(Object.keys(wanted[0]?.answers ?? {})).toHaveLength(5);
  fc.assert(
    fc.property(fc.shuffledSubarray([...answers], { minLength: 5 }), (shuffled) => {
      const played = play({ step: 'A', on: ON, answers: { F: Object.fromEntries(shuffled) } });
      expect(played.refused).toBeNull();
      expect(stateOf(played).steps).toEqual(wanted);
    }),
  );
});

test('rows after the first, and brothers and sisters', () => {
  const script = scriptOf(
    [
      {
        ...TO_B,
        answers: { F: { VISIT: '2026-06-01', PLACE: 'Home' } },
        rows: { F: { Visits: [{ PLACE: 'School', VISIT: '2026-06-02' }, { VISIT: '2026-06-03' }] } },
      },
      { step: 'B', on: LATER, answers: { H: { NAME: 'Child A', WHY: 'x' } }, siblings: { H: [{ NAME: 'Child B' }] } },
    ],
    { siblings: ['Child B'] },
  );
  const played = playScript(rules, script);
  expect(played.refused).toBeNull();
  const { steps } = stateOf(played);
  expect(Object.entries(steps[0]?.answers ?? {}).map(([key, { value }]) => `${key}=${String(value)}`)).toEqual([
    'F/VISIT=2026-06-01',
    'F/VISIT\t2=2026-06-02',
    'F/VISIT\t3=2026-06-03',
    'F/PLACE=Home',
    'F/PLACE\t2=School',
  ]);
  expect(steps[1]?.answers['H/NAME\t2']?.value).toBe('Child B');
  expect(toScript(rules, played.case)).toEqual(script);
});

describe('what is refused is found by entry and place', () => {
  test.each<[string, readonly (ScriptWork | ScriptDate)[], readonly (string | number)[], string]>([
    ['a step type that is not there', [{ step: 'Z', on: ON }], ['step'], 'no-such-step-type'],
    ['a step that has not come in', [{ step: 'B', on: ON }], ['step'], 'nothing-open'],
    ['a number too high', [{ step: 'A', which: 3, on: ON }], ['which'], 'no-such-number'],
    [
      'a source for what is started',
      [
        { step: 'A', on: ON },
        { step: 'A', on: ON, source: 'x' },
      ],
      ['step'],
      'not-in-this-state',
    ],
    [
      'an end too early',
      [TO_B, { step: 'B', on: ON, completed: ON, next: ['B>end'] }],
      ['completed'],
      'mandatory-question',
    ],
    ['no next action', [{ step: 'A', on: ON, completed: ON }], ['completed'], 'nothing-chosen'],
    ['two of a group', [{ step: 'A', on: ON, completed: ON, next: ['A>B', 'A>end'] }], ['completed'], 'one-of'],
    ['a next action of another step', [{ step: 'A', on: ON, take: ['C>end'] }], ['take', 0], 'no-such-next-action'],
    ['one that does not start at once', [{ step: 'A', on: ON, take: ['A>C', 'A>B'] }], ['take', 1], 'not-immediate'],
    [
      'a form that nobody added',
      [{ step: 'A', on: ON, answers: { G: { MORE: 'x' } } }],
      ['answers', 'G', 'MORE'],
      'activity-not-added',
    ],
    [
      'a question that is not there',
      [{ step: 'A', on: ON, answers: { F: { FIRST: 'x', NONE: 'x' } } }],
      ['answers', 'F', 'NONE'],
      'no-such-question',
    ],
    [
      'a question that never shows',
      [{ step: 'A', on: ON, answers: { F: { FIRST: 'No', MIDDLE: 'Yes', LATE: 'x' } } }],
      ['answers', 'F', 'LATE'],
      'question-not-shown',
    ],
    ['a form added twice', [{ step: 'A', on: ON, add: ['F'] }], ['add', 0], 'activity-there-already'],
    [
      'a screen of another step',
      [{ step: 'A', on: ON, screens: { 'person-field:SEX': 'x' } }],
      ['screens', 'person-field:SEX'],
      'no-such-screen',
    ],
    [
      'a row of no table',
      [{ step: 'A', on: ON, rows: { F: { Visits: [{ FIRST: 'x' }] } } }],
      ['rows', 'F', 'Visits', 0, 'FIRST'],
      'not-in-table',
    ],
    [
      'a row whose own condition does not hold',
      [{ step: 'A', on: ON, answers: { F: { VISIT: 'x' } }, rows: { F: { Visits: [{ PLACE: 'x' }] } } }],
      ['rows', 'F', 'Visits', 0, 'PLACE'],
      'question-not-shown',
    ],
    [
      'a brother for a question not asked per child',
      [{ step: 'A', on: ON, siblings: { F: [{ FIRST: 'x' }] } }],
      ['siblings', 'F', 0, 'FIRST'],
      'not-per-child',
    ],
    [
      'more brothers than there are',
      [TO_B, { step: 'B', on: ON, siblings: { H: [{ NAME: 'x' }] } }],
      ['siblings', 'H', 0, 'NAME'],
      'no-such-sibling',
    ],
    [
      'a step that is cancelled',
      [TO_B, { step: 'B', on: ON, cancelled: 'x' }, { step: 'B', which: 1, on: ON, answers: { H: { WHY: 'x' } } }],
      ['answers', 'H', 'WHY'],
      'not-in-this-state',
    ],
  ])('%s', (_, steps, path, kind) => {
    const { refused, case: played } = play(...steps, { on: LATER });
    expect(refused).toMatchObject({ entry: steps.length - 1, path: ['steps', steps.length - 1, ...path] });
    expect(refused?.reasons.map((reason) => reason.kind)).toContain(kind);
    expect(dateOf(played)).toBe(ON);
  });
});

describe('a case as a script', () => {
  test('keeps what was done on one day in one step together, and is played again to the same', () => {
    const script = scriptOf([
      { ...TO_B, answers: { F: { FIRST: 'Yes', MIDDLE: 'No' } }, take: ['A>C'] },
      { step: 'C', on: ON },
      { step: 'B', on: LATER, answers: { H: { WHY: 'x' } }, completed: '2026-06-05', next: ['B>end'] },
      { step: 'C', on: '2026-06-08', cancelled: 'Not needed' },
      {
        step: 'A',
        on: '2026-06-09',
        reopened: 'A mistake',
        answers: { F: { MIDDLE: 'Yes' } },
        completed: '2026-06-09',
      },
      { step: 'A', which: 2, on: '2026-06-10', source: 'School' },
      { on: '2026-06-20' },
    ]);
    const { case: played, refused } = playScript(rules, script);
    expect(refused).toBeNull();
    expect(toScript(rules, played).steps).toEqual(
      script.steps.map((entry) => ('which' in entry ? { step: 'A', on: '2026-06-10', source: 'School' } : entry)),
    );
  });

  test('an answer that takes another off the screen begins an entry of its own', () => {
    const first = play(
      { step: 'A', on: ON, answers: { F: { FIRST: 'Yes', MIDDLE: 'Yes' } } },
      { step: 'A', on: ON, answers: { F: { FIRST: 'No' } } },
    );
    const script = toScript(rules, first.case);
    expect(script.steps).toHaveLength(2);
    const again = playScript(rules, script);
    expect(stateOf(again).steps).toEqual(stateOf(first).steps);
  });

  test('has the person record, brothers and sisters, and a name where the case has none', () => {
    const given = scriptOf([], {
      name: 'Case',
      person: { 'person-field:SEX': 'Male', 'legal-status:': 'none' },
      siblings: ['B'],
    });
    expect(toScript(rules, playScript(rules, given).case)).toEqual(given);
    const { case: played } = play();
    expect(toScript(rules, { ...played, name: ' ' }).name).toBe('Case');
  });
});
