import { useMemo } from 'react';
import type { Shown } from '#app/use-shown.ts';
import type { Finding } from '#model/finding.ts';
import { factId, itemId, type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { AppStore } from '#store/create-store.ts';
import { FIRST_VIEW, toHash, type View } from '#store/view.ts';
import { DecisionForm } from '#views/decision-form/decision-form.tsx';
import { FindingPage } from '#views/finding-page/finding-page.tsx';
import { GonePage } from '#views/finding-page/gone-page.tsx';
import type { Hrefs } from '#views/finding-page/hrefs.ts';
import { readLetter } from '#views/findings-table/read-list-key.ts';
import { TopicsOverview } from '#views/findings-table/topics-overview.tsx';
import { withFilters } from './findings-view.ts';
import { usePageOfKind } from './page-of-kind.ts';
import type { Deciding } from './use-deciding.ts';
import type { ListedFindings } from './use-listed.ts';

interface DetailsProps {
  readonly store: AppStore;
  readonly shown: Shown;
  readonly listed: ListedFindings;
  readonly deciding: Deciding;
  readonly detailsRef: React.RefObject<HTMLElement | null>;
}

/** Addresses of other screens, in the return that is looked at. */
function hrefsIn(dataReturn: View['dataReturn']): Hrefs {
  const to = (view: Partial<View>): string => toHash({ ...FIRST_VIEW, dataReturn, ...view });
  return {
    step: (step) => to({ screen: 'map', step: stepTypeId(step), own: { panel: 'step' } }),
    question: (form, question) => to({ screen: 'fields', question: `${form}/${question}` }),
    item: (item) => to({ screen: 'returns', item: itemId(item) }),
    fact: (fact) => to({ screen: 'map', fact: factId(fact) }),
    onMap: (finding) => to({ screen: 'map', finding }),
  };
}

function Deciders({ deciding, finding }: { readonly deciding: Deciding; readonly finding: Finding | null }) {
  return (
    <DecisionForm
      offers={deciding.offers}
      decision={finding?.decision ?? null}
      marked={deciding.marks.size}
      decided={deciding.decided}
      asking={deciding.asking}
      onAsk={deciding.onAsk}
      onDecide={deciding.onDecide}
      onUndecide={deciding.onUndecide}
      onUnmark={() => deciding.onMarks(new Set())}
    />
  );
}

function Gone({ shown, deciding }: DetailsProps): React.JSX.Element | null {
  const { index, view } = shown;
  const review = index.reviews.get(view.finding ?? '');
  if (review === undefined) return null;
  const { decision, reason, by, on } = review;
  const who = [by, on].filter((part) => part !== '').join(', ');
  return (
    <GonePage index={index} review={review}>
      <div className="decided">
        <p className="decided__what">
          Decided: <strong>{decision.replaceAll('-', ' ')}</strong>
          {who === '' ? '' : ` (${who})`}
        </p>
        {reason !== '' && <p className="decided__reason">{reason}</p>}
      </div>
      {deciding.marks.size > 0 ? (
        <Deciders deciding={deciding} finding={null} />
      ) : (
        <p>
          <button type="button" className="decide-button" aria-keyshortcuts="u" onClick={deciding.onUndecide}>
            Remove the decision <kbd>u</kbd>
          </button>
        </p>
      )}
    </GonePage>
  );
}

function Reading(props: DetailsProps): React.JSX.Element {
  const { store, shown, listed, deciding } = props;
  const { index, view } = shown;
  const finding = useMemo(() => listed.all.find((one) => one.id === view.finding) ?? null, [listed.all, view.finding]);
  const parts = usePageOfKind(finding?.kind ?? null);
  const hrefs = useMemo(() => hrefsIn(view.dataReturn), [view.dataReturn]);
  if (finding !== null) {
    const onStep = (step: StepTypeId): void =>
      store.goTo({ ...FIRST_VIEW, dataReturn: view.dataReturn, screen: 'map', step, finding: finding.id });
    return (
      <FindingPage key={finding.id} index={index} finding={finding} hrefs={hrefs} parts={parts} onStep={onStep}>
        <Deciders deciding={deciding} finding={finding} />
      </FindingPage>
    );
  }
  if (listed.gone.some((review) => review.finding === view.finding)) return <Gone {...props} />;
  return (
    <>
      {deciding.marks.size > 0 && <Deciders deciding={deciding} finding={null} />}
      {view.finding !== null && <p className="inset">The finding of this address is no longer there: {view.finding}</p>}
      <TopicsOverview findings={listed.all} onTopic={(topic) => store.goTo(withFilters(view, { topic, kind: '' }))} />
    </>
  );
}

/** Beside the list: the finding that is read, and deciding about it. Letters decide here too, but not while writing. */
export function FindingsDetails(props: DetailsProps): React.JSX.Element {
  const { deciding, detailsRef } = props;
  return (
    // The letters are offered as buttons as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={detailsRef}
      className="findings-details"
      aria-label="The finding"
      onKeyDown={(event) => {
        const isWriting = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
        const letter = readLetter(event);
        if (!isWriting && letter !== null && deciding.onLetter(letter)) event.preventDefault();
      }}
    >
      <Reading {...props} />
    </section>
  );
}
