import { createActor } from 'xstate';
import { caseMachineOf } from '#machine/case-machine.ts';
import {
  type CaseEvent,
  type CaseInput,
  type CaseState,
  findStep,
  openSteps,
  recordedIn,
} from '#machine/case-values.ts';
import { whatHoldsBack } from '#machine/holds-back.ts';
import { isDropped } from '#machine/instances.ts';
import { isPresent, shownQuestions } from '#machine/shown.ts';
import { countedSources, type StepDefinition, stepDefinitions } from '#machine/step-definition.ts';
import type { StepState } from '#machine/step-values.ts';
import { hasRule } from '#model/choices.ts';
import type { FactId, NextActionId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import type { Question } from '#model/workspace.ts';

/** Numbers from 0 to 1 that follow from a seed alone. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a walk recorded, seen from one step that it visited. */
export interface VisitedStep {
  readonly key: string;
  readonly stepType: StepTypeId;
  readonly completed: boolean;
  /** Known along the route to the step, what it dropped left out. */
  readonly before: ReadonlySet<FactId>;
  readonly made: ReadonlySet<FactId>;
  /** Met on the branches that it began, until they were dropped. */
  readonly after: ReadonlySet<FactId>;
  /** Made by steps on branches that began, at some step, beside the branch of this one. */
  readonly beside: ReadonlySet<FactId>;
}

export interface Walk {
  readonly finished: boolean;
  readonly steps: readonly VisitedStep[];
  /** Every request, in order: sent again, it gives the same walk. */
  readonly events: readonly CaseEvent[];
  readonly refused: number;
}

/** For each step type, how many steps it takes at least to bring everything to an end from there; Infinity: never. */
function lengthsToEnd(index: WorkspaceIndex): ReadonlyMap<StepTypeId, number> {
  const lengths = new Map<StepTypeId, number>();
  const of = (id: NextActionId): number => {
    const to = index.nextActions.get(id)?.to;
    return to?.kind === 'step' ? (lengths.get(to.stepType) ?? Infinity) : 0;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const [id, { smallest }] of index.choices) {
      const least = Math.min(...smallest.map((choice) => choice.reduce((sum, action) => sum + of(action.id), 1)));
      if (least < (lengths.get(id) ?? Infinity)) {
        lengths.set(id, least);
        changed = true;
      }
    }
  }
  return lengths;
}

const FAR = 1_000_000;
const ANSWERS = ['Yes', 'No', 'Not known'];
const isScreen = (kind: string): boolean => SCREEN_KINDS.some((screen) => screen === kind);

class Walker {
  readonly events: CaseEvent[] = [];
  readonly random: () => number;
  private readonly index: WorkspaceIndex;
  private readonly definitions: ReadonlyMap<StepTypeId, StepDefinition>;
  private readonly lengths: ReadonlyMap<StepTypeId, number>;
  private readonly actor;
  private day = 0;

  constructor(index: WorkspaceIndex, seed: number) {
    this.random = randomFrom(seed);
    this.index = index;
    this.definitions = stepDefinitions(index);
    this.lengths = lengthsToEnd(index);
    this.actor = createActor(caseMachineOf(index), { input: this.held(index) }).start();
  }

  get state(): CaseState {
    return this.actor.getSnapshot().context;
  }

  /** What is surely held is held; the rest by chance. */
  private held(index: WorkspaceIndex): CaseInput {
    const held = countedSources(index)
      .map(({ source }) => source)
      .filter((source) => source.stepType === null && isScreen(source.kind))
      .filter((source) => source.assured === true || this.chance())
      .map(({ kind, ref }) => ({ kind, ref, value: 'held' }));
    return { held, on: '2026-04-01' };
  }

  chance(): boolean {
    return this.random() < 0.5;
  }

  pick<Value>(values: readonly Value[]): Value | undefined {
    return values[Math.floor(this.random() * values.length)];
  }

  send(event: CaseEvent): void {
    this.events.push(event);
    this.actor.send(event);
  }

