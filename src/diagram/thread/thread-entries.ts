import { nameOfStep } from '#diagram/describe-step.ts';
import { routeOrder } from '#diagram/overlays/paths.ts';
import type { RouteOnMap } from '#diagram/route.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding } from '#model/finding.ts';
import { type FactId, nextActionId, type StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { SourceKind } from '#model/words.ts';
import type { Source } from '#model/workspace.ts';
import { describeUse, type Precedence, precedenceOf } from './precedence.ts';
import type { ThreadEntry } from './thread.ts';
import { threadCodes } from './thread-codes.ts';
import { duplicatesOf, isAbout, isKnownAlready, toThreadDuplicate } from './thread-duplicates.ts';
import { joinSteps } from './thread-route.ts';
import { describeHow, describeStatus, describeThreadPlace, questionOf } from './thread-words.ts';
import { counts } from './worked-out.ts';

/** A source at one of its steps; `step` is null where it stands in none. */
interface Placed {
  readonly source: Source;
  readonly step: StepTypeId | null;
}

/** Where a place stands that is in no step. Screens outside forms hold their facts before the work begins. */
const OUTSIDE_STEPS: Readonly<Partial<Record<SourceKind, string>>> = {
  question: 'On a form that stands on no step',
  calculated: 'In the return',
  generated: 'In the return',
  outside: 'Outside the workflow',
};

function placesOf(index: WorkspaceIndex, source: Source): readonly Placed[] {
  if (source.stepType !== null) return [{ source, step: source.stepType }];
  if (source.kind !== 'question' || source.form === null) return [{ source, step: null }];
  const steps = new Set((index.stepsOfForm.get(source.form) ?? []).map((activity) => activity.stepType));
  return steps.size === 0 ? [{ source, step: null }] : [...steps].map((step) => ({ source, step }));
}

const USES = ['feeds', 'records', 'supports'] as const;

/** Within a step: what the return reads in its order, then what is only recorded, then background. */
function withinStep({ source: one }: Placed, { source: other }: Placed): number {
  if (one.use !== other.use) return USES.indexOf(one.use) - USES.indexOf(other.use);
  const [first, second] = [one.order ?? Number.POSITIVE_INFINITY, other.order ?? Number.POSITIVE_INFINITY];
  return first === second ? 0 : first - second;
}

/** Before the first step, then step by step in the order of their numbers, then what stands in no step. */
function inRouteOrder(placed: readonly Placed[], position: (step: StepTypeId) => number): readonly Placed[] {
  const rank = ({ source, step }: Placed): number => {
    if (step !== null) return position(step);
    return OUTSIDE_STEPS[source.kind] === undefined ? -1 : Number.POSITIVE_INFINITY;
  };
  return placed.toSorted((one, other) => {
    const [first, second] = [rank(one), rank(other)];
    return first === second ? withinStep(one, other) : first - second;
  });
}

/** What every entry of one thread looks things up in. */
interface Lookups {
  readonly index: WorkspaceIndex;
  readonly own: FactId;
  readonly numbers: RouteOnMap['numbers'];
  readonly precedence: ReadonlyMap<FactId, Precedence>;
  readonly firstSteps: ReadonlyMap<string, readonly string[]>;
  readonly duplicates: readonly Finding[];
}

const NO_PRECEDENCE: Precedence = { orders: [], feeding: 0, isRead: false };

/** Who records it: as the question says, or else the team of the step. */
function describeBy({ index }: Lookups, { source, step }: Placed): string {
  const team = step === null ? '' : (index.stepTypes.get(step)?.team ?? '');
  return questionOf(index, source)?.enteredBy || (source.kind === 'calculated' ? '' : team);
}

const keyOf = ({ source, step }: Placed): string =>
  [source.fact, source.kind, step, source.form, source.question, source.ref, source.at.row].join('|');

type Standing = Pick<ThreadEntry, 'number' | 'step' | 'stepName' | 'first'>;

/** Where an entry stands, and whether its fact can be recorded there for the first time. */
function standingOf({ index, numbers, firstSteps }: Lookups, { source, step }: Placed): Standing {
  if (step === null)
    return { number: null, step, stepName: OUTSIDE_STEPS[source.kind] ?? 'Held before the first step', first: false };
  const first = counts(source) && firstSteps.get(source.fact)?.includes(step) === true;
  return { number: numbers.get(step)?.[0] ?? null, step, stepName: nameOfStep(index, step), first };
}

/** What the audit says of an entry; `before` are the entries that stand before it. */
function repeatsOf(
  { duplicates }: Lookups,
  { source, step }: Placed,
  before: readonly ThreadEntry[],
): Pick<ThreadEntry, 'duplicates' | 'couldPull'> {
  const { fact, form, question } = source;
  const about = duplicates.filter((finding) => isAbout(finding, { fact, step, form, question }));
  const inStep = before.filter((entry) => entry.step === step && entry.fact === fact);
  return {
    duplicates: about.map(toThreadDuplicate),
    couldPull: about.some((finding) => isKnownAlready(finding, inStep)),
  };
}

function toEntry(lookups: Lookups, placed: Placed, before: readonly ThreadEntry[]): ThreadEntry {
  const { index, own, precedence } = lookups;
  const { source, step } = placed;
  const { fact, kind, form, question, use, status } = source;
  return {
    ...standingOf(lookups, placed),
    ...repeatsOf(lookups, placed, before),
    key: keyOf(placed),
    fact,
    inputName: fact === own ? '' : index.facts.get(fact)?.name || fact,
    kind,
    form,
    question,
    nextAction: kind === 'next-action' ? nextActionId(source.ref) : null,
    place: describeThreadPlace(index, source, step),
    by: describeBy(lookups, placed),
    how: describeHow(index, source),
    typed: kind === 'question' && questionOf(index, source)?.entry === 'typed',
    use,
    status,
    does: describeUse(source, precedence.get(fact) ?? NO_PRECEDENCE),
    statusWords: describeStatus(source),
    why: source.why,
    codes: threadCodes(index, source),
  };
}

/** The entries of some facts in route order, with their numbers and next actions on the map. `facts` begins with the thread's own. */
export function threadEntries(
  index: WorkspaceIndex,
  audit: Audit,
  facts: readonly FactId[],
): RouteOnMap & { readonly entries: readonly ThreadEntry[] } {
  const [own] = facts;
  const placed = facts
    .flatMap((fact) => index.sourcesOfFact.get(fact) ?? [])
    .flatMap((source) => placesOf(index, source));
  const order = routeOrder(index);
  const steps = [...new Set(placed.flatMap(({ step }) => step ?? []))];
  const route = joinSteps(
    index,
    steps.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)),
  );
  if (own === undefined) return { ...route, entries: [] };
  const lookups: Lookups = {
    index,
    own,
    numbers: route.numbers,
    precedence: new Map(facts.map((fact) => [fact, precedenceOf(index, fact)])),
    firstSteps: new Map(audit.figures.facts.map((figures) => [figures.fact, figures.firstSteps])),
    duplicates: duplicatesOf(audit, facts),
  };
  const entries: ThreadEntry[] = [];
  for (const each of inRouteOrder(placed, (step) => route.numbers.get(step)?.[0] ?? 0))
    entries.push(toEntry(lookups, each, entries));
  return { ...route, entries };
}
