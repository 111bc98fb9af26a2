import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { SourceKind } from '#model/words.ts';
import type { Question, Source, StepForm } from '#model/workspace.ts';
import type { Flow } from './flow.ts';
import { whileStanding } from './standing.ts';

/** One place where a source records its fact: a reachable step, or before the first step (`step` null). */
export interface RecordingPlace {
  readonly source: Source;
  readonly step: number | null;
  /** Whether the fact is surely recorded whenever the step is done (or, before the first step, surely held). */
  readonly sure: boolean;
  /** The question, where the source is one. */
  readonly question: Question | null;
}

/** Whether a source takes part at all: people may have ruled it out, or it is only background. */
export const counts = (source: Source): boolean => source.status !== 'ignored' && source.use !== 'supports';

/** Sources that are judged by the return, not recorded at a step. */
export const isWorkedOut = (source: Source): boolean => source.kind === 'calculated' || source.kind === 'generated';

export const isTyped = (place: RecordingPlace): boolean => place.question !== null && place.question.entry === 'typed';

const isSure = (activity: StepForm, question: Question): boolean =>
  activity.mandatory && activity.kind === 'form' && question.mandatory && !question.conditional;

function questionPlaces(index: WorkspaceIndex, flow: Flow, source: Source): readonly RecordingPlace[] {
  if (source.form === null || source.question === null) return [];
  const question = index.questions.get(questionKey(source.form, source.question));
  if (question === undefined) return [];
  const sureByStep = new Map<number, boolean>();
  for (const activity of index.stepsOfForm.get(source.form) ?? []) {
    const step = flow.numberOf.get(activity.stepType);
    if (step === undefined || (source.stepType ?? activity.stepType) !== activity.stepType) continue;
    sureByStep.set(step, isSure(activity, question) || sureByStep.get(step) === true);
  }
  return [...sureByStep].map(([step, sure]) => ({ source, step, sure: source.assured ?? sure, question }));
}

function stepPlaces(flow: Flow, source: Source, sure: boolean): readonly RecordingPlace[] {
  const step = source.stepType === null ? undefined : flow.numberOf.get(source.stepType);
  return step === undefined ? [] : [{ source, step, sure: source.assured ?? sure, question: null }];
}

const screenPlaces = (flow: Flow, source: Source): readonly RecordingPlace[] =>
  source.stepType === null
    ? [{ source, step: null, sure: source.assured ?? false, question: null }]
    : stepPlaces(flow, source, false);

type Placing = (index: WorkspaceIndex, flow: Flow, source: Source) => readonly RecordingPlace[];

const inStep: Placing = (_, flow, source) => stepPlaces(flow, source, true);
const onScreen: Placing = (_, flow, source) => screenPlaces(flow, source);
const nowhere: Placing = () => [];

const PLACING: Readonly<Record<SourceKind, Placing>> = {
  question: questionPlaces,
  'step-date': inStep,
  'next-action': inStep,
  'step-path': inStep,
  'step-source': inStep,
  'person-field': onScreen,
  'register-field': onScreen,
  'legal-status': onScreen,
  'service-user-group': onScreen,
  calculated: nowhere,
  generated: nowhere,
  outside: nowhere,
};

/** Where a source records its fact, among what routes can reach. Nothing for sources that are worked out or kept outside. */
export const recordingPlaces: Placing = (index, flow, source) => PLACING[source.kind](index, flow, source);

const placesOfSource = whileStanding<WeakMap<Source, readonly RecordingPlace[]>>();

/**
 * Every place of every source that counts, in the order of the file, for facts that are known. The places of a source
 * are the same values for as long as it and all but sources stay as they are.
 */
export function allRecordingPlaces(index: WorkspaceIndex, flow: Flow): readonly RecordingPlace[] {
  const known = placesOfSource(index, () => new WeakMap());
  return index.workspace.sources
    .filter((source) => counts(source) && index.facts.has(source.fact))
    .flatMap((source) => {
      const places = known.get(source) ?? recordingPlaces(index, flow, source);
      known.set(source, places);
      return places;
    });
}
