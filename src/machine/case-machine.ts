import {
  type Actor,
  type AnyActorRef,
  createActor,
  type EventObject,
  type MetaObject,
  type NonReducibleUnknown,
  type ParameterizedObject,
  type ProvidedActor,
  type Snapshot,
  type StateMachine,
  type StateSchema,
  setup,
} from 'xstate';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { type CaseEvent, type CaseInput, type CaseState, openSteps } from './case-values.ts';
import { type CaseRules, caseBefore, caseRules, follow } from './follow.ts';
import { type StepMachine, type StepReport, stepMachineOf } from './step-machine.ts';

/** No step yet; something to do; nothing to do. */
export type CaseStatus = 'waiting' | 'open' | 'finished';

/** One child's case as a running machine. Its context is the case itself; its children are the steps. */
export type CaseMachine = StateMachine<
  CaseState,
  CaseEvent | StepReport,
  Record<string, AnyActorRef | undefined>,
  ProvidedActor,
  ParameterizedObject,
  ParameterizedObject,
  never,
  CaseStatus,
  string,
  CaseInput,
  NonReducibleUnknown,
  EventObject,
  MetaObject,
  StateSchema
>;

const types: {
  readonly context?: CaseState;
  readonly events?: CaseEvent | StepReport;
  readonly input?: CaseInput;
} = {};

/** A step type may be called what JavaScript or XState keep for themselves, such as `constructor`. */
const actorName = (stepType: StepTypeId): string => `step ${stepType}`;

const stepMachines = ({ definitions }: CaseRules): Readonly<Record<string, StepMachine>> =>
  Object.fromEntries([...definitions].map(([id, definition]) => [actorName(id), stepMachineOf(definition)]));

/**
 * The machine of a case: waiting (no step yet), open, or finished (nothing is open; a new first step or a reopened
 * step opens it again). Each step is a spawned actor, so branches run side by side. The case passes a request on to
 * its step; the step reports back, before `send` returns, that it did what was asked or why it did not.
 *
 * The pure `transition` of XState runs no children, so it serves step machines only; for snapshots of a case use
 * `caseMoment` and `caseMomentAfter`.
 */
export function caseMachineOf(index: WorkspaceIndex): CaseMachine {
  const rules = caseRules(index);
  const kase = setup({
    types,
    actors: stepMachines(rules),
    guards: { isOpen: ({ context }) => openSteps(context).length > 0 },
  });
  const following = kase.enqueueActions(({ enqueue, context, event }) => {
    const { state, comeIn, passOn } = follow(rules, context, event);
    enqueue.assign(state);
    for (const step of comeIn) enqueue.spawnChild(actorName(step.stepType), { id: step.key, input: step });
    for (const request of passOn) enqueue.sendTo(request.step, request);
  });
  const heard = { actions: following };
  return kase.createMachine({
    id: 'case',
    context: ({ input }) => caseBefore(rules, input),
    initial: 'waiting',
    on: {
      begin: heard,
      start: heard,
      fill: heard,
      'add-activity': heard,
      record: heard,
      take: heard,
      complete: heard,
      cancel: heard,
      reopen: heard,
      'step.moved': heard,
      'step.refused': heard,
    },
    states: {
      waiting: { always: { guard: 'isOpen', target: 'open' } },
      open: { always: { guard: ({ context }) => openSteps(context).length === 0, target: 'finished' } },
      finished: { always: { guard: 'isOpen', target: 'open' } },
    },
  });
}

/** A case at one moment, as a value: what it says, and what it can be taken up from again. Both are plain JSON. */
export interface CaseMoment {
  readonly status: CaseStatus;
  readonly state: CaseState;
  readonly snapshot: Snapshot<unknown>;
}

function momentOf(actor: Actor<CaseMachine>): CaseMoment {
  const { value, context } = actor.getSnapshot();
  const moment: CaseMoment = {
    status: value,
    state: context,
    snapshot: actor.getPersistedSnapshot(),
  };
  actor.stop();
  return moment;
}

/** A case before its first step. */
export const caseMoment = (machine: CaseMachine, input: CaseInput): CaseMoment =>
  momentOf(createActor(machine, { input }).start());

/** The moment after a request: the same moment and request always give the same, and the moment given stays as it was. */
export function caseMomentAfter(machine: CaseMachine, { state, snapshot }: CaseMoment, event: CaseEvent): CaseMoment {
  // The input is only read where there is no snapshot; the type asks for it all the same.
  const actor = createActor(machine, { snapshot, input: { held: [], on: state.steps[0]?.incoming ?? '' } }).start();
  actor.send(event);
  return momentOf(actor);
}
