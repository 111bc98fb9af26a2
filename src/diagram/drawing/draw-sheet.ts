import { measureText, wrapText } from '#diagram/measure-text.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import { drawKey } from './draw-key.ts';
import type { DrawnPart } from './draw-map-picture.ts';
import { boxAt, type Drawing, movedBy, type Shape, textAt, textLines } from './shapes.ts';

const MARGIN = 28;
const TITLE = { size: 26, bold: true } as const;
const TITLE_LINE = 32;
const ABOUT = { size: 15, bold: false } as const;
const ABOUT_LINE = 21;
const FOOT = { size: 12, bold: false } as const;
const FOOT_LINE = 17;
const GAP = 18;
const LEAST_WIDTH = 640;
const ANY = 40;

/** What stands around a picture: whose it is, of when, and which model it shows. */
export interface SheetWords {
  readonly title: string;
  /** Authority, date, return, overlay. */
  readonly about: string;
  /** Such as that the example is invented, or what is not verified. */
  readonly notes: readonly string[];
  /** A short hash of the model that is shown. */
  readonly hash: string;
  readonly description: string;
}

interface Block {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

function drawHead({ title, about }: SheetWords, width: number): Block {
  const titles = wrapText(title, width, TITLE, ANY);
  const abouts = about === '' ? [] : wrapText(about, width, ABOUT, ANY);
  const titleEnd = titles.length * TITLE_LINE;
  return {
    height: titleEnd + abouts.length * ABOUT_LINE,
    shapes: [
      ...textLines(titles, { x: 0, y: 24 }, TITLE_LINE, { lettering: TITLE }),
      ...textLines(abouts, { x: 0, y: titleEnd + 15 }, ABOUT_LINE, { lettering: ABOUT, fill: 'quiet' }),
    ],
  };
}

function drawFoot({ notes, hash }: SheetWords, width: number): Block {
  const lines = [...notes, `Drawn by Throughline. Model ${hash}.`].flatMap((note) => wrapText(note, width, FOOT, ANY));
  return {
    height: lines.length * FOOT_LINE,
    shapes: textLines(lines, { x: 0, y: 12 }, FOOT_LINE, { lettering: FOOT, fill: 'quiet' }),
  };
}

/** A picture with its title, key and foot, as one page of the size that it needs. */
export function drawSheet(picture: DrawnPart, overlay: MapOverlay | null, words: SheetWords): Drawing {
  const { extent } = picture;
  const longest = Math.max(0, ...words.title.split(' ').map((word) => measureText(word, TITLE)));
  const width = Math.max(LEAST_WIDTH, extent.width, Math.min(longest, 2 * LEAST_WIDTH));
  const head = drawHead(words, width);
  const key = drawKey(overlay, width);
  const foot = drawFoot(words, width);
  const pictureTop = MARGIN + head.height + GAP;
  const keyTop = pictureTop + extent.height + GAP;
  const footTop = keyTop + key.extent.height + GAP;
  const size = { width: width + 2 * MARGIN, height: footTop + foot.height + MARGIN };
  const at = (shapes: readonly Shape[], x: number, y: number): readonly Shape[] =>
    shapes.map((shape) => movedBy(shape, x, y));
  return {
    size,
    title: words.title,
    description: words.description,
    shapes: [
      boxAt({ x: 0, y: 0, ...size }, { fill: 'surface' }),
      ...at(head.shapes, MARGIN, MARGIN),
      ...at(picture.shapes, MARGIN - extent.x, pictureTop - extent.y),
      ...at(key.shapes, MARGIN, keyTop),
      ...at(foot.shapes, MARGIN, footTop),
    ],
  };
}

/** A page with nothing on it but words, for a workspace without steps. */
export const drawEmptySheet = (words: SheetWords): Drawing =>
  drawSheet(
    {
      shapes: [textAt({ x: 0, y: 40 }, 'There are no steps to draw.', { lettering: ABOUT })],
      extent: { x: 0, y: 0, width: LEAST_WIDTH, height: 80 },
    },
    null,
    words,
  );
