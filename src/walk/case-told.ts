import { longDate } from '#diagram/thread/thread-words.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import type { StepState } from '#machine/step-values.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { ChildReturn } from '#returns/child-return.ts';
import type { Told } from './entry-words.ts';
import { placeOfEntry } from './lit.ts';
import { type RecordLine, recordLines } from './record-view.ts';
import { type MissingItem, returnName, returnView, type YearView, yearView } from './return-view.ts';
import { stepNames } from './step-names.ts';
import { caseTotals, describeTotals, describeUsual } from './totals.ts';

/** One line of the record, and whether it was typed though it was known. */
export interface ToldEntry extends Pick<RecordLine, 'fact' | 'value' | 'where' | 'when' | 'about' | 'again'> {
  readonly isAgain: boolean;
}

/** One step, or what was held before the first, with what was recorded in it. */
export interface ToldStep {
  readonly name: string;
  /** "8 June 2026, completed 9 June 2026". */
  readonly when: string;
  /** Labels of the next actions taken. */
  readonly next: readonly string[];
  readonly entries: readonly ToldEntry[];
}

/** A case from its beginning to where it stands, in words: a page to read without the screen. */
export interface ToldCase {
  readonly steps: readonly ToldStep[];
  /** Facts that were typed though they were known, with how often; the most frequent first. */
  readonly again: readonly { readonly fact: string; readonly times: number }[];
  /** "71 entries typed", "11 typed again that were known", "9–31 min of entry". */
  readonly totals: readonly string[];
  readonly usual: string;
  /** The return's name; empty where the workspace has none. */
  readonly dataReturn: string;
  readonly isIncluded: boolean;
  /** How many items are sent. */
  readonly sent: number;
  readonly missing: readonly MissingItem[];
  readonly year: YearView;
}

const ENDS: Readonly<Record<StepState['status'], string>> = {
  incoming: 'not started',
  started: 'still open',
  reopened: 'opened again',
  completed: 'completed',
  cancelled: 'cancelled',
};

function describeDays({ started, incoming, completed, status, cancelledFor }: StepState): string {
  const begun = longDate(started ?? incoming);
  if (status === 'completed') return `${begun}, completed ${longDate(completed ?? '')}`;
  return `${begun}, ${ENDS[status]}${cancelledFor === '' ? '' : `: ${cancelledFor}`}`;
}

function toldSteps(told: Told, lines: readonly RecordLine[], again: ReadonlySet<string>): readonly ToldStep[] {
  const { index, state } = told;
  const names = stepNames(index, state);
  // What a path means for a fact is in codes.csv: that it was taken is no “Yes” to the fact.
  const paths = new Set(state.record.filter(({ source }) => source.kind === 'next-action').map(placeOfEntry));
  const entriesOf = (key: string | null): readonly ToldEntry[] =>
    lines
      .filter(({ step }) => step === key)
      .map(({ fact, value: said, where, when, about, again: before, place }) => {
        const isAgain = again.has(place);
        const value = paths.has(place) ? 'told by the path taken' : said;
        return { fact, value, where, when, about, again: isAgain ? before : '', isAgain };
      });
  const steps = state.steps.map((step) => ({
    name: names.get(step.key) ?? step.key,
    when: describeDays(step),
    next: step.taken.map((id) => index.nextActions.get(id)?.label || id),
    entries: entriesOf(step.key),
  }));
  const held = entriesOf(null);
  return held.length === 0
    ? steps
    : [{ name: 'Held before the first step', when: '', next: [], entries: held }, ...steps];
}

function timesAgain(steps: readonly ToldStep[]): ToldCase['again'] {
  const times = new Map<string, number>();
  for (const { fact, isAgain } of steps.flatMap(({ entries }) => entries))
    if (isAgain) times.set(fact, (times.get(fact) ?? 0) + 1);
  return [...times].map(([fact, count]) => ({ fact, times: count })).toSorted((a, b) => b.times - a.times);
}

/** Tells a case: what was recorded, what was typed again, and what the return holds of it. */
export function tellCase(
  told: Told,
  definitions: ReadonlyMap<StepTypeId, StepDefinition>,
  child: ChildReturn,
): ToldCase {
  const { index, state } = told;
  const totals = caseTotals(index, definitions, state);
  const steps = toldSteps(told, recordLines(told), new Set(totals.again));
  const { lines, missing } = returnView(told, child);
  return {
    steps,
    again: timesAgain(steps),
    totals: describeTotals(totals).map(({ figure, words }) => `${figure} ${words}`),
    usual: describeUsual(totals),
    dataReturn: returnName(index),
    isIncluded: child.isIncluded,
    sent: lines.filter(({ kind, state: is }) => kind === 'item' && is === 'sent').length,
    missing,
    year: yearView(told, child),
  };
}
