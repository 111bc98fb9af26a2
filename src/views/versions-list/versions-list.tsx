import { count } from '#diagram/describe-step.ts';

/** A saved state of the open workspace. */
export interface KeptState {
  readonly number: number;
  readonly when: string;
  /** Empty where nobody had given a name. */
  readonly by: string;
  readonly reason: string;
  /** The names of what was done since the state before, the latest last. */
  readonly edits: readonly string[];
}

export interface VersionsListProps {
  readonly states: readonly KeptState[];
  readonly canRestore: boolean;
  readonly onLook: (number: number) => void;
  readonly onRestore: (number: number) => void;
}

const NAMED = 3;

function Edits({ edits }: Pick<KeptState, 'edits'>): React.JSX.Element {
  if (edits.length === 0) return <span className="kept-list__quiet">No changes since the state before</span>;
  const more = edits.length - NAMED;
  return (
    <span className="kept-list__quiet">
      {edits.slice(-NAMED).toReversed().join('; ')}
      {more > 0 && ` and ${count(more, 'change')} before`}
    </span>
  );
}

/** The saved states, the newest first. */
export function VersionsList({ states, canRestore, onLook, onRestore }: VersionsListProps): React.JSX.Element {
  if (states.length === 0) {
    return (
      <p>None yet. A state is put by each time you save, every ten minutes of work, and before you go back to one.</p>
    );
  }
  return (
    <ol className="plain-list kept-list">
      {states.map(({ number, when, by, reason, edits }) => (
        <li key={number} className="kept-list__line">
          <div className="kept-list__about">
            <strong>{when}</strong>
            <span>
              {reason}
              {by !== '' && `, by ${by}`}
            </span>
            <Edits edits={edits} />
          </div>
          <div className="kept-list__ways">
            <button type="button" className="small-button" onClick={() => onLook(number)}>
              Look at it<span className="visually-hidden"> ({when})</span>
            </button>
            <button type="button" className="small-button" disabled={!canRestore} onClick={() => onRestore(number)}>
              Restore<span className="visually-hidden"> the state of {when}</span>
            </button>
          </div>
        </li>
      ))}
    </ol>
  );
}
