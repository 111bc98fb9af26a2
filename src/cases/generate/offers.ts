import type { StepDefinition } from '#machine/step-definition.ts';
import { type Choice, smallestChoiceWith } from '#model/choices.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { Scope } from '#model/words.ts';
import type { Question } from '#model/workspace.ts';
import { type StepSheet, sheetFor } from './step-sheet.ts';
import { begunBy, type Distances, GIVEN_UP, type Ways } from './ways.ts';
import { actionGoal, type PlannedStep, type World } from './world.ts';

/** What is looked at when a choice is weighed. */
export interface Offering {
  readonly world: World;
  readonly ways: Ways;
  /** Keys of the goals still to be reached. */
  readonly open: ReadonlySet<string>;
  readonly far: Distances;
  /** How far the nearest of them is from another step of the case that is still to be done. */
  readonly nearestElsewhere: number;
  /** Scopes of which the case has begun an instance. */
  readonly begun: ReadonlySet<Scope>;
}

/** A legal choice that could be made in a step, and what it is worth. */
export interface Offer {
  readonly choice: Choice;
  readonly sheet: StepSheet;
  /** Keys of the open goals that it reaches. */
  readonly reaches: readonly string[];
  /** Keys of all goals that it surely reaches. */
  readonly does: readonly string[];
  readonly score: number;
  /** Steps from here to the end of everything that it begins, this step left out. */
  readonly length: number;
  /** How far the nearest open goal is from the steps that it begins. */
  readonly nearest: number;
  /** The length, with a step that has to be given up counted as a very long way. */
  readonly cost: number;
}

const FOR_NEXT_ACTION = 10;
const FOR_QUESTIONS = 7;
const FOR_QUESTION = 3;
const MOST_QUESTIONS = 5;
const FOR_BEING_NEAR = 8;
const NEARNESS_FADES = 0.85;
const FOR_STEP_TO_END = 0.2;
const FOR_GIVING_UP = 6;
const FOR_ANOTHER_INSTANCE = 2;

const nearestOf = ({ far }: Offering, next: readonly StepTypeId[]): number =>
  Math.min(...next.map((id) => far.get(id) ?? Number.POSITIVE_INFINITY));

/** What it is worth to come near to a goal, where no other branch of the case does so anyway. */
function worthOfWay(offering: Offering, next: readonly StepTypeId[]): number {
  const nearest = nearestOf(offering, next);
  return nearest < offering.nearestElsewhere ? FOR_BEING_NEAR * NEARNESS_FADES ** nearest : 0;
}

/** Of these a child has one at a time: another episode only where the one before came to no assessment or more. */
function isDoubled(begun: ReadonlySet<Scope>, scope: Scope): boolean {
  if (scope === 'referral') return begun.has(scope) && begun.size > 1;
  return (scope === 'cin-plan' || scope === 'protection-plan') && begun.has(scope);
}

function worthOf(offering: Offering, choice: Choice, actions: number, questions: number): number {
  const next = begunBy(choice);
  const { world, ways, begun } = offering;
  const again = next.filter((id) =>
    world.steps.get(id)?.definition.stepType.opens.some((scope) => isDoubled(begun, scope)),
  );
  return (
    actions * FOR_NEXT_ACTION +
    (questions > 0 ? FOR_QUESTIONS + FOR_QUESTION * Math.min(questions, MOST_QUESTIONS) : 0) +
    worthOfWay(offering, next) -
    FOR_STEP_TO_END * next.reduce((sum, id) => sum + ways.length(id), 0) -
    FOR_GIVING_UP * next.reduce((sum, id) => sum + ways.givenUp(id), 0) -
    FOR_ANOTHER_INSTANCE * again.length
  );
}

/** The goals behind the questions that are surely answered, wanted at the time or not. */
function surelyAnswered({ forms }: World, { definition, wanted }: PlannedStep, sheet: StepSheet): readonly string[] {
  const there = new Set<string>(sheet.add);
  for (const { activity } of definition.activities) if (activity.mandatory) there.add(activity.form);
  return wanted
    .filter(
      ({ question }) =>
        sheet.shown.includes(question) ||
        (question.shownIf.length === 0 &&
          there.has(question.form) &&
          forms.allowed(sheet.sheet, question).answers.length > 0),
    )
    .flatMap(({ goals }) => goals);
}

/** A sheet with as many of the wanted questions as can be: an optional form on which something is in the way is left out. */
function fullestSheet(
  { forms }: World,
  definition: StepDefinition,
  choice: Choice,
  wanted: readonly Question[],
): StepSheet | null {
  const whole = sheetFor(forms, definition, choice, wanted);
  if (whole !== null || wanted.length === 0) return whole;
  let kept: readonly Question[] = [];
  for (const form of new Set(wanted.map((question) => question.form))) {
    const more = [...kept, ...wanted.filter((question) => question.form === form)];
    if (sheetFor(forms, definition, choice, more) !== null) kept = more;
  }
  return sheetFor(forms, definition, choice, kept);
}

function offerOf(offering: Offering, step: PlannedStep, choice: Choice): Offer | null {
  const { definition, wanted } = step;
  const { world, ways, open } = offering;
  const questions = wanted.filter(({ goals }) => goals.some((goal) => open.has(goal))).map(({ question }) => question);
  const sheet = fullestSheet(world, definition, choice, questions);
  if (sheet === null) return null;
  const actions = choice.map(({ id }) => actionGoal(id));
  const answered = surelyAnswered(world, step, sheet);
  const isOpen = (goal: string): boolean => open.has(goal);
  const next = begunBy(choice);
  const length = next.reduce((sum, id) => sum + ways.length(id), 0);
  const does = [...new Set([...actions, ...answered])];
  return {
    choice,
    sheet,
    reaches: does.filter(isOpen),
    does,
    score: worthOf(offering, choice, actions.filter(isOpen).length, answered.filter(isOpen).length),
    length,
    nearest: nearestOf(offering, next),
    cost: length + GIVEN_UP * next.reduce((sum, id) => sum + ways.givenUp(id), 0),
  };
}

/** A choice with one open next action after the other added to it, as far as that is legal and answers allow it. */
function withOpenActions({ world, open }: Offering, { definition, takeable }: PlannedStep, choice: Choice): Choice {
  let larger = choice;
  for (const action of takeable) {
    if (larger.includes(action) || !open.has(actionGoal(action.id))) continue;
    const more = smallestChoiceWith(definition.nextActions, [...larger, action]);
    if (more !== null && sheetFor(world.forms, definition, more, []) !== null) larger = more;
  }
  return larger;
}

/** What could be done in a step: each of its small choices, and the same with whatever open next actions go with it. */
export function offersAt(offering: Offering, step: PlannedStep): readonly Offer[] {
  return step.options.flatMap((choice) => {
    const larger = withOpenActions(offering, step, choice);
    const choices = larger.length === choice.length ? [choice] : [choice, larger];
    return choices.flatMap((each) => offerOf(offering, step, each) ?? []);
  });
}
