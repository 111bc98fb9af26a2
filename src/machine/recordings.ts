import { groupBy, questionKey } from '#model/index-workspace.ts';
import type { SourceKind } from '#model/words.ts';
import type { Fact, Source } from '#model/workspace.ts';
import { instanceOf } from './instances.ts';
import { type ShownQuestion, shownQuestions } from './shown.ts';
import type { FactSource, StepDefinition } from './step-definition.ts';
import { type Answer, type AnswerValue, type StepState, screenKey } from './step-values.ts';

/** One line of a child's record: a fact, said at one place. */
export interface RecordEntry {
  readonly fact: Fact['id'];
  /** Which instance of the fact's scope it is about, such as `review/REVIEW-3`. */
  readonly instance: string;
  readonly value: AnswerValue;
  readonly source: Source;
  /** Key of the step in which it was recorded; null: held before the first step. */
  readonly step: string | null;
  /** ISO date. */
  readonly on: string;
  /** Which row of a repeating table it stands in, or which child of the group it is about, from 0; left out for the first. */
  readonly copy?: number;
  /** True where it is about a brother or sister in the same step; left out for the child whose case it is. */
  readonly ofSibling?: true;
}

/** Whether an entry is about the child whose case it is. */
export const isOfChild = ({ ofSibling }: RecordEntry): boolean => ofSibling !== true;

interface Said {
  readonly answer: Answer;
  readonly copy?: number;
  readonly ofSibling?: true;
}

const onDate = (date: string | null): readonly Said[] => (date === null ? [] : [{ answer: { value: date, on: date } }]);

function stepDate(state: StepState, ref: string): readonly Said[] {
  if (ref === 'incoming') return onDate(state.incoming);
  return onDate(ref === 'completed' ? state.completed : state.started);
}

/** The path taken is known once the next action is taken, and that it was not once the step is completed. */
function path(state: StepState, ref: string): readonly Said[] {
  if (state.taken.some((id) => id === ref))
    return [{ answer: { value: 'Yes', on: state.completed ?? state.started ?? state.incoming } }];
  return state.completed === null ? [] : [{ answer: { value: 'No', on: state.completed } }];
}

/**
 * A chain of linked steps, such as a plan and its reviews: where its first step tells of it, the day that step started;
 * where its last step does, the day that step was completed (until then, the day it started).
 */
function chain({ source: { ref }, state }: Place): readonly Said[] {
  const steps = ref.split(';').map((step) => step.trim());
  const isLast = steps.length > 1 && steps.at(-1) === state.stepType && steps[0] !== state.stepType;
  return onDate(isLast ? (state.completed ?? state.started) : state.started);
}

interface Place {
  readonly source: Source;
  readonly state: StepState;
  /** Answers to what is on the step's screen, by `form/user code`. */
  readonly answers: ReadonlyMap<string, readonly Said[]>;
}

function answered({ source, answers }: Place): readonly Said[] {
  if (source.form === null || source.question === null) return [];
  return answers.get(questionKey(source.form, source.question)) ?? [];
}

function onScreen({ source, state }: Place): readonly Said[] {
  const answer = state.screens[screenKey(source.kind, source.ref)];
  return answer === undefined ? [] : [{ answer }];
}

const chosenSource = ({ state }: Place): readonly Said[] =>
  state.started === null ? [] : [{ answer: { value: state.stepSource, on: state.started } }];

const nothing = (): readonly Said[] => [];

const SAID_AT: Readonly<Record<SourceKind, (place: Place) => readonly Said[]>> = {
  question: answered,
  'step-date': ({ source, state }) => stepDate(state, source.ref),
  'next-action': ({ source, state }) => path(state, source.ref),
  'step-path': chain,
  'step-source': chosenSource,
  'person-field': onScreen,
  'register-field': onScreen,
  'legal-status': onScreen,
  'service-user-group': onScreen,
  calculated: nothing,
  generated: nothing,
  outside: nothing,
};

const entry = ({ fact, source }: FactSource, state: StepState, { answer, ...said }: Said): RecordEntry => ({
  fact: fact.id,
  instance: instanceOf(fact.scope, state.key, state.opened),
  value: answer.value,
  source,
  step: state.key,
  on: answer.on,
  ...said,
});

const asSaid = ({ question, copy, answer }: ShownQuestion): readonly Said[] => {
  if (answer === null) return [];
  if (copy === 0) return [{ answer }];
  return [question.perChild ? { answer, copy, ofSibling: true } : { answer, copy }];
};

/** What a step records, as far as it has come. A cancelled step records nothing. */
export function recordingsOf(definition: StepDefinition, state: StepState): readonly RecordEntry[] {
  if (state.status === 'cancelled') return [];
  const shown = groupBy(shownQuestions(definition, state), ({ question }) => questionKey(question.form, question.code));
  const answers = new Map([...shown].map(([key, copies]) => [key, copies.flatMap(asSaid)]));
  return definition.sources.flatMap((place) =>
    SAID_AT[place.source.kind]({ source: place.source, state, answers }).map((said) => entry(place, state, said)),
  );
}
