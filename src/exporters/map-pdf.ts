import type { Box, LaidOutDiagram, Size } from '#diagram/diagram.ts';
import { drawMapPicture, type MapPicture } from '#diagram/drawing/draw-map-picture.ts';
import { drawEmptySheet, drawSheet, type SheetWords } from '#diagram/drawing/draw-sheet.ts';
import type { Drawing } from '#diagram/drawing/shapes.ts';
import type { MapPage } from '#diagram/drawing/split-pages.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { ExportedFile } from './exported-file.ts';
import { type PdfPage, scaleOn, writePdf } from './pdf-pages.ts';

const MM = 72 / 25.4;
const landscape = (long: number, short: number): Size => ({ width: long * MM, height: short * MM });

/** Paper that a map can be put on. */
export type Paper = 'a4' | 'a3' | 'a1' | 'a0';

/** The sizes of paper, lying, in points. */
export const PAPERS: Readonly<Record<Paper, Size>> = {
  a4: landscape(297, 210),
  a3: landscape(420, 297),
  a1: landscape(841, 594),
  a0: landscape(1189, 841),
};

/** The smallest that the words of a map may stand on paper, in points; they are 13 px at 100 %. */
const LEAST_WORDS = 6;
const WORDS = 13;

/** A tall picture stands on upright paper. */
const turned = (paper: Size, { width, height }: Size): Size =>
  height > width ? { width: paper.height, height: paper.width } : paper;

const sheetOf = (picture: MapPicture, words: SheetWords): Drawing =>
  picture.diagram.steps.length === 0
    ? drawEmptySheet(words)
    : drawSheet(drawMapPicture(picture), picture.overlay, words);

/** Whether the words of a map can be read on a sheet of this paper. */
export function fitsOn(paper: Paper, words: SheetWords): (diagram: LaidOutDiagram) => boolean {
  return (diagram) => {
    const { size } = sheetOf({ diagram, overlay: null, numbers: new Map() }, words);
    return scaleOn(size, turned(PAPERS[paper], size)) * WORDS >= LEAST_WORDS;
  };
}

/** Where the rings with page numbers stand on a sheet: they lead there. */
function linksOf(drawing: Drawing): PdfPage['links'] {
  return drawing.shapes.flatMap((shape) => {
    if (shape.kind !== 'group' || !shape.id.startsWith('end:')) return [];
    const ring = shape.shapes.find((inner) => inner.kind === 'circle' && inner.fill === 'records-fill');
    const number = shape.shapes.at(-1);
    if (ring?.kind !== 'circle' || number?.kind !== 'text') return [];
    const { middle, radius } = ring;
    const box: Box = { x: middle.x - radius, y: middle.y - radius, width: 2 * radius, height: 2 * radius };
    return [{ box, page: Number(number.text) }];
  });
}

function pageOf(drawing: Drawing, paper: Size): PdfPage {
  return { drawing, paper: turned(paper, drawing.size), links: linksOf(drawing) };
}

/** A map for paper: whole, and page by page where it cannot be read whole. */
export interface PaperMap {
  readonly picture: MapPicture;
  readonly words: SheetWords;
  readonly paper: Paper;
  /** The parts it is split into; none where it is read whole. */
  readonly parts: readonly MapPage[];
  readonly today: string;
}

function overviewWords(words: SheetWords, parts: readonly MapPage[]): SheetWords {
  const list = parts.map(({ name }, index) => `page ${index + 2} ${name}`).join(' · ');
  return { ...words, notes: [`The whole map; to be read on the pages that follow: ${list}.`, ...words.notes] };
}

function partPages({ picture, words, paper, parts }: PaperMap): readonly PdfPage[] {
  const pages = new Map<StepTypeId, number>(
    parts.flatMap(({ steps }, index) => steps.map((step) => [step, index + 2] as const)),
  );
  const note = 'A number in a ring is the page on which the next action goes on.';
  return parts.map(({ name, diagram }, index) => {
    const title = { ...words, title: `${words.title}: ${name}`, about: `${words.about} · page ${index + 2}` };
    const drawn = drawMapPicture({ ...picture, diagram, pages });
    return pageOf(drawSheet(drawn, picture.overlay, { ...title, notes: [note, ...words.notes] }), PAPERS[paper]);
  });
}

/** A map as a PDF: one page where it can be read on the paper, else an overview and a page for each part. */
export async function exportMapPdf(map: PaperMap): Promise<ExportedFile> {
  const { picture, words, paper, parts, today } = map;
  const whole = pageOf(sheetOf(picture, parts.length === 0 ? words : overviewWords(words, parts)), PAPERS[paper]);
  const pages = [whole, ...partPages(map)];
  const { bytes, missing } = await writePdf(pages, { title: words.title, subject: words.description, on: today });
  const lost = [
    'Tags for screen readers: the SVG and the HTML report have them.',
    ...(missing.length === 0
      ? []
      : [`Letters that the typeface does not have stand as a box: ${missing.join(' ')}. The SVG shows them.`]),
  ];
  return { content: bytes, ending: 'pdf', type: 'application/pdf', lost };
}
