import type { CaseState } from '#machine/case-values.ts';
import { instanceOf } from '#machine/instances.ts';
import { isPresent, shownQuestions } from '#machine/shown.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { type StepState, screenKey } from '#machine/step-values.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import type { Source } from '#model/workspace.ts';
import type { ItemElement } from '#returns/child-return.ts';
import { type CasePlace, placeOfEntry, questionPlace } from './lit.ts';

/** A place of the case that can be gone to: the key of its step, and the place. */
export interface Going {
  readonly step: string;
  readonly place: CasePlace;
}

/** What is needed to find places of a case on its forms. */
export interface CaseForms {
  readonly index: WorkspaceIndex;
  readonly state: CaseState;
  readonly definitions: ReadonlyMap<StepTypeId, StepDefinition>;
}

/** Where entries that an element was made of stand: the fields that fed it. */
export const placesFedFrom = ({ fed }: ItemElement): readonly Going[] =>
  fed.flatMap(({ entry }) => (entry.step === null ? [] : [{ step: entry.step, place: placeOfEntry(entry) }]));

const isScreen = ({ kind }: Source): boolean => SCREEN_KINDS.some((screen) => screen === kind);

/** Where a step asks what a source says, if it does as its screen stands now. */
function placeIn(definition: StepDefinition, step: StepState, source: Source): CasePlace | null {
  const { kind, form, question, ref, stepType } = source;
  if (stepType !== null && stepType !== step.stepType) return null;
  if (kind === 'question') {
    if (form === null || question === null) return null;
    const isThere = definition.activities.some((one) => one.activity.form === form && isPresent(one, step));
    const isShown =
      isThere &&
      shownQuestions(definition, step).some((one) => one.question.form === form && one.question.code === question);
    return isShown ? questionPlace(step.key, form, question) : null;
  }
  const isRecordedHere = isScreen(source) && definition.sources.some((one) => one.source === source);
  return isRecordedHere || kind === 'next-action' ? `${step.key} ${screenKey(kind, ref)}` : null;
}

const isWorkable = ({ status }: StepState): boolean => status === 'started' || status === 'reopened';

/** Where in the case an element that lacks a value could get it: in its own instance, open steps first, then the latest. */
export function placesAwaited({ index, state, definitions }: CaseForms, element: ItemElement): readonly Going[] {
  const { lack, item, instance } = element;
  if (lack?.kind === 'no-code' || lack?.kind === 'not-in-format') {
    const { step } = lack.entry;
    return step === null ? [] : [{ step, place: placeOfEntry(lack.entry) }];
  }
  const scope = (item.fact === null ? undefined : index.facts.get(item.fact))?.scope;
  if (lack?.kind !== 'not-recorded' || scope === undefined) return [];
  const isOwn = (step: StepState): boolean => instanceOf(scope, step.key, step.opened) === instance;
  const rank = (step: StepState): number => (isWorkable(step) ? 0 : 1);
  const steps = state.steps
    .filter((step) => step.status !== 'cancelled' && step.status !== 'incoming' && isOwn(step))
    .toReversed()
    .toSorted((a, b) => rank(a) - rank(b));
  return steps.flatMap((step) => {
    const definition = definitions.get(step.stepType);
    if (definition === undefined) return [];
    return lack.sources.flatMap((source) => {
      const place = placeIn(definition, step, source);
      return place === null ? [] : [{ step: step.key, place }];
    });
  });
}

/** The places of the case that an element is about: those that fed it, else those that could. */
export function placesOfElement(forms: CaseForms, element: ItemElement): readonly Going[] {
  const fed = placesFedFrom(element);
  return fed.length > 0 ? fed : placesAwaited(forms, element);
}
