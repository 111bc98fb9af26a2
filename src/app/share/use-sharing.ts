import { useMemo, useState } from 'react';
import { today } from '#app/use-author.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import type { Paper } from '#pipeline/export-workspace.ts';
import type { PictureShown } from '#views/share/picture-preview.tsx';
import type { Chosen } from './make-file.ts';
import type { PixelSize, PngWanted } from './png-size.ts';
import { shareViewOf } from './share-view.ts';
import { useDrawn } from './use-drawn.ts';
import { type Makings, useMaking } from './use-making.ts';
import { usePreview } from './use-preview.ts';

/** What is chosen, what is being made, and how both are changed. */
export interface Sharing extends ScreenProps {
  readonly chosen: Chosen;
  readonly makings: Makings;
  readonly preview: PictureShown;
  /** How large the picture is by itself; null while it is not there. */
  readonly size: PixelSize | null;
  readonly onPaper: (paper: Paper) => void;
  readonly onPng: (png: PngWanted) => void;
}

const FIRST_PNG: PngWanted = { kind: 'scale', scale: 2 };

/** The screen Share at work. */
export function useSharing(props: ScreenProps): Sharing {
  const { store, shown } = props;
  const { index, view } = shown;
  const [paper, setPaper] = useState<Paper>('a3');
  const [png, setPng] = useState(FIRST_PNG);
  const shareView = useMemo(() => shareViewOf(view, index), [view, index]);
  const picture = useDrawn(props, shareView);
  const { revision } = shown.shown;
  const chosen = useMemo(
    (): Chosen => ({
      revision,
      view: shareView,
      picture,
      wanted: index.dataReturn?.id ?? null,
      authority: index.workspace.manifest.authority,
      today: today(),
      paper,
      png,
    }),
    [revision, shareView, picture, index, paper, png],
  );
  const preview = usePreview(props, chosen);
  const makings = useMaking(store, chosen);
  const size = useMemo(
    () => (preview.kind === 'made' ? { width: preview.width, height: preview.height } : null),
    [preview],
  );
  return { ...props, chosen, makings, preview, size, onPaper: setPaper, onPng: setPng };
}
