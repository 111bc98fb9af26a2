import { assertNever } from '#model/assert.ts';

/** How far a file has come. */
export type RowState =
  | { readonly kind: 'making' }
  | {
      readonly kind: 'made';
      readonly name: string;
      /** "184 KB, 2,400 × 1,300 pixels". */
      readonly size: string;
      readonly lost: readonly string[];
      readonly isCopied: boolean;
    }
  | { readonly kind: 'failed'; readonly failure: string };

interface ShareRowProps {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly state: RowState | null;
  /** Why it cannot be made as it is chosen; empty: it can. */
  readonly hindrance: string;
  /** What of it can be chosen. */
  readonly children?: React.ReactNode;
  readonly onMake: () => void;
  /** Null where it cannot be copied. */
  readonly onCopy: (() => void) | null;
  readonly onCancel: () => void;
}

function Lost({ lost }: { readonly lost: readonly string[] }): React.JSX.Element | null {
  if (lost.length === 0) return null;
  return (
    <details className="share-row__lost">
      <summary>What it does not carry</summary>
      <ul>
        {lost.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

function State({ title, state }: { readonly title: string; readonly state: RowState }): React.JSX.Element {
  switch (state.kind) {
    case 'making':
      return <progress className="share-row__progress" aria-label={`Making ${title}`} />;
    case 'failed':
      return <p className="share-row__failure">{state.failure}</p>;
    case 'made':
      return (
        <>
          <p className="share-row__made">
            <span aria-hidden="true">✓</span>{' '}
            {state.isCopied ? 'Copied' : <span className="share-row__name">{state.name}</span>}
            {` · ${state.size}`}
          </p>
          <Lost lost={state.lost} />
        </>
      );
    default:
      return assertNever(state);
  }
}

/** One file that can be made: what it is good for, what can be chosen, and what became of it. */
export function ShareRow(props: ShareRowProps): React.JSX.Element {
  const { id, title, says, state, hindrance, children, onMake, onCopy, onCancel } = props;
  const isMaking = state?.kind === 'making';
  const isHindered = hindrance !== '';
  return (
    <li className="share-row" data-file={id}>
      <div className="share-row__head">
        <h4 className="share-row__title">{title}</h4>
        <div className="share-row__acts">
          {onCopy !== null && !isMaking && (
            <button type="button" className="small-button" disabled={isHindered} onClick={onCopy}>
              Copy<span className="visually-hidden"> {title}</span>
            </button>
          )}
          <button
            type="button"
            id={`share-${id}`}
            className="small-button share-row__make"
            aria-disabled={isHindered}
            aria-describedby={isHindered ? `share-${id}-why` : undefined}
            onClick={() => {
              if (isMaking) onCancel();
              else if (!isHindered) onMake();
            }}
          >
            {isMaking ? 'Cancel' : 'Download'}
            <span className="visually-hidden"> {title}</span>
          </button>
        </div>
      </div>
      <p className="share-row__says">{says}</p>
      {children !== undefined && <div className="share-row__choice">{children}</div>}
      {isHindered && (
        <p id={`share-${id}-why`} className="share-row__failure">
          {hindrance}
        </p>
      )}
      {!isHindered && state !== null && <State title={title} state={state} />}
    </li>
  );
}
