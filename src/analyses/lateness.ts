import type { CoveragePlace, ItemCoverage } from '#model/audit.ts';
import { smallestChoiceWith } from '#model/choices.ts';
import type { Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import { type FactId, factId, itemId, nextActionId, stepTypeId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Clock, NextAction, Source, StepType } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { addBit, type Bits, bitsOf, hasBit, noBits } from './bits.ts';
import { type Carrying, carryingOf } from './carrying.ts';
import { severityOfItem } from './coverage-findings.ts';
import {
  describeAction,
  describeFact,
  describeItem,
  describeStep,
  findingId,
  listInWords,
  withDecision,
} from './describe.ts';
import { targetOf } from './flow.ts';
import { counts, isWorkedOut } from './recording-places.ts';
import { afterStep } from './recording-sets.ts';
import { routeTo } from './witness.ts';

/** 5 working days are 7 days, and a month is 30. */
const DAYS_IN: Readonly<Record<Clock['unit'], number>> = { 'working days': 7 / 5, days: 1, months: 30 };

const daysOf = (clock: Clock): number => clock.length * DAYS_IN[clock.unit];

/** True when a clock is surely the longer of two; clocks counted from different roles are not compared. */
export const isLonger = (later: Clock | null, clock: Clock): boolean =>
  later !== null && later.from === clock.from && daysOf(later) > daysOf(clock);

interface Judging {
  readonly input: AnalysisInput;
  readonly carrying: Carrying;
  readonly sourcesOf: ReadonlyMap<FactId, readonly Source[]>;
}

/** A place where an item is due, in a step with a clock. */
interface ClockedPlace {
  readonly place: CoveragePlace;
  readonly step: number;
  readonly clock: Clock;
  /** The next actions that may follow from here: with the named one, those that can be chosen together with it. */
  readonly onward: readonly NextAction[];
  /** Facts that some run from here never meets. */
  readonly avoidable: Bits;
}

function clockedPlace(input: AnalysisInput, place: CoveragePlace): ClockedPlace | null {
  const id = stepTypeId(place.stepType);
  const step = input.flow.numberOf.get(id);
  const clock = input.index.stepTypes.get(id)?.clock ?? null;
  if (step === undefined || clock === null) return null;
  const actions = input.index.nextActionsFrom.get(id) ?? [];
  const named = place.nextAction === null ? null : input.index.nextActions.get(nextActionId(place.nextAction));
  if (named === undefined) return null;
  const after = afterStep(input.flow, input.numbers, input.feeding, { step, actions, named });
  if (after === null) return null;
  const onward = (input.flow.choices[step]?.live ?? []).filter(
    (action) => named === null || smallestChoiceWith(actions, [named, action]) !== null,
  );
  return { place, step, clock, onward, avoidable: after.avoidable };
}

const inputsOf = (source: Source): readonly FactId[] =>
  source.ref.split(';').flatMap((part) => (part.trim() === '' ? [] : [factId(part.trim())]));

/** The steps after a place that make a fact, without its scope being dropped on the way. */
function laterMakers({ input, carrying }: Judging, at: ClockedPlace, fact: FactId): readonly StepType[] {
  const { flow, numbers, feeding, index } = input;
  const number = numbers.numberOf.get(fact);
  const known = index.facts.get(fact);
  if (number === undefined || known === undefined) return [];
  const makers = noBits(flow.steps.length);
  for (const action of at.onward) {
    const target = targetOf(flow, action);
    const drop = target === null ? undefined : numbers.drop[target];
    if (target === null || drop === undefined || hasBit(drop, number)) continue;
    for (const [s, made] of feeding.makesMaybe.entries()) {
      if (hasBit(made, number) && (s === target || hasBit(carrying.from(known, target), s))) addBit(makers, s);
    }
  }
  return bitsOf(makers).flatMap((s) => flow.steps[s] ?? []);
}

/** How a fact is known at a place: there and then, only afterwards, or not on every route. */
type Known =
  | { readonly kind: 'here' }
  | { readonly kind: 'after'; readonly late: readonly StepType[] | null }
  | { readonly kind: 'not-surely' };

function recordedHow(judging: Judging, at: ClockedPlace, fact: FactId): Known {
  const { feeding, numbers } = judging.input;
  const number = numbers.numberOf.get(fact);
  if (number === undefined) return { kind: 'not-surely' };
  const has = (bits: Bits | undefined): boolean => bits !== undefined && hasBit(bits, number);
  if (has(feeding.beforeSure[at.step]) || has(feeding.makesSure[at.step])) return { kind: 'here' };
  if (has(at.avoidable)) return { kind: 'not-surely' };
  const makers = laterMakers(judging, at, fact);
  const late = makers.length > 0 && makers.every((step) => isLonger(step.clock, at.clock));
  return { kind: 'after', late: late ? makers : null };
}

/** A calculation is known when all its inputs are, and late when one of them is. */
function calculatedHow(judging: Judging, at: ClockedPlace, source: Source, within: ReadonlySet<FactId>): Known {
  const inputs = inputsOf(source).map((input) => knownHow(judging, at, input, within));
  if (inputs.length === 0 || inputs.some((known) => known.kind === 'not-surely')) return { kind: 'not-surely' };
  const after = inputs.filter((known) => known.kind === 'after');
  if (after.length === 0) return { kind: 'here' };
  return { kind: 'after', late: after.find((known) => known.late !== null)?.late ?? null };
}

/** The best of the ways in which a fact is known at a place. */
function knownHow(judging: Judging, at: ClockedPlace, fact: FactId, within: ReadonlySet<FactId> = new Set()): Known {
  if (within.has(fact)) return { kind: 'not-surely' };
  const sources = judging.sourcesOf.get(fact) ?? [];
  if (sources.some((source) => source.kind === 'generated')) return { kind: 'here' };
  const inside = new Set([...within, fact]);
  const calculated = sources.filter((source) => source.kind === 'calculated');
  const ways = [
    ...(sources.some((source) => !isWorkedOut(source)) ? [recordedHow(judging, at, fact)] : []),
    ...calculated.map((source) => calculatedHow(judging, at, source, inside)),
  ];
  const after = ways.filter((way) => way.kind === 'after');
  return (
    ways.find((way) => way.kind === 'here') ??
    after.find((way) => way.late === null) ??
    after[0] ?? { kind: 'not-surely' }
  );
}

const describeClock = ({ length, unit }: Clock): string => `${length} ${length === 1 ? unit.replace(/s$/u, '') : unit}`;

function describeLater(index: WorkspaceIndex, steps: readonly StepType[]): string {
  return listInWords(
    steps.map((step) =>
      step.clock === null
        ? describeStep(index, step.id)
        : `${describeStep(index, step.id)} (${describeClock(step.clock)})`,
    ),
  );
}

interface Late {
  readonly item: Item;
  readonly fact: FactId;
  readonly at: ClockedPlace;
  readonly later: readonly StepType[];
}

function lateMessage(index: WorkspaceIndex, { item, fact, at, later }: Late): string {
  const { stepType, nextAction } = at.place;
  const named = nextAction === null ? undefined : index.nextActions.get(nextActionId(nextAction));
  const when = named === undefined ? '' : ` when ${describeAction(named)} is chosen`;
  const due = `${describeItem(item)} falls due at ${describeStep(index, stepTypeId(stepType))}${when}, within ${describeClock(at.clock)} of the ${at.clock.from}`;
  const made = `“${describeFact(index, fact)}” is surely recorded only later, in ${describeLater(index, later)}, counted from the same ${at.clock.from}`;
  return `${due}, but ${made}: record it by the time it falls due, or accept that it comes late and say why.`;
}

function lateFinding(input: AnalysisInput, late: Late): Finding {
  const { item, fact, at, later } = late;
  const { stepType, nextAction } = at.place;
  const parts = [item.id, item.event ?? '', stepType, ...(nextAction === null ? [] : [nextAction])];
  return withDecision(input.index, {
    id: findingId('coverage/item-late', ...parts),
    kind: 'coverage/item-late',
    severity: severityOfItem(item),
    certainty: 'every-route',
    fact,
    items: [item.id],
    places: [
      { stepType, ...(nextAction === null ? {} : { nextAction }) },
      ...later.map((step) => ({ stepType: step.id })),
    ],
    route: routeTo(input.flow, at.step),
    message: lateMessage(input.index, late),
  });
}

/** `coverage/item-late`: an item that every route records, but only in later steps whose clocks run longer than its own. */
export function analyseLateness(input: AnalysisInput, coverage: readonly ItemCoverage[]): readonly Finding[] {
  const { index } = input;
  const feeding = index.workspace.sources.filter((source) => counts(source) && source.use === 'feeds');
  const judging = { input, carrying: carryingOf(input), sourcesOf: groupBy(feeding, (source) => source.fact) };
  return coverage.flatMap((covered) => {
    const item = index.items.get(itemId(covered.item));
    if (item === undefined || item.fact === null) return [];
    const { fact } = item;
    return covered.places.flatMap((place) => {
      const at = place.status === 'always' ? clockedPlace(input, place) : null;
      if (at === null) return [];
      const known = knownHow(judging, at, fact);
      if (known.kind !== 'after' || known.late === null) return [];
      return [lateFinding(input, { item, fact, at, later: known.late })];
    });
  });
}
