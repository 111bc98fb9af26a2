import { expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { stepDefinitions } from '#machine/step-definition.ts';
import { type StepMachine, stepMachineOf } from '#machine/step-machine.ts';
import type { StepEvent, StepState } from '#machine/step-values.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';

const ON = '2026-11-02';
const INCOMING: StepState = {
  key: 'A-1',
  stepType: stepTypeId('A'),
  status: 'incoming',
  from: null,
  by: null,
  before: [],
  opened: {},
  incoming: ON,
  started: null,
  completed: null,
  scheduled: null,
  children: 1,
  stepSource: '',
  answers: {},
  screens: {},
  added: [],
  taken: [],
  cancelledFor: '',
};

function machine(): StepMachine {
  const workspace = aWorkspace({ steps: ['A may-start'], actions: ['A > end'] });
  const definition = stepDefinitions(indexWorkspace(workspace)).get(stepTypeId('A'));
  if (definition === undefined) throw new Error('A has no definition');
  return stepMachineOf(definition);
}

function play(...events: StepEvent[]): string {
  const step = machine();
  let [snapshot] = initialTransition(step, INCOMING);
  for (const event of events) [snapshot] = transition(step, snapshot, event);
  expect(snapshot.context.status).toBe(snapshot.value);
  return snapshot.context.status;
}

const start: StepEvent = { type: 'start', step: 'A-1', on: ON };
const complete: StepEvent = { type: 'complete', step: 'A-1', on: ON, choose: [nextActionId('A>end')] };
const cancel: StepEvent = { type: 'cancel', step: 'A-1', on: ON, reason: 'wrong child' };
const reopen: StepEvent = { type: 'reopen', step: 'A-1', on: ON, reason: 'left out' };

test.each([
  ['incoming', []],
  ['started', [start]],
  ['completed', [start, complete]],
  ['reopened', [start, complete, reopen]],
  ['completed', [start, complete, reopen, complete]],
  ['cancelled', [cancel]],
  ['cancelled', [start, cancel]],
  ['incoming', [complete]],
  ['started', [start, { ...complete, choose: [] }]],
  ['completed', [start, complete, cancel]],
  ['cancelled', [start, cancel, reopen]],
] as const)('%s', (status, events) => {
  expect(play(...events)).toBe(status);
});
