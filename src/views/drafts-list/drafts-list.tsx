import { count } from '#diagram/describe-step.ts';

/** A workspace that the browser keeps. */
export interface KeptWork {
  readonly id: string;
  readonly name: string;
  readonly authority: string;
  /** Where it came from: `from a folder`. */
  readonly from: string;
  /** When it was last kept. */
  readonly when: string;
  /** The names of what is not saved to a file. */
  readonly unsaved: readonly string[];
  readonly isOpen: boolean;
}

export interface DraftsListProps {
  readonly works: readonly KeptWork[];
  readonly onOpen: (id: string) => void;
  readonly onRemove: (id: string) => void;
  /** The one of which it is asked whether it may go; null when none is. */
  readonly removing: string | null;
  readonly onAsk: (id: string | null) => void;
}

type LineProps = Omit<DraftsListProps, 'works'> & { readonly work: KeptWork };

function Asking({ work, onRemove, onAsk }: LineProps): React.JSX.Element {
  const { id, name, unsaved } = work;
  const lost = unsaved.length === 0 ? '' : ` with ${count(unsaved.length, 'unsaved change')}`;
  return (
    <div className="kept-list__asking" role="group" aria-label={`Remove ${name}`}>
      <span>
        Remove {name}
        {lost} and its earlier states from this browser? Files in folders stay.
      </span>
      <button type="button" className="small-button" onClick={() => onRemove(id)}>
        Remove
      </button>
      <button type="button" className="small-button" onClick={() => onAsk(null)}>
        Keep it
      </button>
    </div>
  );
}

function Line(props: LineProps): React.JSX.Element {
  const { work, onOpen, removing, onAsk } = props;
  const { id, name, authority, from, when, unsaved, isOpen } = work;
  return (
    <li className="kept-list__line">
      <div className="kept-list__about">
        <strong>{authority === '' ? name : authority}</strong>
        <span className="kept-list__quiet">
          {name}, {from}
        </span>
        <span className="kept-list__quiet">Last kept {when}</span>
        <span className={unsaved.length > 0 ? 'kept-list__unsaved' : 'kept-list__quiet'}>
          {unsaved.length > 0 ? `● ${count(unsaved.length, 'change')} not saved to a file` : 'Nothing unsaved'}
        </span>
      </div>
      {removing === id ? (
        <Asking {...props} />
      ) : (
        <div className="kept-list__ways">
          {isOpen ? (
            <span className="kept-list__quiet">Open now</span>
          ) : (
            <>
              <button type="button" className="small-button" onClick={() => onOpen(id)}>
                Open<span className="visually-hidden"> {name}</span>
              </button>
              <button type="button" className="text-button" onClick={() => onAsk(id)}>
                Remove<span className="visually-hidden"> {name}</span>
              </button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

/** The workspaces that the browser keeps, the one kept last first. */
export function DraftsList(props: DraftsListProps): React.JSX.Element {
  const { works, ...rest } = props;
  if (works.length === 0) return <p>Nothing is kept yet. What you open and change is kept here by itself.</p>;
  return (
    <ul className="plain-list kept-list">
      {works.map((work) => (
        <Line key={work.id} work={work} {...rest} />
      ))}
    </ul>
  );
}
