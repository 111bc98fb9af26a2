import { useEffect, useState } from 'react';
import type { WorkspaceInput } from '#pipeline/background.ts';
import type { Folder } from '#store/saving/folder.ts';
import { droppedFolder, readDropped } from './read-picked.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

interface Drops {
  readonly onOpen: (input: WorkspaceInput) => void;
  /** A folder that the browser hands out, so that it can be saved back to. */
  readonly onFolder: (folder: Folder) => void;
  readonly onFailed: (reason: string) => void;
}

/** Opens what is dropped anywhere on the page; true while something hangs over it. */
export function useDrop({ onOpen, onFolder, onFailed }: Drops): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    function over(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    function drop(event: DragEvent): void {
      setOver(false);
      if (event.dataTransfer === null || !holdsFiles(event)) return;
      event.preventDefault();
      // What was dropped can be asked about only now; both answers are begun before either is waited for.
      const folder = droppedFolder(event.dataTransfer);
      const read = readDropped(event.dataTransfer);
      read.catch(() => null);
      folder
        .then(async (found) => {
          if (found !== null) return onFolder(found);
          const input = await read;
          return input === null ? undefined : onOpen(input);
        })
        .catch((error: unknown) => onFailed(String(error)));
    }
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onOpen, onFolder, onFailed]);
  return isOver;
}
