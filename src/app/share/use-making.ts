import { useEffect, useRef, useState } from 'react';
import { download } from '#app/download.ts';
import type { AppStore } from '#store/create-store.ts';
import { describeSize } from './file-name.ts';
import { type Chosen, type Made, type MadeFile, makeFile, wouldBeSame } from './make-file.ts';
import type { ShareRow } from './share-rows.ts';

/** How far a file has come, and what it was asked for with. */
export type Making =
  | { readonly kind: 'making'; readonly of: Chosen }
  | { readonly kind: 'made'; readonly of: Chosen; readonly file: MadeFile; readonly isCopied: boolean }
  | { readonly kind: 'failed'; readonly of: Chosen; readonly failure: string };

export interface Makings {
  readonly of: (row: ShareRow) => Making | null;
  readonly make: (row: ShareRow) => void;
  /** Makes it, and puts it on the clipboard in place of a file. */
  readonly copy: (row: ShareRow) => void;
  readonly cancel: (row: ShareRow) => void;
  /** The last thing that happened, for those who do not see it. */
  readonly said: string;
}

/** True where the browser lets a page write to the clipboard. */
export const canCopy = (): boolean => 'clipboard' in navigator && typeof ClipboardItem !== 'undefined';

const NO_COPY = 'The browser did not let the page write to the clipboard. Download it instead.';

/** The clipboard is asked at once, while the press still counts, and is given the content when it is there. */
async function copyWhenMade(type: string, made: Promise<Made>): Promise<Made> {
  const content = made.then((one) => {
    if ('failure' in one) throw new Error(one.failure);
    return new Blob([new Uint8Array(one.bytes)], { type });
  });
  // What is wrong with the file itself is said below.
  content.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ [type]: content })]);
    return await made;
  } catch {
    const one = await made;
    return 'failure' in one ? one : { failure: NO_COPY };
  }
}

const describeMade = ({ name, bytes }: MadeFile, isCopied: boolean): string =>
  `${name}, ${describeSize(bytes.length)}, ${isCopied ? 'is on the clipboard' : 'was made'}.`;

/** Files that are being made or were, by their row. A file that was made of something else than is chosen now is let go. */
export function useMaking(store: AppStore, chosen: Chosen): Makings {
  const [all, setAll] = useState<ReadonlyMap<string, Making>>(new Map());
  const [said, setSaid] = useState('');
  const running = useRef(new Map<string, () => void>());
  useEffect(() => {
    const left = running.current;
    return () => {
      for (const giveUp of left.values()) giveUp();
      left.clear();
    };
  }, []);

  function set(row: ShareRow, making: Making | null): void {
    setAll((before) => {
      const after = new Map(before);
      if (making === null) after.delete(row.id);
      else after.set(row.id, making);
      return after;
    });
  }

  function end(row: ShareRow, made: Made, isCopied: boolean): void {
    running.current.delete(row.id);
    set(
      row,
      'failure' in made ? { kind: 'failed', of: chosen, ...made } : { kind: 'made', of: chosen, file: made, isCopied },
    );
    setSaid('failure' in made ? made.failure : describeMade(made, isCopied));
  }

  function begin(row: ShareRow, tell: (made: Made) => void): void {
    running.current.get(row.id)?.();
    set(row, { kind: 'making', of: chosen });
    setSaid(`Making: ${row.title}.`);
    running.current.set(row.id, makeFile(store, row, chosen, tell));
  }

  return {
    said,
    of: (row) => {
      const making = all.get(row.id);
      if (making === undefined) return null;
      return making.kind === 'making' || wouldBeSame(row, making.of, chosen) ? making : null;
    },
    make: (row) =>
      begin(row, (made) => {
        if (!('failure' in made)) download(made.name, made.bytes, made.type);
        end(row, made, false);
      }),
    copy: (row) => {
      const type = row.copies === 'picture' ? 'image/png' : 'text/plain';
      const made = new Promise<Made>((resolve) => begin(row, resolve));
      void copyWhenMade(type, made).then((one) => end(row, one, true));
    },
    cancel: (row) => {
      running.current.get(row.id)?.();
      running.current.delete(row.id);
      set(row, null);
      setSaid(`${row.title} was given up.`);
    },
  };
}
