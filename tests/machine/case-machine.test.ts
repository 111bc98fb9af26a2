import { describe, expect, test } from 'vitest';
import {
  type CaseMachine,
  type CaseMoment,
  caseMachineOf,
  caseMoment,
  caseMomentAfter,
} from '#machine/case-machine.ts';
import type { CaseEvent } from '#machine/case-values.ts';
import { formId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';

const ON = '2026-11-02';
const machineOf = (words: WorkspaceWords): CaseMachine => caseMachineOf(indexWorkspace(aWorkspace(words)));
const actions = (...keys: string[]) => keys.map(nextActionId);

const begin = (stepType: string): CaseEvent => ({ type: 'begin', stepType: stepTypeId(stepType), on: ON });
const start = (step: string): CaseEvent => ({ type: 'start', step, on: ON });
const complete = (step: string, ...choose: string[]): CaseEvent => ({
  type: 'complete',
  step,
  choose: actions(...choose),
  on: ON,
});
const take = (step: string, action: string): CaseEvent => ({
  type: 'take',
  step,
  nextAction: nextActionId(action),
  on: ON,
});
const fill = (step: string, place: string, value: string | string[], on = ON): CaseEvent => {
  const [form = '', question = ''] = place.split('.');
  return { type: 'fill', step, form: formId(form), question: questionCode(question), value, on };
};

function play(words: WorkspaceWords, ...events: CaseEvent[]): CaseMoment {
  const machine = machineOf(words);
  return events.reduce(
    (moment, event) => caseMomentAfter(machine, moment, event),
    caseMoment(machine, { held: [{ kind: 'person-field', ref: 'SEX', value: 'F' }], on: ON }),
  );
}

const statuses = ({ state }: CaseMoment) => state.steps.map(({ key, status }) => `${key} ${status}`);
const refusals = ({ state }: CaseMoment) =>
  state.history.flatMap((entry) => (entry.kind === 'refused' ? entry.reasons.map(({ kind }) => kind) : []));
const known = ({ state }: CaseMoment, key: string) => state.steps.find((step) => step.key === key)?.before;

describe('a case', () => {
  test('runs from a first step to the end', () => {
    const moment = play(
      { steps: ['A may-start'], actions: ['A > B', 'B > end'] },
      begin('A'),
      complete('A-1', 'A>B'),
      start('B-2'),
      complete('B-2', 'B>end'),
    );
    expect(statuses(moment)).toEqual(['A-1 completed', 'B-2 completed']);
    expect(moment.status).toBe('finished');
    expect(refusals(moment)).toEqual([]);
  });

  test('opens one branch for each next action chosen, side by side', () => {
    const moment = play(
      { steps: ['A may-start'], actions: ['A > B', 'A > C'] },
      begin('A'),
      complete('A-1', 'A>B', 'A>C'),
    );
    expect(statuses(moment)).toEqual(['A-1 completed', 'B-2 incoming', 'C-3 incoming']);
    expect(moment.status).toBe('open');
  });

  test('starts an immediate next action before the step is completed, and does not start it twice', () => {
    const words = { steps: ['A may-start'], actions: ['A > B immediate', 'A > C requires:A>B'] };
    const moment = play(
      words,
      begin('A'),
      take('A-1', 'A>B'),
      take('A-1', 'A>B'),
      take('A-1', 'A>C'),
      complete('A-1', 'A>B', 'A>C'),
    );
    expect(statuses(moment)).toEqual(['A-1 completed', 'B-2 incoming', 'C-3 incoming']);
    expect(refusals(moment)).toEqual(['taken-already', 'not-immediate']);
  });

  test('refuses an immediate next action after which the step could never be completed', () => {
    const words = { steps: ['A may-start'], actions: ['A > B immediate one-of:X', 'A > C always one-of:X'] };
    expect(refusals(play(words, begin('A'), take('A-1', 'A>B')))).toEqual(['in-no-legal-choice']);
  });

  test('has step types of any name', () => {
    const steps = ['constructor', '__proto__', 'a.b', '#x', '*'];
    const words = { steps: steps.map((step) => `${step} may-start may-end`) };
    const moment = play(words, ...steps.flatMap((step, index) => [begin(step), complete(`${step}-${index + 1}`)]));
    expect(statuses(moment)).toEqual(steps.map((step, index) => `${step}-${index + 1} completed`));
  });

  test('leaves everything as it was when a request is refused, and says why', () => {
    const words = { steps: ['A may-start'], actions: ['A > B', 'B > end'] };
    const before = play(words, begin('A'));
    const after = play(
      words,
      begin('A'),
      begin('B'),
      begin('Z'),
      start('Z-9'),
      start('A-1'),
      complete('A-1', 'B>end'),
      complete('A-1'),
      { ...start('A-1'), on: 'tomorrow' },
    );
    expect(after.state.steps).toEqual(before.state.steps);
    expect(after.state.record).toEqual(before.state.record);
    expect(refusals(after)).toEqual([
      'not-a-first-step',
      'no-such-step-type',
      'no-such-step',
      'not-in-this-state',
      'no-such-next-action',
      'nothing-chosen',
      'nothing-chosen',
      'not-a-date',
    ]);
  });

  test('says that it is too early or too late before it says what else is missing', () => {
    const words = { steps: ['A may-start'], actions: ['A > A'] };
    expect(refusals(play(words, begin('A'), complete('A-1', 'A>A'), complete('A-2')))).toEqual(['not-in-this-state']);
  });

  test('a cancelled step ends its branch and takes its recordings with it', () => {
    const words = { steps: ['A may-start'], sources: ['due step-date started @A'] };
    const moment = play(words, begin('A'), { type: 'cancel', step: 'A-1', reason: 'wrong child', on: ON });
    expect(moment.status).toBe('finished');
    expect(moment.state.record).toEqual([]);
    expect(moment.state.steps[0]?.cancelledFor).toBe('wrong child');
  });

  test('a reopened step keeps what it started and starts only what is new', () => {
    const words = { steps: ['A may-start'], actions: ['A > B', 'A > C'] };
    const moment = play(
      words,
      begin('A'),
      complete('A-1', 'A>B'),
      { type: 'reopen', step: 'A-1', reason: 'left out', on: ON },
      complete('A-1', 'A>C'),
    );
    expect(statuses(moment)).toEqual(['A-1 completed', 'B-2 incoming', 'C-3 incoming']);
  });

  test('is a value: a moment goes through JSON and on from there', () => {
    const machine = machineOf({ steps: ['A may-start'], actions: ['A > B'] });
    const moment = caseMomentAfter(machine, caseMoment(machine, { held: [], on: ON }), begin('A'));
    const copy: CaseMoment = JSON.parse(JSON.stringify(moment));
    expect(copy).toEqual(moment);
    expect(caseMomentAfter(machine, copy, complete('A-1', 'A>B'))).toEqual(
      caseMomentAfter(machine, moment, complete('A-1', 'A>B')),
    );
    expect(statuses(moment)).toEqual(['A-1 started']);
  });
});

describe('what holds completion back', () => {
  const words: WorkspaceWords = {
    steps: ['A may-start'],
    actions: ['A > B', 'A > C if:F.Q=Yes', 'B > end', 'C > end'],
    activities: ['A F', 'A G optional'],
    questions: ['F.Q mandatory yes-no', 'F.R mandatory shown:Q=Yes', 'F.S mandatory shown:R', 'G.T mandatory'],
  };

  test('a mandatory question that is shown, and no other', () => {
    const moment = play(words, begin('A'), complete('A-1', 'A>B'));
    expect(moment.state.history.at(-1)).toMatchObject({
      kind: 'refused',
      reasons: [{ kind: 'mandatory-question', form: 'F', question: 'Q' }],
    });
    expect(statuses(play(words, begin('A'), fill('A-1', 'F.Q', 'No'), complete('A-1', 'A>B')))[0]).toBe(
      'A-1 completed',
    );
  });

  test('a question stays hidden while the one that controls it is hidden, whatever was answered', () => {
    const shown = [begin('A'), fill('A-1', 'F.Q', 'Yes'), fill('A-1', 'F.R', 'x')];
    expect(refusals(play(words, ...shown, complete('A-1', 'A>B')))).toEqual(['mandatory-question', 'mandatory-if']);
    expect(refusals(play(words, ...shown, fill('A-1', 'F.Q', 'No'), fill('A-1', 'F.S', 'y')))).toEqual([
      'question-not-shown',
    ]);
    expect(refusals(play(words, ...shown, fill('A-1', 'F.Q', 'No'), complete('A-1', 'A>B')))).toEqual([]);
  });

  test('questions that control each other in a circle never show, wherever they stand on the form', () => {
    const circle: WorkspaceWords = {
      steps: ['A may-start may-end'],
      activities: ['A F'],
      questions: ['F.L mandatory shown:K', 'F.K', 'F.X mandatory shown:Y', 'F.Y mandatory shown:X'],
    };
    expect(refusals(play(circle, begin('A'), complete('A-1')))).toEqual([]);
    expect(refusals(play(circle, begin('A'), fill('A-1', 'F.K', 'x'), complete('A-1')))).toEqual([
      'mandatory-question',
    ]);
    expect(refusals(play(circle, begin('A'), fill('A-1', 'F.X', 'x')))).toEqual(['question-not-shown']);
  });

  test('an optional activity only once it was added', () => {
    const add: CaseEvent = { type: 'add-activity', step: 'A-1', form: formId('G'), on: ON };
    const filled = [begin('A'), fill('A-1', 'F.Q', 'No')];
    expect(refusals(play(words, ...filled, fill('A-1', 'G.T', 'x')))).toEqual(['activity-not-added']);
    expect(refusals(play(words, ...filled, add, complete('A-1', 'A>B')))).toEqual(['mandatory-question']);
    expect(refusals(play(words, ...filled, add, fill('A-1', 'G.T', 'x'), complete('A-1', 'A>B')))).toEqual([]);
  });

  test('clearing an answer holds it back again', () => {
    const filled = [begin('A'), fill('A-1', 'F.Q', 'No'), fill('A-1', 'F.Q', ' ')];
    expect(refusals(play(words, ...filled, complete('A-1', 'A>B')))).toEqual(['mandatory-question']);
  });
});

describe('the record', () => {
  test('holds the fact, its instance, the value, the source and the day', () => {
    const words = {
      steps: ['A may-start opens:referral'],
      activities: ['A F'],
      questions: ['F.Q'],
      facts: ['due referral'],
      sources: ['due F.Q'],
    };
    const { record } = play(words, begin('A'), fill('A-1', 'F.Q', 'x', '2026-11-05')).state;
    expect(record).toMatchObject([
      {
        fact: 'due',
        instance: 'referral/A-1',
        value: 'x',
        step: 'A-1',
        on: '2026-11-05',
        source: { kind: 'question' },
      },
    ]);
  });

  test('a new instance forgets what belonged to the one before, and only along its own route', () => {
    const words: WorkspaceWords = {
      steps: ['A may-start opens:referral', 'R opens:review'],
      actions: ['A > R', 'R > R', 'A > B'],
      facts: ['day review', 'view step', 'got referral', 'sex'],
      sources: [
        'day step-date started @R',
        'view step-date started @A',
        'got step-date started @A',
        'sex person-field SEX',
      ],
    };
    const moment = play(words, begin('A'), complete('A-1', 'A>R', 'A>B'), start('R-2'), complete('R-2', 'R>R'));
    expect(known(moment, 'A-1')).toEqual(['sex']);
    expect(known(moment, 'R-2')).toEqual(['sex', 'got']);
    expect(known(moment, 'B-3')).toEqual(['sex', 'got']);
    expect(known(moment, 'R-4')).toEqual(['sex', 'got']);
    expect(moment.state.steps.at(-1)?.opened).toEqual(expect.objectContaining({ referral: 'A-1', review: 'R-4' }));
  });

  test('a pulled question stands filled when the step starts', () => {
    const words: WorkspaceWords = {
      steps: ['A may-start'],
      actions: ['A > B'],
      activities: ['A F', 'B G'],
      questions: ['F.Q', 'G.P mandatory pulled-locked from:F.Q'],
      sources: ['name G.P'],
    };
    const moment = play(words, begin('A'), fill('A-1', 'F.Q', 'Robin'), complete('A-1', 'A>B'), start('B-2'));
    expect(moment.state.record).toMatchObject([{ fact: 'name', value: 'Robin', step: 'B-2' }]);
  });

  test('the path not taken is known when the step is completed', () => {
    const words = { steps: ['A may-start may-end'], actions: ['A > B'], sources: ['went next-action A>B @A'] };
    expect(play(words, begin('A'), complete('A-1')).state.record).toMatchObject([{ fact: 'went', value: 'No' }]);
    expect(play(words, begin('A'), complete('A-1', 'A>B')).state.record).toMatchObject([{ value: 'Yes' }]);
  });
});
