import { useEffect } from 'react';
import { BringBackCard, BroughtBack } from '#app/share/bring-back-part.tsx';
import { FileRow } from '#app/share/file-row.tsx';
import { formatOf } from '#app/share/make-file.ts';
import { PicturePart } from '#app/share/picture-part.tsx';
import { PURPOSE_NAMES, type Purpose, SHARE_ROWS } from '#app/share/share-rows.ts';
import { useBringBack } from '#app/share/use-bring-back.ts';
import { type Sharing, useSharing } from '#app/share/use-sharing.ts';
import { workbookDrop } from '#app/share/workbook-drop.ts';
import { returnsOf, type ScreenProps } from '#app/use-shown.ts';
import { returnId } from '#model/ids.ts';
import type { AppStore } from '#store/create-store.ts';
import { withOwn } from '#store/view.ts';
import { ShareCard } from '#views/share/share-card.tsx';
import './share.scss';

/** The search leads to a file: its button is then the next thing to press, once. */
function useLedTo(row: string, store: AppStore): void {
  useEffect(() => {
    if (row === '') return;
    const button = document.getElementById(`share-${row}`);
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
    store.goTo(withOwn(store.getState().view, { row: '' }), 'replace');
  }, [row, store]);
}

function Card({ purpose, sharing }: { readonly purpose: Purpose; readonly sharing: Sharing }): React.JSX.Element {
  const rows = SHARE_ROWS.filter((row) => row.purpose === purpose && formatOf(row) !== undefined);
  return (
    <ShareCard title={PURPOSE_NAMES[purpose]}>
      {rows.map((row) => (
        <FileRow key={row.id} row={row} sharing={sharing} />
      ))}
    </ShareCard>
  );
}

/** What files tell of: the workspace as it is, and the return that is looked at. */
function Head({ store, shown }: ScreenProps): React.JSX.Element {
  const { index, view } = shown;
  const returns = returnsOf(index);
  return (
    <div className="share__head">
      <h2 className="share__title">Share</h2>
      <p className="quiet">Files are made in this browser, of the workspace as it is now. Nothing is uploaded.</p>
      {returns.length > 0 && (
        <label className="share-choice">
          Return
          <select
            className="field"
            value={index.dataReturn?.id ?? ''}
            onChange={({ target }) => store.goTo({ ...view, dataReturn: returnId(target.value), item: null })}
          >
            {index.dataReturn === null && <option value="">None</option>}
            {returns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** The screen Share: every file that can be made of the workspace, and the one that comes back. */
export function ShareScreen(props: ScreenProps): React.JSX.Element {
  const sharing = useSharing(props);
  const bringBack = useBringBack(props);
  useLedTo(sharing.chosen.view.row, props.store);
  return (
    <main className="screen share" id="main" tabIndex={-1} {...workbookDrop(bringBack.open)}>
      <Head {...props} />
      <div className="share__parts">
        <div className="share__column">
          <Card purpose="show" sharing={sharing} />
        </div>
        <div className="share__column">
          <Card purpose="work" sharing={sharing} />
          <Card purpose="hand" sharing={sharing} />
          <Card purpose="report" sharing={sharing} />
          <Card purpose="keep" sharing={sharing} />
        </div>
        <div className="share__column share__beside">
          <PicturePart {...sharing} />
          <BringBackCard onOpen={bringBack.open} />
        </div>
      </div>
      <BroughtBack bringBack={bringBack} />
      <p role="status" className="visually-hidden">
        {sharing.makings.said}
      </p>
    </main>
  );
}
