import { lazy, Suspense, useMemo, useState } from 'react';
import { usePageKeys } from '#app/keyboard-help/use-page-keys.ts';
import type { Shown } from '#app/use-shown.ts';
import type { AppStore } from '#store/create-store.ts';
import { commandsFor } from './commands-for.ts';

const SearchDialog = lazy(() => import('./search-dialog.tsx').then((room) => ({ default: room.SearchDialog })));
const HelpDialog = lazy(() =>
  import('#app/keyboard-help/help-dialog.tsx').then((room) => ({ default: room.HelpDialog })),
);

/** The button that searches everything, and the two dialogs that keys open from anywhere. */
export function SearchAndHelp({
  store,
  shown,
}: {
  readonly store: AppStore;
  readonly shown: Shown | null;
}): React.JSX.Element {
  const [open, setOpen] = useState<'search' | 'help' | null>(null);
  const close = (): void => setOpen(null);
  const search = (): void => setOpen('search');
  usePageKeys({ onSearch: search, onHelp: () => setOpen('help'), onScreen: store.goToScreen });
  // What can be undone is asked anew each time the search is opened.
  const commands = useMemo(() => (open === 'search' ? commandsFor(store, () => setOpen('help')) : []), [store, open]);
  return (
    <>
      <button type="button" className="search-button" disabled={shown === null} onClick={search}>
        <span>
          Search<span className="search-button__what"> steps, questions, items, findings</span>
        </span>{' '}
        <kbd className="search-button__key">Ctrl K</kbd>
      </button>
      <Suspense>
        {open === 'search' && shown !== null && (
          <SearchDialog store={store} shown={shown} commands={commands} onClose={close} />
        )}
        {open === 'help' && <HelpDialog onClose={close} />}
      </Suspense>
    </>
  );
}
