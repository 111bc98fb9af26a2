import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisInput } from '#analyses/analysis-input.ts';
import { figuresOf } from '#analyses/figures.ts';
import type { Figures, Range } from '#model/figures.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Count, Question, QuestionUsage, Workspace } from '#model/workspace.ts';
import { aSource, aWorkspace } from '../support/a-workspace.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

const figures = (workspace: Workspace): Figures => figuresOf(analysisInput(indexWorkspace(workspace)), []);

const aUsage = (question: Question, shown: Count, answered: Count): QuestionUsage => ({
  form: question.form,
  question: question.code,
  stepType: null,
  from: '2025-10-01',
  to: '2026-09-30',
  shown,
  answered,
  distinct: null,
  topShare: null,
  avgChars: null,
  compared: null,
  unchanged: null,
  notHelpful: null,
  hardToAnswer: null,
  helpful: null,
  dataUserNeeds: null,
  at: { file: '', row: 2 },
});

const usual = (range: Range | null | undefined): number | undefined => range?.usual;

const contact = (questions: readonly string[], completed: number | null = 3600): Workspace => {
  const workspace = aWorkspace({ steps: ['Contact may-start may-end'], activities: ['Contact F'], questions });
  return {
    ...workspace,
    stepTypes: workspace.stepTypes.map((step) => ({ ...step, completedPerYear: completed })),
  };
};

describe('time of a form', () => {
  test('one mandatory date and the step itself, 3,600 times a year', () => {
    const { steps, forms, workspace } = figures(contact(['F.Q mandatory date']));
    expect(forms[0]?.minutes).toEqual({ low: 0.12, usual: 0.17, high: 0.42 });
    expect(steps[0]?.minutes).toEqual({ low: 0.45, usual: 0.83, high: 2.42 });
    expect(workspace.hoursPerYear?.total).toEqual({ low: 27, usual: 50, high: 145 });
    expect(usual(workspace.hoursPerYear?.stepItself)).toBe(40);
    expect(usual(workspace.hoursPerYear?.noPurposeRecorded)).toBe(10);
  });

  test('without usage, a conditional question is shown half the time and an optional one answered half the time', () => {
    const fields = figures(contact(['F.A mandatory', 'F.B', 'F.C mandatory shown:A', 'F.D shown:A'])).time.fields;
    expect(fields.map((field) => field.answers.usual)).toEqual([1, 0.5, 0.5, 0.25]);
    expect(fields.every((field) => field.answersFrom === 'rules')).toBe(true);
  });

  test('usage says how often each question is answered, copies included', () => {
    const workspace = contact(['F.A mandatory', 'F.B shown:A', 'F.C per-child']);
    const [a, b, c] = workspace.questions as [Question, Question, Question];
    const { time, notes } = figures({
      ...workspace,
      usage: [aUsage(a, 1000, 1000), aUsage(b, 300, 100), aUsage(c, 1800, 1800)],
    });
    expect(time.fields.map((field) => field.answers.usual)).toEqual([1, 0.1, 1.8]);
    expect(notes).toEqual([]);
  });

  test('a suppressed count widens the range and is never zero', () => {
    const workspace = contact(['F.A mandatory', 'F.B shown:A']);
    const [a, b] = workspace.questions as [Question, Question];
    const { time } = figures({ ...workspace, usage: [aUsage(a, 100, 100), aUsage(b, 40, '<6')] });
    expect(time.fields[1]?.answers).toEqual({ low: 0.01, usual: 0.03, high: 0.05 });
  });

  test('[shown-more-than-filled] a single question that is shown more often than its form is filled in', () => {
    const workspace = contact(['F.A mandatory', 'F.B shown:A']);
    const [a, b] = workspace.questions as [Question, Question];
    const { notes } = figures({ ...workspace, usage: [aUsage(a, 100, 100), aUsage(b, 250, 250)] });
    expect(notes.map((note) => [note.kind, note.places])).toEqual([
      ['shown-more-than-filled', [{ form: 'F', question: 'B' }]],
    ]);
  });

  test('an optional form is filled in as often as usage leaves over after the steps where it is mandatory', () => {
    const workspace = aWorkspace({
      steps: ['A may-start', 'B may-end'],
      actions: ['A > B always'],
      activities: ['A F', 'B F optional'],
      questions: ['F.Q mandatory date'],
    });
    const counted = {
      ...workspace,
      stepTypes: workspace.stepTypes.map((step) => ({ ...step, completedPerYear: 100 })),
    };
    const [question] = counted.questions as [Question];
    expect(figures(counted).forms[0]?.filledPerYear).toBe(150);
    expect(figures({ ...counted, usage: [aUsage(question, 130, 130)] }).forms[0]?.filledPerYear).toBe(130);
  });

  test('“calibrated, n = …” shows what five or more measured completions change', () => {
    const workspace = contact(['F.A mandatory date', 'F.B mandatory number']);
    const timing = { form: null, question: null, low: 10, usual: 20, high: 30, source: '', at: { file: '', row: 2 } };
    const timed = (measured: number) => figures({ ...workspace, timings: [{ ...timing, type: 'date', measured }] });
    expect(timed(12).forms[0]?.calibrated).toEqual({ factor: 1.5556, measured: 12, share: 0.7143 });
    expect(timed(4).forms[0]?.calibrated).toBeNull();
    expect(timed(4).time.fields[0]?.basis).toBe('workspace');
  });

  test('hours are not known, rather than zero, where nobody has said how often', () => {
    const { workspace, steps, notes } = figures(contact(['F.Q mandatory date'], null));
    expect(workspace.hoursPerYear).toBeNull();
    expect(steps[0]?.visits).toEqual({ perCase: 1, perYear: null, perYearFrom: null });
    expect(notes.map((note) => note.kind)).toEqual(['volume-missing']);
  });
});

