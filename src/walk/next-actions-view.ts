import { describeTarget } from '#diagram/describe-next-action.ts';
import { count } from '#diagram/describe-step.ts';
import { listOf, quoted } from '#diagram/thread/thread-words.ts';
import { whatHoldsBack } from '#machine/holds-back.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { type HeldBack, type StepState, screenKey } from '#machine/step-values.ts';
import { assertNever } from '#model/assert.ts';
import { hasRule } from '#model/choices.ts';
import { addDays } from '#model/dates.ts';
import type { NextActionId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, NextActionRule } from '#model/workspace.ts';
import { dayInWords } from './days.ts';
import type { Looked } from './field-view.ts';
import { type CasePlace, questionPlace } from './lit.ts';
import { describeRefusal } from './refusal-words.ts';

/** One next action of a step, as it may be chosen. */
export interface NextActionView {
  readonly id: NextActionId;
  /** Where its taking stands on the record. */
  readonly place: CasePlace;
  readonly label: string;
  /** "to Child and family assessment, scheduled for 22 July"; "the end". */
  readonly leads: string;
  /** Its rules in words. */
  readonly rules: readonly string[];
  readonly isTaken: boolean;
  /** Made whenever the step is completed: nobody has to choose it. */
  readonly isAlways: boolean;
  /** May start before the step is completed. */
  readonly isImmediate: boolean;
  /** Why it cannot be chosen, ever or any more; empty: it can. */
  readonly never: string;
}

/** Next actions that are chosen together: at most one of them, or any. */
export interface NextActionGroup {
  readonly key: string;
  readonly kind: 'one-of' | 'any';
  /** "One of these 5", "Any of these". */
  readonly says: string;
  readonly actions: readonly NextActionView[];
}

/** What keeps a step from being completed, and where to put it right. */
export interface HoldingBack {
  readonly says: string;
  /** The field to go to, or the next action. */
  readonly place: CasePlace;
}

export interface NextActionsView {
  readonly groups: readonly NextActionGroup[];
  /** Rules on next actions first, then questions in their order. */
  readonly holdsBack: readonly HoldingBack[];
  /** Why the step can never come to an end; empty: it can. */
  readonly neverEnds: string;
}

const groupOf = ({ rules }: NextAction): string => rules.find((rule) => rule.kind === 'one-of')?.group ?? '';
const named = ({ label, id }: NextAction): string => `“${label || id}”`;

type Held = (rule: NextActionRule) => boolean;

function describeRule(index: WorkspaceIndex, rule: NextActionRule, holds: Held): string {
  switch (rule.kind) {
    case 'always':
      return 'always made when the step is completed';
    case 'immediate':
      return 'may start at once, before the step is completed';
    case 'one-of':
      return '';
    case 'requires': {
      const required = index.nextActions.get(rule.nextAction);
      return `only with ${required === undefined ? `“${rule.nextAction}”` : named(required)}`;
    }
    case 'mandatory-if': {
      const question = index.questions.get(questionKey(rule.form, rule.question));
      const says = `${quoted(question ?? { text: '', code: rule.question })} is ${rule.answer}`;
      return holds(rule) ? `must be chosen because ${says}` : `must be chosen if ${says}`;
    }
    default:
      return assertNever(rule);
  }
}

/** The next action and all that it needs, and theirs; null where one of them is not of this step. */
function withNeeded(definition: StepDefinition, action: NextAction): readonly NextAction[] | null {
  const needed = new Set([action]);
  for (const { rules } of needed)
    for (const rule of rules) {
      if (rule.kind !== 'requires') continue;
      const other = definition.nextActions.find(({ id }) => id === rule.nextAction);
      if (other === undefined) return null;
      needed.add(other);
    }
  return [...needed];
}

/** Why no legal choice contains a next action, in words. */
function whyNever(definition: StepDefinition, action: NextAction): string {
  const needed = withNeeded(definition, action);
  if (needed === null) return 'It can never be chosen: it needs a next action that this step does not have.';
  const always = definition.nextActions.filter((other) => hasRule(other, 'always'));
  const together = [...new Set([...needed, ...always])];
  const shared = [...groupBy(together, (one) => groupOf(one) || null).values()].find((group) => group.length > 1);
  const names = listOf((shared ?? together).map(named));
  return `It can never be chosen: ${names} would have to be chosen together, and at most one of them may be.`;
}

