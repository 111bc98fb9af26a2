import type { DeckChoice } from '#diagram/deck/deck-choice.ts';
import { asWord, type ReturnId } from '#model/ids.ts';
import type { FileWanted, OpeningNews } from '#pipeline/background.ts';
import { EXPORT_FORMATS, type ExportFormat, type Paper } from '#pipeline/export-workspace.ts';
import type { AppStore } from '#store/create-store.ts';
import { drawPng } from './draw-png.ts';
import { fileName } from './file-name.ts';
import { describePixels, type PngWanted } from './png-size.ts';
import type { ShareRow } from './share-rows.ts';
import type { ShareView } from './share-view.ts';
import { type Picture, WHOLE } from './use-drawn.ts';

/** What is chosen for the files. */
export interface Chosen {
  /** The state of the workspace that files are made of. */
  readonly revision: number;
  readonly view: ShareView;
  /** Null while it cannot be said yet. */
  readonly picture: Picture | null;
  readonly wanted: ReturnId | null;
  readonly authority: string;
  readonly today: string;
  readonly paper: Paper;
  readonly png: PngWanted;
}

/** A file that is ready. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
  /** What the format could not carry. */
  readonly lost: readonly string[];
  /** What else is to be said of it: the size of a picture. */
  readonly says: string;
}

export type Made = MadeFile | { readonly failure: string };

/** True where a file would be the same with both. */
export function wouldBeSame({ draws, format }: ShareRow, one: Chosen, other: Chosen): boolean {
  if (one.revision !== other.revision || one.wanted !== other.wanted) return false;
  if (draws === 'picture' && one.picture !== other.picture) return false;
  if (draws === 'lane' && one.view.lane !== other.view.lane) return false;
  if (draws === 'item' && one.view.item !== other.view.item) return false;
  return (format !== 'pdf' || one.paper === other.paper) && (format !== 'png' || one.png === other.png);
}

/** The format that the worker is asked for; undefined where this version cannot make it. */
export const formatOf = ({ format }: Pick<ShareRow, 'format'>): ExportFormat | undefined =>
  format === 'png' ? 'svg' : asWord(EXPORT_FORMATS, format);

function deckOf({ id }: ShareRow, { lane, item }: ShareView): DeckChoice | null {
  if (id === 'show-and-tell') return { kind: 'show-and-tell' };
  if (id === 'this-view') return { kind: 'view' };
  if (id === 'one-workflow') return lane === '' ? null : { kind: 'workflow', lane };
  return id === 'one-item' && item !== null ? { kind: 'item', item } : null;
}

/** What a file says after the authority: of a picture or deck of one workflow or item, which. */
function namedOf({ named, draws }: ShareRow, { drawn, lane, item }: ShareView): string {
  const part = draws === 'picture' ? drawn : draws;
  if (part === 'lane') return `${named} ${lane}`;
  return part === 'item' ? `${named} ${item?.tag ?? ''}` : named;
}

/** What the worker is asked for; null where it cannot be said yet. */
export function taskFor(row: ShareRow, chosen: Chosen): (FileWanted & { readonly kind: 'export' }) | null {
  const format = formatOf(row);
  const picture = row.draws === 'picture' ? chosen.picture : WHOLE;
  if (format === undefined || picture === null) return null;
  const deck = format === 'pptx' ? deckOf(row, chosen.view) : null;
  if (format === 'pptx' && deck === null) return null;
  const { wanted, today, paper } = chosen;
  return { kind: 'export', format, wanted, today, ...picture, paper, ...(deck === null ? {} : { deck }) };
}

type Exported = Extract<OpeningNews, { kind: 'exported' }>['file'];

async function toMade(row: ShareRow, file: Exported, chosen: Chosen): Promise<Made> {
  const { content, type, ending, lost } = file;
  const nameAs = (end: string): string => fileName(chosen.authority, namedOf(row, chosen.view), chosen.today, end);
  if (row.format === 'png') {
    const drawn = await drawPng(typeof content === 'string' ? content : '', chosen.png);
    if ('failure' in drawn) return drawn;
    const says = describePixels(drawn.size);
    return { name: nameAs('png'), bytes: drawn.bytes, type: 'image/png', lost, says };
  }
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name: nameAs(ending), bytes, type, lost, says: '' };
}

/** Has a file made; what comes back gives it up. */
export function makeFile(store: AppStore, row: ShareRow, chosen: Chosen, tell: (made: Made) => void): () => void {
  const task = taskFor(row, chosen);
  if (task === null) {
    tell({ failure: 'There is nothing to make it from.' });
    return () => undefined;
  }
  let isOver = false;
  const giveUp = store.work(task, (news) => {
    if (news.kind === 'failed') tell({ failure: `It could not be made: ${news.reason}` });
    if (news.kind !== 'exported') return;
    void toMade(row, news.file, chosen).then((made) => {
      if (!isOver) tell(made);
    });
  });
  return () => {
    isOver = true;
    giveUp();
  };
}
