import { useState } from 'react';
import { count } from '#diagram/describe-step.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import type { HoldingBack } from '#walk/next-actions-view.ts';

const FEW = 4;

/** The id of the list on the page. */
export const HELD_BACK = 'held-back';

/** What keeps the step from being completed, each with the way to the field. */
export function HeldBack({
  holdsBack,
  onGo,
}: {
  readonly holdsBack: readonly HoldingBack[];
  readonly onGo: (place: string) => void;
}): React.JSX.Element {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? holdsBack : holdsBack.slice(0, FEW);
  return (
    <div className="held-back" id={HELD_BACK} tabIndex={-1} role="group" aria-label="What holds the step back">
      {holdsBack.length === 0 ? (
        <p className="case-quiet">Nothing holds the step back.</p>
      ) : (
        <>
          <p className="held-back__title">
            Before the step can be completed ({count(holdsBack.length, 'thing')} to do)
          </p>
          <ul>
            {shown.map(({ says, place }) => (
              <li key={says}>{place === '' ? says : <TextButton onClick={() => onGo(place)}>{says}</TextButton>}</li>
            ))}
          </ul>
          {shown.length < holdsBack.length && (
            <TextButton
              onClick={() => {
                document.getElementById(HELD_BACK)?.focus();
                setWhole(true);
              }}
            >
              Show all {holdsBack.length}
            </TextButton>
          )}
        </>
      )}
    </div>
  );
}
