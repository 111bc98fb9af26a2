import { useEffect, useEffectEvent, useRef } from 'react';
import { assertNever } from '#model/assert.ts';
import type { Screen } from '#store/view.ts';
import { isDialogOpen, isWriting } from './is-writing.ts';
import { type PageCommand, readPageKey } from './read-page-key.ts';
import { areSingleKeysOn } from './single-keys.ts';

/** A screen's letter has to come so soon after `g`, in milliseconds. */
const GO_WITHIN = 1000;

interface PageKeys {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly onScreen: (screen: Screen) => void;
}

/** The keys of the whole page: search, help, and `g` with the letter of a screen. */
export function usePageKeys({ onSearch, onHelp, onScreen }: PageKeys): void {
  const wentAt = useRef(Number.NEGATIVE_INFINITY);
  function obey(command: PageCommand, at: number): void {
    wentAt.current = command.kind === 'go' ? at : Number.NEGATIVE_INFINITY;
    switch (command.kind) {
      case 'search':
        return onSearch();
      case 'help':
        return onHelp();
      case 'screen':
        return onScreen(command.screen);
      case 'go':
        return;
      default:
        return assertNever(command);
    }
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.isComposing || isDialogOpen()) return;
    const takesSingleKeys = areSingleKeysOn() && !isWriting(event.target);
    const afterGo = event.timeStamp - wentAt.current <= GO_WITHIN;
    const command = readPageKey(event, { takesSingleKeys, afterGo });
    if (command === null) return;
    event.preventDefault();
    // Before anything else hears of it: on the map, the letter of a screen would mean something too.
    if (command.kind !== 'go') event.stopPropagation();
    obey(command, event.timeStamp);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
