import { type CaseMachine, caseMachineOf } from '#machine/case-machine.ts';
import { type CaseState, openSteps } from '#machine/case-values.ts';
import { shownQuestions } from '#machine/shown.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { aboutCase, nameCase } from './about-case.ts';
import type { Period } from './case-days.ts';
import { castCases } from './children.ts';
import { codedAnswers } from './coded-answers.ts';
import {
  type GeneratedCase,
  type GeneratedCases,
  type GeneratingProgress,
  type Goal,
  goalKey,
} from './generated-cases.ts';
import { goalsOf, returnedFacts } from './goals.ts';
import type { Making } from './making.ts';
import { heldFields, personRecord } from './person-record.ts';
import { planCases } from './plan-cases.ts';
import { type PlayedPlan, playPlan } from './play-plan.ts';
import { whyNotCovered } from './why-not.ts';
import { actionGoal, type World, worldOf } from './world.ts';

/** Made-up cases with each case as it ended, in the same order: what a return file of them is made of. */
export interface PlayedCases {
  readonly generated: GeneratedCases;
  readonly states: readonly CaseState[];
}

/** Where no return is audited, cases lie in some year. */
const SOME_YEAR: Period = { from: '2026-04-01', to: '2027-03-31' };

/** Keys of the goals that a case reached when it was played. */
function reachedIn({ steps, definitions }: World, state: CaseState): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const step of state.steps) {
    for (const id of step.taken) reached.add(actionGoal(id));
    const definition = definitions.get(step.stepType);
    const wanted = steps.get(step.stepType)?.wanted ?? [];
    if (definition === undefined || wanted.length === 0 || step.status === 'cancelled') continue;
    const answered = new Set(
      shownQuestions(definition, step).flatMap(({ question, copy, answer }) =>
        answer === null || copy > 0 ? [] : [question],
      ),
    );
    for (const { question, goals } of wanted) if (answered.has(question)) for (const goal of goals) reached.add(goal);
  }
  return reached;
}

interface Reached {
  readonly played: PlayedPlan;
  readonly reached: ReadonlySet<string>;
}

/** The cases without those that reach nothing which others do not; those that reach least are looked at first. */
function withoutNeedless(cases: readonly Reached[]): readonly Reached[] {
  const times = new Map<string, number>();
  for (const { reached } of cases) for (const goal of reached) times.set(goal, (times.get(goal) ?? 0) + 1);
  const needless = new Set<Reached>();
  for (const one of cases.toSorted((a, b) => a.reached.size - b.reached.size)) {
    if (![...one.reached].every((goal) => (times.get(goal) ?? 0) > 1)) continue;
    needless.add(one);
    for (const goal of one.reached) times.set(goal, (times.get(goal) ?? 0) - 1);
  }
  return cases.filter((one) => !needless.has(one));
}

const wasRefused = ({ history }: CaseState): boolean => history.some(({ kind }) => kind === 'refused');

/** The cases as they are handed on: numbered, and each with what it adds to those before it. */
function described(index: WorkspaceIndex, goals: readonly Goal[], cases: readonly Reached[]): readonly GeneratedCase[] {
  const before = new Set<string>();
  return cases.map(({ played: { script, state }, reached }, at) => {
    const covers = goals.filter((goal) => reached.has(goalKey(goal)));
    const adds = covers.filter((goal) => !before.has(goalKey(goal)));
    for (const goal of adds) before.add(goalKey(goal));
    return {
      script: { ...script, name: nameCase(index, state, at + 1), about: aboutCase(state, adds) },
      covers,
      adds,
      steps: state.steps.length,
      staysOpen: openSteps(state).map(({ stepType }) => index.stepTypes.get(stepType)?.name || stepType),
    };
  });
}

function* playAll(
  making: Making,
  machine: CaseMachine,
  casts: ReturnType<typeof castCases>,
): Generator<GeneratingProgress, readonly Reached[]> {
  const fields = heldFields(making.world.index);
  const goals = making.world.goals.length;
  const cases: Reached[] = [];
  for (const cast of casts) {
    const held = personRecord(making, fields, cast.child);
    const played = playPlan(making, machine, { ...cast, held });
    if (!wasRefused(played.state)) cases.push({ played, reached: reachedIn(making.world, played.state) });
    yield { done: goals + Math.floor((goals * cases.length) / casts.length), of: goals * 2 };
  }
  return cases;
}

/**
 * Makes up cases that between them take every next action and answer every question that feeds the return, as far as
 * that can be: planned, then played on the machine. The same workspace always gives the same cases.
 */
export function* generateInTurns(index: WorkspaceIndex): Generator<GeneratingProgress, PlayedCases> {
  const goals = goalsOf(index);
  const world = worldOf(index, goals);
  const { plans, ways } = yield* planCases(world);
  const making: Making = { world, coded: codedAnswers(index), returned: returnedFacts(index), turns: new Map() };
  const casts = castCases(world, plans, index.dataReturn?.period ?? SOME_YEAR);
  const played = yield* playAll(making, caseMachineOf(index), casts);
  const kept = withoutNeedless(played);
  const cases = described(index, goals, kept);
  const covered = new Set(cases.flatMap(({ adds }) => adds.map(goalKey)));
  const notCovered = goals
    .filter((goal) => !covered.has(goalKey(goal)))
    .map((goal) => ({ goal, says: whyNotCovered(world, ways, goal) }));
  return {
    generated: { returnId: index.dataReturn?.id ?? null, cases, goals, notCovered },
    states: kept.map(({ played: { state } }) => state),
  };
}

/** The same in one go. */
export function generateCases(index: WorkspaceIndex): PlayedCases {
  const turns = generateInTurns(index);
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
  }
}
