import type { FirstStepFigures, Range, RouteFigures, RunFigures } from '#model/figures.ts';
import type { FiguresInput } from './figures-areas.ts';
import { duplicatesOfRun, scopesBegun } from './figures-duplicates.ts';
import { times } from './seconds.ts';
import { expectedSeconds, leastRuns, mostRun, type Run, secondsOfRun, type Ways, waysOf } from './time-routes.ts';
import { rounded, roundedRange, totalOf } from './time-split.ts';
import type { VisitCounts } from './visits.ts';

const toMinutes = (seconds: Range | null): Range | null =>
  seconds === null ? null : roundedRange(times(seconds, 1 / 60), 2);

interface Working {
  readonly given: FiguresInput;
  readonly seconds: readonly Range[];
  readonly usual: readonly number[];
  readonly least: (first: number) => Run | null;
  readonly ways: readonly Ways[];
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

function firstStepFigures(working: Working, first: number): FirstStepFigures {
  const { given, seconds, usual, least, ways } = working;
  const { input, visits } = given;
  const expected = visits.fromFirstStep.get(first) ?? [null];
  const share = visits.shareOfCases.get(first) ?? null;
  const shortest = least(first);
  const count = expectedCount(expected);
  return {
    stepType: input.flow.steps[first]?.id ?? '',
    shareOfCases: share === null ? null : rounded(share, 4),
    least: shortest === null ? null : runFigures(working, shortest),
    most: runFigures(working, longer(seconds, mostRun(input.flow, usual, first, ways), shortest)),
    expectedMinutes: toMinutes(expectedSeconds(expected, seconds)),
    expectedVisits: count === null ? null : rounded(count, 2),
  };
}

/** Least, most and expected time from every first step. */
export function routeFigures(given: FiguresInput): RouteFigures {
  const { input, time, visits } = given;
  const seconds = time.steps.map(totalOf);
  const usual = seconds.map((range) => range.usual);
  const working = {
    given,
    seconds,
    usual,
    least: leastRuns(input.flow, usual),
    ways: waysOf(input),
    begun: scopesBegun(input.flow.steps),
  };
  const firstSteps = input.flow.starts.map((first) => firstStepFigures(working, first));
  const minutesPerCase = input.flow.starts.length === 0 ? null : toMinutes(expectedSeconds(visits.perCase, seconds));
  return { firstSteps, minutesPerCase };
}
