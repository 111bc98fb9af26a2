import { questionKey } from '#model/index-workspace.ts';
import type { SourceKind } from '#model/words.ts';
import type { Fact, Source } from '#model/workspace.ts';
import { instanceOf } from './instances.ts';
import { shownQuestions } from './shown.ts';
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
}

type Said = Answer | null;

const onDate = (date: string | null): Said => (date === null ? null : { value: date, on: date });

function stepDate(state: StepState, ref: string): Said {
  if (ref === 'incoming') return onDate(state.incoming);
  return onDate(ref === 'completed' ? state.completed : state.started);
}

/** The path taken is known once the next action is taken, and that it was not once the step is completed. */
function path(state: StepState, ref: string): Said {
  const taken = state.taken.some((id) => id === ref);
  if (taken) return { value: 'Yes', on: state.completed ?? state.started ?? state.incoming };
  return state.completed === null ? null : { value: 'No', on: state.completed };
}

interface Place {
  readonly source: Source;
  readonly state: StepState;
  /** Answers to what is on the step's screen, by `form/user code`. */
  readonly answers: ReadonlyMap<string, Answer>;
}

function answered({ source, answers }: Place): Said {
  if (source.form === null || source.question === null) return null;
  return answers.get(questionKey(source.form, source.question)) ?? null;
}

const onScreen = ({ source, state }: Place): Said => state.screens[screenKey(source.kind, source.ref)] ?? null;
const nothing = (): Said => null;

const SAID_AT: Readonly<Record<SourceKind, (place: Place) => Said>> = {
  question: answered,
  'step-date': ({ source, state }) => stepDate(state, source.ref),
  'next-action': ({ source, state }) => path(state, source.ref),
  'step-path': ({ state }) => onDate(state.started),
  'step-source': ({ state }) => (state.started === null ? null : { value: state.stepSource, on: state.started }),
  'person-field': onScreen,
  'register-field': onScreen,
  'legal-status': onScreen,
  'service-user-group': onScreen,
  calculated: nothing,
  generated: nothing,
  outside: nothing,
};

const entry = ({ fact, source }: FactSource, state: StepState, { value, on }: Answer): RecordEntry => ({
  fact: fact.id,
  instance: instanceOf(fact.scope, state.key, state.opened),
  value,
  source,
  step: state.key,
  on,
});

/** What a step records, as far as it has come. A cancelled step records nothing. */
export function recordingsOf(definition: StepDefinition, state: StepState): readonly RecordEntry[] {
  if (state.status === 'cancelled') return [];
  const answers = new Map(
    shownQuestions(definition, state).flatMap(({ question, answer }) =>
      answer === null ? [] : [[questionKey(question.form, question.code), answer] as const],
    ),
  );
  return definition.sources.flatMap((place) => {
    const said = SAID_AT[place.source.kind]({ source: place.source, state, answers });
    return said === null ? [] : [entry(place, state, said)];
  });
}
