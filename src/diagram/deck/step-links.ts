import { nameOfStep } from '#diagram/describe-step.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Joined } from './draw-links.ts';

/** Next actions between two boxes of a map, in one or both directions. */
export interface MapLink extends Joined {
  /** The next actions that lead there, by their labels. */
  readonly words: readonly string[];
  /** Those that lead back. */
  readonly wordsBack: readonly string[];
}

/** A next action from one step to another. */
export interface Leading {
  readonly from: StepTypeId;
  readonly to: StepTypeId;
  readonly label: string;
}

/** The next actions that lead from some steps to a step. */
export const leadingFrom = (index: WorkspaceIndex, steps: Iterable<StepTypeId>): readonly Leading[] =>
  [...steps].flatMap((from) =>
    (index.nextActionsFrom.get(from) ?? []).flatMap((action) =>
      action.to.kind === 'step' ? [{ from, to: action.to.stepType, label: action.label || action.id }] : [],
    ),
  );

/** The box of a map in which a step stands; undefined where this map does not show it. */
export type BoxOf = (step: StepTypeId) => string | undefined;

interface Grown {
  readonly from: string;
  readonly to: string;
  readonly words: string[];
  readonly wordsBack: string[];
}

/** One link for each two boxes between which next actions lead, whatever their direction; those that lead on come first. */
export function linksBetween(leading: readonly Leading[], order: readonly string[], boxOf: BoxOf): readonly MapLink[] {
  const rank = new Map(order.map((id, position) => [id, position]));
  const grown = new Map<string, Grown>();
  for (const { from, to, label } of leading) {
    const [start, end] = [boxOf(from), boxOf(to)];
    if (start === undefined || end === undefined || start === end) continue;
    const isOnward = (rank.get(start) ?? 0) < (rank.get(end) ?? 0);
    const [first, second] = isOnward ? [start, end] : [end, start];
    const key = JSON.stringify([first, second]);
    const link = grown.get(key) ?? { from: first, to: second, words: [], wordsBack: [] };
    (isOnward ? link.words : link.wordsBack).push(label);
    grown.set(key, link);
  }
  const length = ({ from, to }: Grown): number => (rank.get(to) ?? 0) - (rank.get(from) ?? 0);
  const links = [...grown.values()].toSorted((one, other) => length(one) - length(other));
  return links.map(({ from, to, words, wordsBack }) =>
    words.length === 0
      ? { from: to, to: from, words: wordsBack, wordsBack: [], isBothWays: false }
      : { from, to, words, wordsBack, isBothWays: wordsBack.length > 0 },
  );
}

/** A next action in words. */
export const leadingWords = (index: WorkspaceIndex, { from, to, label }: Leading): string =>
  `${nameOfStep(index, from)}: “${label}” leads to ${nameOfStep(index, to)}.`;
