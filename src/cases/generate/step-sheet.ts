import type { StepDefinition } from '#machine/step-definition.ts';
import type { Choice } from '#model/choices.ts';
import type { FormId } from '#model/ids.ts';
import type { NextActionRule, Question } from '#model/workspace.ts';
import { avoiding, type Forms, type Sheet, showingAnswer, showingAnswered } from './allowed-answers.ts';

/** How one step is to be answered: what its questions are allowed, and the optional forms that are added to it. */
export interface StepSheet {
  readonly sheet: Sheet;
  readonly add: readonly FormId[];
  /** Those of the wanted questions that are surely shown. */
  readonly shown: readonly Question[];
}

type MandatoryIf = Extract<NextActionRule, { readonly kind: 'mandatory-if' }>;

const rulesOf = (actions: Choice): readonly MandatoryIf[] =>
  actions.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'mandatory-if'));

/** What is wanted of a sheet, such as that a question is shown; null where it cannot be. */
type Demand = (sheet: Sheet) => Sheet | null;

/** No answer may ask for a next action that is not chosen. */
function avoidAll(forms: Forms, sheet: Sheet, rules: readonly MandatoryIf[]): Sheet | null {
  let next: Sheet | null = sheet;
  for (const { form, question, answer } of rules) {
    const found = forms.find(form, question);
    if (found !== undefined && next !== null) next = avoiding(forms, next, found, answer);
  }
  return next;
}

interface Met {
  readonly sheet: Sheet;
  readonly met: ReadonlySet<Demand>;
}

/** The sheet with one demand after the other, those left out that cannot be met beside the ones before. */
function meet(demands: readonly Demand[], isPossible: (sheet: Sheet) => boolean): Met {
  const met = new Set<Demand>();
  let sheet: Sheet = new Map();
  for (const demand of demands) {
    const next = demand(sheet);
    if (next === null || (next !== sheet && !isPossible(next))) continue;
    met.add(demand);
    sheet = next;
  }
  return { sheet, met };
}

function wishesOf(forms: Forms, rules: readonly MandatoryIf[]): readonly Demand[] {
  return rules.map(({ form, question, answer }) => {
    const found = forms.find(form, question);
    return (sheet) => (found === undefined ? null : showingAnswer(forms, sheet, found, answer));
  });
}

/** Which forms a step has when some of its questions are wanted. */
function presentForms({ activities }: StepDefinition, wanted: readonly Question[]) {
  const mandatory = new Set(activities.flatMap(({ activity }) => (activity.mandatory ? [activity.form] : [])));
  const add = activities
    .map(({ activity }) => activity.form)
    .filter((form) => !mandatory.has(form) && wanted.some((question) => question.form === form));
  return { add, isThere: ({ form }: MandatoryIf): boolean => mandatory.has(form) || add.includes(form) };
}

/**
 * How a step is answered when a legal choice of its next actions is made: no answer asks for another next action, those
 * that ask for a chosen one are given, and as many as can be of the wanted questions are shown. Null where the answers
 * that must be given rule the choice out. Choice null: the step is not finished, so that no answer matters.
 */
export function sheetFor(
  forms: Forms,
  definition: StepDefinition,
  choice: Choice | null,
  wanted: readonly Question[],
): StepSheet | null {
  const { add, isThere } = presentForms(definition, wanted);
  const others = choice === null ? [] : definition.nextActions.filter((action) => !choice.includes(action));
  const avoided = rulesOf(others).filter(isThere);
  const isPossible = (sheet: Sheet): boolean => avoidAll(forms, sheet, avoided) !== null;
  if (!isPossible(new Map())) return null;
  const named = new Set(avoided.map(({ question }) => question));
  const wishes = wishesOf(forms, rulesOf(choice ?? []).filter(isThere));
  const shows = wanted.map((question): Demand => {
    const isPlain = question.shownIf.length === 0 && !named.has(question.code);
    return (sheet) => (isPlain ? sheet : showingAnswered(forms, sheet, question));
  });
  const shownBy = ({ met }: Met): readonly Question[] => wanted.filter((_, at) => met.has(shows[at] ?? never));
  const tidy = meet([...wishes, ...shows], isPossible);
  const eager = shownBy(tidy).length === wanted.length ? tidy : meet([...shows, ...wishes], isPossible);
  const best = shownBy(eager).length > shownBy(tidy).length ? eager : tidy;
  const sheet = avoidAll(forms, best.sheet, avoided);
  return sheet === null ? null : { sheet, add, shown: shownBy(best) };
}

const never: Demand = () => null;
