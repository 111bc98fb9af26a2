import { describe, expect, test } from 'vitest';
import { type CaseMoment, caseMachineOf, caseMoment, caseMomentAfter } from '#machine/case-machine.ts';
import type { CaseEvent, CaseInput } from '#machine/case-values.ts';
import { isOfChild } from '#machine/recordings.ts';
import { shownQuestions } from '#machine/shown.ts';
import { stepDefinitions } from '#machine/step-definition.ts';
import { formId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';

const ON = '2026-07-01';
const INPUT: CaseInput = { held: [], on: ON };

function play(words: WorkspaceWords, input: CaseInput, ...events: CaseEvent[]): CaseMoment {
  const machine = caseMachineOf(indexWorkspace(aWorkspace(words)));
  return events.reduce((moment, event) => caseMomentAfter(machine, moment, event), caseMoment(machine, input));
}

const begin = (stepType: string, on = ON): CaseEvent => ({ type: 'begin', stepType: stepTypeId(stepType), on });
const complete = (step: string, ...choose: string[]): CaseEvent => ({
  type: 'complete',
  step,
  choose: choose.map(nextActionId),
  on: ON,
});
function fill(step: string, place: string, value: string, copy = 0): CaseEvent {
  const [form = '', question = ''] = place.split('.');
  return { type: 'fill', step, form: formId(form), question: questionCode(question), copy, value, on: ON };
}

const statusOf = ({ state }: CaseMoment): string | undefined => state.steps[0]?.status;
const waitsFor = ({ state }: CaseMoment): unknown =>
  state.history.flatMap((entry) => (entry.kind === 'refused' ? entry.reasons : []));

function shownIn(words: WorkspaceWords, { state }: CaseMoment): readonly string[] {
  const definition = stepDefinitions(indexWorkspace(aWorkspace(words))).get(stepTypeId('A'));
  const [step] = state.steps;
  if (definition === undefined || step === undefined) throw new Error('The case has no step A.');
  return shownQuestions(definition, step).map(({ question, copy }) => `${question.code} ${copy}`);
}

describe('a repeating table', () => {
  const words: WorkspaceWords = {
    steps: ['A may-start may-end'],
    activities: ['A F'],
    questions: ['F.NAME mandatory rows:People', 'F.KIN rows:People', 'F.WHICH rows:People shown:KIN=Other', 'F.NOTE'],
    sources: ['who F.NAME'],
  };

  test('has one row to begin with, and one more for each that is begun', () => {
    const first = play(words, INPUT, begin('A'));
    expect(shownIn(words, first)).toEqual(['NAME 0', 'KIN 0', 'NOTE 0']);
    const more = play(words, INPUT, begin('A'), fill('A-1', 'F.NAME', 'Mother'), fill('A-1', 'F.NAME', 'Aunt', 1));
    expect(shownIn(words, more)).toEqual(['NAME 0', 'NAME 1', 'KIN 0', 'KIN 1', 'NOTE 0']);
  });

  test('records a fact once for each row', () => {
    const { state } = play(words, INPUT, begin('A'), fill('A-1', 'F.NAME', 'Mother'), fill('A-1', 'F.NAME', 'Aunt', 1));
    expect(state.record.map(({ value, copy }) => [value, copy])).toEqual([
      ['Mother', undefined],
      ['Aunt', 1],
    ]);
    expect(state.record.every(isOfChild)).toBe(true);
  });

  test('holds a condition against the same row', () => {
    const moment = play(words, INPUT, begin('A'), fill('A-1', 'F.KIN', 'Mother'), fill('A-1', 'F.KIN', 'Other', 1));
    expect(shownIn(words, moment)).toEqual(['NAME 0', 'NAME 1', 'KIN 0', 'KIN 1', 'WHICH 1', 'NOTE 0']);
  });

  test('waits for the mandatory question of every row that has been begun', () => {
    const moment = play(words, INPUT, begin('A'), fill('A-1', 'F.NAME', 'Mother'), fill('A-1', 'F.KIN', 'Aunt', 1));
    const after = play(
      words,
      INPUT,
      begin('A'),
      fill('A-1', 'F.NAME', 'Mother'),
      fill('A-1', 'F.KIN', 'Aunt', 1),
      complete('A-1'),
    );
    expect(statusOf(moment)).toBe('started');
    expect(waitsFor(after)).toEqual([{ kind: 'mandatory-question', form: 'F', question: 'NAME', copy: 1 }]);
  });
});

describe('a step for a group', () => {
  const words: WorkspaceWords = {
    steps: ['A may-start may-end group'],
    activities: ['A F'],
    questions: ['F.SEEN mandatory per-child', 'F.HOME'],
    sources: ['seen F.SEEN', 'home F.HOME'],
    actions: ['A > B'],
  };
  const withBrother: CaseInput = { ...INPUT, siblings: ['Brother'] };

  test('asks what is per child for each child, and the rest once', () => {
    expect(shownIn(words, play(words, withBrother, begin('A')))).toEqual(['SEEN 0', 'SEEN 1', 'HOME 0']);
    expect(shownIn(words, play(words, INPUT, begin('A')))).toEqual(['SEEN 0', 'HOME 0']);
  });

  test('keeps what is said of a brother apart from the child', () => {
    const moment = play(words, withBrother, begin('A'), fill('A-1', 'F.SEEN', 'Yes', 1), complete('A-1'));
    expect(moment.state.record).toMatchObject([{ value: 'Yes', copy: 1, ofSibling: true }]);
    expect(waitsFor(moment)).toEqual([{ kind: 'mandatory-question', form: 'F', question: 'SEEN' }]);
  });

  test('hands on nothing that is known of a brother alone', () => {
    const { state } = play(
      { ...words, questions: ['F.SEEN per-child', 'F.HOME'] },
      withBrother,
      begin('A'),
      fill('A-1', 'F.SEEN', 'No', 1),
      fill('A-1', 'F.HOME', 'Flat'),
      complete('A-1', 'A>B'),
    );
    expect(state.steps[1]?.before).toEqual(['home']);
  });

  test('hands on only what is known of the child', () => {
    const { state } = play(
      words,
      withBrother,
      begin('A'),
      fill('A-1', 'F.SEEN', 'Yes'),
      fill('A-1', 'F.SEEN', 'No', 1),
      complete('A-1', 'A>B'),
    );
    expect(state.steps[1]?.before).toEqual(['seen']);
  });
});

describe('what is there already', () => {
  test('a pulled value tells where it comes from, until somebody types over it', () => {
    const words: WorkspaceWords = {
      steps: ['A may-start may-end'],
      actions: ['A > B'],
      activities: ['A F', 'B G'],
      questions: ['F.Q', 'G.P pulled-editable from:F.Q', 'G.S pulled-locked from:person.SEX'],
    };
    const held: CaseInput = { ...INPUT, held: [{ kind: 'person-field', ref: 'SEX', value: 'Female' }] };
    const events = [
      begin('A'),
      fill('A-1', 'F.Q', 'Robin'),
      complete('A-1', 'A>B'),
      { type: 'start', step: 'B-2', on: '2026-07-06' } as const,
    ];
    expect(play(words, held, ...events).state.steps[1]?.answers).toEqual({
      'G/P': { value: 'Robin', on: '2026-07-06', pulled: { step: 'A-1', on: ON } },
      'G/S': { value: 'Female', on: '2026-07-06', pulled: { step: null, on: ON } },
    });
    const over = play(words, held, ...events, fill('B-2', 'G.P', 'Robyn'));
    expect(over.state.steps[1]?.answers['G/P']).toEqual({ value: 'Robyn', on: ON });
  });

  test('a screen that was filled before the case is known from the start of the step it belongs to', () => {
    const words: WorkspaceWords = { steps: ['A may-start may-end'], sources: ['sex person-field SEX @A'] };
    const held: CaseInput = { ...INPUT, held: [{ kind: 'person-field', ref: 'SEX', value: 'Female' }] };
    expect(play(words, held).state.record).toEqual([]);
    expect(play(words, held, begin('A')).state.record).toMatchObject([{ fact: 'sex', value: 'Female', step: 'A-1' }]);
    expect(play(words, INPUT, begin('A')).state.record).toEqual([]);
  });
});

test('a delay puts the new step off to a day', () => {
  const words: WorkspaceWords = { steps: ['A may-start'], actions: ['A > B delay:14', 'A > C'] };
  const { state } = play(words, INPUT, begin('A'), complete('A-1', 'A>B', 'A>C'));
  expect(state.steps.map(({ key, incoming, scheduled }) => [key, incoming, scheduled])).toEqual([
    ['A-1', ON, null],
    ['B-2', ON, '2026-07-15'],
    ['C-3', ON, null],
  ]);
});

test('a chain of steps begins with its first step and ends when its last is completed', () => {
  const words: WorkspaceWords = {
    steps: ['A may-start'],
    actions: ['A > B', 'B > end'],
    sources: ['began step-path A; B @A', 'ended step-path A; B @B'],
  };
  const { state } = play(
    words,
    INPUT,
    begin('A'),
    complete('A-1', 'A>B'),
    { type: 'start', step: 'B-2', on: '2026-07-06' },
    { type: 'complete', step: 'B-2', choose: [nextActionId('B>end')], on: '2026-07-20' },
  );
  expect(state.record.map(({ fact, value }) => [fact, value])).toEqual([
    ['began', ON],
    ['ended', '2026-07-20'],
  ]);
});
