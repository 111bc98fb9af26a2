import type { CodeMap } from '#diagram/fields/code-map.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { AppStore } from '#store/create-store.ts';
import { CodeMapView } from '#views/code-map/code-map.tsx';
import { codeActions } from './mapping-work.ts';

/** The lists of answers of what is chosen, each beside the codes that it feeds. */
export function Codes(props: {
  readonly store: AppStore;
  readonly index: WorkspaceIndex;
  readonly maps: readonly CodeMap[];
  readonly isReadOnly: boolean;
}): React.JSX.Element {
  const { store, index, maps, isReadOnly } = props;
  const year = index.dataReturn?.year ?? '';
  if (maps.length === 0) {
    return (
      <p className="panel__note">
        Nothing here feeds an item with codes in {year === '' ? 'a return' : year}. Map it to a fact that does, and its
        answers stand here beside the codes.
      </p>
    );
  }
  const actions = codeActions(store);
  return (
    <>
      {maps.map((map) => (
        <CodeMapView
          key={`${map.list} ${map.codeSet}`}
          map={map}
          year={year}
          isReadOnly={isReadOnly}
          actions={actions}
        />
      ))}
    </>
  );
}

/** How many answers nobody has given a code. */
export const unmappedIn = (maps: readonly CodeMap[]): number =>
  maps.reduce((sum, { answers }) => sum + answers.filter(({ rows }) => rows.length === 0).length, 0);
