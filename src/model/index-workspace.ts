import { type Choices, choicesOf } from './choices.ts';
import type { DataReturn, Item } from './data-return.ts';
import type { FactId, FormId, ItemId, LookupId, NextActionId, QuestionCode, ReturnId, StepTypeId } from './ids.ts';
import type {
  Fact,
  Form,
  LookupAnswer,
  NextAction,
  Question,
  QuestionUsage,
  Review,
  Source,
  StepForm,
  StepType,
  Workspace,
} from './workspace.ts';

/** A question's whole key: `form/user code`. */
export const questionKey = (form: FormId, question: QuestionCode): string => `${form}/${question}`;

/** A workspace seen from every side that the analyses ask from, and the return that is audited. */
export interface WorkspaceIndex {
  readonly workspace: Workspace;
  /** The return audited; null when the workspace names none that is known. */
  readonly dataReturn: DataReturn | null;
  readonly stepTypes: ReadonlyMap<StepTypeId, StepType>;
  readonly nextActions: ReadonlyMap<NextActionId, NextAction>;
  readonly nextActionsFrom: ReadonlyMap<StepTypeId, readonly NextAction[]>;
  readonly choices: ReadonlyMap<StepTypeId, Choices>;
  readonly forms: ReadonlyMap<FormId, Form>;
  readonly formsOfStep: ReadonlyMap<StepTypeId, readonly StepForm[]>;
  readonly stepsOfForm: ReadonlyMap<FormId, readonly StepForm[]>;
  readonly questions: ReadonlyMap<string, Question>;
  /** By `order`, then as in the file. */
  readonly questionsOfForm: ReadonlyMap<FormId, readonly Question[]>;
  readonly answersOfLookup: ReadonlyMap<LookupId, readonly LookupAnswer[]>;
  readonly usageOfQuestion: ReadonlyMap<string, readonly QuestionUsage[]>;
  readonly facts: ReadonlyMap<FactId, Fact>;
  readonly sourcesOfFact: ReadonlyMap<FactId, readonly Source[]>;
  readonly sourcesOfQuestion: ReadonlyMap<string, readonly Source[]>;
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly itemsOfFact: ReadonlyMap<FactId, readonly Item[]>;
  readonly reviews: ReadonlyMap<string, Review>;
}

/** The values grouped by a key, each group in the order given; values without a key are left out. */
export function groupBy<Key, Value>(
  values: readonly Value[],
  key: (value: Value) => Key | null,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const of = key(value);
    if (of === null) continue;
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [value]);
    else group.push(value);
  }
  return groups;
}

const byKey = <Key, Value>(values: readonly Value[], key: (value: Value) => Key): ReadonlyMap<Key, Value> =>
  new Map(values.map((value) => [key(value), value]));

function findReturn(workspace: Workspace, wanted: ReturnId | null): DataReturn | null {
  const id = wanted ?? workspace.manifest.returns[0];
  return workspace.returns.find((candidate) => candidate.id === id) ?? null;
}

const inOrder = (questions: readonly Question[]): readonly Question[] =>
  questions.toSorted((a, b) => (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY) || 0);

type SourceLookups = Pick<WorkspaceIndex, 'sourcesOfFact' | 'sourcesOfQuestion'>;

const lookUpSources = ({ sources }: Workspace): SourceLookups => ({
  sourcesOfFact: groupBy(sources, (source) => source.fact),
  sourcesOfQuestion: groupBy(sources, (source) =>
    source.kind === 'question' && source.form !== null && source.question !== null
      ? questionKey(source.form, source.question)
      : null,
  ),
});

/** The latest index of a list of questions: sources are what people change most, and it holds but for them. */
const latest = new WeakMap<Workspace['questions'], WorkspaceIndex>();

/** True when nothing but the sources has changed, and the same return is audited. */
function standsFor(index: WorkspaceIndex, workspace: Workspace, dataReturn: DataReturn | null): boolean {
  const now = new Map<string, unknown>(Object.entries({ ...workspace }));
  const isSame = ([part, value]: readonly [string, unknown]): boolean => part === 'sources' || now.get(part) === value;
  return index.dataReturn === dataReturn && Object.entries({ ...index.workspace }).every(isSame);
}

/**
 * Builds the lookups. `wanted` is the return to audit; null takes the first that the workspace names. Where only sources
 * have changed since the last time, all that does not tell of them is the same value as then.
 */
export function indexWorkspace(workspace: Workspace, wanted: ReturnId | null = null): WorkspaceIndex {
  const dataReturn = findReturn(workspace, wanted);
  const before = latest.get(workspace.questions);
  const index =
    before !== undefined && standsFor(before, workspace, dataReturn)
      ? { ...before, workspace, ...lookUpSources(workspace) }
      : buildIndex(workspace, dataReturn);
  latest.set(workspace.questions, index);
  return index;
}

function buildIndex(workspace: Workspace, dataReturn: DataReturn | null): WorkspaceIndex {
  const items = dataReturn?.items ?? [];
  const nextActionsFrom = groupBy(workspace.nextActions, (action) => action.from);
  const questionsOfForm = groupBy(workspace.questions, (question) => question.form);
  return {
    workspace,
    dataReturn,
    stepTypes: byKey(workspace.stepTypes, (step) => step.id),
    nextActions: byKey(workspace.nextActions, (action) => action.id),
    nextActionsFrom,
    choices: new Map(workspace.stepTypes.map((step) => [step.id, choicesOf(step, nextActionsFrom.get(step.id) ?? [])])),
    forms: byKey(workspace.forms, (form) => form.id),
    formsOfStep: groupBy(workspace.stepForms, (activity) => activity.stepType),
    stepsOfForm: groupBy(workspace.stepForms, (activity) => activity.form),
    questions: byKey(workspace.questions, (question) => questionKey(question.form, question.code)),
    questionsOfForm: new Map([...questionsOfForm].map(([form, questions]) => [form, inOrder(questions)])),
    answersOfLookup: groupBy(workspace.lookupAnswers, (answer) => answer.lookup),
    usageOfQuestion: groupBy(workspace.usage, (usage) => questionKey(usage.form, usage.question)),
    facts: byKey(workspace.facts, (fact) => fact.id),
    ...lookUpSources(workspace),
    items: byKey(items, (item) => item.id),
    itemsOfFact: groupBy(items, (item) => item.fact),
    reviews: byKey(workspace.reviews, (review) => review.finding),
  };
}
