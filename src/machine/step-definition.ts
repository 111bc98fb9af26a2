import type { FormId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Fact, NextAction, Question, Source, StepForm, StepType } from '#model/workspace.ts';

/** An activity and the questions of its form, in the order in which they are asked. */
export interface ActivityDefinition {
  readonly activity: StepForm;
  readonly questions: readonly Question[];
}

/** A source that counts, and the fact that it records. */
export interface FactSource {
  readonly fact: Fact;
  readonly source: Source;
}

/** All that the workspace says about one step type and that a step of it needs to run. */
export interface StepDefinition {
  readonly stepType: StepType;
  /** In the order of the file. */
  readonly nextActions: readonly NextAction[];
  readonly activities: readonly ActivityDefinition[];
  readonly sources: readonly FactSource[];
}

/** Sources that count: people have not ruled them out, and they are more than background. */
export function countedSources(index: WorkspaceIndex): readonly FactSource[] {
  return index.workspace.sources.flatMap((source) => {
    const fact = index.facts.get(source.fact);
    return fact === undefined || source.status === 'ignored' || source.use === 'supports' ? [] : [{ fact, source }];
  });
}

function standsHere(source: Source, stepType: StepTypeId, forms: ReadonlySet<FormId>): boolean {
  if (source.kind !== 'question') return source.stepType === stepType;
  return source.form !== null && forms.has(source.form) && (source.stepType ?? stepType) === stepType;
}

/** What each step type's machine is built from. */
export function stepDefinitions(index: WorkspaceIndex): ReadonlyMap<StepTypeId, StepDefinition> {
  const counted = countedSources(index);
  return new Map(
    index.workspace.stepTypes.map((stepType) => {
      const activities = index.formsOfStep.get(stepType.id) ?? [];
      const forms = new Set(activities.map((activity) => activity.form));
      return [
        stepType.id,
        {
          stepType,
          nextActions: index.nextActionsFrom.get(stepType.id) ?? [],
          activities: activities.map((activity) => ({
            activity,
            questions: index.questionsOfForm.get(activity.form) ?? [],
          })),
          sources: counted.filter(({ source }) => standsHere(source, stepType.id, forms)),
        },
      ];
    }),
  );
}
