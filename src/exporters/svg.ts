import type { Point } from '#diagram/diagram.ts';
import { toPath } from '#diagram/drawing/rounded-path.ts';
import type { BoxShape, CircleShape, Drawing, GroupShape, Shape, TextShape } from '#diagram/drawing/shapes.ts';
import { type Paint, THEME } from '#diagram/theme.ts';
import { assertNever } from '#model/assert.ts';

/** What XML 1.0 takes no character for, and what would turn the text around it. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text as XML writes it. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(NOT_IN_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A measure without needless digits. */
const px = (value: number): string => String(Math.round(value * 100) / 100);
const paint = (name: Paint | null): string => (name === null ? 'none' : THEME[name]);
const rounded = (points: readonly Point[]): readonly Point[] =>
  points.map(({ x, y }) => ({ x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 }));

function writeText({ at, text, lettering, fill, anchor, isUpright }: TextShape): string {
  const look = `font-size="${lettering.size}"${lettering.bold ? ' font-weight="bold"' : ''} fill="${paint(fill)}"`;
  const place = isUpright
    ? `transform="translate(${px(at.x)} ${px(at.y)}) rotate(-90)"`
    : `x="${px(at.x)}" y="${px(at.y)}"`;
  const turn = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text ${place} ${look}${turn} unicode-bidi="plaintext">${escapeXml(text)}</text>`;
}

function writeBox({ box, radius, fill, edge, edgeWidth }: BoxShape): string {
  const { x, y, width, height } = box;
  const corner = radius === 0 ? '' : ` rx="${radius}"`;
  const stroke = edge === null ? '' : ` stroke="${paint(edge)}" stroke-width="${edgeWidth}"`;
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"${corner} fill="${paint(fill)}"${stroke}/>`;
}

function writeCircle({ middle, radius, fill, edge, isDashed }: CircleShape): string {
  const stroke = edge === null ? '' : ` stroke="${paint(edge)}" stroke-width="1.5"`;
  const dash = isDashed ? ' stroke-dasharray="3 2"' : '';
  return `<circle cx="${px(middle.x)}" cy="${px(middle.y)}" r="${radius}" fill="${paint(fill)}"${stroke}${dash}/>`;
}

function writeGroup({ id, says, shapes }: GroupShape): string {
  const words = escapeXml(says);
  return `<g data-for="${escapeXml(id)}" role="img" aria-label="${words}"><title>${words}</title>${shapes.map(writeShape).join('')}</g>`;
}

function writeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'box':
      return writeBox(shape);
    case 'line':
      return `<path d="${toPath(rounded(shape.points), shape.corner)}" fill="none" stroke="${paint(shape.paint)}" stroke-width="${shape.width}"/>`;
    case 'area':
      return `<path d="${toPath(rounded(shape.points), 0)}Z" fill="${paint(shape.fill)}"/>`;
    case 'circle':
      return writeCircle(shape);
    case 'text':
      return writeText(shape);
    case 'group':
      return writeGroup(shape);
    default:
      return assertNever(shape);
  }
}

/** A drawing as an SVG file: real text, nothing outside it, a title and a description for screen readers. */
export function exportSvg({ size, title, description, shapes }: Drawing): string {
  const [width, height] = [Math.ceil(size.width), Math.ceil(size.height)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="picture-title picture-says" font-family="Arial, Helvetica, 'Liberation Sans', sans-serif">`,
    `<title id="picture-title">${escapeXml(title)}</title>`,
    `<desc id="picture-says">${escapeXml(description)}</desc>`,
    ...shapes.map(writeShape),
    '</svg>',
    '',
  ].join('\n');
}
