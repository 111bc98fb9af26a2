import { addDays, isIsoDate } from '#model/dates.ts';
import type { FactId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, StepType } from '#model/workspace.ts';
import {
  type BeginEvent,
  type CaseEvent,
  type CaseInput,
  type CaseState,
  findStep,
  recordedIn,
} from './case-values.ts';
import { instanceOf, isDropped, openedBy } from './instances.ts';
import { heldOnScreens, pulledAnswers } from './pulled.ts';
import { isOfChild, recordingsOf } from './recordings.ts';
import { countedSources, type StepDefinition, stepDefinitions } from './step-definition.ts';
import type { StepReport } from './step-machine.ts';
import type { Refusal, StepEvent, StepState } from './step-values.ts';

/** What every case of a workspace runs by. */
export interface CaseRules {
  readonly index: WorkspaceIndex;
  readonly definitions: ReadonlyMap<StepTypeId, StepDefinition>;
}

/** What a case becomes, the steps that come in, and what is passed on to its steps. */
export interface Followed {
  readonly state: CaseState;
  readonly comeIn: readonly StepState[];
  readonly passOn: readonly StepEvent[];
}

export const caseRules = (index: WorkspaceIndex): CaseRules => ({ index, definitions: stepDefinitions(index) });

/** A case before its first step: what the screens outside forms hold already. */
export function caseBefore({ index }: CaseRules, input: CaseInput): CaseState {
  const { held, on } = input;
  const record = countedSources(index).flatMap(({ fact, source }) => {
    const said = held.find(({ kind, ref }) => kind === source.kind && ref === source.ref);
    if (said === undefined || source.stepType !== null || source.kind === 'question') return [];
    return [{ fact: fact.id, instance: instanceOf(fact.scope, 'held', {}), value: said.value, source, step: null, on }];
  });
  return { input, steps: [], record, history: [] };
}

const refused = (state: CaseState, event: CaseEvent, reasons: readonly Refusal[]): Followed => ({
  state: { ...state, history: [...state.history, { kind: 'refused', event, reasons, on: event.on }] },
  comeIn: [],
  passOn: [],
});

/** The day for which a next action puts off what it begins. */
const scheduledFor = (by: NextAction | null, on: string): string | null =>
  by === null || by.delayDays === null ? null : addDays(on, by.delayDays);

interface Origin {
  /** The step whose next action begins the new one; null for a first step. */
  readonly from: StepState | null;
  readonly by: NextAction | null;
  readonly on: string;
}

/** What is known along the route to a step that begins now, what it drops left out. */
function knownBefore(
  rules: CaseRules,
  state: CaseState,
  stepType: StepType,
  from: StepState | null,
): readonly FactId[] {
  const recorded = recordedIn(state, from?.key ?? null).filter(isOfChild);
  const known = new Set<FactId>([...(from?.before ?? []), ...recorded.map((entry) => entry.fact)]);
  return [...known].filter((id) => {
    const fact = rules.index.facts.get(id);
    return fact !== undefined && !isDropped(fact, stepType);
  });
}

function newStep(rules: CaseRules, state: CaseState, definition: StepDefinition, { from, by, on }: Origin): StepState {
  const { stepType } = definition;
  const key = `${stepType.id}-${state.steps.length + 1}`;
  return {
    key,
    stepType: stepType.id,
    status: 'incoming',
    from: from?.key ?? null,
    by: by?.id ?? null,
    before: knownBefore(rules, state, stepType, from),
    opened: openedBy(stepType, key, from?.opened ?? {}),
    incoming: on,
    scheduled: scheduledFor(by, on),
    children: stepType.per === 'group' ? 1 + (state.input.siblings?.length ?? 0) : 1,
    started: null,
    completed: null,
    stepSource: '',
    answers: {},
    screens: {},
    added: [],
    taken: [],
    cancelledFor: '',
  };
}

