import { useEffect, useId, useRef, useState } from 'react';
import { branchOf, type PlayedCase, withEvent } from '#cases/played-case.ts';
import { addDays, addWorkingDays, isIsoDate } from '#model/dates.ts';
import { describeDay } from '#walk/history-words.ts';
import { cutTo } from './cut-to.ts';
import type { WalkNow } from './walk-now.ts';

/** The case on another day. A move that follows a move takes its place. */
export function movedTo(played: PlayedCase, on: string): PlayedCase {
  const { events } = branchOf(played);
  const isEnd = played.at === events.length;
  const isMoved = isEnd && events.at(-1)?.type === 'date';
  return withEvent(isMoved ? cutTo(played, played.at - 1) : played, { type: 'date', on });
}

function MoveForm(props: {
  readonly on: string;
  readonly onMove: (on: string) => void;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { on, onMove, onClose } = props;
  const [day, setDay] = useState(on);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="walk-bar__move"
      onSubmit={(event) => {
        event.preventDefault();
        if (isIsoDate(day)) onMove(day);
      }}
    >
      <label htmlFor={id}>Move to</label>
      <input
        ref={field}
        id={id}
        className="field"
        type="date"
        value={day}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => setDay(target.value)}
      />
      <button type="submit" className="small-button" disabled={!isIsoDate(day)}>
        Move
      </button>
      <button type="button" className="text-button" onClick={onClose}>
        Cancel
      </button>
      <span id={`${id}-note`} className="walk-bar__note" role="status">
        {isIsoDate(day) && day < on ? 'That is before the last thing that was done.' : ''}
      </span>
    </form>
  );
}

/** The case's own today, in words, and ways to move it. */
export function DateMoves({ on, change }: WalkNow): React.JSX.Element {
  const [isMoving, setMoving] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasMoving = useRef(false);
  useEffect(() => {
    // What had the keyboard is gone with the form.
    if (wasMoving.current && !isMoving) button.current?.focus();
    wasMoving.current = isMoving;
  }, [isMoving]);
  const moveTo = (day: string): void => {
    change((now) => movedTo(now, day));
    setMoving(false);
  };
  return (
    <div className="walk-bar__date" role="group" aria-label="Date of the case">
      <span className="walk-bar__day" aria-live="polite">
        {describeDay(on)}
      </span>
      {isMoving ? (
        <MoveForm on={on} onMove={moveTo} onClose={() => setMoving(false)} />
      ) : (
        <div className="walk-bar__buttons">
          <button type="button" className="small-button" onClick={() => moveTo(addDays(on, -1))}>
            − 1 day
          </button>
          <button type="button" className="small-button" onClick={() => moveTo(addWorkingDays(on, 1))}>
            + 1 working day
          </button>
          <button ref={button} type="button" className="small-button" onClick={() => setMoving(true)}>
            Move to…
          </button>
        </div>
      )}
    </div>
  );
}
