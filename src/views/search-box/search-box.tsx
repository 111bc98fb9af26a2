import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { FoundEntries } from '#diagram/search/find-entries.ts';
import type { Found, SearchEntry } from '#diagram/search/search-entry.ts';
import { SearchFoot } from './search-foot.tsx';
import { SearchResults } from './search-results.tsx';

/** Which of the two things that a result leads to: itself, or why it is asked. */
export type Way = 'go' | 'why';

export interface SearchBoxProps {
  /** What fits the words; for none, what is offered to begin with. */
  readonly find: (words: string) => FoundEntries;
  readonly onChoose: (found: Found, way: Way) => void;
  readonly onClose: () => void;
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** One further, or one back from the first to the last. */
function moved(from: number, by: number, length: number): number {
  if (length === 0) return 0;
  if (Math.abs(by) === 1) return (from + by + length) % length;
  return Math.min(length - 1, Math.max(0, from + by));
}

function useSearch({ find, onChoose }: Omit<SearchBoxProps, 'onClose'>) {
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const found = useMemo(() => find(words), [find, words]);
  const entries = useMemo(() => found.groups.flatMap((group) => group.entries), [found]);
  const entry: SearchEntry | undefined = entries[active];
  const choose = (chosen: SearchEntry | undefined, way: Way): void => {
    if (chosen !== undefined) onChoose(chosen.found, chosen.found.kind === 'question' ? way : 'go');
  };
  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const by = MOVES[event.key];
    if (by !== undefined) setActive(moved(active, by, entries.length));
    else if (event.key === 'Enter') choose(entry, event.ctrlKey || event.metaKey ? 'why' : 'go');
    else return;
    event.preventDefault();
  }
  function onWords(next: string): void {
    setWords(next);
    setActive(0);
  }
  return { words, onWords, active, setActive, found, entries, entry, choose, onKeyDown };
}

/** The box to write in, and what fits below it. The keyboard stays in the box. */
function SearchDialog(props: SearchBoxProps): React.JSX.Element {
  const search = useSearch(props);
  const { words, entries, active, found } = search;
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  // The dialog was opened to write here.
  useEffect(() => input.current?.focus(), []);
  return (
    <>
      <input
        ref={input}
        className="search__words"
        type="text"
        role="combobox"
        aria-label="Search steps, questions, items, findings and commands"
        aria-expanded={entries.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={entries.length > 0 ? `${list}-${active}` : undefined}
        placeholder="A name, a user code, a CBDS number…"
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => search.onWords(event.target.value)}
        onKeyDown={search.onKeyDown}
      />
      <SearchResults
        id={list}
        found={found}
        active={active}
        onActive={search.setActive}
        onChoose={(entry, way) => search.choose(entry, way)}
      />
      <SearchFoot
        words={words}
        found={found}
        shown={entries.length}
        entry={search.entry}
        onWhy={() => search.choose(search.entry, 'why')}
      />
    </>
  );
}

/** Searches everything that there is in a workspace, and what can be done. */
export function SearchBox({ find, onChoose, onClose }: SearchBoxProps): React.JSX.Element {
  return (
    <ModalOverlay
      className="dialog-veil dialog-veil--top"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="dialog-box">
        <Dialog className="search" aria-label="Search everything">
          <SearchDialog find={find} onChoose={onChoose} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
