import { useEffect, useMemo } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import type { Found } from '#diagram/search/search-entry.ts';
import { SearchBox, type Way } from '#views/search-box/search-box.tsx';
import type { Command } from './command.ts';
import { searchedIn } from './searched-in.ts';
import { viewOfFound, viewOfWhy } from './view-of-found.ts';

interface SearchDialogProps extends ScreenProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** After the dialog has given the keyboard back to where it was, it goes on to the screen. */
function focusScreen(): void {
  setTimeout(() => document.getElementById('main')?.focus(), 100);
}

/** The search over what is shown now. */
export function SearchDialog({ store, shown, commands, onClose }: SearchDialogProps): React.JSX.Element {
  const { find, gather } = useMemo(() => searchedIn(shown, commands), [shown, commands]);
  useEffect(() => {
    const timers = gather.map((part, place) => setTimeout(part, 60 * (place + 1)));
    return () => timers.forEach(clearTimeout);
  }, [gather]);
  function choose(found: Found, way: Way): void {
    onClose();
    if (found.kind === 'command') {
      commands.find(({ id }) => id === found.id)?.run();
      return;
    }
    const { dataReturn } = shown.view;
    const isWhy = found.kind === 'question' && way === 'why';
    store.goTo(isWhy ? viewOfWhy(found.question, dataReturn) : viewOfFound(found, dataReturn));
    focusScreen();
  }
  return <SearchBox find={find} onChoose={choose} onClose={onClose} />;
}
