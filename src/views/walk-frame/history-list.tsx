import { useEffect, useRef, useState } from 'react';
import type { BranchPoint } from '#walk/branch-points.ts';
import { describeDay, type HistoryLine, type HistoryRun } from '#walk/history-words.ts';
import { moveInList } from './move-in-list.ts';

export interface HistoryListProps {
  readonly runs: readonly HistoryRun[];
  /** How many events have been played. */
  readonly at: number;
  /** How many can be: from there on the workspace refuses the history. */
  readonly limit: number;
  readonly branches: readonly BranchPoint[];
  readonly onGo: (at: number) => void;
  readonly onBranch: (branch: number) => void;
}

interface LineProps {
  readonly line: HistoryLine;
  readonly at: number;
  readonly limit: number;
  readonly onGo: (at: number) => void;
}

function lineClass(line: HistoryLine, at: number): string {
  const state = line.at === at ? 'here' : line.at < at ? 'played' : 'later';
  return `walk-history__line walk-history__line--${state}`;
}

function Line({ line, at, limit, onGo }: LineProps): React.JSX.Element {
  const isHere = line.at === at;
  return (
    <button
      type="button"
      data-line={line.at}
      className={lineClass(line, at)}
      tabIndex={isHere ? 0 : -1}
      aria-current={isHere ? 'step' : undefined}
      disabled={line.at > limit}
      onClick={() => onGo(line.at)}
    >
      {line.words}
      {isHere && <span className="walk-history__mark"> ◂ here</span>}
      {line.at > at && <span className="visually-hidden"> (not played now)</span>}
    </button>
  );
}

type RunProps = Omit<HistoryListProps, 'runs'> & { readonly run: HistoryRun };

/** Answers that were given together, shut until somebody opens them, or until the case stands in the midst of them. */
function Together({ run, at, limit, onGo }: RunProps): React.JSX.Element {
  const last = run.lines.at(-1);
  const isInside = run.lines.some((line) => line.at === at) && last?.at !== at;
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || isInside;
  return (
    <>
      <div className="walk-history__run">
        <button
          type="button"
          className="walk-history__fold"
          tabIndex={-1}
          data-line="fold"
          aria-expanded={isShown}
          aria-label={`${isShown ? 'Shut' : 'Open'}: ${run.title}`}
          onClick={() => setOpen(!isShown)}
        >
          <span aria-hidden="true">{isShown ? '▾' : '▸'}</span>
        </button>
        {last !== undefined && (
          <Line line={{ at: last.at, words: run.title }} at={isInside ? -1 : at} limit={limit} onGo={onGo} />
        )}
      </div>
      {isShown && (
        <ol className="plain-list walk-history__inner">
          {run.lines.map((line) => (
            <li key={line.at}>
              <Line line={line} at={at} limit={limit} onGo={onGo} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Run(props: RunProps): React.JSX.Element {
  const { run, branches, onBranch, ...line } = props;
  const [first] = run.lines;
  const last = run.lines.at(-1)?.at ?? 0;
  const here = branches.filter(({ after }) => after >= (first?.at ?? 0) && after <= last);
  return (
    <li>
      {run.title === '' && first !== undefined ? <Line line={first} {...line} /> : <Together {...props} />}
      {here.map(({ branch, name }) => (
        <BranchMark key={branch} name={name} onGo={() => onBranch(branch)} />
      ))}
    </li>
  );
}

function BranchMark({ name, onGo }: { readonly name: string; readonly onGo: () => void }): React.JSX.Element {
  return (
    <p className="walk-history__branch">
      A branch begins here:{' '}
      <button type="button" className="text-button" tabIndex={-1} data-line="branch" onClick={onGo}>
        {name}
      </button>
    </p>
  );
}

/** The days of a history, each with what happened on it. */
function byDay(runs: readonly HistoryRun[]): readonly { readonly on: string; readonly runs: readonly HistoryRun[] }[] {
  const days: { readonly on: string; readonly runs: HistoryRun[] }[] = [];
  for (const run of runs) {
    const last = days.at(-1);
    if (last?.on === run.on) last.runs.push(run);
    else days.push({ on: run.on, runs: [run] });
  }
  return days;
}

/** Every event of a case in words, day by day. Choosing one goes to the moment after it. */
export function HistoryList(props: HistoryListProps): React.JSX.Element {
  const { runs, at, limit, branches, onGo, onBranch } = props;
  const common = { at, limit, branches, onGo, onBranch };
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-line="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    // The list hears the arrow keys for its buttons.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={list} className="walk-history__list" onKeyDown={moveInList}>
      <Line line={{ at: 0, words: 'The beginning' }} at={at} limit={limit} onGo={onGo} />
      {branches
        .filter(({ after }) => after === 0)
        .map(({ branch, name }) => (
          <BranchMark key={branch} name={name} onGo={() => onBranch(branch)} />
        ))}
      {byDay(runs).map((day) => (
        <section key={day.runs[0]?.lines[0]?.at} className="walk-history__day">
          <h4 className="walk-history__date">{describeDay(day.on)}</h4>
          <ol className="plain-list">
            {day.runs.map((run) => (
              <Run key={run.lines[0]?.at} run={run} {...common} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
