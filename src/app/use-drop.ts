import { useEffect, useState } from 'react';
import type { WorkspaceInput } from '#pipeline/background.ts';
import { readDropped } from './read-picked.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Opens what is dropped anywhere on the page; true while something hangs over it. */
export function useDrop(onOpen: (input: WorkspaceInput) => void, onFailed: (reason: string) => void): boolean {
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
      readDropped(event.dataTransfer)
        .then((input) => (input === null ? undefined : onOpen(input)))
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
  }, [onOpen, onFailed]);
  return isOver;
}
