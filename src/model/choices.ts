import type { NextActionId } from './ids.ts';
import type { NextAction, NextActionRule, StepType } from './workspace.ts';

/** A set of next actions of one step type, in the order of the file. */
export type Choice = readonly NextAction[];

/** What may be chosen when a step of one type is finished, with `mandatory-if` read as "may or may not hold". */
export interface Choices {
  /** Next actions that some legal choice contains; the others start nothing. */
  readonly live: readonly NextAction[];
  /** Legal choices of which no smaller part is legal. Empty: the step can never be finished. */
  readonly smallest: readonly Choice[];
}

/** Which rule a chosen set breaks, and the next action that has the rule. `nothing-chosen` has none. */
export type BrokenRule =
  | {
      readonly kind: 'always' | 'requires' | 'one-of' | 'mandatory-if';
      readonly nextAction: NextAction;
      readonly rule: NextActionRule;
    }
  | { readonly kind: 'nothing-chosen' };

export const hasRule = (action: NextAction, kind: NextActionRule['kind']): boolean =>
  action.rules.some((rule) => rule.kind === kind);

const requiredBy = (action: NextAction): readonly NextActionId[] =>
  action.rules.flatMap((rule) => (rule.kind === 'requires' ? [rule.nextAction] : []));

const groupsOf = (action: NextAction): readonly string[] =>
  action.rules.flatMap((rule) => (rule.kind === 'one-of' ? [rule.group] : []));

function withRequired(actions: readonly NextAction[], wanted: readonly NextAction[]): Choice | null {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const chosen = new Set(wanted);
  for (const action of chosen) {
    for (const id of requiredBy(action)) {
      const required = byId.get(id);
      if (required === undefined) return null;
      chosen.add(required);
    }
  }
  return actions.filter((action) => chosen.has(action));
}

/** Whether a set of next actions, complete with what they require, breaks no `one-of`. */
export function keepsOneOf(choice: Choice): boolean {
  const groups = choice.flatMap(groupsOf);
  return new Set(groups).size === groups.length;
}

/** The smallest legal choice of a step's next actions that contains all of `wanted`; null when none does. */
export function smallestChoiceWith(actions: readonly NextAction[], wanted: readonly NextAction[]): Choice | null {
  const always = actions.filter((action) => hasRule(action, 'always'));
  const choice = withRequired(actions, [...always, ...wanted]);
  return choice !== null && keepsOneOf(choice) ? choice : null;
}

function withoutLarger(choices: readonly Choice[]): readonly Choice[] {
  const distinct = [
    ...new Map(choices.map((choice) => [choice.map((action) => action.id).join('\n'), choice])).values(),
  ];
  const isPart = (small: Choice, large: Choice): boolean =>
    small.length < large.length && small.every((action) => large.includes(action));
  return distinct.filter((choice) => !distinct.some((other) => isPart(other, choice)));
}

/** What may be chosen at a step type, given its next actions in the order of the file. */
export function choicesOf(stepType: StepType, actions: readonly NextAction[]): Choices {
  const least = actions.map((action) => smallestChoiceWith(actions, [action]));
  const live = actions.filter((_, index) => least[index] !== null);
  if (actions.some((action) => hasRule(action, 'always'))) {
    const only = smallestChoiceWith(actions, []);
    return { live, smallest: only === null ? [] : [only] };
  }
  if (stepType.mayEnd) return { live, smallest: [[]] };
  return { live, smallest: withoutLarger(least.filter((choice) => choice !== null)) };
}

function brokenBy(
  action: NextAction,
  chosen: ReadonlySet<NextAction>,
  ids: ReadonlySet<string>,
  holds: (rule: NextActionRule) => boolean,
): readonly BrokenRule[] {
  const isChosen = chosen.has(action);
  return action.rules.flatMap((rule): readonly BrokenRule[] => {
    if (rule.kind === 'always' && !isChosen) return [{ kind: 'always', nextAction: action, rule }];
    if (rule.kind === 'requires' && isChosen && !ids.has(rule.nextAction))
      return [{ kind: 'requires', nextAction: action, rule }];
    if (rule.kind === 'mandatory-if' && !isChosen && holds(rule))
      return [{ kind: 'mandatory-if', nextAction: action, rule }];
    return [];
  });
}

function brokenGroups(choice: Choice): readonly BrokenRule[] {
  const seen = new Set<string>();
  return choice.flatMap((action) =>
    action.rules.flatMap((rule): readonly BrokenRule[] => {
      if (rule.kind !== 'one-of') return [];
      if (seen.has(rule.group)) return [{ kind: 'one-of', nextAction: action, rule }];
      seen.add(rule.group);
      return [];
    }),
  );
}

/**
 * The rules that a chosen set of a step's next actions breaks; none when the choice is legal.
 * `holds` tells whether the answer that a `mandatory-if` rule names has been given.
 */
export function brokenRules(
  stepType: StepType,
  actions: readonly NextAction[],
  chosen: ReadonlySet<NextAction>,
  holds: (rule: NextActionRule) => boolean,
): readonly BrokenRule[] {
  const choice = actions.filter((action) => chosen.has(action));
  const ids = new Set<string>(choice.map((action) => action.id));
  const nothing: readonly BrokenRule[] = choice.length === 0 && !stepType.mayEnd ? [{ kind: 'nothing-chosen' }] : [];
  return [...nothing, ...actions.flatMap((action) => brokenBy(action, chosen, ids, holds)), ...brokenGroups(choice)];
}
