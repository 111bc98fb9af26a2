import type { RouteOnMap } from '#diagram/route.ts';
import { openSteps } from '#machine/case-values.ts';
import type { StepState } from '#machine/step-values.ts';
import { assertNever } from '#model/assert.ts';
import type { StepTypeId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import { dayInWords } from './days.ts';
import type { Told } from './entry-words.ts';
import { stepNames } from './step-names.ts';

/** How a step type stands in a case: some step of it is open, done, or all of them were cancelled. */
export const STANDINGS = ['open', 'done', 'cancelled'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A sign and a word for each. */
export const STANDING_WORDS: Readonly<Record<Standing, { readonly sign: string; readonly word: string }>> = {
  open: { sign: '●', word: 'Open' },
  done: { sign: '✓', word: 'Done' },
  cancelled: { sign: '–', word: 'Cancelled' },
};

/** What stands at a step type on the map. */
export interface StepMark {
  readonly standing: Standing;
  /** "● Open", "✓ Done ×2": how many steps of the type stand so. */
  readonly text: string;
  /** The whole sentence. */
  readonly says: string;
}

/** One step of the case in the list beside the map. */
export interface WhereLine {
  readonly number: number;
  /** Key of the step. */
  readonly key: string;
  readonly name: string;
  readonly standing: Standing;
  /** "Started 1 July"; "1 July to 10 July". */
  readonly says: string;
  /** "by “Strategy discussion” from 2, Referral"; empty for a first step. */
  readonly from: string;
}

/** Where a case is and has been. */
export interface CaseOnMap {
  /** The steps by their latest numbers in the case, and the next actions taken. */
  readonly route: RouteOnMap;
  readonly marks: ReadonlyMap<StepTypeId, StepMark>;
  readonly open: ReadonlySet<StepTypeId>;
  /** In the order in which the steps came in. */
  readonly lines: readonly WhereLine[];
}

function standingOf({ status }: StepState): Standing {
  switch (status) {
    case 'incoming':
    case 'started':
    case 'reopened':
      return 'open';
    case 'completed':
      return 'done';
    case 'cancelled':
      return 'cancelled';
    default:
      return assertNever(status);
  }
}

/** The days of a step: "1 July to 10 July", "came in 1 July", "started 1 July". */
function daysOf({ status, incoming, started, completed, cancelledFor }: StepState, on: string): string {
  const day = (iso: string): string => dayInWords(iso, on);
  if (status === 'cancelled') return `cancelled${cancelledFor === '' ? '' : `: ${cancelledFor}`}`;
  if (started === null) return `came in ${day(incoming)}, not started`;
  if (completed === null || status === 'reopened') return `started ${day(started)}`;
  return started === completed ? day(started) : `${day(started)} to ${day(completed)}`;
}

function whereLines({ index, state, on }: Told): readonly WhereLine[] {
  const names = stepNames(index, state);
  const numbers = new Map(state.steps.map(({ key }, at) => [key, at + 1]));
  return state.steps.map((step, at) => {
    const label = step.by === null ? '' : index.nextActions.get(step.by)?.label || step.by;
    const from = step.from === null ? '' : `${numbers.get(step.from) ?? ''}, ${names.get(step.from) ?? step.from}`;
    return {
      number: at + 1,
      key: step.key,
      name: names.get(step.key) ?? step.key,
      standing: standingOf(step),
      says: daysOf(step, on),
      from: from === '' ? '' : `by “${label}” from ${from}`,
    };
  });
}

function markOf(steps: readonly StepState[], on: string): StepMark {
  const standings = steps.map(standingOf);
  const standing = STANDINGS.find((word) => standings.includes(word)) ?? 'done';
  const { sign, word } = STANDING_WORDS[standing];
  const done = standings.filter((one) => one === 'done').length;
  const alike = standings.filter((one) => one === standing).length;
  const many = alike > 1 && standing !== 'cancelled' ? ` ×${alike}` : '';
  const before = standing === 'open' && done > 0 ? `, done ${done === 1 ? 'once' : `${done} times`} before` : '';
  const last = steps.findLast((step) => standingOf(step) === standing);
  const days = last === undefined ? '' : `, ${daysOf(last, on)}`;
  return {
    standing,
    text: `${sign} ${word}${many}`,
    says: `${word}${days}${before}${standing === 'done' && done > 1 ? `, ${done} times in all` : ''}`,
  };
}

/** No step of the map has more numbers than this: what comes round often shows the latest. */
const MOST_NUMBERS = 3;

/** Where a case is and has been, for the map and for the list beside it. */
export function caseOnMap(told: Told): CaseOnMap {
  const { state, on } = told;
  const numbers = new Map<StepTypeId, readonly number[]>();
  for (const [at, { stepType }] of state.steps.entries())
    numbers.set(stepType, [...(numbers.get(stepType) ?? []), at + 1].slice(-MOST_NUMBERS));
  const byType = groupBy(state.steps, ({ stepType }) => stepType);
  return {
    route: { numbers, nextActions: new Set(state.steps.flatMap(({ taken }) => taken)) },
    marks: new Map([...byType].map(([stepType, steps]) => [stepType, markOf(steps, on)])),
    open: new Set(openSteps(state).map(({ stepType }) => stepType)),
    lines: whereLines(told),
  };
}

/** The step of the case that a step type on the map stands for: the first that is open, else the latest; null where it has none. */
export function stepToChoose({ state }: Told, stepType: StepTypeId): string | null {
  const own = state.steps.filter((step) => step.stepType === stepType);
  return (own.find((step) => standingOf(step) === 'open') ?? own.at(-1))?.key ?? null;
}
