import { type Color, degrees, PDFDocument, type PDFFont, PDFName, type PDFPage, PDFString, rgb } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import type { Box, Point, Size } from '#diagram/diagram.ts';
import { toPath } from '#diagram/drawing/rounded-path.ts';
import type { BoxShape, Drawing, Shape, TextShape } from '#diagram/drawing/shapes.ts';
import { type Paint, THEME } from '#diagram/theme.ts';
import { assertNever } from '#model/assert.ts';
import { NO_LETTER, SIGN_OUTLINES, type SignOutline } from './pdf-signs.ts';

/** One page: a drawing on paper of a size in points, made as large as it goes. */
export interface PdfPage {
  readonly drawing: Drawing;
  readonly paper: Size;
  /** Places of the drawing that lead to another page, from 1. */
  readonly links: readonly { readonly box: Box; readonly page: number }[];
}

export interface PdfWords {
  readonly title: string;
  readonly subject: string;
  /** ISO date of the day it was made. */
  readonly on: string;
}

interface Fonts {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
  readonly letters: ReadonlySet<number>;
}

/** A page being drawn on: what it shows, how large, and where its top left corner is in points from the bottom. */
interface Sheet {
  readonly page: PDFPage;
  readonly fonts: Fonts;
  readonly scale: number;
  readonly corner: Point;
  readonly missing: Set<string>;
}

function colourOf(paint: Paint): Color {
  const number = Number.parseInt(THEME[paint].slice(1), 16);
  return rgb(((number >> 16) & 255) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255);
}

/** A piece of a text: letters that the font has, or one sign that is drawn. */
interface Piece {
  readonly text: string;
  readonly outline: SignOutline | null;
}

/** A text in pieces. A letter that nothing can show stands as a box, and is told of. */
function piecesOf(text: string, { fonts, missing }: Sheet): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const letter of text.replaceAll(/\s+/gu, ' ')) {
    if (fonts.letters.has(letter.codePointAt(0) ?? 0)) {
      const last = pieces.at(-1);
      if (last?.outline === null) pieces[pieces.length - 1] = { text: last.text + letter, outline: null };
      else pieces.push({ text: letter, outline: null });
      continue;
    }
    if (!SIGN_OUTLINES.has(letter)) missing.add(letter);
    pieces.push({ text: letter, outline: SIGN_OUTLINES.get(letter) ?? SIGN_OUTLINES.get(NO_LETTER) ?? null });
  }
  return pieces;
}

interface Placed {
  readonly at: Point;
  readonly size: number;
  readonly paint: Paint;
}

function drawSign({ filled, stroked }: SignOutline, { at, size, paint }: Placed, { page }: Sheet): void {
  const where = { ...at, scale: size / 1000 };
  if (filled !== '') page.drawSvgPath(filled, { ...where, color: colourOf(paint), borderWidth: 0 });
  if (stroked !== '') page.drawSvgPath(stroked, { ...where, borderColor: colourOf(paint), borderWidth: 95 });
}

function drawText({ at, text, lettering, fill, anchor, isUpright }: TextShape, sheet: Sheet): void {
  const { page, fonts, scale, corner } = sheet;
  const font = lettering.bold ? fonts.bold : fonts.regular;
  const size = lettering.size * scale;
  const pieces = piecesOf(text, sheet);
  const widths = pieces.map((piece) => (piece.outline === null ? font.widthOfTextAtSize(piece.text, size) : size));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let along = anchor === 'start' ? 0 : -whole / (anchor === 'middle' ? 2 : 1);
  for (const [index, { text: words, outline }] of pieces.entries()) {
    const [x, y] = [corner.x + at.x * scale, corner.y - at.y * scale];
    const here = isUpright ? { x, y: y + along } : { x: x + along, y };
    along += widths[index] ?? 0;
    if (outline === null)
      page.drawText(words, { ...here, size, font, color: colourOf(fill), rotate: degrees(isUpright ? 90 : 0) });
    else drawSign(outline, { at: here, size, paint: fill }, sheet);
  }
}

/** The outline of a box with round corners, as SVG writes one. */
function outlineOf({ box: { x, y, width, height }, radius }: BoxShape): string {
  const [right, bottom] = [x + width, y + height];
  if (radius === 0) return `M${x} ${y}H${right}V${bottom}H${x}Z`;
  const r = Math.min(radius, width / 2, height / 2);
  return [
    `M${x + r} ${y}H${right - r}Q${right} ${y} ${right} ${y + r}V${bottom - r}Q${right} ${bottom} ${right - r} ${bottom}`,
    `H${x + r}Q${x} ${bottom} ${x} ${bottom - r}V${y + r}Q${x} ${y} ${x + r} ${y}Z`,
  ].join('');
}

