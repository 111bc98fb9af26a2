import type { ThreadCodes, ThreadEntry } from '#diagram/thread/thread.ts';
import type { FormId, QuestionCode, StepTypeId } from '#model/ids.ts';
import { ToneTag } from '#views/overlay-key/tone-tag.tsx';
import { TextButton } from '#views/shared/text-button.tsx';

export interface ThreadLinks {
  readonly onStep: (step: StepTypeId) => void;
  readonly onQuestion: (form: FormId, question: QuestionCode) => void;
  readonly onFinding: (finding: string) => void;
}

function Place({
  entry,
  onQuestion,
}: { readonly entry: ThreadEntry } & Pick<ThreadLinks, 'onQuestion'>): React.JSX.Element {
  const { form, question, place, by, how, inputName } = entry;
  return (
    <div className="thread-entry__place">
      {form === null || question === null ? (
        place
      ) : (
        <TextButton onClick={() => onQuestion(form, question)}>{place}</TextButton>
      )}
      <div className="quiet">{[how, by].filter((part) => part !== '').join(' · ')}</div>
      {inputName !== '' && <div className="quiet">for “{inputName}”, which it is worked out from</div>}
    </div>
  );
}

/** Who said so; what they wrote beside it opens, and stands open where they have flagged it. */
function Status({ entry }: { readonly entry: ThreadEntry }): React.JSX.Element {
  if (entry.why === '') return <div className="thread-entry__status">{entry.statusWords}</div>;
  return (
    <details className="details thread-entry__status" open={entry.status === 'flagged'}>
      <summary>{entry.statusWords}</summary>
      {entry.why}
    </details>
  );
}

function Codes({ codes }: { readonly codes: ThreadCodes }): React.JSX.Element {
  return (
    <details className="details">
      <summary>{codes.words}</summary>
      {codes.unmapped.length > 0 && <p>Without a code: {codes.unmapped.join(', ')}</p>}
      <ul className="plain-list">
        {codes.rows.map(({ answer, code, label }) => (
          <li key={`${answer} ${code}`}>
            {answer} <span aria-hidden="true">→</span> {code}
            {label !== '' && label !== code && <span className="quiet"> {label}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Duplicates({
  entry,
  onFinding,
}: { readonly entry: ThreadEntry } & Pick<ThreadLinks, 'onFinding'>): React.JSX.Element {
  return (
    <>
      {entry.duplicates.map(({ finding, tone, words }) => (
        <button key={finding} type="button" className="thread-entry__finding" onClick={() => onFinding(finding)}>
          <ToneTag tone={tone}>{words}</ToneTag>
        </button>
      ))}
    </>
  );
}

/** One place of a thread: where, by whom and how, what it does for the return, and whether it repeats what is known. */
export function ThreadEntryRow({ entry, ...links }: { readonly entry: ThreadEntry } & ThreadLinks): React.JSX.Element {
  const { number, step, stepName } = entry;
  return (
    <li className="thread-entry">
      {number === null ? (
        <span className="thread-entry__nowhere" aria-hidden="true">
          –
        </span>
      ) : (
        <span className="route-number">
          <span className="visually-hidden">Number on the map: </span>
          {number}
        </span>
      )}
      <div>
        <div className="thread-entry__step">
          {step === null ? stepName : <TextButton onClick={() => links.onStep(step)}>{stepName}</TextButton>}
          {entry.first && <span className="thread-entry__first">may be recorded here first</span>}
        </div>
        <Place entry={entry} onQuestion={links.onQuestion} />
        <div className="thread-entry__tags">
          <ToneTag tone={entry.does.tone}>{entry.does.words}</ToneTag>
          <Duplicates entry={entry} onFinding={links.onFinding} />
        </div>
        <Status entry={entry} />
        {entry.codes.map((codes) => (
          <Codes key={codes.codeSet} codes={codes} />
        ))}
      </div>
    </li>
  );
}
