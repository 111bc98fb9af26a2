import { memo, useEffect, useRef } from 'react';
import type { FoundEntries, FoundGroup } from '#diagram/search/find-entries.ts';
import type { FoundKind, SearchEntry } from '#diagram/search/search-entry.ts';
import type { Way } from './search-box.tsx';

const KIND_WORDS: Readonly<Record<FoundKind, string>> = {
  command: 'Commands',
  step: 'Steps',
  'next-action': 'Next actions',
  form: 'Forms',
  question: 'Questions',
  fact: 'Facts',
  item: 'Items',
  finding: 'Findings',
};

interface ResultProps {
  readonly id: string;
  readonly entry: SearchEntry;
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly onChoose: (entry: SearchEntry, way: Way) => void;
}

const Result = memo(
  function Result({ id, entry, isActive, onActive, onChoose }: ResultProps): React.JSX.Element {
    const row = useRef<HTMLDivElement>(null);
    useEffect(() => {
      if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
    }, [isActive]);
    return (
      <div
        ref={row}
        id={id}
        role="option"
        aria-selected={isActive}
        className={isActive ? 'search__result search__result--active' : 'search__result'}
        onPointerMove={onActive}
        onPointerUp={(event) => onChoose(entry, event.ctrlKey || event.metaKey ? 'why' : 'go')}
      >
        <span className="search__title">{entry.title}</span>
        {entry.detail !== '' && <span className="search__detail">{entry.detail}</span>}
      </div>
    );
  },
  (before, after) => before.id === after.id && before.entry === after.entry && before.isActive === after.isActive,
);

interface SearchResultsProps {
  readonly id: string;
  readonly found: FoundEntries;
  readonly active: number;
  readonly onActive: (place: number) => void;
  readonly onChoose: (entry: SearchEntry, way: Way) => void;
}

/** Each group with the place of its first result among all of them. */
function withPlaces(groups: readonly FoundGroup[]): readonly (readonly [FoundGroup, number])[] {
  let first = 0;
  return groups.map((group) => {
    const at = first;
    first += group.entries.length;
    return [group, at];
  });
}

const countOf = ({ count, entries }: FoundGroup): string =>
  count === entries.length
    ? count.toLocaleString('en-GB')
    : `${entries.length.toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')}`;

/** What was found, by kind, the best kind first. */
export function SearchResults({ id, found, active, onActive, onChoose }: SearchResultsProps): React.JSX.Element {
  return (
    // The keyboard stays in the box while a result is pressed.
    <div
      id={id}
      role="listbox"
      aria-label="What was found"
      className="search__results"
      onPointerDown={(event) => event.preventDefault()}
    >
      {withPlaces(found.groups).map(([group, first]) => (
        <div key={group.kind} role="group" aria-labelledby={`${id}-${group.kind}`} className="search__group">
          <div id={`${id}-${group.kind}`} role="presentation" className="search__kind">
            {KIND_WORDS[group.kind]} <span className="search__count">{countOf(group)}</span>
          </div>
          {group.entries.map((entry, place) => (
            <Result
              key={place}
              id={`${id}-${first + place}`}
              entry={entry}
              isActive={first + place === active}
              onActive={() => onActive(first + place)}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