describe('time of a route', () => {
  const workspace = aWorkspace({
    steps: ['A may-start', 'B', 'C may-end', 'D may-end'],
    actions: ['A > B one-of:X', 'A > end one-of:X', 'B > C always', 'B > D', 'C > A'],
  });

  test('least ends at once, most does every step once, expected lies where the shares put it', () => {
    const used: Readonly<Record<string, number>> = { 'A>B': 30, 'A>end': 70, 'B>C': 30, 'B>D': 15, 'C>A': 0 };
    const completed: Readonly<Record<string, number>> = { A: 100, B: 30, C: 30, D: 15 };
    const counted = {
      ...workspace,
      nextActions: workspace.nextActions.map((action) => ({
        ...action,
        timesUsed: used[action.id] ?? null,
      })),
      stepTypes: workspace.stepTypes.map((step) => ({
        ...step,
        completedPerYear: completed[step.id] ?? null,
      })),
    };
    const [first] = figures(counted).routes.firstSteps;
    expect(first?.least?.visits.map((visit) => visit.stepType)).toEqual(['A']);
    expect(new Set(first?.most.visits.map((visit) => visit.stepType))).toEqual(new Set(['A', 'B', 'C', 'D']));
    expect(first?.most.minutes).toEqual({ low: 1.33, usual: 2.67, high: 8 });
    expect(first?.expectedMinutes?.usual).toBeCloseTo((40 * (1 + 0.3 + 0.3 + 0.15)) / 60, 2);
    expect(first?.expectedVisits).toBe(1.75);
  });

  test('where no run comes to an end, there is no least one', () => {
    const [first] = figures(aWorkspace({ steps: ['A may-start'], actions: ['A > A always'] })).routes.firstSteps;
    expect(first?.least).toBeNull();
    expect(first?.most.visits).toHaveLength(1);
  });
});

