import { useState } from 'react';
import { count } from '#diagram/describe-step.ts';
import { NameField } from './name-field.tsx';

export interface BranchLine {
  readonly name: string;
  readonly events: number;
}

export interface BranchListProps {
  readonly branches: readonly BranchLine[];
  /** Which one is played, from 0. */
  readonly chosen: number;
  readonly onChoose: (branch: number) => void;
  readonly onRename: (branch: number, name: string) => void;
  readonly onRemove: (branch: number) => void;
}

/** The ways in which a case was played: choose one, rename it, delete it. */
export function BranchList({ branches, chosen, onChoose, onRename, onRemove }: BranchListProps): React.JSX.Element {
  const [renaming, setRenaming] = useState<number | null>(null);
  return (
    <ul className="plain-list walk-branches" aria-label="Branches">
      {branches.map(({ name, events }, branch) => (
        // Branches are told apart by their place alone: two may have one name.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={branch} className="walk-branches__line">
          {renaming === branch ? (
            <NameField
              label="Name of the branch"
              start={name}
              button="Rename"
              onName={(next) => {
                onRename(branch, next);
                setRenaming(null);
              }}
              onCancel={() => setRenaming(null)}
            />
          ) : (
            <>
              <label className="walk-branches__choice">
                <input type="radio" checked={branch === chosen} onChange={() => onChoose(branch)} />
                <span>
                  {name} <span className="quiet">{count(events, 'event')}</span>
                </span>
              </label>
              <button type="button" className="text-button" onClick={() => setRenaming(branch)}>
                Rename<span className="visually-hidden"> {name}</span>
              </button>
              {branches.length > 1 && (
                <button type="button" className="text-button" onClick={() => onRemove(branch)}>
                  Delete<span className="visually-hidden"> {name}</span>
                </button>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
