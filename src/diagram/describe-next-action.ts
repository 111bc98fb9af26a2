import { assertNever } from '#model/assert.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, NextActionRule } from '#model/workspace.ts';
import { nameOfStep } from './describe-step.ts';

/** Where a next action leads, in words. */
export function describeTarget(index: WorkspaceIndex, action: NextAction): string {
  switch (action.to.kind) {
    case 'step':
      return nameOfStep(index, action.to.stepType);
    case 'end':
      return 'the end';
    case 'unknown':
      return 'not known';
    default:
      return assertNever(action.to);
  }
}

function describeOneOf(index: WorkspaceIndex, action: NextAction, group: string): string {
  const groupSize = (index.nextActionsFrom.get(action.from) ?? []).filter((other) =>
    other.rules.some((rule) => rule.kind === 'one-of' && rule.group === group),
  ).length;
  return `at most one of ${groupSize} (group ${group})`;
}

function describeRule(index: WorkspaceIndex, action: NextAction, rule: NextActionRule): string {
  switch (rule.kind) {
    case 'always':
      return 'always made when the step is finished';
    case 'immediate':
      return 'starts before the step is finished';
    case 'one-of':
      return describeOneOf(index, action, rule.group);
    case 'requires':
      return `only together with “${index.nextActions.get(rule.nextAction)?.label ?? rule.nextAction}”`;
    case 'mandatory-if': {
      const question = index.questions.get(questionKey(rule.form, rule.question));
      return `must be chosen when “${question?.text ?? rule.question}” is ${rule.answer}`;
    }
    default:
      return assertNever(rule);
  }
}

/** The rules of a next action, each in words; one that says so when it has none. */
export function describeRules(index: WorkspaceIndex, action: NextAction): readonly string[] {
  const rules = action.rules.map((rule) => describeRule(index, action, rule));
  const delay = action.delayDays === null || action.delayDays === 0 ? [] : [`starts after ${action.delayDays} days`];
  return [...(rules.length === 0 ? ['may be chosen with others'] : rules), ...delay];
}
