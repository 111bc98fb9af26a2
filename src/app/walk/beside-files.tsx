import { useState } from 'react';
import type { BesideView } from './beside-address.ts';
import { showBeside } from './beside-address.ts';
import { messageOf, saveMessage, saveSchema } from './save-return.ts';
import type { ReturnNow } from './use-return-now.ts';
import type { WalkNow } from './walk-now.ts';

interface BesideFilesProps {
  readonly walk: WalkNow;
  readonly now: ReturnNow;
  readonly beside: BesideView;
}

function useCopying(walk: WalkNow, now: ReturnNow): readonly [string, () => void] {
  const [said, say] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(messageOf(walk, now));
      say('Copied.');
    } catch {
      say('The browser did not allow copying. Download the XML instead.');
    }
  };
  return [said, () => void copy()];
}

/** The message as a file, its XML Schema, and how flags are written. */
function Files({ walk, now, beside }: BesideFilesProps): React.JSX.Element {
  const { store } = walk;
  const [said, copy] = useCopying(walk, now);
  return (
    <details className="beside-files">
      <summary>Copy or download</summary>
      {!now.child.isIncluded && (
        <p className="element-about__quiet">Nothing of the child is sent yet: the file has its header alone.</p>
      )}
      <p className="beside-files__buttons">
        <button type="button" className="small-button" onClick={copy}>
          Copy the XML
        </button>
        <button type="button" className="small-button" onClick={() => saveMessage(walk, now)}>
          Download the XML
        </button>
        <button type="button" className="small-button" onClick={() => saveSchema(walk)}>
          Download the XML Schema
        </button>
      </p>
      <p className="beside-files__flags" role="group" aria-label="How true and false are written">
        <button
          type="button"
          className="toggle"
          aria-pressed={beside.flags === 'true-false'}
          onClick={() => showBeside(store, { flags: '' })}
        >
          true and false
        </button>
        <button
          type="button"
          className="toggle"
          aria-pressed={beside.flags === '1-0'}
          onClick={() => showBeside(store, { flags: '1-0' })}
        >
          1 and 0
        </button>
      </p>
      <p role="status" className="element-about__quiet">
        {said}
      </p>
    </details>
  );
}

/** What can be done with the return as a whole. */
export function BesideFiles(props: BesideFilesProps): React.JSX.Element {
  const { walk, now, beside } = props;
  const { hidden } = now.view;
  return (
    <div className="beside-bar">
      <Files {...props} />
      {(hidden > 0 || beside.isAllShown) && (
        <button
          type="button"
          className="chip"
          aria-pressed={beside.isAllShown}
          onClick={() => showBeside(walk.store, { unsent: beside.isAllShown ? '' : 'shown' })}
        >
          Not sent <span className="chip__count">{hidden}</span>
        </button>
      )}
    </div>
  );
}
