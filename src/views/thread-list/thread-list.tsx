import type { Thread, ThreadItem } from '#diagram/thread/thread.ts';
import type { FactId } from '#model/ids.ts';
import { ToneTag } from '#views/overlay-key/tone-tag.tsx';
import { PlaceStatusTag } from '#views/shared/status-tag.tsx';
import { TextButton } from '#views/shared/text-button.tsx';
import { ThreadEntryRow, type ThreadLinks } from './thread-entry-row.tsx';

export interface ThreadListProps extends ThreadLinks {
  readonly thread: Thread;
  /** Follows another fact of the same question. */
  readonly onFact: (fact: FactId) => void;
}

function About({ item }: { readonly item: ThreadItem }): React.JSX.Element {
  const parts = [item.tag, item.cbds, item.format, item.dueWhen];
  return <p className="thread__item">{parts.filter((part) => part !== '').join(' · ')}</p>;
}

function OtherFacts({ thread, onFact }: Pick<ThreadListProps, 'thread' | 'onFact'>): React.JSX.Element | null {
  if (thread.otherFacts.length === 0) return null;
  return (
    <p>
      The question also records:{' '}
      {thread.otherFacts.map(({ fact, name }, at) => (
        <span key={fact}>
          {at > 0 && ', '}
          <TextButton onClick={() => onFact(fact)}>{name}</TextButton>
        </span>
      ))}
    </p>
  );
}

function Due({ item, onStep }: { readonly item: ThreadItem } & Pick<ThreadLinks, 'onStep'>): React.JSX.Element | null {
  if (item.due.length === 0) return null;
  return (
    <>
      <h3 className="panel__heading">Where {item.tag === '' ? item.name : item.tag} is due</h3>
      <ul className="plain-list">
        {item.due.map(({ step, words, status }) => (
          <li key={words} className="thread__due">
            <TextButton onClick={() => onStep(step)}>{words}</TextButton> <PlaceStatusTag status={status} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A fact's whole life as a numbered list, with the same numbers as on the map. */
export function ThreadList({ thread, onFact, ...links }: ThreadListProps): React.JSX.Element {
  return (
    <section className="thread" aria-label={`Thread of ${thread.title}`}>
      <h2 className="panel__title">{thread.title}</h2>
      {thread.items.map((item) => (
        <About key={item.item} item={item} />
      ))}
      <p className="thread__summary">
        <ToneTag tone={thread.status.tone}>{thread.status.words}</ToneTag> {thread.tally}.
      </p>
      <OtherFacts thread={thread} onFact={onFact} />
      <ol className="plain-list" aria-label="Places in route order">
        {thread.entries.map((entry) => (
          <ThreadEntryRow key={entry.key} entry={entry} {...links} />
        ))}
      </ol>
      {thread.entries.length === 0 && <p className="panel__note">No place that records it is known.</p>}
      {thread.items.map((item) => (
        <Due key={item.item} item={item} onStep={links.onStep} />
      ))}
      <p className="thread__note">{thread.note}</p>
    </section>
  );
}
