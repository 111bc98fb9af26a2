import { count } from '#diagram/describe-step.ts';
import type { ItemDetails } from '#diagram/item-details.ts';
import { ITEM_STATUS_WORDS } from '#diagram/status-words.ts';
import type { Finding } from '#model/finding.ts';
import { ItemStatusTag } from '#views/shared/status-tag.tsx';
import { TextButton } from '#views/shared/text-button.tsx';
import { ItemCodes } from './item-codes.tsx';
import { ItemPlace, type PlaceActions } from './item-place.tsx';
import { ItemSources } from './item-sources.tsx';

export interface ReturnItemProps extends PlaceActions {
  readonly details: ItemDetails;
  /** The id of the place that is looked at; null: none yet. */
  readonly place: string | null;
  /** The compared year, for the codes; empty: none. */
  readonly comparedWith: string;
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function Head({ details }: Pick<ReturnItemProps, 'details'>): React.JSX.Element {
  const { item, holds, event, status, unverified } = details;
  const { means } = ITEM_STATUS_WORDS[status];
  const cbds = item.cbds === '' ? 'no CBDS number' : item.cbds;
  const due = event === null ? 'nothing makes it due' : `due when ${lowerFirst(event.name)}`;
  return (
    <>
      <h2 className="panel__title">{item.tag}</h2>
      <p className="return-item__line">{[cbds, holds, due].join(' · ')}</p>
      <p className="item-panel__status">
        <ItemStatusTag status={status} /> {item.name}: {means}
        {item.condition === '' ? '' : `. Conditional: ${item.condition}`}
      </p>
      {unverified !== '' && <p className="inset">Not verified: {unverified}</p>}
    </>
  );
}

function Places(props: ReturnItemProps): React.JSX.Element | null {
  const { details, place: chosen } = props;
  const { places } = details;
  if (places.length === 0) return null;
  const opened = places.some(({ id }) => id === chosen) ? chosen : (places[0]?.id ?? null);
  return (
    <>
      <h3 className="panel__heading">Where it is due</h3>
      <ul className="plain-list">
        {places.map((place) => (
          <ItemPlace key={place.id} {...props} place={place} isOpen={place.id === opened} />
        ))}
      </ul>
    </>
  );
}

function OtherSources(props: ReturnItemProps): React.JSX.Element {
  const { alsoRecorded, notUsed } = props.details;
  return (
    <>
      {alsoRecorded.length > 0 && (
        <>
          <h3 className="panel__heading">Also recorded, not read</h3>
          <ItemSources {...props} details={alsoRecorded} ordered={false} label="Also recorded, not read" />
        </>
      )}
      {notUsed.length > 0 && (
        <>
          <h3 className="panel__heading">Background, set aside, or out of reach where it is due</h3>
          <ItemSources {...props} details={notUsed} ordered={false} label="Not used where it is due" />
        </>
      )}
    </>
  );
}

function FindingsOf({
  title,
  findings,
  onFinding,
}: Pick<ReturnItemProps, 'onFinding'> & {
  readonly title: string;
  readonly findings: readonly Finding[];
}): React.JSX.Element | null {
  if (findings.length === 0) return null;
  return (
    <details className="details">
      <summary>{title}</summary>
      <ul className="return-item__findings">
        {findings.map((finding) => (
          <li key={finding.id}>
            <TextButton onClick={() => onFinding(finding)}>{finding.message}</TextButton>
            {finding.decision !== null && <span className="quiet"> Decided.</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Findings({ details, onFinding }: Pick<ReturnItemProps, 'details' | 'onFinding'>): React.JSX.Element {
  const { duplicates, findings } = details;
  const others = findings.filter((finding) => !duplicates.includes(finding));
  return (
    <>
      <FindingsOf
        title={`${count(duplicates.length, 'duplicate')} of this fact`}
        findings={duplicates}
        onFinding={onFinding}
      />
      <FindingsOf title={count(others.length, 'other finding')} findings={others} onFinding={onFinding} />
    </>
  );
}

function Rules({ details }: Pick<ReturnItemProps, 'details'>): React.JSX.Element {
  return (
    <>
      <h3 className="panel__heading">Rules that test it</h3>
      {details.rules.length === 0 && <p className="panel__note">No rule of the return names it.</p>}
      <ul className="plain-list">
        {details.rules.map((rule) => (
          <li key={rule.id} className="return-item__rule">
            <strong>{rule.id}</strong> ({rule.type}) {rule.says}
          </li>
        ))}
      </ul>
    </>
  );
}

function About({ details }: Pick<ReturnItemProps, 'details'>): React.JSX.Element {
  const { item, format, often, fact } = details;
  const rows = [
    ['Path', item.path],
    ['Module', item.module],
    ['Format', `${format}, ${often}`],
    ['Fact', fact === null ? 'none' : fact.name],
    ['Source', item.source],
  ] as const;
  return (
    <>
      <h3 className="panel__heading">About this item</h3>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

/** One item of the return: how it stands where it is due, what is read there, its codes, its rules and what is not verified. */
export function ReturnItem(props: ReturnItemProps): React.JSX.Element {
  const { details, comparedWith } = props;
  const { item, codes } = details;
  return (
    <section className="return-item" aria-label={`Item ${item.tag}`}>
      <Head details={details} />
      <Places {...props} />
      <OtherSources {...props} />
      <Findings {...props} />
      {codes.length > 0 && <ItemCodes codes={codes} codeSet={item.codeSet ?? ''} comparedWith={comparedWith} />}
      <Rules details={details} />
      <About details={details} />
    </section>
  );
}
