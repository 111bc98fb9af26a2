import type { Shown } from '#app/use-shown.ts';
import type { AppStore } from '#store/create-store.ts';
import { undoAllMoves } from './map-edits.ts';

interface MapEditingProps {
  readonly shown: Shown;
  readonly store: AppStore;
  readonly adding: { readonly isAdding: boolean; readonly onAdding: (isAdding: boolean) => void };
}

/** What can be done with the map as a whole: add a step, and let the layout place those that people moved. */
export function MapEditing({ shown, store, adding }: MapEditingProps): React.JSX.Element {
  const { workspace } = shown.index;
  return (
    <>
      {workspace.positions.length > 0 && (
        <button
          type="button"
          className="small-button"
          title="Let the map place the steps again that people have moved"
          onClick={() => store.edit(undoAllMoves(workspace))}
        >
          Undo all moves
        </button>
      )}
      <button
        type="button"
        className="small-button"
        aria-expanded={adding.isAdding}
        aria-keyshortcuts="a"
        onClick={() => adding.onAdding(!adding.isAdding)}
      >
        Add a step
      </button>
    </>
  );
}
