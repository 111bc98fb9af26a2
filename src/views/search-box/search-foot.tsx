import { count } from '#diagram/describe-step.ts';
import type { FoundEntries } from '#diagram/search/find-entries.ts';
import type { SearchEntry } from '#diagram/search/search-entry.ts';

interface SearchFootProps {
  readonly words: string;
  readonly found: FoundEntries;
  readonly shown: number;
  readonly entry: SearchEntry | undefined;
  readonly onWhy: () => void;
}

/** "34 results", "50 of 1,204 results shown", "Nothing fits all of these words". */
function describeFound(words: string, found: number, shown: number): string {
  if (words.trim() === '') return '';
  if (found === 0) return 'Nothing fits all of these words.';
  const results = count(found, 'result');
  return shown < found ? `${shown.toLocaleString('en-GB')} of ${results} shown.` : `${results}.`;
}

/** How much was found, said aloud too, and what the keys do. */
export function SearchFoot({ words, found, shown, entry, onWhy }: SearchFootProps): React.JSX.Element {
  return (
    <div className="search__foot">
      <p role="status" className="search__says">
        {describeFound(words, found.count, shown)}
      </p>
      <p className="search__keys">
        <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> go there <kbd>Esc</kbd> close
      </p>
      {entry?.found.kind === 'question' && (
        <button type="button" className="small-button" onClick={onWhy}>
          Why is this asked? <kbd>Ctrl+Enter</kbd>
        </button>
      )}
    </div>
  );
}
