import { useMemo } from 'react';
import type { StepDefinition } from '#machine/step-definition.ts';
import { AskWhy } from '#views/walk-case/ask-why.tsx';
import { HELD_BACK, HeldBack } from '#views/walk-case/held-back.tsx';
import { NextActions } from '#views/walk-case/next-actions.tsx';
import type { Looked } from '#walk/field-view.ts';
import { nextActionsView } from '#walk/next-actions-view.ts';
import type { CaseActs } from './case-acts.ts';
import { useChosenNext } from './case-chosen.ts';
import { goToPlace } from './case-places.ts';
import type { WalkNow } from './walk-now.ts';

interface CaseFootProps {
  readonly walk: WalkNow;
  readonly looked: Looked;
  readonly definition: StepDefinition;
  readonly act: CaseActs['act'];
  /** Of the step. */
  readonly name: string;
}

function OtherEnds({
  step,
  on,
  name,
  act,
}: Pick<CaseFootProps, 'name' | 'act'> & Pick<Looked, 'step' | 'on'>): React.JSX.Element | null {
  const { key, status } = step;
  if (status === 'incoming' || status === 'started')
    return (
      <AskWhy
        key={`cancel ${key}`}
        words="Cancel step"
        question="Why is it cancelled?"
        onDo={(reason) =>
          act({ events: [{ type: 'cancel', step: key, on, reason }], says: `${name} cancelled.`, goTo: null })
        }
      />
    );
  if (status !== 'completed') return null;
  return (
    <AskWhy
      key={`reopen ${key}`}
      words="Reopen step"
      question="Why is it opened again?"
      onDo={(reason) =>
        act({ events: [{ type: 'reopen', step: key, on, reason }], says: `${name} opened again.`, goTo: key })
      }
    />
  );
}

/** The next actions of the step, what holds it back, and what ends, cancels or reopens it. */
export function CaseFoot({ walk, looked, definition, act, name }: CaseFootProps): React.JSX.Element {
  const { step, on } = looked;
  const { key, status } = step;
  const { chosen, chooseOne, toggle } = useChosenNext(walk.played.input, key, definition);
  const next = useMemo(() => nextActionsView(looked, definition, chosen), [looked, definition, chosen]);
  const lit = useMemo(() => new Set(walk.lit.places), [walk.lit]);
  const wanted = useMemo(() => new Set<string>(chosen), [chosen]);
  const isOpen = status === 'started' || status === 'reopened';
  const complete = (): void => {
    if (next.holdsBack.length > 0) document.getElementById(HELD_BACK)?.focus();
    else act({ events: [{ type: 'complete', step: key, on, choose: chosen }], says: `${name} completed.`, goTo: null });
  };
  return (
    <>
      {status !== 'incoming' && status !== 'cancelled' && (
        <NextActions
          next={next}
          chosen={wanted}
          isOpen={isOpen}
          lit={lit}
          onChooseOne={chooseOne}
          onToggle={toggle}
          onStartNow={({ id, label }) =>
            act({
              events: [{ type: 'take', step: key, on, nextAction: id }],
              says: `${label} taken.`,
              goTo: key,
              focus: 'next-actions',
            })
          }
        />
      )}
      {isOpen && <HeldBack key={key} holdsBack={next.holdsBack} onGo={goToPlace} />}
      <div className="case-buttons case-foot">
        {isOpen && (
          <button type="button" className="case-button" onClick={complete}>
            Complete step
          </button>
        )}
        <OtherEnds step={step} on={on} name={name} act={act} />
      </div>
    </>
  );
}