interface Look {
  readonly fill: Paint | null;
  readonly edge: Paint | null;
  readonly width: number;
  readonly isDashed?: boolean;
}

function drawPath(path: string, { fill, edge, width, isDashed }: Look, { page, scale, corner }: Sheet): void {
  page.drawSvgPath(path, {
    ...corner,
    scale,
    ...(fill === null ? {} : { color: colourOf(fill) }),
    ...(edge === null ? { borderWidth: 0 } : { borderColor: colourOf(edge), borderWidth: width }),
    ...(isDashed === true ? { borderDashArray: [3, 2] } : {}),
  });
}

const circlePath = ({ x, y }: Point, r: number): string =>
  `M${x - r} ${y}A${r} ${r} 0 1 0 ${x + r} ${y}A${r} ${r} 0 1 0 ${x - r} ${y}Z`;

function drawShape(shape: Shape, sheet: Sheet): void {
  switch (shape.kind) {
    case 'box':
      return drawPath(outlineOf(shape), { fill: shape.fill, edge: shape.edge, width: shape.edgeWidth }, sheet);
    case 'line':
      return drawPath(toPath(shape.points, shape.corner), { fill: null, edge: shape.paint, width: shape.width }, sheet);
    case 'area':
      return drawPath(`${toPath(shape.points, 0)}Z`, { fill: shape.fill, edge: null, width: 0 }, sheet);
    case 'circle':
      return drawPath(
        circlePath(shape.middle, shape.radius),
        { fill: shape.fill, edge: shape.edge, width: 1.5, isDashed: shape.isDashed },
        sheet,
      );
    case 'text':
      return drawText(shape, sheet);
    case 'group':
      for (const inner of shape.shapes) drawShape(inner, sheet);
      return undefined;
    default:
      return assertNever(shape);
  }
}

/** How large a drawing stands on paper: points for each pixel. A px is three quarters of a point at 100 %, and never more. */
export const scaleOn = (size: Size, paper: Size): number =>
  Math.min(paper.width / size.width, paper.height / size.height, 0.75);

async function fontsFor(doc: PDFDocument): Promise<Fonts> {
  doc.registerFontkit(fontkit);
  const { ARIMO, ARIMO_BOLD } = await import('./arimo.ts');
  const regular = await doc.embedFont(ARIMO, { subset: true });
  const bold = await doc.embedFont(ARIMO_BOLD, { subset: true });
  return { regular, bold, letters: new Set(regular.getCharacterSet()) };
}

function addLinks(doc: PDFDocument, { links }: PdfPage, { page, scale, corner }: Sheet): void {
  for (const { box, page: target } of links) {
    const to = doc.getPages()[target - 1];
    if (to === undefined) continue;
    const [left, top] = [corner.x + box.x * scale, corner.y - box.y * scale];
    const link = doc.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [left, top - box.height * scale, left + box.width * scale, top],
      Border: [0, 0, 0],
      Contents: PDFString.of(`Page ${target}`),
      Dest: [to.ref, PDFName.of('Fit')],
    });
    page.node.addAnnot(doc.context.register(link));
  }
}

export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Letters that the font does not have. */
  readonly missing: readonly string[];
}

/** A PDF of drawings: lines and text as they are, nothing turned into dots. The same pages give the same bytes. */
export async function writePdf(pages: readonly PdfPage[], { title, subject, on }: PdfWords): Promise<PdfFile> {
  const doc = await PDFDocument.create();
  const fonts = await fontsFor(doc);
  const missing = new Set<string>();
  const sheets = pages.map(({ drawing, paper }): Sheet => {
    const page = doc.addPage([paper.width, paper.height]);
    const scale = scaleOn(drawing.size, paper);
    const corner = { x: (paper.width - drawing.size.width * scale) / 2, y: paper.height };
    const sheet = { page, fonts, scale, corner, missing };
    for (const shape of drawing.shapes) drawShape(shape, sheet);
    return sheet;
  });
  for (const [index, sheet] of sheets.entries()) {
    const page = pages[index];
    if (page !== undefined) addLinks(doc, page, sheet);
  }
  const made = new Date(`${on}T00:00:00Z`);
  doc.setTitle(title, { showInWindowTitleBar: true });
  doc.setSubject(subject);
  doc.setLanguage('en-GB');
  doc.setProducer('Throughline');
  doc.setCreator('Throughline');
  doc.setCreationDate(made);
  doc.setModificationDate(made);
  return { bytes: await doc.save({ useObjectStreams: true }), missing: [...missing] };
}