/** Every step completed as often as it is started, with shares that the rules allow: all next actions in one group, or always made. */
const arbitraryBalanced = arbitraryWorkspace({ maxSteps: 8, choiceRules: false }).chain((workspace) =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 20, maxLength: 20 }).map((weights) => {
    const nextActions = workspace.nextActions.map((action, n) => {
      const own = workspace.nextActions.filter((other) => other.from === action.from);
      const all = own.reduce((sum, other) => sum + (weights[workspace.nextActions.indexOf(other) % 20] ?? 1), 0);
      return {
        ...action,
        rules: [{ kind: 'one-of' as const, group: 'X' }],
        timesUsed: (720_720 * (weights[n % 20] ?? 1)) / all,
      };
    });
    const stepTypes = workspace.stepTypes.map((step) => ({
      ...step,
      mayEnd: !nextActions.some((action) => action.from === step.id),
      completedPerYear: 720_720,
    }));
    return { ...workspace, nextActions, stepTypes };
  }),
);

function rangesIn(value: unknown): readonly Range[] {
  if (typeof value !== 'object' || value === null) return [];
  const isRange = 'low' in value && 'usual' in value && 'high' in value;
  return isRange ? [value as Range] : Object.values(value).flatMap(rangesIn);
}

describe('laws of time', () => {
  test('low ≤ usual ≤ high everywhere', () => {
    let looked = 0;
    fc.assert(
      fc.property(arbitraryWorkspace(), (workspace) => {
        for (const range of rangesIn(figures(workspace))) {
          expect(range.low).toBeLessThanOrEqual(range.usual);
          expect(range.usual).toBeLessThanOrEqual(range.high);
          looked += 1;
        }
      }),
    );
    expect(looked).toBeGreaterThan(1000);
  });

  test('what is expected is never less than the least', () => {
    let looked = 0;
    fc.assert(
      fc.property(arbitraryBalanced, (workspace) => {
        for (const first of figures(workspace).routes.firstSteps) {
          if (first.expectedMinutes === null || first.least === null) continue;
          expect(first.expectedMinutes.usual).toBeGreaterThanOrEqual(first.least.minutes.usual - 0.011);
          expect(first.most.minutes.usual).toBeGreaterThanOrEqual(first.least.minutes.usual);
          looked += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(looked).toBeGreaterThan(50);
  });

  test('adding a source never changes time', () => {
    fc.assert(
      fc.property(arbitraryWorkspace(), fc.nat(20), (workspace, n) => {
        const question = workspace.questions[n % Math.max(1, workspace.questions.length)];
        const fact = workspace.facts[n % workspace.facts.length];
        if (question === undefined || fact === undefined) return;
        const source = aSource(fact.id, 'question', { form: question.form, question: question.code });
        const [before, after] = [workspace, { ...workspace, sources: [...workspace.sources, source] }].map(figures);
        expect(after?.time).toEqual(before?.time);
        expect(after?.steps.map((step) => step.minutes)).toEqual(before?.steps.map((step) => step.minutes));
        expect(after?.workspace.hoursPerYear).toEqual(before?.workspace.hoursPerYear);
      }),
    );
  });

  test('hours of the workspace are those of its steps, of its lanes, of its teams, and of their kinds', () => {
    fc.assert(
      fc.property(arbitraryBalanced, (workspace) => {
        const { workspace: whole, steps, lanes, teams } = figures(workspace);
        const total = whole.hoursPerYear?.total.usual ?? 0;
        for (const parts of [steps, lanes, teams]) {
          const sum = parts.reduce((hours, part) => hours + (part.hoursPerYear?.total.usual ?? 0), 0);
          expect(Math.abs(sum - total)).toBeLessThanOrEqual(0.01 * (parts.length + 1));
        }
        const { total: _, stepsNotCounted: __, ...kinds } = whole.hoursPerYear ?? { total: 0, stepsNotCounted: 0 };
        const sum = Object.values(kinds).reduce((hours, range) => hours + range.usual, 0);
        expect(Math.abs(sum - total)).toBeLessThanOrEqual(0.06);
      }),
    );
  });
});
