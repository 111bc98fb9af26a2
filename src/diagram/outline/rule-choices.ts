import { describeRules } from '#diagram/describe-next-action.ts';
import type { FormId, NextActionId, QuestionCode, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, NextActionRule, Question } from '#model/workspace.ts';

/** A question of the step that a rule may ask. */
export interface RuleQuestion {
  readonly key: string;
  readonly form: FormId;
  readonly question: QuestionCode;
  readonly words: string;
  /** The answers that it can have; empty where anybody may write anything. */
  readonly answers: readonly string[];
}

/** What the rules of a next action can be made of. */
export interface RuleChoices {
  readonly groups: readonly string[];
  readonly others: readonly { readonly id: NextActionId; readonly label: string }[];
  readonly questions: readonly RuleQuestion[];
}

function answersOf(index: WorkspaceIndex, { type, lookup }: Question): readonly string[] {
  if (type === 'yes-no') return ['Yes', 'No'];
  return lookup === null ? [] : (index.answersOfLookup.get(lookup) ?? []).map(({ answer }) => answer);
}

/** Types whose answer somebody chooses: what a rule can ask for. */
const CHOSEN: readonly Question['type'][] = ['choice', 'multi-choice', 'yes-no'];

function questionsOf(index: WorkspaceIndex, step: StepTypeId): readonly RuleQuestion[] {
  return (index.formsOfStep.get(step) ?? []).flatMap(({ form }) =>
    (index.questionsOfForm.get(form) ?? [])
      .filter(({ type }) => CHOSEN.includes(type))
      .map((question) => ({
        key: `${form}/${question.code}`,
        form,
        question: question.code,
        words: `${question.text || question.code} (${index.forms.get(form)?.title || form})`,
        answers: answersOf(index, question),
      })),
  );
}

const groupsIn = ({ rules }: NextAction): readonly string[] =>
  rules.flatMap((rule) => (rule.kind === 'one-of' ? [rule.group] : []));

export function ruleChoices(index: WorkspaceIndex, action: NextAction): RuleChoices {
  const siblings = index.nextActionsFrom.get(action.from) ?? [];
  return {
    groups: [...new Set(siblings.flatMap(groupsIn))],
    others: siblings.filter(({ id }) => id !== action.id).map(({ id, label }) => ({ id, label: label || id })),
    questions: questionsOf(index, action.from),
  };
}

/** One rule of a next action in words. */
export const ruleInWords = (index: WorkspaceIndex, action: NextAction, rule: NextActionRule): string =>
  describeRules(index, { ...action, rules: [rule], delayDays: null }).join('; ');

/** Why a rule cannot be added to those there are; null where it can. */
export function refuseRule(rules: readonly NextActionRule[], rule: NextActionRule): string | null {
  const isThere = rules.some((other) => JSON.stringify(other) === JSON.stringify(rule));
  if (isThere) return 'The next action has this rule already.';
  if (rule.kind === 'one-of' && rule.group.trim() === '') return 'Name the group, or choose one.';
  if (rule.kind === 'one-of' && /[;":]/u.test(rule.group)) return 'A group’s name cannot hold ; : or quotes.';
  if (rule.kind === 'mandatory-if' && rule.answer.trim() === '') return 'Say which answer makes it mandatory.';
  return null;
}
