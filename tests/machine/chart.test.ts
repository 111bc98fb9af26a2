import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor, createMachine } from 'xstate';
import { fromXStateJson } from '#machine/from-machine.ts';
import { toXStateJson } from '#machine/to-machine.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import type { NextAction, StepType } from '#model/workspace.ts';
import { arbitraryWorkspace, aWorkspace } from '../support/random-workspace.ts';

const SEED = { seed: 1, numRuns: 200 };

interface Chart {
  readonly stepTypes: readonly StepType[];
  readonly nextActions: readonly NextAction[];
}

const awkward = fc.constantFrom(
  'workflow',
  '__proto__',
  'constructor',
  '1',
  '*',
  'a.b',
  '#x',
  '(end)',
  '~2e~',
  'é "q"',
);

/** The same chart with other keys: people write what they like. */
function renamed({ stepTypes, nextActions }: Chart, keys: readonly string[]): Chart {
  const key = (id: string): string => {
    const own = keys[Number(id.slice(1))];
    return own === undefined ? id : own;
  };
  return {
    stepTypes: stepTypes.map((step) => ({ ...step, id: stepTypeId(key(step.id)) })),
    nextActions: nextActions.map((action) => ({
      ...action,
      id: nextActionId(key(action.id)),
      from: stepTypeId(key(action.from)),
      to: action.to.kind === 'step' ? { kind: 'step', stepType: stepTypeId(key(action.to.stepType)) } : action.to,
      rules: action.rules.map((rule) =>
        rule.kind === 'requires' ? { kind: 'requires', nextAction: nextActionId(key(rule.nextAction)) } : rule,
      ),
    })),
  };
}

const anyChart: fc.Arbitrary<Chart> = fc
  .tuple(arbitraryWorkspace(), fc.uniqueArray(awkward, { maxLength: 5 }))
  .map(([{ stepTypes, nextActions }, keys]) => renamed({ stepTypes, nextActions }, keys));

describe('a workflow as XState JSON', () => {
  test('is one state a step type, one event a next action', () => {
    const chart = toXStateJson(aWorkspace({ steps: ['A may-start'], actions: ['A > B if:F.Q=Yes', 'B > end'] }));
    expect(chart.initial).toBe('A');
    expect(Object.keys(chart.states)).toEqual(['A', 'B', '(end)', '(not known)']);
    expect(chart.states['A']).toMatchObject({ on: { 'A~3e~B': { target: '#B', guard: 'mandatory-if:F/Q=Yes' } } });
  });

  test('written and read back is the same', () => {
    fc.assert(
      fc.property(anyChart, (chart) => {
        const read = fromXStateJson(JSON.parse(JSON.stringify(toXStateJson(chart))));
        expect(read).toEqual({ value: chart, problems: [] });
      }),
      SEED,
    );
  });

  test('is what createMachine takes, and runs where no guard stands in the way', () => {
    fc.assert(
      fc.property(anyChart, (chart) => {
        const machine = createMachine({ ...toXStateJson(chart) });
        const state = createActor(machine).start().getSnapshot();
        expect(state.status).toBe('active');
      }),
      SEED,
    );
    const chart = toXStateJson(aWorkspace({ steps: ['A may-start'], actions: ['A > B', 'B > end'] }));
    const actor = createActor(createMachine({ ...chart })).start();
    actor.send({ type: 'A~3e~B' });
    expect(actor.getSnapshot().value).toBe('B');
    actor.send({ type: 'B~3e~end' });
    expect(actor.getSnapshot().status).toBe('done');
  });
});

describe('reading a chart', () => {
  test('of another tool', () => {
    const { value, problems } = fromXStateJson({
      initial: 'open',
      states: {
        open: { on: { NEXT: 'check', STOP: [{ target: 'done', guard: 'isSure' }, 'check'] } },
        check: { description: 'Check it', on: { NEXT: { target: 'gone' } }, invoke: { src: 'x' } },
        done: { type: 'final' },
      },
    });
    expect(value.stepTypes.map(({ id, name, mayStart }) => [id, name, mayStart])).toEqual([
      ['open', 'open', true],
      ['check', 'Check it', false],
    ]);
    expect(value.nextActions.map(({ id, to, notes }) => [id, to.kind, notes])).toEqual([
      ['NEXT', 'step', ''],
      ['STOP', 'end', 'Guard in the chart: isSure'],
      ['open_STOP', 'step', ''],
      ['check_NEXT', 'unknown', ''],
    ]);
    expect(problems.map(({ severity, column }) => [severity, column])).toEqual([
      ['warning', 'chart.states.check'],
      ['error', 'chart.states.check.on.NEXT'],
    ]);
  });

  test('believes the arrow where it and the meta differ', () => {
    const chart = JSON.parse(JSON.stringify(toXStateJson(aWorkspace({ actions: ['n: A > B', 'B > C'] }))));
    chart.states.A.on.n.target = 'C';
    expect(fromXStateJson(chart).value.nextActions[0]?.to).toEqual({ kind: 'step', stepType: 'C' });
  });

  test('never throws, whatever it is given', () => {
    const part = fc.jsonValue({ maxDepth: 3 });
    const near = fc.record(
      {
        states: fc.dictionary(
          fc.string(),
          fc.record({ on: part, meta: part, type: part, states: part }, { requiredKeys: [] }),
        ),
        meta: part,
        initial: part,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), part, near), (json) => {
        expect(Array.isArray(fromXStateJson(json).problems)).toBe(true);
      }),
      SEED,
    );
  });
});
