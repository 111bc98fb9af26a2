import { count } from '#diagram/describe-step.ts';
import type { HrefOf } from '#diagram/overview/place-behind.ts';
import type { Gap } from '#diagram/overview/worst-gaps.ts';
import { ItemStatusTag, SeverityTag } from '#views/shared/status-tag.tsx';

interface GapsListProps {
  /** Worst first. */
  readonly gaps: readonly Gap[];
  readonly shown: number;
  readonly hrefOf: HrefOf;
}

function GapRow({ gap, hrefOf }: { readonly gap: Gap; readonly hrefOf: HrefOf }): React.JSX.Element {
  const { item, finding, name, cbds, decided, sentence, severity, status } = gap;
  return (
    <li className="gap">
      <div className="gap__head">
        <a className="gap__name" href={hrefOf({ kind: 'gap', item, finding })}>
          {name}
        </a>
        <span className="quiet">{cbds}</span>
        <span className="gap__marks">
          {decided ? <strong>Decided</strong> : <SeverityTag severity={severity} />} <ItemStatusTag status={status} />
        </span>
      </div>
      <p className="gap__sentence">{sentence}</p>
    </li>
  );
}

/** The items that are not recorded wherever they are due, worst first. */
export function GapsList({ gaps, shown, hrefOf }: GapsListProps): React.JSX.Element {
  const more = gaps.length - shown;
  return (
    <section className="gaps" aria-labelledby="overview-gaps">
      <h3 id="overview-gaps" className="summary__heading">
        The gaps that matter
      </h3>
      {gaps.length === 0 ? (
        <p>Every item that falls due is recorded on every route.</p>
      ) : (
        <ol className="gaps__list">
          {gaps.slice(0, shown).map((gap) => (
            <GapRow key={gap.item} gap={gap} hrefOf={hrefOf} />
          ))}
        </ol>
      )}
      {more > 0 && (
        <p className="summary__note">
          {count(more, 'more item')}: <a href={hrefOf({ kind: 'items', status: 'missing' })}>all that are missing</a>,{' '}
          <a href={hrefOf({ kind: 'items', status: 'gaps' })}>all with gaps</a>
        </p>
      )}
    </section>
  );
}
