import { useEffect, useState } from 'react';
import { today } from '#app/use-author.ts';
import type { ScreenProps, Shown } from '#app/use-shown.ts';
import type { OpeningNews } from '#pipeline/background.ts';
import { acceptChanges } from '#pipeline/import-workbook.ts';

type Read = Extract<OpeningNews, { kind: 'workbook-read' }>['read'];
export type BroughtChanges = Exclude<Read, { readonly failure: string }>;
export type BroughtChange = BroughtChanges['changes'][number];

/** What has become of a workbook that was chosen. */
export type Brought =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string }
  | { readonly kind: 'read'; readonly name: string; readonly read: BroughtChanges }
  | { readonly kind: 'applied'; readonly name: string; readonly number: number };

interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BringBack {
  readonly brought: Brought;
  readonly open: (file: File) => void;
  /** Those that are not taken, by their place in the workbook. */
  readonly refused: ReadonlySet<string>;
  readonly onRefused: (refused: ReadonlySet<string>) => void;
  readonly apply: () => void;
  readonly close: () => void;
}

/** The place of a change in its workbook. */
export const placeOf = ({ sheet, cell }: Pick<BroughtChange, 'sheet' | 'cell'>): string => `${sheet}!${cell}`;

const NONE: Brought = { kind: 'none' };
const NOTHING: ReadonlySet<string> = new Set();

function toBrought(name: string, news: OpeningNews): Brought | null {
  if (news.kind === 'failed') return { kind: 'refused', name, reason: `It could not be read: ${news.reason}` };
  if (news.kind !== 'workbook-read') return null;
  const { read } = news;
  return 'failure' in read ? { kind: 'refused', name, reason: read.failure } : { kind: 'read', name, read };
}

/** What was told of a workbook, for a state of the workspace. */
interface Told {
  readonly of: Chosen;
  readonly opened: Shown['opened'];
  readonly brought: Brought;
}

/** Has the chosen workbook read, and again whenever the workspace changes: the list says what would change in it now. */
function useReading({ store, shown }: ScreenProps, chosen: Chosen | null): Brought {
  const [told, setTold] = useState<Told | null>(null);
  const { opened } = shown;
  const wanted = shown.index.dataReturn?.id ?? null;
  useEffect(() => {
    if (chosen === null) return undefined;
    const { name, bytes } = chosen;
    return store.work({ kind: 'import-workbook', bytes, wanted, today: today() }, (news) => {
      const brought = toBrought(name, news);
      if (brought !== null) setTold({ of: chosen, opened, brought });
    });
  }, [store, opened, wanted, chosen]);
  if (chosen === null) return NONE;
  return told?.of === chosen && told.opened === opened ? told.brought : { kind: 'reading', name: chosen.name };
}

const unreadable = (name: string): Brought => ({
  kind: 'refused',
  name,
  reason: 'The browser could not read the file. If it is open in Excel, close it there and choose it again.',
});

/** A workbook that was edited elsewhere: what was changed in it, and what of that is taken. */
export function useBringBack(props: ScreenProps): BringBack {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [ended, setEnded] = useState(NONE);
  const [refused, setRefused] = useState(NOTHING);
  const reading = useReading(props, chosen);
  const brought = chosen === null ? ended : reading;
  function end(how: Brought): void {
    setChosen(null);
    setEnded(how);
  }
  return {
    brought,
    refused,
    onRefused: setRefused,
    open: (file) => {
      end({ kind: 'reading', name: file.name });
      setRefused(NOTHING);
      file.arrayBuffer().then(
        (bytes) => setChosen({ name: file.name, bytes: new Uint8Array(bytes) }),
        () => end(unreadable(file.name)),
      );
    },
    apply: () => {
      if (brought.kind !== 'read') return;
      const { name, read } = brought;
      const taken = read.changes.filter((change) => !refused.has(placeOf(change)));
      if (props.store.edit(acceptChanges(taken, name))) end({ kind: 'applied', name, number: taken.length });
    },
    close: () => end(NONE),
  };
}
