import { type ActivityDefinition, type StepDefinition, stepDefinitions } from '#machine/step-definition.ts';
import { type Choice, smallestChoiceWith } from '#model/choices.ts';
import type { NextActionId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, Question } from '#model/workspace.ts';
import { type Forms, formsOf } from './allowed-answers.ts';
import { type Goal, goalKey } from './generated-cases.ts';
import { sheetFor } from './step-sheet.ts';

/** A question to be answered in a step, and the goals that this reaches. */
export interface Wanted {
  readonly question: Question;
  readonly goals: readonly string[];
}

/** What the planning of cases knows of one step type. */
export interface PlannedStep {
  readonly definition: StepDefinition;
  /** Legal choices that answers allow: for each next action that can be taken, a small one with it; and the smallest. */
  readonly options: readonly Choice[];
  /** Next actions that some option takes. */
  readonly takeable: readonly NextAction[];
  /** Questions wanted of it that can be shown in it. */
  readonly wanted: readonly Wanted[];
}

/** All that planning cases of a workspace needs, worked out once. */
export interface World {
  readonly index: WorkspaceIndex;
  readonly forms: Forms;
  readonly goals: readonly Goal[];
  readonly steps: ReadonlyMap<StepTypeId, PlannedStep>;
  readonly definitions: ReadonlyMap<StepTypeId, StepDefinition>;
}

/** How many next actions may be added to a choice because answers that must be given ask for them. */
const MOST_ASKED_FOR = 3;

/** The choice itself where answers allow it, else those with the next actions that must be chosen beside it. */
function allowedChoices(forms: Forms, definition: StepDefinition, choice: Choice, left: number): readonly Choice[] {
  if (sheetFor(forms, definition, choice, []) !== null) return [choice];
  if (left === 0) return [];
  return definition.nextActions
    .filter((action) => !choice.includes(action) && action.rules.some(({ kind }) => kind === 'mandatory-if'))
    .flatMap((action) => {
      const larger = smallestChoiceWith(definition.nextActions, [...choice, action]);
      return larger === null ? [] : allowedChoices(forms, definition, larger, left - 1);
    });
}

const choiceKey = (choice: Choice): string => choice.map(({ id }) => id).join('\n');

function optionsOf(index: WorkspaceIndex, forms: Forms, definition: StepDefinition): readonly Choice[] {
  const { stepType, nextActions } = definition;
  const live = index.choices.get(stepType.id)?.live ?? [];
  const least = [[], ...live.map((action) => [action])]
    .map((wanted) => smallestChoiceWith(nextActions, wanted))
    .filter((choice) => choice !== null && (choice.length > 0 || stepType.mayEnd));
  const allowed = least.flatMap((choice) =>
    choice === null ? [] : allowedChoices(forms, definition, choice, MOST_ASKED_FOR),
  );
  return [...new Map(allowed.map((choice) => [choiceKey(choice), choice])).values()];
}

/** Whether a question can be shown in a step that is finished somehow; a step that never is can be answered all the same. */
function canBeShown(forms: Forms, definition: StepDefinition, options: readonly Choice[], question: Question): boolean {
  const choices = options.length === 0 ? [null] : options;
  return choices.some((choice) => (sheetFor(forms, definition, choice, [question])?.shown.length ?? 0) > 0);
}

type GoalsOfForm = ReadonlyMap<string, readonly Extract<Goal, { kind: 'question' }>[]>;

function wantedIn({ activity, questions }: ActivityDefinition, goals: GoalsOfForm): readonly Wanted[] {
  const ofForm = goals.get(activity.form) ?? [];
  return ofForm.length === 0
    ? []
    : questions.flatMap((question) => {
        const own = ofForm.filter(
          (goal) => goal.question === question.code && (goal.stepType ?? activity.stepType) === activity.stepType,
        );
        return own.length === 0 ? [] : [{ question, goals: own.map(goalKey) }];
      });
}

export function worldOf(index: WorkspaceIndex, goals: readonly Goal[]): World {
  const forms = formsOf(index);
  const definitions = stepDefinitions(index);
  const byForm = new Map<string, Extract<Goal, { kind: 'question' }>[]>();
  for (const goal of goals)
    if (goal.kind === 'question') byForm.set(goal.form, [...(byForm.get(goal.form) ?? []), goal]);
  const steps = new Map<StepTypeId, PlannedStep>();
  for (const [id, definition] of definitions) {
    const options = optionsOf(index, forms, definition);
    const taken = new Set<NextActionId>(options.flat().map((action) => action.id));
    steps.set(id, {
      definition,
      options,
      takeable: definition.nextActions.filter((action) => taken.has(action.id)),
      wanted: definition.activities
        .flatMap((activity) => wantedIn(activity, byForm))
        .filter(({ question }) => canBeShown(forms, definition, options, question)),
    });
  }
  return { index, forms, goals, steps, definitions };
}

/** The step type to which a next action leads; null: to the end, or nobody knows where. */
export const targetOf = ({ to }: NextAction): StepTypeId | null => (to.kind === 'step' ? to.stepType : null);

export const actionGoal = (nextAction: NextActionId): string => goalKey({ kind: 'next-action', nextAction });

/** Tells whether one of some goals can be reached in a step. */
export const isWantedAt =
  (open: ReadonlySet<string>) =>
  ({ takeable, wanted }: PlannedStep): boolean =>
    takeable.some(({ id }) => open.has(actionGoal(id))) ||
    wanted.some(({ goals }) => goals.some((goal) => open.has(goal)));
