import { useCallback, useRef } from 'react';
import type { WorkspaceInput } from '#pipeline/background.ts';
import { readPickedFolder, readPickedZip } from './read-picked.ts';

export interface HeaderProps {
  readonly authority: string;
  /** The file or folder that is open; null for the worked example. */
  readonly name: string | null;
  readonly onOpen: (input: WorkspaceInput) => void;
}

/** Open buttons: each presses a hidden file field, which the browser's own dialog belongs to. */
function OpenButtons({ name, onOpen }: Pick<HeaderProps, 'name' | 'onOpen'>): React.JSX.Element {
  const folder = useRef<HTMLInputElement>(null);
  const setFolder = useCallback((element: HTMLInputElement | null) => {
    folder.current = element;
    // React's own types do not know this attribute, which makes the dialog one for folders.
    element?.setAttribute('webkitdirectory', '');
  }, []);
  const zip = useRef<HTMLInputElement>(null);
  async function pickFolder(event: React.ChangeEvent<HTMLInputElement>): Promise<void> {
    const { files } = event.target;
    if (files !== null && files.length > 0) onOpen(await readPickedFolder(files));
    event.target.value = '';
  }
  async function pickZip(event: React.ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = event.target.files ?? [];
    if (file !== undefined) onOpen(await readPickedZip(file));
    event.target.value = '';
  }
  return (
    <div className="header__open">
      {name !== null && (
        <button type="button" className="header__button" onClick={() => onOpen({ kind: 'example' })}>
          Back to the example
        </button>
      )}
      <button type="button" className="header__button" onClick={() => folder.current?.click()}>
        Open a folder…
      </button>
      <button type="button" className="header__button" onClick={() => zip.current?.click()}>
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
    </div>
  );
}

/** The black bar: whose workspace it is, where it came from, and how to open another. */
export function Header({ authority, name, onOpen }: HeaderProps): React.JSX.Element {
  return (
    <header className="header">
      <h1 className="header__product">Throughline</h1>
      <p className="header__authority">
        {authority} <span className="header__quiet">{name === null ? '(invented example)' : name}</span>
      </p>
      <p className="header__private">Nothing leaves this browser</p>
      <OpenButtons name={name} onOpen={onOpen} />
    </header>
  );
}
