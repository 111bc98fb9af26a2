import type { CaseState } from '#machine/case-values.ts';
import { instanceOf } from '#machine/instances.ts';
import type { FactSource, StepDefinition } from '#machine/step-definition.ts';
import { type AnswerValue, type StepState, textsOf } from '#machine/step-values.ts';
import type { Item } from '#model/data-return.ts';
import type { FactId } from '#model/ids.ts';
import type { VisitDays } from './case-days.ts';
import type { CodedAnswers } from './coded-answers.ts';
import type { InventedChild } from './invented-child.ts';
import type { SoFar } from './suited-codes.ts';
import type { World } from './world.ts';

/** What the cases of one run share. */
export interface Making {
  readonly world: World;
  readonly coded: CodedAnswers;
  /** Facts that the return is made of, also those that it works others out from. */
  readonly returned: ReadonlySet<FactId>;
  /** How often something was chosen from each list: answers come in turn, so that cases differ. */
  readonly turns: Map<string, number>;
}

/** A case at one moment. */
export interface InCase {
  readonly making: Making;
  readonly child: InventedChild;
  /** The case as it stood when the step was taken up. */
  readonly state: CaseState;
}

/** The step of a case for which answers are made up. */
export interface AtStep extends InCase {
  readonly definition: StepDefinition;
  readonly days: VisitDays;
  readonly step: StepState;
  /** By fact, the tick boxes that are ticked, by `form/user code`. */
  readonly ticked: Map<string, ReadonlySet<string>>;
}

/** The next number of a list, from 0. */
export function nextTurn({ turns }: Making, list: string): number {
  const turn = turns.get(list) ?? 0;
  turns.set(list, turn + 1);
  return turn;
}

/** The next of some values, in turn; undefined where there are none. */
export const inTurn = <Value>(making: Making, list: string, values: readonly Value[]): Value | undefined =>
  values.length === 0 ? undefined : values[nextTurn(making, list) % values.length];

/** The item that a place feeds; null where it feeds none of the return. */
export function fedItem({ world }: Making, { source }: FactSource): Item | null {
  return source.use === 'feeds' ? (world.index.itemsOfFact.get(source.fact)?.[0] ?? null) : null;
}

export const soFar = ({ child, state }: InCase): SoFar => ({
  child,
  facts: new Set(state.record.map(({ fact }) => fact)),
});

/** What the case says already of one of some facts, where the step stands. */
export function knownValue({ state, step }: AtStep, sources: readonly FactSource[]): string | null {
  for (const { fact } of sources) {
    const instance = instanceOf(fact.scope, step.key, step.opened);
    const said = state.record.findLast((entry) => entry.fact === fact.id && entry.instance === instance);
    const texts = textsOf(said?.value ?? []);
    if (texts.length === 1 && texts[0] !== undefined) return texts[0];
  }
  return null;
}

/** One text alone, several as a list. */
export const asValue = (texts: readonly string[]): AnswerValue => (texts.length === 1 ? (texts[0] ?? '') : texts);
