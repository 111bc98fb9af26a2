import type { Box } from '#diagram/diagram.ts';
import { TONE_LOOKS } from '#diagram/drawing/draw-step.ts';
import type { Tone } from '#diagram/overlays/overlay.ts';
import { listOf } from '#diagram/thread/thread-words.ts';
import { fitLine, oneLine } from './fit-text.ts';
import { placeBoxes } from './place-boxes.ts';
import { INSET, LINE, type SlideBox, type SlideLine, type SlideShape, TEXT } from './slide.ts';
import type { MapLink } from './step-links.ts';

/** What is said of a box below its name, in the colour of a tone. */
export interface BoxMark {
  readonly tone: Tone;
  readonly words: string;
  /** The whole sentence. */
  readonly says: string;
}

/** One box of a map. */
export interface MapBox {
  readonly id: string;
  readonly name: string;
  readonly mark: BoxMark | null;
  /** What it is, for whoever does not see it; its name is said before. */
  readonly says: string;
}

/** A map of a few boxes: its shapes, the links that could not be drawn, and where the room below begins. */
export interface MapPicture {
  readonly shapes: readonly SlideShape[];
  readonly left: readonly MapLink[];
  readonly bottom: number;
}

/** The name and mark of a box, as far as the box has room for them. */
function linesIn({ name, mark }: MapBox, { width, height }: Box): readonly SlideLine[] {
  const most = Math.floor((height - 2 * INSET.y) / (TEXT * LINE));
  const named = fitLine({ text: name }, width, mark === null ? most : most - 1);
  if (mark === null) return [named];
  return [named, fitLine({ text: mark.words, bold: true, paint: TONE_LOOKS[mark.tone].text }, width, 1)];
}

/** A box with the colour of its tone. */
export function drawMapBox(of: MapBox, box: Box): SlideBox {
  const look = TONE_LOOKS[of.mark?.tone ?? 'none'];
  const says = [oneLine(of.name), of.says, of.mark?.says ?? ''].filter((words) => words !== '').join('. ');
  return {
    kind: 'box',
    id: of.id,
    box,
    lines: linesIn(of, box),
    fill: of.mark === null ? 'surface' : look.fill,
    edge: of.mark === null ? 'line' : look.edge,
    isDashed: false,
    align: 'middle',
    anchor: 'middle',
    says,
  };
}

const quotedAll = (words: readonly string[]): string => listOf(words.map((label) => `“${oneLine(label)}”`));

/** What an arrow says, both directions of it. */
function linkSays({ words, wordsBack }: MapLink, from: string, to: string): string {
  const back = wordsBack.length === 0 ? '' : `, and back by ${quotedAll(wordsBack)}`;
  return `From ${oneLine(from)} to ${oneLine(to)} by ${quotedAll(words)}${back}`;
}

/** Draws boxes, given in reading order, with their arrows. */
export function drawMapBoxes(boxes: readonly MapBox[], links: readonly MapLink[]): MapPicture {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const nameOf = (id: string): string => byId.get(id)?.name ?? id;
  const placed = placeBoxes([...byId.keys()], links);
  const drawn = boxes.flatMap((box) => {
    const place = placed.boxes.get(box.id);
    return place === undefined ? [] : [drawMapBox(box, place)];
  });
  const arrows = placed.drawn.map(
    ({ link, way }): SlideShape => ({
      kind: 'link',
      id: `${link.from}→${link.to}`,
      from: link.from,
      fromSide: way.fromSide,
      to: link.to,
      toSide: way.toSide,
      isBothWays: link.isBothWays,
      says: linkSays(link, nameOf(link.from), nameOf(link.to)),
    }),
  );
  return { shapes: [...drawn, ...arrows], left: placed.left, bottom: placed.bottom };
}
