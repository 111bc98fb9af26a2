import { casePlayer, newCase, type WalkEvent } from '#cases/played-case.ts';
import type { CaseInput, CaseState } from '#machine/case-values.ts';
import { type StepDefinition, stepDefinitions } from '#machine/step-definition.ts';
import type { StepState } from '#machine/step-values.ts';
import { formId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';

const DAY = '2026-07-01';

export const begin = (stepType: string, on = DAY, stepSource = ''): WalkEvent => ({
  type: 'begin',
  stepType: stepTypeId(stepType),
  on,
  stepSource,
});

export const start = (step: string, on = DAY): WalkEvent => ({ type: 'start', step, on });

/** `place` is `FORM.QUESTION`, or `FORM.QUESTION#1` for the second row or child. */
export function fill(step: string, place: string, value: string | readonly string[], on = DAY): WalkEvent {
  const [form = '', question = '', copy = '0'] = place.split(/[.#]/u);
  return { type: 'fill', step, form: formId(form), question: questionCode(question), value, on, copy: Number(copy) };
}

export const take = (step: string, nextAction: string, on = DAY): WalkEvent => ({
  type: 'take',
  step,
  nextAction: nextActionId(nextAction),
  on,
});

/** Completes a step on a day with some next actions. */
export const complete = (step: string, on: string, ...choose: readonly string[]): WalkEvent => ({
  type: 'complete',
  step,
  choose: choose.map(nextActionId),
  on,
});

/** A case as it stands after some events, each of which was done. */
export interface PlayedState {
  readonly index: WorkspaceIndex;
  readonly state: CaseState;
  readonly stepOf: (key: string) => StepState;
  readonly definitionOf: (key: string) => StepDefinition;
}

export function playIn(
  workspace: Workspace,
  events: readonly WalkEvent[],
  input: Partial<CaseInput> = {},
): PlayedState {
  const index = indexWorkspace(workspace);
  const player = casePlayer(index);
  let played = newCase('a case', { held: [], on: DAY, ...input });
  for (const event of events) {
    const asked = player.ask(played, event);
    if (asked.kind === 'refused') throw new Error(`${event.type} was refused: ${JSON.stringify(asked.reasons)}`);
    played = asked.played;
  }
  const { state } = player.momentOf(played);
  const stepOf = (key: string): StepState => {
    const step = state.steps.find((one) => one.key === key);
    if (step === undefined) throw new Error(`The case has no step ${key}.`);
    return step;
  };
  return {
    index,
    state,
    stepOf,
    definitionOf: (key) => {
      const definition = stepDefinitions(index).get(stepOf(key).stepType);
      if (definition === undefined) throw new Error(`${key} has no definition.`);
      return definition;
    },
  };
}
