import { useState } from 'react';
import { SavingDialog } from '#app/saving/saving-dialog.tsx';
import type { PlayedCase } from '#cases/played-case.ts';
import { isIsoDate } from '#model/dates.ts';
import { LabelledText } from '#views/shared/labelled.tsx';
import { type FirstRefused, firstRefused } from '#walk/first-refused.ts';
import { heldFields } from '#walk/held-fields.ts';
import { describeEvent } from '#walk/history-words.ts';
import { describeRefusals } from '#walk/refusal-words.ts';
import { PersonFields } from './person-fields.tsx';
import { draftOf, inputOf } from './start-draft.ts';
import type { WalkNow } from './walk-now.ts';

interface Tried {
  readonly played: PlayedCase;
  readonly stops: FirstRefused;
}

function Asking(props: {
  readonly walk: WalkNow;
  readonly tried: Tried;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}): React.JSX.Element {
  const { walk, tried, onTake, onKeep } = props;
  const { rules, moment } = walk;
  return (
    <div className="inset" role="alert">
      <p>
        With this record the case goes no further than event {tried.stops.at}:{' '}
        {describeEvent(rules.index, moment.state, tried.stops.event)} is refused.
      </p>
      <ul>
        {describeRefusals(rules.index, tried.stops.reasons).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <div className="walk-dialog__ways">
        <button type="button" className="small-button" onClick={onKeep}>
          Keep the old record
        </button>
        <button type="button" className="small-button" onClick={onTake}>
          Change it, and stop there
        </button>
      </div>
    </div>
  );
}

/** Changes what was known when the case began: the case is played again from there. */
export function PersonRecordDialog({
  walk,
  onClose,
}: {
  readonly walk: WalkNow;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { rules, played, change } = walk;
  const [draft, setDraft] = useState(() => draftOf(played));
  const [tried, setTried] = useState<Tried | null>(null);
  function take(next: PlayedCase): void {
    change(() => next);
    onClose();
  }
  function submit(): void {
    if (!isIsoDate(draft.on)) return;
    const next = { ...played, input: inputOf(heldFields(rules.index), draft, played.input) };
    const stops = firstRefused(rules.player, next);
    const isWorse = stops !== null && (walk.stops === null || stops.at < walk.stops.at);
    if (isWorse) setTried({ played: next, stops });
    else take(next);
  }
  return (
    <SavingDialog title="Person record" onClose={onClose} closeWords="Cancel">
      <p className="saving-dialog__about">
        What was held before the first step. Changing it plays the case again from the beginning.{' '}
        <strong>Invented details only.</strong>
      </p>
      <form
        className="walk-start"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <LabelledText
          label="The case begins on"
          type="date"
          value={draft.on}
          onChange={(on) => setDraft({ ...draft, on })}
        />
        <PersonFields index={rules.index} draft={draft} onChange={setDraft} />
        {tried !== null && <Asking walk={walk} tried={tried} onKeep={onClose} onTake={() => take(tried.played)} />}
        <button type="submit" className="small-button small-button--first" disabled={!isIsoDate(draft.on)}>
          Change the record
        </button>
      </form>
    </SavingDialog>
  );
}
