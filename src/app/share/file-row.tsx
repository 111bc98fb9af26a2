import { PAPER_NAMES } from '#pipeline/export-workspace.ts';
import { type RowState, ShareRow as RowView } from '#views/share/share-row.tsx';
import { describeSize } from './file-name.ts';
import { type Chosen, taskFor } from './make-file.ts';
import { ItemSelect, LaneSelect } from './part-selects.tsx';
import { describePixels, type PixelSize, pngSize } from './png-size.ts';
import type { ShareRow } from './share-rows.ts';
import { canCopy, type Making } from './use-making.ts';
import type { Sharing } from './use-sharing.ts';

function stateOf(making: Making | null): RowState | null {
  if (making === null || making.kind === 'making') return making;
  if (making.kind === 'failed') return making;
  const { name, bytes, lost, says } = making.file;
  const size = [describeSize(bytes.length), says].filter((words) => words !== '').join(', ');
  return { kind: 'made', name, size, lost, isCopied: making.isCopied };
}

const PAPER_WORDS: Readonly<Record<string, string>> = {
  a4: 'A4',
  a3: 'A3 landscape',
  a1: 'A1 poster',
  a0: 'A0 poster',
};

function PaperSelect({ chosen, onPaper }: Pick<Sharing, 'chosen' | 'onPaper'>): React.JSX.Element {
  return (
    <label className="share-choice">
      Paper
      <select
        className="field"
        value={chosen.paper}
        onChange={({ target }) => {
          const paper = PAPER_NAMES.find((name) => name === target.value);
          if (paper !== undefined) onPaper(paper);
        }}
      >
        {PAPER_NAMES.map((name) => (
          <option key={name} value={name}>
            {PAPER_WORDS[name] ?? name}
          </option>
        ))}
      </select>
    </label>
  );
}

const SCALES = [1, 2, 3] as const;
const FIRST_WIDTH = 1920;

function PngSelect({ chosen, size, onPng }: Pick<Sharing, 'chosen' | 'size' | 'onPng'>): React.JSX.Element {
  const { png } = chosen;
  const wouldBe = size === null ? null : pngSize(size, png);
  return (
    <>
      <label className="share-choice">
        Size
        <select
          className="field"
          value={png.kind === 'scale' ? String(png.scale) : 'width'}
          onChange={({ target }) =>
            onPng(
              target.value === 'width'
                ? { kind: 'width', width: FIRST_WIDTH }
                : { kind: 'scale', scale: Number(target.value) },
            )
          }
        >
          {SCALES.map((scale) => (
            <option key={scale} value={scale}>
              {scale}×
            </option>
          ))}
          <option value="width">Width…</option>
        </select>
      </label>
      {png.kind === 'width' && (
        <label className="share-choice">
          Pixels wide
          <input
            className="field share-choice__width"
            inputMode="numeric"
            value={png.width > 0 ? png.width : ''}
            onChange={({ target }) => onPng({ kind: 'width', width: Number(target.value.replaceAll(/\D/gu, '')) })}
          />
        </label>
      )}
      {wouldBe !== null && !('refused' in wouldBe) && <span className="quiet">{describePixels(wouldBe)}</span>}
    </>
  );
}

/** What can be chosen of a file; undefined: nothing. */
function choiceOf(row: ShareRow, sharing: Sharing): React.ReactNode {
  if (row.draws === 'lane') return <LaneSelect {...sharing} />;
  if (row.draws === 'item') return <ItemSelect {...sharing} />;
  if (row.format === 'pdf') return <PaperSelect {...sharing} />;
  return row.format === 'png' ? <PngSelect {...sharing} /> : undefined;
}

/** Why a file cannot be made of what is chosen. */
const NOTHING: Readonly<Record<ShareRow['draws'], string>> = {
  all: '',
  picture: 'The picture is not there yet.',
  lane: 'The workspace has no steps.',
  item: 'The return has no items.',
};

function hindranceOf(row: ShareRow, chosen: Chosen, size: PixelSize | null): string {
  if (taskFor(row, chosen) === null) return NOTHING[row.draws];
  const png = row.format === 'png' && size !== null ? pngSize(size, chosen.png) : null;
  return png !== null && 'refused' in png ? png.refused : '';
}

/** One file of the screen Share. */
export function FileRow({ row, sharing }: { readonly row: ShareRow; readonly sharing: Sharing }): React.JSX.Element {
  const { chosen, makings, size } = sharing;
  return (
    <RowView
      id={row.id}
      title={row.title}
      says={row.says}
      state={stateOf(makings.of(row))}
      hindrance={hindranceOf(row, chosen, size)}
      onMake={() => makings.make(row)}
      onCopy={row.copies !== undefined && canCopy() ? () => makings.copy(row) : null}
      onCancel={() => makings.cancel(row)}
    >
      {choiceOf(row, sharing)}
    </RowView>
  );
}
