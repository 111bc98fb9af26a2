import { useState } from 'react';
import { NameField } from './name-field.tsx';

/** A case that can be opened. */
export interface CaseLine {
  readonly id: string;
  readonly name: string;
  /** What it shows, in a sentence; may be empty. */
  readonly about: string;
  /** "12 events, kept at 14:32". */
  readonly says: string;
}

export interface CasesListProps {
  readonly label: string;
  readonly cases: readonly CaseLine[];
  readonly onOpen: (id: string) => void;
  /** Left out where the cases are not the person's own. */
  readonly own?: {
    readonly onRename: (id: string, name: string) => void;
    readonly onRemove: (id: string) => void;
  };
}

type LineProps = Omit<CasesListProps, 'cases' | 'label'> & { readonly line: CaseLine };

function OwnButtons({ line, own, onRenaming }: LineProps & { readonly onRenaming: () => void }): React.JSX.Element {
  return (
    <>
      <button type="button" className="text-button" onClick={onRenaming}>
        Rename<span className="visually-hidden"> {line.name}</span>
      </button>
      <button type="button" className="text-button" onClick={() => own?.onRemove(line.id)}>
        Delete<span className="visually-hidden"> {line.name}</span>
      </button>
    </>
  );
}

function Line(props: LineProps): React.JSX.Element {
  const { line, onOpen, own } = props;
  const [isRenaming, setRenaming] = useState(false);
  return (
    <li className="walk-cases__line">
      {isRenaming && own !== undefined ? (
        <NameField
          label="Name of the case"
          start={line.name}
          button="Rename"
          onName={(name) => {
            own.onRename(line.id, name);
            setRenaming(false);
          }}
          onCancel={() => setRenaming(false)}
        />
      ) : (
        <>
          <div className="walk-cases__about">
            <strong>{line.name}</strong>
            {line.about !== '' && <span>{line.about}</span>}
            {line.says !== '' && <span className="quiet">{line.says}</span>}
          </div>
          <div className="walk-cases__ways">
            <button type="button" className="small-button" onClick={() => onOpen(line.id)}>
              Open<span className="visually-hidden"> {line.name}</span>
            </button>
            {own !== undefined && <OwnButtons {...props} onRenaming={() => setRenaming(true)} />}
          </div>
        </>
      )}
    </li>
  );
}

/** Cases to open, each with what it shows. */
export function CasesList({ label, cases, ...rest }: CasesListProps): React.JSX.Element {
  return (
    <ul className="plain-list walk-cases" aria-label={label}>
      {cases.map((line) => (
        <Line key={line.id} line={line} {...rest} />
      ))}
    </ul>
  );
}
