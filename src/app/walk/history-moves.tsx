import { branchOf, playedTo } from '#cases/played-case.ts';
import { describeEvent } from '#walk/history-words.ts';
import { useHistoryKeys } from './use-history-keys.ts';
import { SPEEDS, type Speed, usePlay } from './use-play.ts';
import type { WalkNow } from './walk-now.ts';

/** Where the case stands in its history: "12 of 40: Section 47 enquiry completed". */
function positionOf({ played, moment, rules }: WalkNow): string {
  const { events } = branchOf(played);
  const last = events[played.at - 1];
  const says = last === undefined ? 'the beginning' : describeEvent(rules.index, moment.state, last);
  return `${played.at} of ${events.length}: ${says}`;
}

interface MoveProps {
  /** What is drawn; the words are for whoever hears the button. */
  readonly sign: string;
  readonly name: string;
  readonly keys?: string;
  readonly id?: string;
  readonly isDone: boolean;
  readonly onMove: () => void;
}

function Move({ sign, name, keys, id, isDone, onMove }: MoveProps): React.JSX.Element {
  return (
    <button
      type="button"
      id={id}
      className="small-button walk-bar__move-button"
      aria-label={name}
      // The button stays where the keyboard is, even when there is nowhere further to go.
      aria-disabled={isDone}
      aria-keyshortcuts={keys}
      title={keys === undefined ? name : `${name} (${keys})`}
      onClick={() => {
        if (!isDone) onMove();
      }}
    >
      {sign}
    </button>
  );
}

/** Plays the history by itself, as somebody shows it to others. */
function PlayButtons({ walk }: { readonly walk: WalkNow }): React.JSX.Element {
  const { isPlaying, speed, setSpeed, start, stop } = usePlay(walk);
  return (
    <>
      <button
        type="button"
        id="walk-play"
        className="small-button"
        aria-pressed={isPlaying}
        onClick={isPlaying ? stop : start}
      >
        <span aria-hidden="true">{isPlaying ? '❚❚' : '▶'}</span> {isPlaying ? 'Pause' : 'Play'}
      </button>
      <select
        className="field walk-bar__speed"
        aria-label="Speed of playing"
        value={speed.name}
        onChange={({ target }) => setSpeed(SPEEDS.find(({ name }) => name === target.value) ?? speed)}
      >
        {SPEEDS.map(({ name }: Speed) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

/** Back and forward in the history, to its ends, and playing it. */
export function HistoryMoves(walk: WalkNow): React.JSX.Element {
  const { played, stops, change } = walk;
  const { length } = branchOf(played).events;
  const last = stops?.at ?? length;
  const go = (at: number) => (): void => change((now) => playedTo(now, at));
  const back = (): void => change((now) => playedTo(now, now.at - 1));
  const forward = (): void => change((now) => playedTo(now, Math.min(now.at + 1, last)));
  useHistoryKeys({ onBack: back, onForward: forward });
  return (
    <div className="walk-bar__moves" role="group" aria-label="Moves in the history">
      <div className="walk-bar__buttons">
        <Move sign="«" name="To the beginning" isDone={played.at === 0} onMove={go(0)} />
        <Move sign="‹ Back" name="Back" keys="[" id="walk-back" isDone={played.at === 0} onMove={back} />
        <Move sign="Forward ›" name="Forward" keys="]" id="walk-forward" isDone={played.at >= last} onMove={forward} />
        <Move sign="»" name="To the end" isDone={played.at >= last} onMove={go(last)} />
        {length > 1 && <PlayButtons walk={walk} />}
      </div>
      <span className="walk-bar__position" role="status">
        {positionOf(walk)}
      </span>
    </div>
  );
}
