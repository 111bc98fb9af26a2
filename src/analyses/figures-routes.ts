import type { FirstStepFigures, Range, RouteFigures, RunFigures } from '#model/figures.ts';
import type { AnalysisInput } from './analysis-input.ts';
import type { FiguresInput } from './figures-areas.ts';
import { duplicatesOfRun, scopesBegun } from './figures-duplicates.ts';
import { times } from './seconds.ts';
import { whileStanding } from './standing.ts';
import { expectedSeconds, leastRuns, mostRun, type Run, secondsOfRun, waysOf } from './time-routes.ts';
import { rounded, roundedRange, totalOf } from './time-split.ts';
import type { VisitCounts } from './visits.ts';

const toMinutes = (seconds: Range | null): Range | null =>
  seconds === null ? null : roundedRange(times(seconds, 1 / 60), 2);

/** The runs from one first step that take least and most time. */
interface Runs {
  readonly least: Run | null;
  readonly most: Run;
}

interface Working {
  readonly given: FiguresInput;
  readonly seconds: readonly Range[];
  readonly runs: ReadonlyMap<number, Runs>;
  readonly begun: readonly (readonly number[])[];
}

function runFigures({ given, seconds, begun }: Working, run: Run): RunFigures {
  const { input, entriesOfStep } = given;
  return {
    minutes: roundedRange(times(secondsOfRun(run, seconds), 1 / 60), 2),
    visits: run.map(({ step, after, by }) => ({
      stepType: input.flow.steps[step]?.id ?? '',
      after,
      nextAction: by?.id ?? null,
    })),
    duplicates: duplicatesOfRun(entriesOfStep, begun, run),
  };
}

/** The longer of two runs by usual seconds: no branch of the least run repeats a step, so the most is never below it. */
function longer(seconds: readonly Range[], a: Run, b: Run | null): Run {
  if (b === null) return a;
  return secondsOfRun(a, seconds).usual >= secondsOfRun(b, seconds).usual ? a : b;
}

function expectedCount(visits: VisitCounts): number | null {
  return visits.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

const standingRuns = whileStanding<ReadonlyMap<number, Runs>>();

function runsOf(input: AnalysisInput, seconds: readonly Range[]): ReadonlyMap<number, Runs> {
  const usual = seconds.map((range) => range.usual);
  const least = leastRuns(input.flow, usual);
  const ways = waysOf(input);
  return new Map(
    input.flow.starts.map((first) => {
      const shortest = least(first);
      return [first, { least: shortest, most: longer(seconds, mostRun(input.flow, usual, first, ways), shortest) }];
    }),
  );
}

function firstStepFigures(working: Working, first: number): FirstStepFigures {
  const { given, seconds, runs } = working;
  const { input, visits } = given;
  const expected = visits.fromFirstStep.get(first) ?? [null];
  const share = visits.shareOfCases.get(first) ?? null;
  const { least, most } = runs.get(first) ?? { least: null, most: [] };
  const count = expectedCount(expected);
  return {
    stepType: input.flow.steps[first]?.id ?? '',
    shareOfCases: share === null ? null : rounded(share, 4),
    least: least === null ? null : runFigures(working, least),
    most: runFigures(working, most),
    expectedMinutes: toMinutes(expectedSeconds(expected, seconds)),
    expectedVisits: count === null ? null : rounded(count, 2),
  };
}

/** Least, most and expected time from every first step. */
export function routeFigures(given: FiguresInput): RouteFigures {
  const { input, time, visits } = given;
  const seconds = time.steps.map(totalOf);
  const working = {
    given,
    seconds,
    runs: standingRuns(input.index, () => runsOf(input, seconds)),
    begun: scopesBegun(input.flow.steps),
  };
  const firstSteps = input.flow.starts.map((first) => firstStepFigures(working, first));
  const minutesPerCase = input.flow.starts.length === 0 ? null : toMinutes(expectedSeconds(visits.perCase, seconds));
  return { firstSteps, minutesPerCase };
}