/** Why a next action cannot be chosen beside what was taken, in words; empty where it can. */
function whyNotNow({ nextActions }: StepDefinition, { taken }: StepState, action: NextAction): string {
  const group = groupOf(action);
  if (group === '' || taken.includes(action.id)) return '';
  const other = nextActions.find((one) => groupOf(one) === group && taken.includes(one.id));
  return other === undefined ? '' : `${named(other)} was taken already, and at most one of these may be.`;
}

/** Why a step of the type stays open for ever, in words; empty where it can be completed. */
function whyNeverEnds(index: WorkspaceIndex, definition: StepDefinition): string {
  const { stepType, nextActions } = definition;
  const choices = index.choices.get(stepType.id);
  if (choices === undefined || choices.smallest.length > 0) return '';
  const stays = 'This step can never be completed: it stays open until somebody cancels it.';
  return nextActions.length === 0
    ? `${stays} No next action leads out of it, and it may not end without one.`
    : `${stays} No choice of its next actions keeps all of their rules.`;
}

function describeLeads(index: WorkspaceIndex, action: NextAction, on: string): string {
  const target = describeTarget(index, action);
  const day = action.delayDays === null || action.delayDays === 0 ? '' : dayInWords(addDays(on, action.delayDays), on);
  if (action.to.kind === 'end') return action.isNfa ? 'ends here, no further action' : 'ends here';
  if (action.to.kind === 'unknown') return 'leads to a step nobody has named';
  return day === '' ? `to ${target}` : `to ${target}, scheduled for ${day}`;
}

const isBrokenRule = (held: HeldBack): held is Exclude<HeldBack, { readonly kind: 'mandatory-question' }> =>
  held.kind !== 'mandatory-question';

/** Rules that hold by the answers given: the next action must be chosen. */
function holdsNow(definition: StepDefinition, step: StepState): Held {
  const broken = whatHoldsBack(definition, { ...step, taken: [] }, []).filter(isBrokenRule);
  return (rule) => broken.some((one) => one.kind !== 'nothing-chosen' && one.rule === rule);
}

function toView(looked: Looked, definition: StepDefinition, action: NextAction, holds: Held): NextActionView {
  const { index, step, on } = looked;
  const isLive = index.choices.get(definition.stepType.id)?.live.includes(action) !== false;
  return {
    id: action.id,
    place: `${step.key} ${screenKey('next-action', action.id)}`,
    label: action.label || action.id,
    leads: describeLeads(index, action, on),
    rules: action.rules.map((rule) => describeRule(index, rule, holds)).filter((says) => says !== ''),
    isTaken: step.taken.includes(action.id),
    isAlways: hasRule(action, 'always'),
    isImmediate: hasRule(action, 'immediate'),
    never: isLive ? whyNotNow(definition, step, action) : whyNever(definition, action),
  };
}

function describeGroup(group: string, actions: readonly NextActionView[], isAlone: boolean): string {
  if (group === '') return isAlone ? 'Any of these' : 'Any of these as well';
  return actions.length === 1 ? 'This or none' : `One of these ${count(actions.length, 'next action')}`;
}

function groupsOf(definition: StepDefinition, views: readonly NextActionView[]): readonly NextActionGroup[] {
  const word = new Map(definition.nextActions.map((action) => [action.id, groupOf(action)]));
  const groups = groupBy(views, ({ id }) => word.get(id) ?? '');
  return [...groups]
    .toSorted(([one], [other]) => Number(one === '') - Number(other === ''))
    .map(([group, actions]) => ({
      key: group,
      kind: group === '' ? 'any' : 'one-of',
      says: describeGroup(group, actions, groups.size === 1),
      actions,
    }));
}

function placeOfHeld(step: StepState, held: HeldBack): CasePlace {
  if (held.kind === 'mandatory-question') return questionPlace(step.key, held.form, held.question, held.copy);
  return held.kind === 'nothing-chosen' ? '' : `${step.key} ${screenKey('next-action', held.nextAction.id)}`;
}

/** What may follow a step: its next actions with their rules, and what holds it back with some of them chosen. */
export function nextActionsView(
  looked: Looked,
  definition: StepDefinition,
  chosen: readonly NextActionId[],
): NextActionsView {
  const { index, step } = looked;
  const holds = holdsNow(definition, step);
  const views = definition.nextActions.map((action) => toView(looked, definition, action, holds));
  return {
    groups: groupsOf(definition, views),
    holdsBack: whatHoldsBack(definition, step, chosen)
      .toSorted((one, other) => Number(isBrokenRule(other)) - Number(isBrokenRule(one)))
      .map((held) => ({ says: describeRefusal(index, held), place: placeOfHeld(step, held) })),
    neverEnds: whyNeverEnds(index, definition),
  };
}
