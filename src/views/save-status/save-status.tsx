/** How it stands with saving, in words. `more` says where the work is meanwhile. */
export interface SaveStanding {
  readonly tone: 'good' | 'waiting' | 'bad' | 'quiet';
  readonly words: string;
  readonly more: string | null;
}

export interface SaveStatusProps {
  readonly standing: SaveStanding;
  /** What the button does: `Save to folder`. */
  readonly action: string;
  /** False while nothing can be saved, as where the work is another tab's. */
  readonly canSave: boolean;
  readonly onSave: () => void;
  /** The names of what is not saved yet, the latest last. */
  readonly unsaved: readonly string[];
  /** Other ways to save. */
  readonly children?: React.ReactNode;
}

const SIGNS = { good: '✓', waiting: '●', bad: '⚠', quiet: '' } as const;
const NAMED = 12;

function hintOf(unsaved: readonly string[]): string | undefined {
  if (unsaved.length === 0) return undefined;
  const more = unsaved.length - NAMED;
  const names = unsaved.slice(-NAMED).toReversed();
  return ['Not saved yet:', ...names, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

/** What is saved and what is not, and the button that saves. */
export function SaveStatus(props: SaveStatusProps): React.JSX.Element {
  const { standing, action, canSave, onSave, unsaved, children } = props;
  return (
    <div className="save-status">
      <span role="status" className={`save-status__words save-status__words--${standing.tone}`} title={hintOf(unsaved)}>
        {SIGNS[standing.tone] !== '' && <span aria-hidden="true">{SIGNS[standing.tone]} </span>}
        {standing.words}
        {standing.more !== null && <span className="save-status__more"> ({standing.more})</span>}
      </span>
      <span className="save-status__ways">
        <button type="button" className="text-button" disabled={!canSave} onClick={onSave} title="Ctrl+S">
          {action}
        </button>
        {children}
      </span>
    </div>
  );
}
