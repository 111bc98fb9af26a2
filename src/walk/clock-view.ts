import { clockLength, count } from '#diagram/describe-step.ts';
import { type CaseState, findStep } from '#machine/case-values.ts';
import type { StepState } from '#machine/step-values.ts';
import { clockEnd, daysBetween, workingDaysBetween } from '#model/dates.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Clock } from '#model/workspace.ts';
import { dayInWords } from './days.ts';
import { stepNames } from './step-names.ts';

/** How far the clock of a step has run on a day. */
export interface ClockView {
  /** "day 9 of 45 working days"; "over the limit by 3 working days: day 48 of 45 working days". */
  readonly says: string;
  /** "since Referral, 30 June · limit 2 September". */
  readonly since: string;
  readonly isOver: boolean;
  readonly isStatutory: boolean;
  /** From 0 to 1, and more than 1 over the limit. */
  readonly share: number;
}

/** Work whose clock runs from the day it came in, not from the day somebody took it up. */
const FROM_THE_DOOR: ReadonlySet<string> = new Set(['contact', 'referral']);

/** Work that a later clock runs from when it was done: what was met about, seen or decided in it, not the day it was begun. */
const FROM_THE_OUTCOME: ReadonlySet<string> = new Set([
  'assessment',
  'section-47',
  'initial-conference',
  'review-conference',
  'core-group',
  'protection-visit',
  'cin-visit',
  'cin-review',
  'pre-proceedings',
]);

/**
 * The step whose work a clock is counted from: the nearest before it of the role; itself where it has the role and does
 * not follow on another of that role, as one visit follows on the last.
 */
function countedFrom(index: WorkspaceIndex, state: CaseState, step: StepState, role: string): StepState | null {
  const hasRole = (other: StepState): boolean => index.stepTypes.get(other.stepType)?.roles.includes(role) === true;
  const before = step.from === null ? undefined : findStep(state, step.from);
  if (hasRole(step) && (before === undefined || !hasRole(before))) return step;
  for (let at = before; at !== undefined; at = at.from === null ? undefined : findStep(state, at.from))
    if (hasRole(at)) return at;
  return null;
}

function beginningOf(origin: StepState, step: StepState, role: string): string {
  const { incoming, scheduled, started, completed } = origin;
  if (FROM_THE_DOOR.has(role)) return incoming;
  if (origin !== step && completed !== null && FROM_THE_OUTCOME.has(role)) return completed;
  return started ?? scheduled ?? incoming;
}

const used = ({ unit }: Clock, from: string, to: string): number =>
  Math.max(0, unit === 'working days' ? workingDaysBetween(from, to) : daysBetween(from, to));

interface Run {
  readonly clock: Clock;
  readonly from: string;
  readonly on: string;
  readonly end: string;
  /** Days, or working days, over the limit. */
  readonly beyond: number;
}

function describeRun({ clock, from, on, end, beyond }: Run): string {
  const noun = clock.unit === 'working days' ? 'working day' : 'day';
  const over = beyond > 0 ? `over the limit by ${count(beyond, noun)}: ` : '';
  if (clock.unit !== 'months') return `${over}day ${used(clock, from, on)} of ${clockLength(clock)}`;
  return beyond > 0
    ? `${over}${clockLength(clock)} are up`
    : `${count(daysBetween(on, end), 'day')} left of ${clockLength(clock)}`;
}

/** The clock of a step on a day; null where it has none, or nothing of the role that it runs from came before. */
export function clockView(index: WorkspaceIndex, state: CaseState, step: StepState, on: string): ClockView | null {
  const clock = index.stepTypes.get(step.stepType)?.clock ?? null;
  if (clock === null) return null;
  const origin = countedFrom(index, state, step, clock.from);
  if (origin === null) return null;
  const from = beginningOf(origin, step, clock.from);
  const to = step.completed ?? on;
  const end = clockEnd(from, clock.length, clock.unit);
  const beyond = used(clock, end, to);
  const name = origin === step ? 'this step' : (stepNames(index, state).get(origin.key) ?? origin.key);
  const whole = clock.unit === 'working days' ? clock.length : Math.max(1, daysBetween(from, end));
  return {
    says: describeRun({ clock, from, on: to, end, beyond }),
    since: `since ${name}, ${dayInWords(from, on)} · limit ${dayInWords(end, on)}`,
    isOver: beyond > 0,
    isStatutory: clock.basis === 'statutory',
    share: used(clock, from, to) / whole,
  };
}
