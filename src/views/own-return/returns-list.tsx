import { count } from '#diagram/describe-step.ts';
import type { DataReturn } from '#model/data-return.ts';

export interface ReturnsListProps {
  readonly returns: readonly DataReturn[];
  /** The return that the workspace is audited for unless another is asked for. */
  readonly first: string;
  readonly looked: string;
  readonly isReadOnly: boolean;
  readonly onLook: (dataReturn: DataReturn) => void;
  readonly onFirst: (dataReturn: DataReturn) => void;
  readonly onCopy: (dataReturn: DataReturn) => void;
  readonly onEdit: (dataReturn: DataReturn) => void;
  readonly onRemove: (dataReturn: DataReturn) => void;
}

function Act({
  words,
  of,
  onAct,
}: {
  readonly words: string;
  readonly of: DataReturn;
  readonly onAct: (dataReturn: DataReturn) => void;
}): React.JSX.Element {
  return (
    <button type="button" className="small-button" onClick={() => onAct(of)}>
      {words}
      <span className="visually-hidden"> {of.name || of.id}</span>
    </button>
  );
}

function Acts(props: ReturnsListProps & { readonly of: DataReturn }): React.JSX.Element {
  const { of, first, looked, isReadOnly, onLook, onFirst, onCopy, onEdit, onRemove } = props;
  return (
    <div className="returns-list__acts">
      {of.id !== looked && <Act words="Look at" of={of} onAct={onLook} />}
      {!isReadOnly && of.id !== first && <Act words="Use as the workspace’s return" of={of} onAct={onFirst} />}
      {!isReadOnly && <Act words="Copy as our own" of={of} onAct={onCopy} />}
      {!isReadOnly && !of.shipped && <Act words="Edit" of={of} onAct={onEdit} />}
      {!isReadOnly && !of.shipped && <Act words="Remove" of={of} onAct={onRemove} />}
    </div>
  );
}

/** The returns that are known: those that the product ships, and the council's own. */
export function ReturnsList(props: ReturnsListProps): React.JSX.Element {
  const { returns, first, looked } = props;
  return (
    <table className="small-table returns-list">
      <caption className="visually-hidden">Returns</caption>
      <thead>
        <tr>
          <th scope="col">Return</th>
          <th scope="col">Whose</th>
          <th scope="col">Holds</th>
          <th scope="col">Not verified</th>
          <th scope="col">
            <span className="visually-hidden">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {returns.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <strong>{one.name || one.id}</strong>
              <span className="event-places__key">{one.id}</span>
              {one.id === first && <span className="returns-list__mark">The workspace’s return</span>}
              {one.id === looked && <span className="returns-list__mark">Looked at now</span>}
            </th>
            <td>{one.shipped ? 'National, as the product ships it' : 'Our own'}</td>
            <td>
              {count(one.items.length, 'item')}, {count(one.events.length, 'event')}, {count(one.codes.length, 'code')},{' '}
              {count(one.rules.length, 'rule')}
            </td>
            <td>{count(one.notVerified.length, 'thing')}</td>
            <td>
              <Acts {...props} of={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
