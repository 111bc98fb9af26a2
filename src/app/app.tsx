import { Suspense, useCallback } from 'react';
import { useStore } from 'zustand';
import type { WorkspaceInput } from '#pipeline/background.ts';
import type { AppStore } from '#store/create-store.ts';
import type { Folder } from '#store/saving/folder.ts';
import { Header } from './header.tsx';
import { MainNav } from './main-nav.tsx';
import { FailureNotice, Progress, RefusalNotice } from './notices.tsx';
import type { Keeper } from './saving/create-keeper.ts';
import { KeeperContext } from './saving/keeper-context.ts';
import { SaveBar } from './saving/save-bar.tsx';
import { SavingDialogs } from './saving/saving-dialogs.tsx';
import { SavingNotices } from './saving/saving-notices.tsx';
import { SCREEN_VIEWS } from './screens/screens.ts';
import { SearchAndHelp } from './search/search-and-help.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { useDrop } from './use-drop.ts';
import { type Shown, useShown } from './use-shown.ts';

/** How many findings wait for a decision; suggestions wait for none. */
const undecidedIn = (shown: Shown | null): number | null =>
  shown?.audit?.findings.filter(({ decision, severity }) => decision === null && severity !== 'info').length ?? null;

function SkipLink(): React.JSX.Element {
  return (
    <a
      className="skip-link"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      Skip to the main part
    </a>
  );
}

/** The screen that is looked at. */
function ScreenOf({ shown, store }: { readonly shown: Shown; readonly store: AppStore }): React.JSX.Element {
  const View = SCREEN_VIEWS[shown.view.screen];
  return (
    <Suspense fallback={<main className="waiting">Opening the screen…</main>}>
      <View shown={shown} store={store} />
    </Suspense>
  );
}

function useFailedDrop(store: AppStore): (message: string) => void {
  return useCallback(
    (message) => {
      const problem = { severity: 'error', file: 'What was dropped', row: 0, column: '', message } as const;
      store.refuse({ name: 'What was dropped', problems: [problem] });
    },
    [store],
  );
}

/** The bars at the top: whose workspace it is, the screens, what is saved, what went wrong. */
function Head({ store, shown }: { readonly store: AppStore; readonly shown: Shown | null }): React.JSX.Element {
  const refusal = useStore(store, (state) => state.refusal);
  const failure = useStore(store, (state) => state.failure);
  const screen = useStore(store, (state) => state.view.screen);
  const authority = shown?.index.workspace.manifest.authority ?? '';
  return (
    <>
      <Header authority={authority} name={shown?.shown.name ?? null}>
        <SearchAndHelp store={store} shown={shown} />
      </Header>
      <MainNav screen={screen} undecided={undecidedIn(shown)} onScreen={store.goToScreen}>
        <SaveBar authority={authority} />
        <UndoButtons store={store} />
      </MainNav>
      <SavingNotices store={store} />
      <RefusalNotice refusal={refusal} onDismiss={store.dismissRefusal} />
      <FailureNotice failure={failure} onDismiss={store.dismissFailure} />
    </>
  );
}

/** The whole page. */
export function App({ store, keeper }: { readonly store: AppStore; readonly keeper: Keeper }): React.JSX.Element {
  const shown = useShown(store);
  const busy = useStore(store, (state) => state.busy);
  const open = useCallback((input: WorkspaceInput) => void keeper.openInput(input), [keeper]);
  const openFolder = useCallback((folder: Folder) => void keeper.openFolder(folder), [keeper]);
  const isOver = useDrop({ onOpen: open, onFolder: openFolder, onFailed: useFailedDrop(store) });
  return (
    <KeeperContext value={keeper}>
      <div className="page" data-audited={shown?.isFresh === true ? 'now' : 'before'}>
        <SkipLink />
        <Head store={store} shown={shown} />
        {shown === null ? <main className="waiting">Opening…</main> : <ScreenOf shown={shown} store={store} />}
        <Progress busy={busy} onCancel={shown === null ? null : store.cancel} />
        {isOver && (
          <div className="drop-hint">Drop a workspace folder or zip to open it. It stays in this browser.</div>
        )}
        <SavingDialogs />
      </div>
    </KeeperContext>
  );
}
