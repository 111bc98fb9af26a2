import { useMemo } from 'react';
import { describeSource } from '#diagram/describe-place.ts';
import { count } from '#diagram/describe-step.ts';
import { shortEvent } from '#diagram/item-words.ts';
import type { StepSets } from '#model/audit.ts';
import { type FactId, factId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { EventPlace, Source, StepType } from '#model/workspace.ts';
import { withOwn } from '#store/view.ts';
import { RoutesSay } from '#views/inspector/routes-say.tsx';
import { TextButton } from '#views/shared/text-button.tsx';
import { goToFact, type Inspecting } from './inspected.ts';

interface StepKnownProps extends Inspecting {
  readonly step: StepType;
}

/** Sources that name the step, and those of questions of its forms. */
function sourcesHere({ workspace, formsOfStep }: WorkspaceIndex, step: StepType): readonly Source[] {
  const forms = new Set((formsOfStep.get(step.id) ?? []).map((activity) => activity.form));
  return workspace.sources.filter(
    (source) =>
      source.stepType === step.id ||
      (source.stepType === null && source.kind === 'question' && source.form !== null && forms.has(source.form)),
  );
}

const placeWords = (index: WorkspaceIndex, source: Source): string =>
  describeSource(index, {
    kind: source.kind,
    stepType: '',
    form: source.form ?? '',
    question: source.question ?? '',
    ref: source.ref,
    status: source.status,
  });

function eventWords(index: WorkspaceIndex, { event, moment, nextAction }: EventPlace): string {
  const known = index.dataReturn?.events.find((one) => one.id === event);
  const name = known === undefined ? event : shortEvent(known.id, known.name);
  const when =
    nextAction === null ? '' : `, when “${index.nextActions.get(nextAction)?.label ?? nextAction}” is chosen`;
  return `${name}: when the step is ${moment}${when}`;
}

function Sources({ store, shown, step }: StepKnownProps): React.JSX.Element {
  const { index, view } = shown;
  const sources = useMemo(() => sourcesHere(index, step), [index, step]);
  const show = (fact: FactId): void => goToFact(store, fact);
  return (
    <details className="inspector-list">
      <summary>{count(sources.length, 'source')} on this step</summary>
      <ul className="plain-list">
        {sources.map((source) => (
          <li key={source.at.row} className="next-action">
            <TextButton onClick={() => show(source.fact)}>
              {index.facts.get(source.fact)?.name ?? source.fact}
            </TextButton>
            <div className="quiet">
              {placeWords(index, source)} · {source.use} · {source.status}
            </div>
          </li>
        ))}
      </ul>
      <TextButton onClick={() => store.goTo({ ...view, screen: 'fields', own: { rows: 'sources', text: step.name } })}>
        Edit sources in Fields
      </TextButton>
    </details>
  );
}

function Events({ store, shown, step }: StepKnownProps): React.JSX.Element {
  const { index, view } = shown;
  const places = index.workspace.eventPlaces.filter((place) => place.stepType === step.id);
  return (
    <details className="inspector-list" open={places.length > 0}>
      <summary>{places.length === 0 ? 'No event' : count(places.length, 'event')} of returns here</summary>
      <ul className="plain-list">
        {places.map((place) => (
          <li key={place.at.row}>{eventWords(index, place)}</li>
        ))}
      </ul>
      <TextButton onClick={() => store.goTo(withOwn({ ...view, screen: 'returns', own: {} }, {}))}>
        Say on Returns where events happen
      </TextButton>
    </details>
  );
}

/** What the routes, the sources and the events say of a step. */
export function StepKnown(props: StepKnownProps): React.JSX.Element {
  const { store, shown, step } = props;
  const { index, audit, item, isFresh } = shown;
  const sets: StepSets | null = audit?.steps.find((one) => one.stepType === step.id) ?? null;
  return (
    <>
      <RoutesSay
        sets={sets}
        item={item}
        isKnown={audit !== null}
        isFresh={isFresh}
        nameOf={(fact) => index.facts.get(factId(fact))?.name ?? fact}
        onFact={(fact) => goToFact(store, factId(fact))}
      />
      <Events {...props} />
      <Sources {...props} />
    </>
  );
}
