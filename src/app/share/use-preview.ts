import { useEffect, useMemo, useState } from 'react';
import type { ScreenProps, Shown } from '#app/use-shown.ts';
import type { OpeningNews } from '#pipeline/background.ts';
import type { PictureShown } from '#views/share/picture-preview.tsx';
import { sizeOfSvg } from './draw-png.ts';
import type { Chosen } from './make-file.ts';

/** So long nothing must change before the picture is drawn, in milliseconds. */
const REST = 120;

const MAKING: PictureShown = { kind: 'making' };

/** A picture that was drawn, and what it was drawn of. */
interface Told {
  readonly of: Asked;
  readonly picture: PictureShown;
}

/** What a picture is drawn of; another object is another picture. */
type Asked = Pick<Chosen, 'picture' | 'wanted' | 'today'> & { readonly opened: Shown['opened'] };

function toPicture(news: OpeningNews): PictureShown | null {
  if (news.kind === 'failed') return { kind: 'failed', reason: news.reason };
  if (news.kind !== 'exported' || typeof news.file.content !== 'string') return null;
  const size = sizeOfSvg(news.file.content);
  if (size === null) return { kind: 'failed', reason: 'it does not say how large it is' };
  const address = URL.createObjectURL(new Blob([news.file.content], { type: 'image/svg+xml' }));
  return { kind: 'made', address, ...size };
}

/** The picture that is chosen, drawn as it goes into the files. */
export function usePreview({ store, shown }: ScreenProps, { picture, wanted, today }: Chosen): PictureShown {
  const { opened } = shown;
  const asked = useMemo((): Asked => ({ opened, picture, wanted, today }), [opened, picture, wanted, today]);
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (asked.picture === null) return undefined;
    const { opened: _, picture: chosen, ...rest } = asked;
    let isOver = false;
    let address = '';
    const timer = setTimeout(() => {
      // A picture that nobody waits for any more is finished all the same: ending it would end other files too.
      store.work({ kind: 'export', format: 'svg', ...rest, ...chosen }, (news) => {
        const drawn = isOver ? null : toPicture(news);
        if (drawn === null) return;
        if (drawn.kind === 'made') address = drawn.address;
        setTold({ of: asked, picture: drawn });
      });
    }, REST);
    return () => {
      isOver = true;
      clearTimeout(timer);
      if (address !== '') URL.revokeObjectURL(address);
    };
  }, [store, asked]);
  return told?.of === asked ? told.picture : MAKING;
}
