import { assertNever } from '#model/assert.ts';
import { asWord, formId, nextActionId, questionCode, type StepTypeId, stepTypeId } from '#model/ids.ts';
import { CLOCK_BASES, CLOCK_UNITS, PER, SCOPES } from '#model/words.ts';
import type { Clock, NextAction, NextActionRule, RowRef, StepType, Target } from '#model/workspace.ts';
import type { JsonReader } from './read-json.ts';

const RULE_KINDS = ['always', 'immediate', 'one-of', 'requires', 'mandatory-if', ''] as const;

const readRow = (reader: JsonReader): RowRef => ({ file: reader.text('file', ''), row: reader.number('row') ?? 0 });

function readClock(step: JsonReader): Clock | null {
  if (!step.has('clock') || step.raw('clock') === null) return null;
  const clock = step.inside('clock');
  const length = clock.number('length');
  if (length === null) return null;
  return {
    length,
    unit: clock.word('unit', CLOCK_UNITS, 'days'),
    from: clock.text('from', ''),
    basis: clock.word('basis', CLOCK_BASES, 'local'),
  };
}

/** What a state says about itself where its `meta` does not. */
export interface StateWords {
  readonly key: string;
  readonly name: string;
  readonly isInitial: boolean;
}

/** A step type from the `meta.stepType` of a state, with the defaults of an empty row for what is not said. */
export const readStepType = (step: JsonReader, { key, name, isInitial }: StateWords): StepType => ({
  id: stepTypeId(step.text('id', key)),
  name: step.text('name', name),
  workflow: step.text('workflow', ''),
  roles: step.texts('roles'),
  mayStart: step.flag('mayStart', isInitial),
  mayEnd: step.flag('mayEnd', false),
  opens: step.texts('opens').flatMap((scope) => asWord(SCOPES, scope) ?? []),
  per: step.word('per', PER, 'child'),
  team: step.text('team', ''),
  clock: readClock(step),
  completedPerYear: step.number('completedPerYear'),
  notes: step.text('notes', ''),
  at: readRow(step.inside('at')),
});

function readRule(rule: JsonReader): readonly NextActionRule[] {
  const kind = rule.word('kind', RULE_KINDS, '');
  switch (kind) {
    case 'always':
    case 'immediate':
      return [{ kind }];
    case 'one-of':
      return [{ kind, group: rule.text('group', '') }];
    case 'requires':
      return [{ kind, nextAction: nextActionId(rule.text('nextAction', '')) }];
    case 'mandatory-if':
      return [
        {
          kind,
          form: formId(rule.text('form', '')),
          question: questionCode(rule.text('question', '')),
          answer: rule.text('answer', ''),
        },
      ];
    case '':
      return [];
    default:
      return assertNever(kind);
  }
}

/** Where a transition stands: what its `meta` may leave out, and what the chart's own shape decides. */
export interface TransitionWords {
  readonly key: string;
  readonly label: string;
  readonly from: StepTypeId;
  readonly to: Target;
  /** The guard of a transition that has no rules of ours; empty: none. */
  readonly guard: string;
}

/** A next action from the `meta.nextAction` of a transition. Where it leads is what the chart shows. */
export const readNextAction = (action: JsonReader, words: TransitionWords): NextAction => ({
  id: nextActionId(action.text('id', words.key)),
  label: action.text('label', words.label),
  from: words.from,
  to: words.to,
  rules: action.list('rules').flatMap(readRule),
  delayDays: action.number('delayDays'),
  isNfa: action.flag('isNfa', false),
  timesUsed: action.number('timesUsed'),
  notes: action.text('notes', words.guard === '' ? '' : `Guard in the chart: ${words.guard}`),
  at: readRow(action.inside('at')),
});
