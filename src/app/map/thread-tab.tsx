import { useMemo } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import { count } from '#diagram/describe-step.ts';
import type { Thread } from '#diagram/thread/thread.ts';
import { whyAsked } from '#diagram/thread/why-asked.ts';
import type { Finding } from '#model/finding.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import { FIRST_VIEW, toHash, type View, withOwn } from '#store/view.ts';
import { ThreadList } from '#views/thread-list/thread-list.tsx';
import { WhyAsked } from '#views/thread-list/why-asked.tsx';
import { withPanel } from './map-view.ts';
import type { MapNow } from './use-map-now.ts';

type ThreadTabProps = ScreenProps & { readonly now: MapNow };

const undecidedOf = (thread: Thread): number =>
  new Set(
    thread.entries.flatMap((entry) => entry.duplicates.filter((one) => !one.decided).map(({ finding }) => finding)),
  ).size;

/** Where the duplicates of a fact are decided. */
const duplicatesView = ({ dataReturn }: View, thread: Thread): View =>
  withOwn(
    { ...FIRST_VIEW, screen: 'findings', dataReturn, fact: thread.fact },
    { topic: 'duplicate', ofFact: thread.fact ?? '', decided: 'undecided' },
  );

/** The question that is asked about, and why it is asked. */
function AskedQuestion({ shown, store, question }: ScreenProps & { readonly question: Question }): React.JSX.Element {
  const { index, view } = shown;
  const why = useMemo(() => whyAsked(index, question.form, question.code), [index, question]);
  const inFields: View = {
    ...FIRST_VIEW,
    screen: 'fields',
    dataReturn: view.dataReturn,
    question: questionKey(question.form, question.code),
  };
  return (
    <div className="asked">
      <h2 className="panel__title">{question.text === '' ? question.code : question.text}</h2>
      <p className="asked__about">
        {question.code} · {index.forms.get(question.form)?.title ?? question.form} ·{' '}
        <a href={toHash(inFields)}>Open in Fields</a>
      </p>
      <WhyAsked
        why={why}
        onItem={(item) => store.goTo(withPanel({ ...view, item, question: null, fact: null }, 'item'))}
        onStep={(step) => store.show({ step, nextAction: null })}
        onQuestion={(form, code) => store.show({ question: questionKey(form, code), fact: null })}
      />
    </div>
  );
}

/** Each gap of the item that is followed, with the route that shows it. */
function Gaps({ shown, store, now }: ThreadTabProps): React.JSX.Element | null {
  const { audit, view, item } = shown;
  if (audit === null || item === null || now.subject?.kind !== 'item') return null;
  const isGap = ({ kind, items }: Finding): boolean =>
    (kind === 'coverage/item-missing' || kind === 'coverage/item-gap') && items.includes(item.id);
  const gaps = audit.findings.filter(isGap);
  if (gaps.length === 0) return null;
  return (
    <section className="thread-gaps" aria-label="Gaps">
      <h3 className="panel__heading">{count(gaps.length, 'gap')}</h3>
      <ul className="plain-list">
        {gaps.map((gap) => (
          <li key={gap.id} className="thread-gaps__gap">
            {gap.message}{' '}
            <button
              type="button"
              className="text-button"
              onClick={() => store.goTo(withPanel({ ...view, finding: gap.id }, 'item'))}
            >
              Show the shortest route without it
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A thread beside the map: why its question is asked, every place in route order, and what there is to decide. */
export function ThreadTab(props: ThreadTabProps): React.JSX.Element {
  const { shown, store, now } = props;
  const { index, view } = shown;
  const { thread, subject } = now;
  if (thread === null) return <p className="panel__note">Asking what the routes say…</p>;
  const question = subject?.kind === 'question' ? index.questions.get(view.question ?? '') : undefined;
  const undecided = undecidedOf(thread);
  return (
    <>
      {question !== undefined && <AskedQuestion shown={shown} store={store} question={question} />}
      {!now.isLit && (
        <p className="thread-light">
          <button type="button" className="small-button" onClick={() => store.goTo(withOwn(view, { lit: '1' }))}>
            Light this thread on the map
          </button>
        </p>
      )}
      <ThreadList
        thread={thread}
        onFact={(fact) => store.show({ fact, question: null })}
        onStep={(step) => store.show({ step, nextAction: null })}
        onQuestion={(form, code) =>
          store.goTo(withPanel({ ...view, question: questionKey(form, code), fact: null }, 'thread'))
        }
        onFinding={(finding) => store.goTo({ ...FIRST_VIEW, screen: 'findings', dataReturn: view.dataReturn, finding })}
      />
      <Gaps {...props} />
      {undecided > 0 && (
        <p className="thread-actions">
          <a className="decide-link" href={toHash(duplicatesView(view, thread))}>
            Decide on {count(undecided, 'duplicate')}
          </a>
        </p>
      )}
    </>
  );
}
