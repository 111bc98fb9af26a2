import { type CaseState, openSteps } from '#machine/case-values.ts';
import type { StepState } from '#machine/step-values.ts';
import { assertNever } from '#model/assert.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { StepType } from '#model/workspace.ts';
import { type ClockView, clockView } from './clock-view.ts';
import { dayInWords } from './days.ts';
import { stepNames } from './step-names.ts';

/** One step of the case in the work list. */
export interface WorkItem {
  /** Key of the step. */
  readonly key: string;
  readonly name: string;
  readonly status: StepState['status'];
  /** "Started 1 July"; "Came in 30 June, put off to 14 July". */
  readonly says: string;
  /** Which step's next action began it: "from Referral"; empty for a first step. */
  readonly from: string;
  readonly clock: ClockView | null;
  /** The day for which it is put off, where that is still to come; ISO. */
  readonly putOffTo: string | null;
}

/** A step type that a case may begin with. */
export interface FirstStep {
  readonly stepType: StepType['id'];
  readonly name: string;
  /** Null: nobody chooses a source when it begins. Otherwise the sources that are known. */
  readonly sources: readonly string[] | null;
}

/** The steps of a case as a person's work: what is to be done, what is done, what was cancelled. */
export interface WorkList {
  readonly open: readonly WorkItem[];
  /** The latest first. */
  readonly done: readonly WorkItem[];
  readonly cancelled: readonly WorkItem[];
}

function describeStatus(step: StepState, on: string): string {
  const { status, incoming, scheduled, started, completed, cancelledFor } = step;
  const day = (iso: string | null): string => dayInWords(iso ?? incoming, on);
  switch (status) {
    case 'incoming': {
      const putOff = scheduled === null ? '' : `, scheduled for ${day(scheduled)}`;
      return `Came in ${day(incoming)}${putOff === '' ? ', not started' : putOff}`;
    }
    case 'started':
      return `Started ${day(started)}`;
    case 'reopened':
      return `Opened again, started ${day(started)}`;
    case 'completed':
      return `Completed ${day(completed)}`;
    case 'cancelled':
      return `Cancelled${cancelledFor === '' ? '' : `: ${cancelledFor}`}`;
    default:
      return assertNever(status);
  }
}

/** A step of the case, as its work stands on a day. */
export function workItem(index: WorkspaceIndex, state: CaseState, step: StepState, on: string): WorkItem {
  const names = stepNames(index, state);
  const isWaiting = step.status === 'incoming' && step.scheduled !== null && step.scheduled > on;
  return {
    key: step.key,
    name: names.get(step.key) ?? step.key,
    status: step.status,
    says: describeStatus(step, on),
    from: step.from === null ? '' : `from ${names.get(step.from) ?? step.from}`,
    clock: step.status === 'cancelled' ? null : clockView(index, state, step, on),
    putOffTo: isWaiting ? step.scheduled : null,
  };
}

/** The steps of a case on a day. Open ones stand in the order in which they came in. */
export function workList(index: WorkspaceIndex, state: CaseState, on: string): WorkList {
  const items = (steps: readonly StepState[]): readonly WorkItem[] =>
    steps.map((step) => workItem(index, state, step, on));
  const byCompletion = (one: StepState, other: StepState): number =>
    (other.completed ?? '').localeCompare(one.completed ?? '') || state.steps.indexOf(other) - state.steps.indexOf(one);
  return {
    open: items(openSteps(state)),
    done: items(state.steps.filter(({ status }) => status === 'completed').toSorted(byCompletion)),
    cancelled: items(state.steps.filter(({ status }) => status === 'cancelled')),
  };
}

/** The sources that may be chosen when a step of a type begins, as far as codes.csv knows them; null where none is chosen. */
export function stepSources(index: WorkspaceIndex, stepType: StepType['id']): readonly string[] | null {
  const { sources, codeMappings } = index.workspace;
  const own = sources.filter(
    (source) => source.kind === 'step-source' && source.stepType === stepType && source.status !== 'ignored',
  );
  if (own.length === 0) return null;
  const lists = new Set(own.flatMap(({ ref }) => [`step-source:${stepType}`, `step-source:${ref}`]));
  const known = codeMappings.filter(({ lookup, status }) => lists.has(lookup) && status !== 'ignored');
  return [...new Set(known.map(({ answer }) => answer))];
}

/** The step types that a case, or another branch of it, may begin with. */
export const firstSteps = (index: WorkspaceIndex): readonly FirstStep[] =>
  index.workspace.stepTypes
    .filter(({ mayStart }) => mayStart)
    .map(({ id, name }) => ({ stepType: id, name: name || id, sources: stepSources(index, id) }));
