import { useCallback, useRef } from 'react';
import { readPickedFolder, readPickedZip } from '#app/read-picked.ts';
import type { ActionGroup } from '#views/action-menu/action-menu.tsx';
import type { Keeper } from './create-keeper.ts';
import { useKeeper } from './keeper-context.ts';
import { MenuButton } from './menu-button.tsx';

/** Presses a hidden button or field: the browser's own dialog has to come from it. */
const press = (element: HTMLElement | null): void => element?.click();

function groupsOf(keeper: Keeper, folder: () => void, zip: () => void): readonly ActionGroup[] {
  const { origin, displayName, role, unsaved } = keeper.getState();
  const isExample = origin.kind === 'example';
  return [
    {
      title: 'Open',
      actions: [
        { id: 'folder', name: 'A folder…', run: folder },
        { id: 'zip', name: 'A zip…', run: zip },
        ...(isExample ? [] : [{ id: 'example', name: 'Back to the example', run: () => void keeper.openExample() }]),
        { id: 'new', name: 'New workspace', hint: 'a small one to start from', run: () => void keeper.openNew() },
      ],
    },
    {
      title: 'In this browser',
      actions: [
        { id: 'drafts', name: 'Earlier work in this browser…', run: () => keeper.show('drafts') },
        { id: 'versions', name: 'Earlier states…', hint: 'of this workspace', run: () => keeper.show('versions') },
        {
          id: 'again',
          name: isExample ? 'Start the example again' : 'Start from the file again',
          hint: isExample ? 'as it came' : 'as it was last saved',
          isDisabled: role === 'reader' || unsaved.length === 0,
          run: () => void keeper.startAgain(),
        },
      ],
    },
    {
      title: 'Settings',
      actions: [
        {
          id: 'name',
          name: displayName === '' ? 'Your name…' : `Your name: ${displayName}…`,
          run: () => keeper.show('name'),
        },
      ],
    },
  ];
}

/** The fields behind the menu: they stay, so that the search can press them too. */
function PickFields({ keeper }: { readonly keeper: Keeper }): React.JSX.Element {
  const folder = useRef<HTMLInputElement>(null);
  const zip = useRef<HTMLInputElement>(null);
  const setFolder = useCallback((element: HTMLInputElement | null) => {
    folder.current = element;
    // React's own types do not know this attribute, which makes the dialog one for folders.
    element?.setAttribute('webkitdirectory', '');
  }, []);
  async function pickFolder(event: React.ChangeEvent<HTMLInputElement>): Promise<void> {
    const { files } = event.target;
    if (files !== null && files.length > 0) await keeper.openInput(await readPickedFolder(files));
    event.target.value = '';
  }
  async function pickZip(event: React.ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = event.target.files ?? [];
    if (file !== undefined) await keeper.openInput(await readPickedZip(file));
    event.target.value = '';
  }
  const openFolder = (): void => {
    if (!keeper.openPicked()) press(folder.current);
  };
  return (
    <>
      <button type="button" id="open-folder" hidden onClick={openFolder}>
        Open a folder…
      </button>
      <button type="button" id="open-zip" hidden onClick={() => press(zip.current)}>
        Open a zip…
      </button>
      <input
        ref={setFolder}
        type="file"
        hidden
        multiple
        aria-label="Folder of a workspace"
        onChange={(event) => void pickFolder(event)}
      />
      <input
        ref={zip}
        type="file"
        hidden
        accept=".zip,application/zip"
        aria-label="Zip of a workspace"
        onChange={(event) => void pickZip(event)}
      />
    </>
  );
}

const pressById = (id: string) => (): void => press(document.getElementById(id));

/** What can be opened, and what the browser keeps. */
export function OpenMenu(): React.JSX.Element {
  const keeper = useKeeper();
  return (
    <div className="header__open">
      <MenuButton
        className="header__button"
        label="Open, earlier work, settings"
        words={
          <>
            Open… <span aria-hidden="true">▾</span>
          </>
        }
        groups={() => groupsOf(keeper, pressById('open-folder'), pressById('open-zip'))}
      />
      <PickFields keeper={keeper} />
    </div>
  );
}