function withStep(rules: CaseRules, state: CaseState, step: StepState): CaseState {
  const definition = rules.definitions.get(step.stepType);
  const recorded = definition === undefined ? [] : recordingsOf(definition, step);
  return {
    input: state.input,
    steps: state.steps.some(({ key }) => key === step.key)
      ? state.steps.map((other) => (other.key === step.key ? step : other))
      : [...state.steps, step],
    record: [...state.record.filter((entry) => entry.step !== step.key), ...recorded],
    history: state.history,
  };
}

function comesIn(rules: CaseRules, state: CaseState, step: StepState): CaseState {
  const next = withStep(rules, state, step);
  return { ...next, history: [...next.history, { kind: 'came-in', step: step.key, on: step.incoming }] };
}

type StartEvent = Extract<StepEvent, { readonly type: 'start' }>;

/** A start with what the forms fill in by themselves and what the screens outside forms hold already. */
function startFilledIn(rules: CaseRules, state: CaseState, step: StepState, event: StartEvent): StepEvent {
  const definition = rules.definitions.get(step.stepType);
  return {
    ...event,
    pulled: { ...pulledAnswers(definition, state, event.on), ...event.pulled },
    screens: { ...heldOnScreens(definition, state, event.on), ...event.screens },
  };
}

function begin(rules: CaseRules, state: CaseState, event: BeginEvent): Followed {
  const definition = rules.definitions.get(event.stepType);
  if (definition === undefined) return refused(state, event, [{ kind: 'no-such-step-type', stepType: event.stepType }]);
  if (!definition.stepType.mayStart)
    return refused(state, event, [{ kind: 'not-a-first-step', stepType: event.stepType }]);
  const step = newStep(rules, state, definition, { from: null, by: null, on: event.on });
  const next = comesIn(rules, state, step);
  const start: StepEvent = { type: 'start', step: step.key, on: event.on, stepSource: event.stepSource ?? '' };
  return { state: next, comeIn: [step], passOn: [startFilledIn(rules, next, step, start)] };
}

/** A step has done what was asked: its values are kept, and each next action that it newly took begins one step. */
function moved(rules: CaseRules, before: CaseState, step: StepState, event: StepEvent): Followed {
  const takenBefore = findStep(before, step.key)?.taken ?? [];
  const comeIn: StepState[] = [];
  let state = withStep(rules, before, step);
  state = { ...state, history: [...state.history, { kind: 'done', step: step.key, event, on: event.on }] };
  for (const id of step.taken.filter((taken) => !takenBefore.includes(taken))) {
    const by = rules.index.nextActions.get(id);
    const definition = by?.to.kind === 'step' ? rules.definitions.get(by.to.stepType) : undefined;
    if (by === undefined || definition === undefined) continue;
    const next = newStep(rules, state, definition, { from: step, by, on: event.on });
    state = comesIn(rules, state, next);
    comeIn.push(next);
  }
  return { state, comeIn, passOn: [] };
}

function passOn(rules: CaseRules, state: CaseState, event: StepEvent): Followed {
  const step = findStep(state, event.step);
  if (step === undefined) return refused(state, event, [{ kind: 'no-such-step', step: event.step }]);
  if (event.type !== 'start') return { state, comeIn: [], passOn: [event] };
  return { state, comeIn: [], passOn: [startFilledIn(rules, state, step, event)] };
}

/** What a case does about a request, or about what one of its steps reports. */
export function follow(rules: CaseRules, state: CaseState, event: CaseEvent | StepReport): Followed {
  if (event.type === 'step.moved') return moved(rules, state, event.state, event.event);
  if (event.type === 'step.refused') return refused(state, event.event, event.reasons);
  if (!isIsoDate(event.on)) return refused(state, event, [{ kind: 'not-a-date', on: event.on }]);
  return event.type === 'begin' ? begin(rules, state, event) : passOn(rules, state, event);
}
