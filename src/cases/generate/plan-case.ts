import type { Choice } from '#model/choices.ts';
import type { NextActionId, StepTypeId } from '#model/ids.ts';
import type { Scope } from '#model/words.ts';
import { type Offer, type Offering, offersAt } from './offers.ts';
import { type StepSheet, sheetFor } from './step-sheet.ts';
import { type Distances, GIVEN_UP, type Ways } from './ways.ts';
import { isWantedAt, type PlannedStep, targetOf, type World } from './world.ts';

/** One step of a case that is planned: what is chosen in it, and how it is answered. */
export interface PlannedVisit {
  readonly stepType: StepTypeId;
  /** Where in the plan the step stands whose next action begins it; null for the first. */
  readonly from: number | null;
  readonly by: NextActionId | null;
  /** Null: it is never finished. */
  readonly choice: Choice | null;
  readonly sheet: StepSheet;
  /** `left-open`: it is answered and stays as it is. */
  readonly ending: 'completed' | 'cancelled' | 'left-open';
  /** Keys of the goals that were still open and that it reaches. */
  readonly reaches: readonly string[];
  /** Keys of all goals that it surely reaches. */
  readonly does: readonly string[];
}

/** A case as it is planned, in the order in which its steps come in. */
export type CasePlan = readonly PlannedVisit[];

/** What is planned with: the goals still to be reached, and how far away they are. */
export interface Planning {
  readonly world: World;
  readonly ways: Ways;
  readonly distances: (isWanted: (step: PlannedStep) => boolean) => Distances;
  /** Keys of goals. */
  readonly open: ReadonlySet<string>;
}

/** Longer cases are hard to read; only a goal that lies further away makes one. */
const MOST_STEPS = 40;
/** No case is longer than this, whatever it is for. */
const LONGEST = 100;

interface Waiting {
  readonly stepType: StepTypeId;
  readonly from: number | null;
  readonly by: NextActionId | null;
}

interface Draft {
  readonly planning: Planning;
  readonly visits: PlannedVisit[];
  readonly waiting: Waiting[];
  readonly open: Set<string>;
  readonly begun: Set<Scope>;
  far: Distances;
  hasReached: boolean;
}

const NO_SHEET: StepSheet = { sheet: new Map(), add: [], shown: [] };

function lengthOfWaiting({ planning, waiting }: Draft): number {
  return waiting.reduce((sum, { stepType }) => sum + planning.ways.length(stepType), 0);
}

const offering = (draft: Draft): Offering => ({
  world: draft.planning.world,
  ways: draft.planning.ways,
  open: draft.open,
  far: draft.far,
  begun: draft.begun,
  nearestElsewhere: Math.min(
    ...draft.waiting.map(({ stepType }) => draft.far.get(stepType) ?? Number.POSITIVE_INFINITY),
  ),
});

const bestBy = (offers: readonly Offer[], worse: (one: Offer, other: Offer) => boolean): Offer | null =>
  offers.reduce<Offer | null>((one, other) => (one === null || worse(one, other) ? other : one), null);

/** The way to the goal for which the case is begun: until something is reached, nothing leads away from it. */
function onItsWay(draft: Draft, offers: readonly Offer[]): Offer | null {
  if (draft.hasReached || offers.some(({ reaches }) => reaches.length > 0)) return null;
  const nearest = bestBy(offers, (one, other) => other.nearest < one.nearest);
  return nearest !== null && nearest.nearest < offering(draft).nearestElsewhere ? nearest : null;
}

/** The best that can be done in a step, as long as the case does not get too long by it; else what ends soonest. */
function choose(draft: Draft, step: PlannedStep): Offer | null {
  const offers = offersAt(offering(draft), step);
  const left = MOST_STEPS - draft.visits.length - lengthOfWaiting(draft);
  const isLong = draft.visits.length > LONGEST;
  const affordable = offers.filter(({ length }) => (length <= left || !draft.hasReached) && !isLong);
  const best = (isLong ? null : onItsWay(draft, offers)) ?? bestBy(affordable, (one, other) => other.score > one.score);
  const chosen = best ?? bestBy(offers, (one, other) => other.cost < one.cost);
  // Where nothing comes of it and no way leads to an end, the step is given up at once.
  const isUseful = best !== null && best.nearest < Number.POSITIVE_INFINITY;
  return chosen === null || chosen.cost < GIVEN_UP || chosen.reaches.length > 0 || isUseful ? chosen : null;
}

/** What is done in a step that nothing brings to an end. */
function unfinished({ world }: Planning, step: PlannedStep, open: ReadonlySet<string>) {
  const wanted = step.wanted.filter(({ goals }) => goals.some((goal) => open.has(goal)));
  const sheet = sheetFor(
    world.forms,
    step.definition,
    null,
    wanted.map(({ question }) => question),
  );
  const isUsed = sheet !== null && sheet.shown.length > 0;
  const does = wanted.filter(({ question }) => sheet?.shown.includes(question)).flatMap(({ goals }) => goals);
  return {
    sheet: sheet ?? NO_SHEET,
    ending: isUsed ? ('left-open' as const) : ('cancelled' as const),
    reaches: does.filter((goal) => open.has(goal)),
    does,
  };
}

function visit(draft: Draft, { stepType, from, by }: Waiting): void {
  const { planning, visits, waiting, open } = draft;
  const step = planning.world.steps.get(stepType);
  if (step === undefined) return;
  const offer = choose(draft, step);
  const done =
    offer === null ? { choice: null, ...unfinished(planning, step, open) } : { ...offer, ending: 'completed' as const };
  const { choice, sheet, ending, reaches, does } = done;
  for (const scope of step.definition.stepType.opens) draft.begun.add(scope);
  visits.push({ stepType, from, by, choice, sheet, ending, reaches, does });
  for (const action of choice ?? []) {
    const target = targetOf(action);
    if (target !== null) waiting.push({ stepType: target, from: visits.length - 1, by: action.id });
  }
  if (reaches.length === 0) return;
  draft.hasReached = true;
  for (const goal of reaches) open.delete(goal);
  draft.far = planning.distances(isWantedAt(open));
}

/** Plans one case from a first step to the end of all that it begins, with as many open goals on its way as fit. */
export function planCase(planning: Planning, first: StepTypeId): CasePlan {
  const draft: Draft = {
    planning,
    visits: [],
    waiting: [{ stepType: first, from: null, by: null }],
    open: new Set(planning.open),
    far: planning.distances(isWantedAt(planning.open)),
    begun: new Set(),
    hasReached: false,
  };
  for (let next = draft.waiting.shift(); next !== undefined; next = draft.waiting.shift()) visit(draft, next);
  return draft.visits;
}
