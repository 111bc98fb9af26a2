/** The longest side and the largest area of a picture that browsers draw, in pixels. */
const MOST_SIDE = 16_384;
const MOST_AREA = 268_435_456;

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** How large a PNG is wanted: so many times the picture, or so wide. */
export type PngWanted =
  | { readonly kind: 'scale'; readonly scale: number }
  | { readonly kind: 'width'; readonly width: number };

export interface Refused {
  readonly refused: string;
}

/** Rounded down, so that it works as it is said. */
const largestScale = ({ width, height }: PixelSize): number =>
  Math.floor(Math.min(MOST_SIDE / width, MOST_SIDE / height, Math.sqrt(MOST_AREA / (width * height))) * 100) / 100;

const inPixels = ({ width, height }: PixelSize): string =>
  `${width.toLocaleString('en-GB')} × ${height.toLocaleString('en-GB')} pixels`;

/** "2,400 × 1,300 pixels". */
export const describePixels = inPixels;

const timesOf = (size: PixelSize, wanted: PngWanted): number =>
  wanted.kind === 'scale' ? wanted.scale : wanted.width / size.width;

/** The size of a PNG of a picture, or why browsers cannot draw it and what they can. */
export function pngSize(picture: PixelSize, wanted: PngWanted): PixelSize | Refused {
  const times = timesOf(picture, wanted);
  if (!Number.isFinite(times) || times <= 0) return { refused: 'Write the width in pixels, such as 1920.' };
  const size = {
    width: Math.max(1, Math.round(picture.width * times)),
    height: Math.max(1, Math.round(picture.height * times)),
  };
  const { width, height } = size;
  const isTooLong = Math.max(width, height) > MOST_SIDE;
  if (!isTooLong && width * height <= MOST_AREA) return size;
  const limit = isTooLong
    ? `no side can be longer than ${MOST_SIDE.toLocaleString('en-GB')}`
    : 'there can be no more than 268 million of them';
  const most = largestScale(picture);
  const largest =
    wanted.kind === 'scale'
      ? `The largest scale that works is ${most}×: choose a width of ${Math.floor(picture.width * most).toLocaleString('en-GB')} or less, or SVG.`
      : `The largest width that works is ${Math.floor(picture.width * most).toLocaleString('en-GB')}.`;
  return { refused: `This would be ${inPixels(size)}, and ${limit}. ${largest}` };
}
