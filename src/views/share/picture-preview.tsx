import { useState } from 'react';
import { TextButton } from '#views/shared/text-button.tsx';

/** The picture as it goes into files, or how far it has come. */
export type PictureShown =
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly address: string; readonly width: number; readonly height: number }
  | { readonly kind: 'failed'; readonly reason: string };

interface PicturePreviewProps {
  readonly picture: PictureShown;
  /** What the picture is of, for those who do not see it. */
  readonly says: string;
}

/** The picture, fitted or in its own size. */
export function PicturePreview({ picture, says }: PicturePreviewProps): React.JSX.Element {
  const [isWhole, setWhole] = useState(true);
  return (
    <div className="picture-preview" aria-busy={picture.kind === 'making'}>
      {picture.kind === 'failed' && <p role="alert">The picture could not be drawn: {picture.reason}</p>}
      {picture.kind === 'making' && <p className="picture-preview__wait">Drawing the picture…</p>}
      {picture.kind === 'made' && (
        <>
          <div
            className={`picture-preview__frame picture-preview__frame--${isWhole ? 'whole' : 'full'}`}
            role="region"
            aria-label="Preview"
            // What is larger than its frame has to be reached by keyboard.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            <img src={picture.address} alt={says} width={picture.width} height={picture.height} />
          </div>
          <p className="picture-preview__foot">
            <span>
              {says} · {picture.width.toLocaleString('en-GB')} × {picture.height.toLocaleString('en-GB')}
            </span>
            <TextButton onClick={() => setWhole(!isWhole)}>{isWhole ? 'Full size' : 'Fit'}</TextButton>
          </p>
        </>
      )}
    </div>
  );
}
