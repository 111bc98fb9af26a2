import type { FigureNote } from '#model/figures.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { describeStep, listInWords } from './describe.ts';
import type { Edge } from './flow.ts';
import { type Shares, sharesOf, within } from './visits-shares.ts';
import { type Arc, closure, residual, type SolvableFlow, solvableFlow } from './visits-solve.ts';

/** Expected visits of every step of the flow, by its number; null: not known, or without a finite solution. */
export type VisitCounts = readonly (number | null)[];

export interface ExpectedVisits {
  /** For one case, over all first steps by their share of cases. */
  readonly perCase: VisitCounts;
  /** For one case that begins at a first step, by the number of that step. */
  readonly fromFirstStep: ReadonlyMap<number, VisitCounts>;
  /** For each first step, the share of cases that begin there. */
  readonly shareOfCases: ReadonlyMap<number, number | null>;
  readonly perYear: VisitCounts;
  readonly notes: readonly FigureNote[];
}

interface KnownArc {
  readonly from: number;
  readonly to: number;
  readonly share: number | null;
}

/** A flow whose shares may be missing here and there. */
interface PartlyKnownFlow {
  readonly arcs: readonly KnownArc[];
  readonly known: readonly Arc[];
  readonly solvable: SolvableFlow;
  /** Where each step may lead to: by every arc but those that are never taken. */
  readonly next: readonly (readonly number[])[];
}

function partlyKnown(size: number, arcs: readonly KnownArc[]): PartlyKnownFlow {
  const known = arcs.flatMap(({ from, to, share }) => (share === null ? [] : [{ from, to, share }]));
  const next = Array.from({ length: size }, (): number[] => []);
  for (const { from, to, share } of arcs) if (share !== 0) next[from]?.push(to);
  return { arcs, known, solvable: solvableFlow(size, known), next };
}

interface Solved {
  readonly visits: VisitCounts;
  /** How far the solution is from balancing, against its largest value. */
  readonly offBy: number;
}

/** Solves for the steps that can be known; what lies behind a missing share, an endless loop or an unknown start cannot. */
function solve(flow: PartlyKnownFlow, starts: readonly (number | null)[]): Solved {
  const reached = closure(
    starts.flatMap((start, s) => (start === 0 ? [] : [s])),
    flow.next,
  );
  const unknown = closure(
    [
      ...starts.flatMap((start, s) => (start === null ? [s] : [])),
      ...flow.arcs.flatMap(({ from, to, share }) => (share === null && reached.has(from) ? [to] : [])),
      ...[...flow.solvable.endless].filter((s) => reached.has(s)),
    ],
    flow.next,
  );
  const begin = starts.map((start, s) => (unknown.has(s) ? 0 : (start ?? 0)));
  const solution = flow.solvable.solve(begin);
  const inside = flow.known.filter(({ from, to }) => !unknown.has(from) && !unknown.has(to));
  const visits = solution.map((count, s) => (unknown.has(s) ? 0 : count));
  const largest = Math.max(1, ...visits);
  const offBy = Math.max(0, ...residual(inside, begin, visits).map((left, s) => (unknown.has(s) ? 0 : Math.abs(left))));
  return { visits: visits.map((count, s) => (unknown.has(s) ? null : count)), offBy: offBy / largest };
}

const fromOne = (size: number, step: number): readonly number[] =>
  Array.from({ length: size }, (_, s) => (s === step ? 1 : 0));

/** Starts of a target in a year through one next action, where its step is completed so often. */
function startsThrough(edge: Edge, share: number | null, completed: number | null): number | null {
  if (completed === 0) return 0;
  if (edge.action.timesUsed !== null) return edge.action.timesUsed;
  return share === null || completed === null ? null : share * completed;
}

const addUp = (counts: readonly (number | null)[]): number | null =>
  counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);

/** The steps whose completions the file gives stand; the others are solved from what flows into them. */
function solveYear(input: AnalysisInput, shares: Shares): Solved & { readonly endless: ReadonlySet<number> } {
  const { flow } = input;
  const given = flow.steps.map((step) => step.completedPerYear);
  const open = (s: number): boolean => (given[s] ?? null) === null;
  const arcs = flow.edges
    .filter((edge) => open(edge.from) && open(edge.to))
    .map((edge) => ({ from: edge.from, to: edge.to, share: shares.shareOf.get(edge) ?? null }));
  const starts = flow.steps.map((step, s): number | null => {
    if (!open(s)) return 0;
    const arriving = (flow.edgesTo[s] ?? []).filter((edge) => !open(edge.from));
    return step.mayStart
      ? null
      : addUp(arriving.map((edge) => startsThrough(edge, shares.shareOf.get(edge) ?? null, given[edge.from] ?? null)));
  });
  const system = partlyKnown(flow.steps.length, arcs);
  const solved = solve(system, starts);
  return {
    visits: solved.visits.map((count, s) => given[s] ?? count),
    offBy: solved.offBy,
    endless: system.solvable.endless,
  };
}

