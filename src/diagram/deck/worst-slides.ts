import { count, nameOfStep } from '#diagram/describe-step.ts';
import { type DuplicatedFact, duplicatesByFact } from '#diagram/overview/duplicates-by-fact.ts';
import { type Gap, worstGaps } from '#diagram/overview/worst-gaps.ts';
import type { ThreadEntry } from '#diagram/thread/thread.ts';
import { threadOf } from '#diagram/thread/thread-of.ts';
import { lowerFirst } from '#diagram/thread/thread-words.ts';
import type { ItemCoverage } from '#model/audit.ts';
import type { Finding, Route } from '#model/finding.ts';
import { type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { type DeckSubject, WORKED_OUT } from './deck-subject.ts';
import type { BoxMark } from './map-picture.ts';
import { type RouteStory, routeSlides } from './route-slides.ts';
import type { Slide } from './slide.ts';

const DUE: BoxMark = { tone: 'never', words: '○ due here', says: 'Due here, and not surely recorded' };

const isHere = ({ places }: ItemCoverage, { stepType, nextAction }: Route[number]): boolean =>
  places.some(
    (place) =>
      place.status !== 'always' &&
      place.stepType === stepType &&
      (place.nextAction === null || place.nextAction === nextAction),
  );

const NO_ROUTE: Route = [];

/** A sentence as a title: without what it says in brackets, and without its full stop. */
const shortened = (sentence: string): string => sentence.replaceAll(/ \(“[^”]*”\)/gu, '').replace(/\.$/u, '');

/** The slides of a gap: the route that shows it, and what would put it right. */
export function gapSlides({ index, audit }: DeckSubject, gap: Gap): readonly Slide[] {
  const finding = audit.findings.find(({ id }) => id === gap.finding);
  const coverage = audit.coverage.find(({ item }) => item === gap.item);
  const route = finding?.route ?? coverage?.places.find(({ gapRoute }) => gapRoute !== null)?.gapRoute ?? NO_ROUTE;
  const dueAt = (position: number): boolean => {
    const step = route[position];
    return step !== undefined && coverage !== undefined && isHere(coverage, step);
  };
  return routeSlides(index, {
    title: `${gap.name}: ${lowerFirst(shortened(gap.sentence))}`,
    route,
    markOf: (position) => (dueAt(position) ? DUE : null),
    words: [finding?.message ?? gap.sentence],
    notes: [
      `${gap.sentence} Item ${gap.item}, CBDS number ${gap.cbds || 'not known'}. The route is a shortest one that shows the gap. Finding: ${gap.finding ?? 'none'}.`,
      ...(gap.decided ? ['People have decided on every place of this gap.'] : []),
      WORKED_OUT,
    ],
  });
}

/** The three worst gaps, each with its route. */
export const worstGapSlides = (subject: DeckSubject): readonly Slide[] =>
  worstGaps(subject.index, subject.audit)
    .slice(0, 3)
    .flatMap((gap) => gapSlides(subject, gap));

const isTyped = ({ typed, use, status }: ThreadEntry): boolean => typed && use !== 'supports' && status !== 'ignored';

type Typed = ReadonlyMap<StepTypeId, number>;

function typedIn(entries: readonly ThreadEntry[]): Typed {
  const typed = new Map<StepTypeId, number>();
  for (const { step } of entries.filter(isTyped)) if (step !== null) typed.set(step, (typed.get(step) ?? 0) + 1);
  return typed;
}

/** On how many steps of a route the fact is typed. */
const timesOn = (route: Route, typed: Typed): number =>
  route.reduce((sum, { stepType }) => sum + (typed.get(stepType) ?? 0), 0);

/** The finding whose route shows most of it. */
function widest(findings: readonly Finding[], typed: Typed): Finding | undefined {
  const [most] = findings
    .filter(({ kind, route }) => kind === 'duplicate/on-route' && route !== null)
    .toSorted(
      (one, other) =>
        Number(one.decision !== null) - Number(other.decision !== null) ||
        timesOn(other.route ?? [], typed) - timesOn(one.route ?? [], typed),
    );
  return most;
}

/** What would spare people the typing, in one sentence. */
function pullForward(index: WorkspaceIndex, { places: [own], certainty }: Finding): string {
  const step = own?.stepType === undefined ? 'the last step' : nameOfStep(index, stepTypeId(own.stepType));
  const known =
    certainty === 'every-route' ? 'every route has recorded it before' : 'some routes have recorded it before';
  return `Pull it forward: when ${step} asks for it, ${known}. Show the value with its date and source instead.`;
}

function storyOf({ index, audit }: DeckSubject, duplicated: DuplicatedFact): RouteStory {
  const { entries } = threadOf(index, audit, { kind: 'fact', fact: duplicated.fact });
  const typed = typedIn(entries);
  const findings = audit.findings.filter(({ fact }) => fact === duplicated.fact);
  const finding = widest(findings, typed);
  const route = finding?.route ?? [];
  const times = timesOn(route, typed);
  return {
    title: `“${duplicated.name}” is typed in ${duplicated.entries} places, ${times} of them on this route`,
    route,
    markOf: (_, step) => {
      const here = typed.get(step) ?? 0;
      if (here === 0) return null;
      const words = here === 1 ? 'typed here' : `typed here ×${here}`;
      return { tone: 'high', words: `▲ ${words}`, says: `“${duplicated.name}” is ${words}` };
    },
    words: finding === undefined ? ['No route has two of these places on it.'] : [pullForward(index, finding)],
    notes: [
      finding?.message ?? '',
      `All ${count(entries.filter(isTyped).length, 'place')} where it is typed, in route order:`,
      ...entries.filter(isTyped).map(({ stepName, place }) => `${stepName}: ${place}.`),
      'Places that are typed twice on no route are counted too. What people ruled out as a duplicate is left out of the count.',
      WORKED_OUT,
    ].filter((note) => note !== ''),
  };
}

/** The three facts that are typed most often, each with a route on which that happens. */
export const worstDuplicateSlides = (subject: DeckSubject): readonly Slide[] =>
  duplicatesByFact(subject.index, subject.audit)
    .slice(0, 3)
    .flatMap((duplicated) => routeSlides(subject.index, storyOf(subject, duplicated)));
