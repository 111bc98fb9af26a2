import { fitLine } from '#diagram/deck/fit-text.ts';
import { AREA, COVER_TITLE, type Slide, type SlideBox, type SlideTable, TITLE } from '#diagram/deck/slide.ts';
import type { Box } from '#diagram/diagram.ts';
import { assertNever, invariant } from '#model/assert.ts';
import { emu, runLook, slideXml, solid, writeBody, writeParagraph } from './slide-text.ts';
import { type LinkEnds, writeLink } from './write-link.ts';

const HEAD = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<p:sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">',
  '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>',
].join('');
const FOOT = '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>';

const frame = ({ x, y, width, height }: Box): string =>
  `<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/>`;

const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const;

function writeBox({ box, lines, fill, edge, isDashed, align, anchor, says }: SlideBox, number: number): string {
  const isFramed = fill !== null || edge !== null;
  const line =
    edge === null
      ? '<a:ln><a:noFill/></a:ln>'
      : `<a:ln w="${emu(1.25)}">${solid(edge)}${isDashed ? '<a:prstDash val="dash"/>' : ''}</a:ln>`;
  const words = lines.length === 0 ? [{ text: '' }] : lines;
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${number}" name="${isFramed ? 'Box' : 'Words'} ${number}" descr="${slideXml(says)}"/><p:cNvSpPr${isFramed ? '' : ' txBox="1"'}/><p:nvPr/></p:nvSpPr>`,
    `<p:spPr><a:xfrm>${frame(box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill === null ? '<a:noFill/>' : solid(fill)}${line}</p:spPr>`,
    `<p:txBody>${writeBody(ANCHORS[anchor])}${words.map((one) => writeParagraph(one, align)).join('')}</p:txBody></p:sp>`,
  ].join('');
}

function writeTitle({ title, isCover = false }: Slide): string {
  const box = isCover ? COVER_TITLE : AREA.title;
  const fitted = fitLine({ text: title, ...TITLE, size: isCover ? 40 : TITLE.size }, box.width, 2);
  return [
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title" idx="100"/></p:nvPr></p:nvSpPr>',
    `<p:spPr><a:xfrm>${frame(box)}</a:xfrm></p:spPr>`,
    `<p:txBody>${writeBody(isCover ? 'b' : 'ctr')}${writeParagraph(fitted, 'start')}</p:txBody></p:sp>`,
  ].join('');
}

/** Whose slide it is and of when, and its number as a field: it stays right when slides are moved. */
function writeFoot(foot: string, position: number, number: number): string {
  const size = { paint: 'quiet' } as const;
  const field = `<a:r>${runLook('rPr', size)}<a:t> · </a:t></a:r><a:fld id="{F7021451-1387-4CA6-816F-3879F97B5CBC}" type="slidenum">${runLook('rPr', size)}<a:t>${position}</a:t></a:fld>`;
  const line = fitLine({ text: foot, ...size }, AREA.foot.width - 80, 1);
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${number}" name="Foot ${number}" descr="${slideXml(`${foot}, slide ${position}`)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>`,
    `<p:spPr><a:xfrm>${frame(AREA.foot)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`,
    `<p:txBody>${writeBody('b')}${writeParagraph(line, 'start', field)}</p:txBody></p:sp>`,
  ].join('');
}

const EDGES = ['lnL', 'lnR', 'lnT', 'lnB']
  .map((side) => `<a:${side} w="${emu(0.75)}">${solid('rule')}</a:${side}>`)
  .join('');

function writeTable({ at, widths, rows, says }: SlideTable, number: number): string {
  const [width, height] = [widths, rows.map((row) => row.height)].map((sizes) =>
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const written = rows.map(({ height: rowHeight, cells }) => {
    const inRow = cells.map(
      ({ text, bold = false, fill }) =>
        `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${writeParagraph({ text, bold }, 'start')}</a:txBody><a:tcPr marL="${emu(7)}" marR="${emu(7)}" marT="${emu(4)}" marB="${emu(4)}" anchor="ctr">${EDGES}${fill === undefined ? '<a:noFill/>' : solid(fill)}</a:tcPr></a:tc>`,
    );
    return `<a:tr h="${emu(rowHeight)}">${inRow.join('')}</a:tr>`;
  });
  return [
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${number}" name="Table ${number}" descr="${slideXml(says)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>`,
    `<p:xfrm><a:off x="${emu(at.x)}" y="${emu(at.y)}"/><a:ext cx="${emu(width ?? 0)}" cy="${emu(height ?? 0)}"/></p:xfrm>`,
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/>',
    `<a:tblGrid>${widths.map((column) => `<a:gridCol w="${emu(column)}"/>`).join('')}</a:tblGrid>${written.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`,
  ].join('');
}

/** One slide as the format has it. `position` is its number in the deck. Shapes are numbered in the order in which they are read. */
export function writeSlide(slide: Slide, foot: string, position: number): string {
  const numbers = new Map(slide.shapes.map(({ id }, place) => [id, place + 3]));
  invariant(numbers.size === slide.shapes.length, `Two shapes of slide ${position} have the same id.`);
  const boxes = new Map(
    slide.shapes.flatMap((shape) => (shape.kind === 'box' ? [[shape.id, shape.box] as const] : [])),
  );
  const endOf = (id: string): LinkEnds['from'] => {
    const box = boxes.get(id);
    invariant(box !== undefined, `An arrow on slide ${position} leads to no box.`);
    return { id: numbers.get(id) ?? 0, box };
  };
  const written = slide.shapes.map((shape) => {
    const number = numbers.get(shape.id) ?? 0;
    switch (shape.kind) {
      case 'box':
        return writeBox(shape, number);
      case 'link':
        return writeLink(shape, number, { from: endOf(shape.from), to: endOf(shape.to) });
      case 'table':
        return writeTable(shape, number);
      default:
        return assertNever(shape);
    }
  });
  return [HEAD, writeTitle(slide), ...written, writeFoot(foot, position, slide.shapes.length + 3), FOOT].join('');
}
