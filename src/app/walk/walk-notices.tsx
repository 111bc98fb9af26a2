import { useStore } from 'zustand';
import { describeStorageFailure, type StorageFailure } from '#store/saving/outcome.ts';
import { ProblemsList } from '#views/problems-list/problems-list.tsx';
import { whyItCannotEnd } from '#walk/can-end.ts';
import { describeEvent } from '#walk/history-words.ts';
import { describeRefusals } from '#walk/refusal-words.ts';
import { cutTo } from './cut-to.ts';
import type { Opening } from './use-opening.ts';
import type { WalkNow } from './walk-now.ts';
import { CASES, WALKING } from './walking.ts';

function Button({ words, onPress }: { readonly words: string; readonly onPress: () => void }): React.JSX.Element {
  return (
    <button type="button" className="small-button" onClick={onPress}>
      {words}
    </button>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }): React.JSX.Element {
  return (
    <ul className="walk-notice__reasons">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

/** What was asked of the case and refused, and why. */
function Refused({ walk }: { readonly walk: WalkNow }): React.JSX.Element | null {
  const refused = useStore(WALKING, (state) => state.refused);
  if (refused === null) return null;
  const { index } = walk.rules;
  return (
    <div className="work-bar work-bar--bad walk-notice">
      <div>
        <strong>Not done: {describeEvent(index, walk.moment.state, refused.event)}.</strong>
        <Reasons reasons={describeRefusals(index, refused.reasons)} />
      </div>
      <Button words="Close" onPress={() => WALKING.setState({ refused: null })} />
    </div>
  );
}

/** The history of the case is no longer possible in the workspace as it is now. */
function Stops({ walk }: { readonly walk: WalkNow }): React.JSX.Element | null {
  const { stops, rules, moment, store, change } = walk;
  const undoable = useStore(store, (state) => (state.readOnly === null ? state.history.past.at(-1)?.name : undefined));
  if (stops === null) return null;
  const { index } = rules;
  return (
    <div className="work-bar work-bar--look walk-notice">
      <div>
        <strong>
          In the workspace as it is now, this case goes no further than event {stops.at}. Refused:{' '}
          {describeEvent(index, moment.state, stops.event)}.
        </strong>
        <Reasons reasons={describeRefusals(index, stops.reasons)} />
      </div>
      <Button words="Keep up to here" onPress={() => change((now) => cutTo(now, stops.at))} />
      {undoable !== undefined && <Button words={`Undo the edit: ${undoable}`} onPress={store.undo} />}
    </div>
  );
}

const lossless = (failure: StorageFailure): string =>
  describeStorageFailure(failure)
    .replace(/^Your work is/u, 'The case is')
    .replace(/^Your work could/u, 'The case could')
    .replace(/Save to a folder.*$/u, 'Save it as a script before you close this tab.');

/** Whether the case is kept, and what was put aside or deleted. */
function Keeping(): React.JSX.Element {
  const keeping = useStore(WALKING, (state) => state.keeping);
  const putAside = useStore(WALKING, (state) => state.putAside);
  const deleted = useStore(WALKING, (state) => state.deleted);
  return (
    <>
      {keeping.kind === 'failed' && <div className="work-bar work-bar--bad">{lossless(keeping.failure)}</div>}
      {keeping.kind === 'not-here' && (
        <div className="work-bar work-bar--look">
          The case is not kept: this workspace is open in another tab. Save it as a script, or take over there.
        </div>
      )}
      {putAside !== null && (
        <div className="work-bar work-bar--told">
          <span>
            The case before was not saved: it is kept in this browser as <strong>{putAside}</strong>.
          </span>
          <Button words="Close" onPress={() => WALKING.setState({ putAside: null })} />
        </div>
      )}
      {deleted !== null && (
        <div className="work-bar work-bar--told">
          <span>
            Deleted: <strong>{deleted.played.name}</strong>.
          </span>
          <Button words="Undo" onPress={() => void CASES.bringBack()} />
          <Button words="Close" onPress={() => WALKING.setState({ deleted: null })} />
        </div>
      )}
    </>
  );
}

/** What was wrong with a script that was opened. */
function ScriptNotice({ opening }: { readonly opening: Opening }): React.JSX.Element | null {
  const { opened, dismiss } = opening;
  if (opened === null) return null;
  return (
    <div className={`work-bar work-bar--${opened.isThere ? 'look' : 'bad'} walk-notice`}>
      <div>
        <strong>
          {opened.isThere
            ? `${opened.file} was opened, and something is to be looked at:`
            : `${opened.file} was not opened:`}
        </strong>
        <ProblemsList problems={opened.problems} />
      </div>
      <Button words="Close" onPress={dismiss} />
    </div>
  );
}

/** Where the case as a whole stands, when there is something to say. */
function Standing({ walk }: { readonly walk: WalkNow }): React.JSX.Element | null {
  const { moment, rules } = walk;
  const stuck = whyItCannotEnd(rules.index, moment.state);
  if (stuck !== '') return <div className="work-bar work-bar--look">{stuck}</div>;
  if (moment.status !== 'finished') return null;
  return (
    <div className="work-bar work-bar--told">
      <span>
        <strong>Nothing is open.</strong> Begin another first step, or reopen a step.
      </span>
    </div>
  );
}

/** Everything that is to be said of the case as a whole, in one place above it. */
export function WalkNotices(props: { readonly walk: WalkNow | null; readonly opening: Opening }): React.JSX.Element {
  const { walk, opening } = props;
  return (
    <div className="walk-notices">
      <div role="status">
        {opening.isPlaying && <div className="work-bar work-bar--told">Playing the case…</div>}
        <Keeping />
        {walk !== null && <Standing walk={walk} />}
        {walk !== null && <Stops walk={walk} />}
      </div>
      <div role="alert">
        <ScriptNotice opening={opening} />
        {walk !== null && <Refused walk={walk} />}
      </div>
    </div>
  );
}
