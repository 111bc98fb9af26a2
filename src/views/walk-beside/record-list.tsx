import { memo } from 'react';
import { isSame } from '#model/is-same.ts';
import type { RecordGroup, RecordLine } from '#walk/record-view.ts';

interface LineProps {
  readonly line: RecordLine;
  readonly isLit: boolean;
  readonly onPoint: (line: RecordLine) => void;
  readonly onGo: (line: RecordLine) => void;
}

const Line = memo(
  function Line({ line, isLit, onPoint, onGo }: LineProps): React.JSX.Element {
    const { fact, value, where, when, again, about, isUnread, step } = line;
    return (
      <li className={isLit ? 'record-line record-line--lit' : 'record-line'}>
        <button type="button" className="record-line__fact" aria-pressed={isLit} onClick={() => onPoint(line)}>
          {fact}
        </button>{' '}
        <span className="record-line__value">{value}</span>
        {about !== '' && <span className="record-line__about">{about}</span>}
        <span className="record-line__where">
          {when}, {where}
          {isUnread ? ' (the return does not read it)' : ''}{' '}
          {step !== null && (
            <button
              type="button"
              className="text-button"
              onClick={() => onGo(line)}
              aria-label={`Go to ${fact}, ${where}`}
            >
              Go to
            </button>
          )}
        </span>
        {again !== '' && (
          <span className="record-line__again">
            <span aria-hidden="true">↻ </span>
            {again}
          </span>
        )}
      </li>
    );
  },
  (one, other) => one.isLit === other.isLit && one.onPoint === other.onPoint && isSame(one.line, other.line),
);

interface RecordListProps {
  readonly groups: readonly RecordGroup[];
  /** The places that are pointed at. */
  readonly lit: ReadonlySet<string>;
  readonly onPoint: (line: RecordLine) => void;
  readonly onGo: (line: RecordLine) => void;
}

/** What is on the child's record, each entry with where it was made and whether it had been made before. */
export function RecordList({ groups, lit, onPoint, onGo }: RecordListProps): React.JSX.Element {
  return (
    <>
      {groups.map(({ key, title, lines }) => (
        <section key={key} className="record-group" aria-label={title}>
          <h4 className="record-group__title">{title}</h4>
          <ul className="record-group__lines">
            {lines.map((line) => (
              <Line key={line.key} line={line} isLit={lit.has(line.place)} onPoint={onPoint} onGo={onGo} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
