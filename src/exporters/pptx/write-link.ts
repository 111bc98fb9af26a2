import { isSideways, pointOn } from '#diagram/deck/link-ways.ts';
import type { Side, SlideLink } from '#diagram/deck/slide.ts';
import type { Box, Point } from '#diagram/diagram.ts';
import { emu, slideXml, solid } from './slide-text.ts';

/** The numbers of the places on a rectangle at which arrows can be joined. */
const SITES: Readonly<Record<Side, number>> = { top: 0, left: 1, bottom: 2, right: 3 };

/** The two boxes of an arrow, with the numbers that their shapes have on the slide. */
export interface LinkEnds {
  readonly from: { readonly id: number; readonly box: Box };
  readonly to: { readonly id: number; readonly box: Box };
}

/** How a bent arrow, which the format draws from top left to bottom right beginning sideways, is turned. */
function turnOf(side: Side, start: Point, end: Point): string {
  const isRight = end.x >= start.x;
  if (side === 'bottom') return isRight ? ' rot="16200000" flipH="1"' : ' rot="5400000"';
  if (side === 'top') return isRight ? ' rot="16200000"' : ' rot="5400000" flipH="1"';
  return `${isRight ? '' : ' flipH="1"'}${end.y >= start.y ? '' : ' flipV="1"'}`;
}

const straightTurn = (start: Point, end: Point): string =>
  `${end.x < start.x ? ' flipH="1"' : ''}${end.y < start.y ? ' flipV="1"' : ''}`;

interface Frame {
  readonly turn: string;
  readonly shape: string;
  readonly box: Box;
}

/** The frame of an arrow. One that is turned on its side is framed before it is turned, about its own middle. */
function frameOf({ fromSide, toSide }: SlideLink, start: Point, end: Point): Frame {
  const [across, down] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)];
  const box = { x: Math.min(start.x, end.x), y: Math.min(start.y, end.y), width: across, height: down };
  if (across === 0 || down === 0)
    return {
      turn: straightTurn(start, end),
      shape: '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>',
      box,
    };
  const isCorner = isSideways(fromSide) !== isSideways(toSide);
  const bent = isCorner
    ? '<a:prstGeom prst="bentConnector2"><a:avLst/></a:prstGeom>'
    : '<a:prstGeom prst="bentConnector3"><a:avLst><a:gd name="adj1" fmla="val 50000"/></a:avLst></a:prstGeom>';
  const turn = turnOf(fromSide, start, end);
  if (isSideways(fromSide)) return { turn, shape: bent, box };
  const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
  return { turn, shape: bent, box: { x: x - down / 2, y: y - across / 2, width: down, height: across } };
}

/** An arrow that stays joined to its two shapes when one of them is moved. */
export function writeLink(link: SlideLink, number: number, { from, to }: LinkEnds): string {
  const start = pointOn(from.box, link.fromSide);
  const end = pointOn(to.box, link.toSide);
  const { turn, shape, box } = frameOf(link, start, end);
  return [
    `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${number}" name="Arrow ${number}" descr="${slideXml(link.says)}"/>`,
    `<p:cNvCxnSpPr><a:stCxn id="${from.id}" idx="${SITES[link.fromSide]}"/><a:endCxn id="${to.id}" idx="${SITES[link.toSide]}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>`,
    `<p:spPr><a:xfrm${turn}><a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></a:xfrm>${shape}`,
    `<a:ln w="${emu(1.75)}">${solid('line')}<a:round/>${link.isBothWays ? '<a:headEnd type="triangle" w="med" len="med"/>' : ''}<a:tailEnd type="triangle" w="med" len="med"/></a:ln></p:spPr></p:cxnSp>`,
  ].join('');
}
