import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ScreenProps } from '#app/use-shown.ts';
import { stepChoices } from '#diagram/event-places.ts';
import type { DetailPlace, DetailSource } from '#diagram/item-details.ts';
import { type QuestionChoice, questionChoices } from '#diagram/source-choices.ts';
import { stepTypeId } from '#model/ids.ts';
import type { Fact, Source } from '#model/workspace.ts';
import { AddSource } from '#views/return-item/add-source.tsx';
import type { SourceDraft } from '#views/return-item/source-draft.ts';

interface FixPlaceProps extends ScreenProps {
  readonly place: DetailPlace;
  readonly fact: Fact;
  /** Places that hold the same fact already and that no return reads. */
  readonly recorded: readonly DetailSource[];
  readonly onAdd: (draft: SourceDraft) => void;
  readonly onRead: (source: Source) => void;
}

const SUGGESTED = 3;

/** What holds the fact already, and what is proposed for it. */
function Hints({
  recorded,
  proposed,
  onRead,
  onLook,
}: Pick<FixPlaceProps, 'recorded' | 'onRead'> & {
  readonly proposed: readonly QuestionChoice[];
  readonly onLook: (question: QuestionChoice) => void;
}): React.JSX.Element {
  return (
    <ul className="plain-list">
      {recorded.map(({ source, words }) => (
        <li key={source.at.row} className="fix-place__line">
          {words} holds it already.{' '}
          <button type="button" className="small-button" onClick={() => onRead(source)}>
            Let the return read it<span className="visually-hidden">: {words}</span>
          </button>
        </li>
      ))}
      {proposed.map((question) => (
        <li key={question.id} className="fix-place__line">
          “{question.text}” on {question.formTitle} <span className="quiet">{question.why}</span>{' '}
          <button type="button" className="small-button" onClick={() => onLook(question)}>
            Look at it<span className="visually-hidden">: {question.text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where a fact could come from: what holds it already, what is proposed, and any other place a person names. */
export function FixPlace(props: FixPlaceProps): React.JSX.Element {
  const { store, shown, place, fact, onAdd } = props;
  const [adding, setAdding] = useState<{ readonly first: QuestionChoice | null } | null>(null);
  const suggestions = useStore(store, (state) => state.suggestions);
  const step = stepTypeId(place.place.stepType);
  const value = suggestions?.value ?? null;
  const questions = useMemo(
    () => questionChoices(shown.index, step, fact.id, value),
    [shown.index, step, fact.id, value],
  );
  const steps = useMemo(() => stepChoices(shown.index), [shown.index]);
  useEffect(() => {
    if (value === null) store.suggest();
  }, [store, value]);
  const proposed = questions.filter(({ why }) => why !== '').slice(0, SUGGESTED);
  return (
    <div className="fix-place">
      <h4 className="return-item__small">Where could this come from?</h4>
      <Hints {...props} proposed={proposed} onLook={(first) => setAdding({ first })} />
      {adding === null ? (
        <button type="button" className="main-button" onClick={() => setAdding({ first: null })}>
          Add a source here
        </button>
      ) : (
        <>
          <p className="panel__note">
            For the fact <strong>{fact.name}</strong>
          </p>
          <AddSource
            key={adding.first?.id ?? ''}
            here={step}
            steps={steps}
            questions={questions}
            first={adding.first}
            onAdd={(draft) => {
              onAdd(draft);
              setAdding(null);
            }}
            onCancel={() => setAdding(null)}
          />
        </>
      )}
    </div>
  );
}