  private today(): string {
    this.day += 1;
    return new Date(Date.UTC(2026, 3, 1 + this.day)).toISOString().slice(0, 10);
  }

  private answerTo({ lookup, type }: Question): string {
    const answers = lookup === null ? [] : (this.index.answersOfLookup.get(lookup) ?? []).map(({ answer }) => answer);
    return this.pick(answers.length > 0 ? answers : type === 'yes-no' ? ['Yes', 'No'] : ANSWERS) ?? 'Yes';
  }

  begin(stepType: StepTypeId): void {
    this.send({ type: 'begin', stepType, on: this.today(), stepSource: 'Police' });
  }

  private fresh(step: StepState): StepState {
    return findStep(this.state, step.key) ?? step;
  }

  private addActivities(step: StepState, definition: StepDefinition): void {
    for (const activity of definition.activities) {
      if (isPresent(activity, this.fresh(step)) || !this.chance()) continue;
      this.send({ type: 'add-activity', step: step.key, form: activity.activity.form, on: this.today() });
    }
  }

  /** Answers what must be answered, and by chance what need not be, until nothing more must. */
  private fill(step: StepState, definition: StepDefinition): void {
    const passedOver = new Set<string>();
    for (;;) {
      const next = shownQuestions(definition, this.fresh(step)).find(
        ({ question, answer }) => answer === null && !passedOver.has(`${question.form}/${question.code}`),
      );
      if (next === undefined) return;
      const { form, code } = next.question;
      passedOver.add(`${form}/${code}`);
      const value = this.answerTo(next.question);
      if (next.required || this.chance())
        this.send({ type: 'fill', step: step.key, form, question: code, value, on: this.today() });
    }
  }

  private recordScreens(step: StepState, definition: StepDefinition): void {
    for (const { source } of definition.sources) {
      if (!isScreen(source.kind) || !(source.assured === true || this.chance())) continue;
      this.send({ type: 'record', step: step.key, kind: source.kind, ref: source.ref, value: 'x', on: this.today() });
    }
  }

  /** True when an immediate next action was taken. */
  private takeOne(step: StepState, definition: StepDefinition): boolean {
    const { taken } = this.fresh(step);
    const action = this.pick(
      definition.nextActions.filter((other) => hasRule(other, 'immediate') && !taken.includes(other.id)),
    );
    if (action === undefined || !this.chance()) return false;
    this.send({ type: 'take', step: step.key, nextAction: action.id, on: this.today() });
    return true;
  }

  private legalChoices(step: StepState, definition: StepDefinition): readonly (readonly NextActionId[])[] {
    const { nextActions } = definition;
    const state = this.fresh(step);
    if (nextActions.length > 10) return this.legalChoicesOfMany(state, definition);
    return Array.from({ length: 2 ** nextActions.length }, (_, bits) =>
      nextActions.filter((_action, index) => (bits >> index) % 2 === 1).map(({ id }) => id),
    ).filter((choose) => whatHoldsBack(definition, state, choose).length === 0);
  }

  private legalChoicesOfMany(state: StepState, definition: StepDefinition): readonly (readonly NextActionId[])[] {
    return Array.from({ length: 200 }, () =>
      definition.nextActions.filter(() => this.random() < 0.2).map(({ id }) => id),
    ).filter((choose) => whatHoldsBack(definition, state, choose).length === 0);
  }

  /** Does some of the work of a step; false when it can get no further. */
  work(step: StepState, hurry: boolean): boolean {
    const definition = this.definitions.get(step.stepType);
    if (definition === undefined) return false;
    if (step.status === 'incoming') {
      this.send({ type: 'start', step: step.key, on: this.today() });
      return true;
    }
    if (this.takeOne(step, definition)) return true;
    this.addActivities(step, definition);
    this.recordScreens(step, definition);
    this.fill(step, definition);
    if (this.takeOne(step, definition) && this.chance()) return true;
    const legal = this.legalChoices(step, definition);
    const choose = hurry
      ? legal.toSorted((a, b) => this.lengthOf(a, definition) - this.lengthOf(b, definition))[0]
      : this.pick(legal);
    if (choose === undefined) return this.answerAgain(step, definition);
    this.send({ type: 'complete', step: step.key, choose, on: this.today() });
    return true;
  }

