import { drawMapPicture, type MapPicture } from '#diagram/drawing/draw-map-picture.ts';
import { drawEmptySheet, drawSheet, type SheetWords } from '#diagram/drawing/draw-sheet.ts';
import type { ExportedFile } from './exported-file.ts';
import { exportSvg } from './svg.ts';

/** A map as one SVG picture of the size that it needs. */
export function exportMapSvg(picture: MapPicture, words: SheetWords): ExportedFile {
  const isEmpty = picture.diagram.steps.length === 0;
  const drawing = isEmpty ? drawEmptySheet(words) : drawSheet(drawMapPicture(picture), picture.overlay, words);
  return { content: exportSvg(drawing), ending: 'svg', type: 'image/svg+xml', lost: [] };
}
