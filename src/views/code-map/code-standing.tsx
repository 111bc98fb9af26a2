import { useState } from 'react';
import type { CodeMapping } from '#model/workspace.ts';
import { ReasonForm } from '#views/mapping-panel/reason-form.tsx';
import { StandingTag } from '#views/mapping-panel/standing-tag.tsx';

interface CodeStandingProps {
  readonly row: CodeMapping;
  readonly isReadOnly: boolean;
  readonly actions: {
    readonly onFlag: (rows: readonly CodeMapping[], why: string) => void;
    readonly onConfirm: (rows: readonly CodeMapping[]) => void;
  };
}

/** How far an answer's code is confirmed, by whom, when and why. */
export function CodeStanding({ row, isReadOnly, actions }: CodeStandingProps): React.JSX.Element {
  const [isFlagging, setFlagging] = useState(false);
  if (isFlagging) {
    return (
      <ReasonForm
        title="What has to be looked at again?"
        button="Flag"
        isNeeded
        onSubmit={(why) => {
          setFlagging(false);
          actions.onFlag([row], why);
        }}
        onCancel={() => setFlagging(false)}
      />
    );
  }
  return (
    <p className="code-map__said">
      <StandingTag standing={row.status} /> {[row.by, row.on, row.why].filter((part) => part !== '').join(', ')}{' '}
      {!isReadOnly && row.status !== 'confirmed' && (
        <button type="button" className="text-button" onClick={() => actions.onConfirm([row])}>
          Confirm
        </button>
      )}{' '}
      {!isReadOnly && row.status !== 'flagged' && (
        <button type="button" className="text-button" onClick={() => setFlagging(true)}>
          Flag
        </button>
      )}
    </p>
  );
}