function arrivalsOf(input: AnalysisInput, shares: Shares, perYear: VisitCounts): VisitCounts {
  return input.flow.edgesTo.map((edges) =>
    addUp(
      edges.map((edge) => {
        const isGiven = input.flow.steps[edge.from]?.completedPerYear !== null;
        const share = shares.shareOf.get(edge) ?? null;
        const completed = perYear[edge.from] ?? null;
        if (isGiven) return startsThrough(edge, share, completed);
        return share === null || completed === null ? null : share * completed;
      }),
    ),
  );
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** Where completions and arrivals are both known, and too far apart to be work that was open at the turn of the year. */
function checkArrivals(input: AnalysisInput, arrivals: VisitCounts): readonly FigureNote[] {
  return input.flow.steps.flatMap((step, s): readonly FigureNote[] => {
    const arrived = arrivals[s] ?? null;
    const completed = step.completedPerYear;
    if (arrived === null || completed === null) return [];
    if (within(arrived, completed, 0.1) && (step.mayStart || within(completed, arrived, 0.1))) return [];
    return [
      {
        kind: 'arrivals-differ',
        message: `${describeStep(input.index, step.id)} is completed ${whole(completed)} times a year, and the next actions that lead to it were used ${whole(arrived)} times: look at where completed_per_year and times_used come from, or at a next action that is missing from the file. The figures take the completions.`,
        places: [{ stepType: step.id }],
      },
    ];
  });
}

/** For each first step, the share of cases that begin there: its completions, less those that next actions brought. */
function casesBegin(input: AnalysisInput, arrivals: VisitCounts): ReadonlyMap<number, number | null> {
  const { starts, steps } = input.flow;
  if (starts.length === 1) return new Map(starts.map((s) => [s, 1]));
  const begun = starts.map((s) => {
    const completed = steps[s]?.completedPerYear ?? null;
    const arrived = arrivals[s] ?? null;
    return completed === null || arrived === null ? null : Math.max(0, completed - arrived);
  });
  const all = addUp(begun);
  return new Map(starts.map((s, at) => [s, all === null || all === 0 ? null : (begun[at] ?? 0) / all] as const));
}

function missingVolumes(
  input: AnalysisInput,
  perYear: VisitCounts,
  shares: ExpectedVisits['shareOfCases'],
): readonly FigureNote[] {
  const { flow, index } = input;
  const missing = flow.steps.filter((step, s) => step.completedPerYear === null && (perYear[s] ?? null) === null);
  const names = listInWords(
    missing.map((step) => describeStep(index, step.id)),
    4,
  );
  const volumes: readonly FigureNote[] =
    missing.length === 0
      ? []
      : [
          {
            kind: 'volume-missing',
            message: `How often ${names} ${missing.length === 1 ? 'is' : 'are'} completed in a year is not known, so ${missing.length === 1 ? 'its hours are' : 'their hours are'} missing: give completed_per_year.`,
            places: missing.map((step) => ({ stepType: step.id })),
          },
        ];
  const unshared = [...shares].filter(([, share]) => share === null).flatMap(([s]) => flow.steps[s] ?? []);
  return unshared.length === 0
    ? volumes
    : [
        ...volumes,
        {
          kind: 'volume-missing',
          message: `How many cases begin at ${listInWords(
            unshared.map((step) => describeStep(index, step.id)),
            4,
          )} cannot be worked out, so visits and minutes per case over all first steps are not known: give completed_per_year of every first step and times_used of the next actions that lead to them.`,
          places: unshared.map((step) => ({ stepType: step.id })),
        },
      ];
}

function noSolution(input: AnalysisInput, endless: Iterable<number>): readonly FigureNote[] {
  const steps = [...new Set(endless)].toSorted((a, b) => a - b).flatMap((s) => input.flow.steps[s] ?? []);
  if (steps.length === 0) return [];
  return [
    {
      kind: 'no-finite-solution',
      message: `By the counts, ${listInWords(
        steps.map((step) => describeStep(input.index, step.id)),
        4,
      )} would go round for ever: each completion leads back to at least one more on the same loop. Visits there and behind are not known: look at times_used of the next actions that lead out of the loop.`,
      places: steps.map((step) => ({ stepType: step.id })),
    },
  ];
}

function notExact(offBy: number): readonly FigureNote[] {
  return offBy <= 1e-9
    ? []
    : [
        {
          kind: 'not-exact',
          message: `Expected visits balance only to ${offBy.toExponential(1)} of their size, because a loop leaves almost nothing over: take them as rough.`,
          places: [],
        },
      ];
}

/** Expected visits per case and per year, from the shares of next actions as a linear system; loops and parallel branches count. */
export function expectedVisits(input: AnalysisInput): ExpectedVisits {
  const { flow } = input;
  const shares = sharesOf(input);
  const year = solveYear(input, shares);
  const arrivals = arrivalsOf(input, shares, year.visits);
  const shareOfCases = casesBegin(input, arrivals);
  const system = partlyKnown(
    flow.steps.length,
    flow.edges.map((edge) => ({ from: edge.from, to: edge.to, share: shares.shareOf.get(edge) ?? null })),
  );
  const from = new Map(flow.starts.map((s) => [s, solve(system, fromOne(flow.steps.length, s))]));
  const mixed = [...shareOfCases.values()].includes(null)
    ? null
    : solve(
        system,
        flow.steps.map((_, s) => shareOfCases.get(s) ?? 0),
      );
  const offBy = Math.max(0, year.offBy, mixed?.offBy ?? 0, ...[...from.values()].map((solved) => solved.offBy));
  return {
    perCase: mixed?.visits ?? flow.steps.map(() => null),
    fromFirstStep: new Map([...from].map(([s, solved]) => [s, solved.visits])),
    shareOfCases,
    perYear: year.visits,
    notes: [
      ...missingVolumes(input, year.visits, shareOfCases),
      ...shares.notes,
      ...checkArrivals(input, arrivals),
      ...noSolution(input, [...system.solvable.endless, ...year.endless]),
      ...notExact(offBy),
    ],
  };
}
