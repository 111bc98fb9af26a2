import type { Problem } from '#model/finding.ts';
import { nextActionId, type StepTypeId } from '#model/ids.ts';
import type { NextAction, StepType, Target, Workspace } from '#model/workspace.ts';
import { readNextAction, readStepType } from './read-chart-values.ts';
import { type JsonReader, readJson } from './read-json.ts';
import { chartKey, UNKNOWN_STATE } from './to-machine.ts';

/** What a chart says, and what of it could not be understood. */
export interface ReadChart {
  readonly value: Pick<Workspace, 'stepTypes' | 'nextActions'>;
  readonly problems: readonly Problem[];
}

/** Members of a state that have no counterpart in a workflow. */
const NOT_READ = ['always', 'after', 'invoke', 'onDone', 'entry', 'exit', 'history'];

interface ReadState {
  readonly key: string;
  readonly reader: JsonReader;
  /** Null for a final state. */
  readonly stepType: StepType | null;
}

/** What `chartKey` did, undone. */
const rawKey = (key: string): string =>
  key.replaceAll(/~([0-9a-f]{1,6})~/gu, (found, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code > 0x10_ffff ? found : String.fromCodePoint(code);
  });

function readState(key: string, reader: JsonReader, isInitial: boolean): ReadState {
  const nested = reader.inside('states').members.length;
  if (nested > 0)
    reader.report(
      'warning',
      `${key} holds ${nested} states of its own; a workflow has one level, so they were left out.`,
    );
  const extra = NOT_READ.filter((member) => reader.has(member));
  if (extra.length > 0)
    reader.report('warning', `${key} has ${extra.join(', ')}, which a workflow has no place for; left out.`);
  if (reader.text('type', '') === 'final') return { key, reader, stepType: null };
  const name = reader.text('description', rawKey(key));
  const stepType = readStepType(reader.inside('meta').inside('stepType'), { key: rawKey(key), name, isInitial });
  return { key, reader, stepType };
}

type States = ReadonlyMap<string, ReadState>;

/** States by key and, with a `#`, by id; a key wins over nothing, an id over nothing, so the first of two stays. */
function byName(states: readonly ReadState[]): States {
  const named = new Map<string, ReadState>();
  for (const state of states) {
    for (const name of [state.key, `#${state.reader.text('id', state.key)}`])
      if (!named.has(name)) named.set(name, state);
  }
  return named;
}

function readTarget(reader: JsonReader, target: string, states: States): Target {
  const found = states.get(target) ?? states.get(chartKey(target));
  if (found === undefined) {
    const message =
      target === ''
        ? `${reader.at} leads nowhere; its target was read as not known.`
        : `${reader.at} leads to ${target}, which is no state of the chart; its target was read as not known.`;
    reader.report(target === '' ? 'warning' : 'error', message);
    return { kind: 'unknown' };
  }
  if (found.stepType !== null) return { kind: 'step', stepType: found.stepType.id };
  return { kind: found.key === UNKNOWN_STATE ? 'unknown' : 'end' };
}

/** A transition may be written as its target, as an object, or as a list of either. */
function transitionsOf(on: JsonReader, event: string, problems: Problem[]): readonly JsonReader[] {
  const raw = on.raw(event);
  const given: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  return given.map((one) => readJson(typeof one === 'string' ? { target: one } : one, `${on.at}.${event}`, problems));
}

function guardOf(transition: JsonReader): string {
  const guard = transition.raw('guard');
  return typeof guard === 'string' || guard === undefined || guard === null
    ? (guard ?? '')
    : transition.inside('guard').text('type', '');
}

function readTransition(transition: JsonReader, event: string, from: StepTypeId, states: States): NextAction {
  const action = transition.inside('meta').inside('nextAction');
  const guard = guardOf(transition);
  const target = transition.raw('target');
  return readNextAction(action, {
    key: rawKey(event),
    label: transition.text('description', rawKey(event)),
    from,
    to: readTarget(transition, typeof target === 'string' ? target : '', states),
    guard: action.has('rules') ? '' : guard,
  });
}

function actionsOf({ reader, stepType }: ReadState, states: States, problems: Problem[]): readonly NextAction[] {
  if (stepType === null) return [];
  const on = reader.inside('on');
  return on.members.flatMap((event) =>
    transitionsOf(on, event, problems).map((transition) => readTransition(transition, event, stepType.id, states)),
  );
}

/** Event names may come back in one chart; keys of next actions may not. */
function withOwnKeys(actions: readonly NextAction[]): readonly NextAction[] {
  const used = new Set<string>();
  const own = (wanted: NextAction['id'], from: StepTypeId): NextAction['id'] => {
    let key = wanted;
    for (let n = 1; used.has(key); n += 1) key = nextActionKey(from, wanted, n);
    used.add(key);
    return key;
  };
  return actions.map((action) => ({ ...action, id: own(action.id, action.from) }));
}

const nextActionKey = (from: StepTypeId, wanted: string, n: number): NextAction['id'] =>
  nextActionId(n === 1 ? `${from}_${wanted}` : `${from}_${wanted}_${n}`);

/** In the order that the chart's `meta` tells, and after them the rest as they came. */
function inOrder<Value extends { readonly id: string }>(
  values: readonly Value[],
  order: readonly string[],
): readonly Value[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: Value): number => places.get(id) ?? order.length;
  return values.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function withoutDoubles(states: readonly ReadState[]): readonly ReadState[] {
  const seen = new Set<string>();
  return states.filter(({ stepType, reader }) => {
    if (stepType === null) return true;
    if (seen.has(stepType.id))
      reader.report('error', `Two states are the step type ${stepType.id}; the second was left out.`);
    return seen.size < seen.add(stepType.id).size;
  });
}

/** Rules that ask for a next action of the chart that is not there were about something else. */
function withKnownRules(actions: readonly NextAction[], problems: Problem[]): readonly NextAction[] {
  const known = new Set(actions.map(({ id }) => id));
  return actions.map((action) => {
    const rules = action.rules.filter((rule) => rule.kind !== 'requires' || known.has(rule.nextAction));
    if (rules.length === action.rules.length) return action;
    const message = `${action.id} requires a next action that the chart does not have; the rule was left out.`;
    problems.push({ severity: 'error', file: '', row: 0, column: action.id, message });
    return { ...action, rules };
  });
}

/**
 * The step types and next actions of a chart: one that `toXStateJson` wrote, or any flat XState configuration. Never
 * throws. Where the chart's shape and its `meta` differ (somebody moved an arrow), the shape is right.
 */
export function fromXStateJson(json: unknown): ReadChart {
  const problems: Problem[] = [];
  const chart = readJson(json, 'chart', problems);
  const inside = chart.inside('states');
  if (!chart.has('states'))
    chart.report('error', 'The chart has no states. An XState configuration has a member "states".');
  if (chart.text('type', '') === 'parallel')
    chart.report('warning', 'The chart is parallel; its regions were read as step types side by side.');
  const initial = chart.text('initial', '');
  const states = withoutDoubles(inside.members.map((key) => readState(key, inside.inside(key), key === initial)));
  const named = byName(states);
  const actions = withOwnKeys(states.flatMap((state) => actionsOf(state, named, problems)));
  const meta = chart.inside('meta');
  const stepTypes = states.flatMap(({ stepType }) => stepType ?? []);
  return {
    value: {
      stepTypes: inOrder(stepTypes, meta.texts('stepTypes')),
      nextActions: inOrder(withKnownRules(actions, problems), meta.texts('nextActions')),
    },
    problems,
  };
}
