import { count } from '#diagram/describe-step.ts';

/** A made-up case as a line of a list. */
export interface GeneratedLine {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly steps: number;
  /** What it does that no case before it does, each in words. */
  readonly adds: readonly string[];
  /** Names of steps that stay open. */
  readonly staysOpen: readonly string[];
}

/** Something that no case does, and why. */
export interface UncoveredLine {
  readonly goal: string;
  readonly says: string;
}

export interface GeneratedListProps {
  readonly cases: readonly GeneratedLine[];
  readonly uncovered: readonly UncoveredLine[];
  /** "41 of 43 next actions …". */
  readonly coverage: string;
  /** Cases that the return file does not have, and why. */
  readonly leftOut: readonly { readonly name: string; readonly says: string }[];
  readonly onOpen: (id: string) => void;
}

function Line({ line, onOpen }: { readonly line: GeneratedLine; readonly onOpen: () => void }): React.JSX.Element {
  const { name, about, steps, adds, staysOpen } = line;
  return (
    <li className="walk-cases__line">
      <div className="walk-cases__about">
        <strong>{name}</strong>
        {about !== '' && <span>{about}</span>}
        <span className="quiet">
          {count(steps, 'step')}
          {staysOpen.length > 0 && `; stays open: ${staysOpen.join(', ')}`}
        </span>
        {adds.length > 0 && (
          <details className="details">
            <summary>{count(adds.length, 'thing')} that no case before does</summary>
            <ul>
              {adds.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <button type="button" className="small-button" onClick={onOpen}>
        Open<span className="visually-hidden"> {name}</span>
      </button>
    </li>
  );
}

/** The made-up cases with what each is for, how much they cover between them, and what they do not. */
export function GeneratedList(props: GeneratedListProps): React.JSX.Element {
  const { cases, uncovered, coverage, leftOut, onOpen } = props;
  return (
    <>
      <p className="saving-dialog__about">
        <strong>
          {count(cases.length, 'case')}: {coverage}.
        </strong>
      </p>
      {uncovered.length > 0 && (
        <details className="details" open={uncovered.length < 9}>
          <summary>{count(uncovered.length, 'thing')} no case can do, and why</summary>
          <ul>
            {uncovered.map(({ goal, says }) => (
              <li key={goal}>
                <strong>{goal}</strong>: {says}
              </li>
            ))}
          </ul>
        </details>
      )}
      {leftOut.length > 0 && (
        <details className="details">
          <summary>{count(leftOut.length, 'case')} not in the return file, and why</summary>
          <ul>
            {leftOut.map(({ name, says }) => (
              <li key={name}>
                <strong>{name}</strong>: {says}
              </li>
            ))}
          </ul>
        </details>
      )}
      <ul className="plain-list walk-cases" aria-label="Generated cases">
        {cases.map((line) => (
          <Line key={line.id} line={line} onOpen={() => onOpen(line.id)} />
        ))}
      </ul>
    </>
  );
}
