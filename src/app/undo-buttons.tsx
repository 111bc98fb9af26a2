import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { AppStore } from '#store/create-store.ts';
import { isDialogOpen } from './keyboard-help/is-writing.ts';

/** True where the keys belong to the text that is being written, and something has been. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox], [data-untouched]), textarea:not([data-untouched]), select'));

function useUndoKeys(store: AppStore): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target) || isDialogOpen()) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (isRedo) store.redo();
      else store.undo();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
}

/** Undo and redo, with the name of what they would undo or redo; nothing while there is neither. */
export function UndoButtons({ store }: { readonly store: AppStore }): React.JSX.Element {
  const history = useStore(store, (state) => state.history);
  const canChange = useStore(store, (state) => state.readOnly === null);
  useUndoKeys(store);
  const [last, next] = [history.past.at(-1)?.name, history.future[0]?.name];
  const of = (word: string, name: string | undefined): string => (name === undefined ? word : `${word}: ${name}`);
  return (
    <div className="undo">
      <button
        type="button"
        className="text-button undo__button"
        disabled={last === undefined || !canChange}
        onClick={store.undo}
        title="Ctrl+Z"
      >
        <span aria-hidden="true">↶ </span>
        <span className="undo__words">{of('Undo', last)}</span>
      </button>
      <button
        type="button"
        className="text-button undo__button"
        disabled={next === undefined || !canChange}
        onClick={store.redo}
        title="Ctrl+Y"
      >
        <span aria-hidden="true">↷ </span>
        <span className="undo__words">{of('Redo', next)}</span>
      </button>
    </div>
  );
}
