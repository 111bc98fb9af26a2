import { TextButton } from '#views/shared/text-button.tsx';
import { usePages } from '#views/shared/use-pages.ts';

/** One edit that came back, in words. */
export interface ListedChange {
  /** Its place in the workbook: `Fields!C14`. */
  readonly place: string;
  readonly sheet: string;
  readonly cell: string;
  /** What the row is called by. */
  readonly key: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly note: string;
}

interface ChangeListProps {
  readonly changes: readonly ListedChange[];
  /** The places of those that are not taken. */
  readonly refused: ReadonlySet<string>;
  readonly onRefused: (refused: ReadonlySet<string>) => void;
}

const EMPTY = <span className="change-list__empty">empty</span>;

function turned(refused: ReadonlySet<string>, place: string): ReadonlySet<string> {
  const next = new Set(refused);
  if (!next.delete(place)) next.add(place);
  return next;
}

function Row({
  change,
  isTaken,
  onTurn,
}: {
  readonly change: ListedChange;
  readonly isTaken: boolean;
  readonly onTurn: () => void;
}) {
  const { sheet, cell, key, column, before, after, note } = change;
  return (
    <tr data-taken={isTaken}>
      <td>
        <input
          type="checkbox"
          className="change-list__box"
          checked={isTaken}
          aria-label={`Accept ${sheet} ${cell}: ${column} of ${key}`}
          onChange={onTurn}
        />
      </td>
      <td className="change-list__cell">
        {sheet} {cell}
      </td>
      <th scope="row">
        {key} <span className="quiet">{column}</span>
        {note !== '' && <p className="change-list__note">{note}</p>}
      </th>
      <td>{before === '' ? EMPTY : <del>{before}</del>}</td>
      <td>{after === '' ? EMPTY : <ins>{after}</ins>}</td>
    </tr>
  );
}

/** What was changed in a workbook, each to accept or refuse. */
export function ChangeList({ changes, refused, onRefused }: ChangeListProps): React.JSX.Element {
  const { shown, left, showMore } = usePages(changes);
  return (
    <>
      <p className="change-list__all">
        <TextButton onClick={() => onRefused(new Set())}>Accept all</TextButton>
        <TextButton onClick={() => onRefused(new Set(changes.map(({ place }) => place)))}>Refuse all</TextButton>
      </p>
      <div className="change-list__scroller" role="region" aria-label="Changes in the workbook">
        <table className="change-list">
          <thead>
            <tr>
              <th scope="col">Accept</th>
              <th scope="col">Cell</th>
              <th scope="col">What</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((change) => (
              <Row
                key={change.place}
                change={change}
                isTaken={!refused.has(change.place)}
                onTurn={() => onRefused(turned(refused, change.place))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <button type="button" className="small-button" onClick={showMore}>
          Show more: {left.toLocaleString('en-GB')} left
        </button>
      )}
    </>
  );
}

/** Something about the workbook, at a place of it. */
export interface ListedMessage {
  readonly severity: 'error' | 'warning';
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
}

/** What could not be taken from a workbook, and what was not read. */
export function WorkbookMessages({
  messages,
}: {
  readonly messages: readonly ListedMessage[];
}): React.JSX.Element | null {
  const { shown, left, keyOf, showMore } = usePages(messages);
  if (messages.length === 0) return null;
  return (
    <div className="workbook-messages">
      <h4 className="share-row__title">Not taken</h4>
      <ul>
        {shown.map((one) => (
          <li key={keyOf(one)}>
            <strong>
              {one.severity === 'error' ? '✕ Error' : '! Note'}: {one.sheet} {one.cell}
            </strong>{' '}
            {one.message}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="small-button" onClick={showMore}>
          Show more: {left.toLocaleString('en-GB')} left
        </button>
      )}
    </div>
  );
}
