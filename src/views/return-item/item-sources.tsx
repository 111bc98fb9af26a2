import type { DetailSource } from '#diagram/item-details.ts';
import type { Source } from '#model/workspace.ts';
import { TextButton } from '#views/shared/text-button.tsx';

export interface SourceActions {
  /** Opens what is known of a recording place; null: words only. */
  readonly onSource: ((source: Source) => void) | null;
  /** Says of a mapping that it is right, or that it needs a look; null: nothing may be changed. */
  readonly onStatus: ((source: Source, status: 'confirmed' | 'flagged') => void) | null;
}

const SIGNS = { confirmed: '✓', suggested: '?', flagged: '⚑', ignored: '×' } as const;
const WORDS = { confirmed: 'confirmed', suggested: 'suggested', flagged: 'flagged', ignored: 'set aside' } as const;

const describeWho = ({ by, on }: Source): string =>
  [by === '' ? '' : ` by ${by}`, on === '' ? '' : ` on ${on}`].join('');

function StatusButtons({
  source,
  words,
  onStatus,
}: DetailSource & Pick<SourceActions, 'onStatus'>): React.JSX.Element | null {
  if (onStatus === null || source.status === 'ignored') return null;
  const hidden = <span className="visually-hidden"> {words}</span>;
  return (
    <span className="item-source__buttons">
      {source.status !== 'confirmed' && (
        <button type="button" className="small-button" onClick={() => onStatus(source, 'confirmed')}>
          Confirm{hidden}
        </button>
      )}
      {source.status !== 'flagged' && (
        <button type="button" className="small-button" onClick={() => onStatus(source, 'flagged')}>
          Flag{hidden}
        </button>
      )}
    </span>
  );
}

function ItemSource({ detail, ...actions }: SourceActions & { readonly detail: DetailSource }): React.JSX.Element {
  const { source, words } = detail;
  const { onSource, onStatus } = actions;
  return (
    <>
      {onSource === null ? words : <TextButton onClick={() => onSource(source)}>{words}</TextButton>}{' '}
      <span className={`item-source__status item-source__status--${source.status}`}>
        <span aria-hidden="true">{SIGNS[source.status]}</span> {WORDS[source.status]}
      </span>
      <span className="quiet">{describeWho(source)}</span>
      {source.why !== '' && <span className="item-source__why">{source.why}</span>}
      <StatusButtons {...detail} onStatus={onStatus} />
    </>
  );
}

/** Recording places, each with what people have said of it; numbered where they are read in that order. */
export function ItemSources({
  details,
  ordered,
  label,
  ...actions
}: SourceActions & {
  readonly details: readonly DetailSource[];
  readonly ordered: boolean;
  readonly label: string;
}): React.JSX.Element {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={ordered ? 'sources' : 'plain-list'} aria-label={label}>
      {details.map((detail) => (
        <li key={`${detail.source.at.file} ${detail.source.at.row}`} className="item-source">
          <ItemSource {...actions} detail={detail} />
        </li>
      ))}
    </List>
  );
}