  private lengthOf(choose: readonly NextActionId[], { nextActions }: StepDefinition): number {
    return nextActions
      .filter(({ id }) => choose.includes(id))
      .reduce((sum, { to }) => sum + (to.kind === 'step' ? Math.min(this.lengths.get(to.stepType) ?? FAR, FAR) : 0), 0);
  }

  /** An answer may ask for a next action that cannot be chosen: give another. */
  private answerAgain(step: StepState, definition: StepDefinition): boolean {
    const answered = shownQuestions(definition, this.fresh(step)).filter(({ answer }) => answer !== null);
    const again = this.pick(answered);
    if (again === undefined) return false;
    const { form, code } = again.question;
    this.send({
      type: 'fill',
      step: step.key,
      form,
      question: code,
      value: this.answerTo(again.question),
      on: this.today(),
    });
    return true;
  }
}

const union = <Value>(sets: readonly Iterable<Value>[]): ReadonlySet<Value> => new Set(sets.flatMap((set) => [...set]));

function describeSteps(index: WorkspaceIndex, state: CaseState): readonly VisitedStep[] {
  const madeIn = (step: StepState): ReadonlySet<FactId> =>
    new Set(recordedIn(state, step.key).map((entry) => entry.fact));
  const begunBy = (step: StepState): readonly StepState[] => state.steps.filter(({ from }) => from === step.key);
  const kept = (step: StepState, facts: Iterable<FactId>): readonly FactId[] =>
    [...facts].filter((id) => {
      const fact = index.facts.get(id);
      const stepType = index.stepTypes.get(step.stepType);
      return fact !== undefined && stepType !== undefined && !isDropped(fact, stepType);
    });
  const after = (step: StepState): ReadonlySet<FactId> =>
    union(begunBy(step).map((next) => kept(next, union([madeIn(next), after(next)]))));
  const below = (step: StepState): readonly StepState[] => [step, ...begunBy(step).flatMap(below)];
  const beside = (step: StepState): ReadonlySet<FactId> => {
    const from = step.from === null ? undefined : findStep(state, step.from);
    if (from === undefined) return new Set();
    const others = begunBy(from).filter((other) => other.by !== step.by);
    return union([...others.flatMap(below).map(madeIn), beside(from)]);
  };
  return state.steps.map((step) => ({
    key: step.key,
    stepType: step.stepType,
    completed: step.status === 'completed',
    before: new Set(step.before),
    made: madeIn(step),
    after: after(step),
    beside: beside(step),
  }));
}

export interface WalkOptions {
  /** From half as many steps on, the walk makes for the end; at twice as many it gives up. */
  readonly limit?: number;
  /** Where it begins; else a first step by chance. */
  readonly first?: StepTypeId;
}

/** Walks the real machine: one first step, its work and whatever follows, until nothing is open. The same seed walks the same way. */
export function randomWalk(index: WorkspaceIndex, seed: number, options: WalkOptions = {}): Walk {
  const walker = new Walker(index, seed);
  const limit = options.limit ?? 12;
  const first = options.first ?? walker.pick(index.workspace.stepTypes.filter(({ mayStart }) => mayStart))?.id;
  if (first !== undefined) walker.begin(first);
  for (let turns = 0; turns < limit * 8; turns += 1) {
    const open = openSteps(walker.state);
    const step = walker.pick(open);
    if (step === undefined || walker.state.steps.length > limit * 2) break;
    if (!walker.work(step, walker.state.steps.length > limit / 2)) break;
  }
  const { state } = walker;
  return {
    finished: state.steps.length > 0 && openSteps(state).length === 0,
    steps: describeSteps(index, state),
    events: walker.events,
    refused: state.history.filter(({ kind }) => kind === 'refused').length,
  };
}
