import {
  type AnyActorRef,
  type EventObject,
  type MetaObject,
  type NonReducibleUnknown,
  type ParameterizedObject,
  type ProvidedActor,
  type StateMachine,
  type StateSchema,
  setup,
} from 'xstate';
import { apply } from './apply.ts';
import { whyNot } from './refusals.ts';
import type { StepDefinition } from './step-definition.ts';
import type { Refusal, StepEvent, StepState, StepStatus } from './step-values.ts';

/** The running form of one step type. Its context is the step itself. */
export type StepMachine = StateMachine<
  StepState,
  StepEvent,
  Record<string, AnyActorRef | undefined>,
  ProvidedActor,
  ParameterizedObject,
  ParameterizedObject,
  never,
  StepStatus,
  string,
  StepState,
  NonReducibleUnknown,
  EventObject,
  MetaObject,
  StateSchema
>;

/** What a step tells the case it belongs to: that it did what was asked, or why it did not. */
export type StepReport =
  | { readonly type: 'step.moved'; readonly state: StepState; readonly event: StepEvent }
  | { readonly type: 'step.refused'; readonly event: StepEvent; readonly reasons: readonly Refusal[] };

const types: { readonly context?: StepState; readonly events?: StepEvent; readonly input?: StepState } = {};

/**
 * The machine of a step type: incoming → started → completed, with cancelled and reopened. A completed step that is
 * reopened keeps what it started. Every request that the step does not follow leaves it as it was.
 */
export function stepMachineOf(definition: StepDefinition): StepMachine {
  const step = setup({
    types,
    guards: { follows: ({ context, event }) => whyNot(definition, context, event).length === 0 },
  });
  const become = (status: StepStatus) =>
    step.enqueueActions(({ enqueue, context, event, self: { _parent: parent } }) => {
      const state: StepState = { ...context, ...apply(definition, context, event), status };
      enqueue.assign(state);
      if (parent !== undefined) enqueue.sendTo(parent, { type: 'step.moved', state, event });
    });
  const refuse = (why: (state: StepState, event: StepEvent) => readonly Refusal[]) =>
    step.enqueueActions(({ enqueue, context, event, self: { _parent: parent } }) => {
      if (parent !== undefined) enqueue.sendTo(parent, { type: 'step.refused', event, reasons: why(context, event) });
    });
  const sayWhyNot = { actions: refuse((state, event) => whyNot(definition, state, event)) };
  const notNow = { actions: refuse(({ status }) => [{ kind: 'not-in-this-state', status }]) };
  const to = <Status extends StepStatus>(target: Status) =>
    [{ guard: 'follows', target, reenter: true, actions: become(target) }, sayWhyNot] as const;
  const work = <Status extends StepStatus>(here: Status) => ({
    fill: to(here),
    'add-activity': to(here),
    record: to(here),
    take: to(here),
    complete: to('completed'),
  });
  return step.createMachine({
    id: 'step',
    context: ({ input }) => input,
    initial: 'incoming',
    on: { '*': notNow },
    states: {
      incoming: { on: { start: to('started'), cancel: to('cancelled') } },
      started: { on: { ...work('started'), cancel: to('cancelled') } },
      completed: { on: { reopen: to('reopened') } },
      reopened: { on: work('reopened') },
      cancelled: {},
    },
  });
}
