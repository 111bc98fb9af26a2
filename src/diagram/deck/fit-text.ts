import type { Box } from '#diagram/diagram.ts';
import { type Lettering, wrapText } from '#diagram/measure-text.ts';
import { INSET, LINE, type SlideBox, type SlideLine, TEXT } from './slide.ts';

/** A program that shows slides may break a line a little earlier than we measure. */
const CARE = 0.96;
const ANY = 10_000;

/** The width that a box has for its text. */
export const roomOf = (width: number): number => (width - 2 * INSET.x) * CARE;

/** A text on one line, without what breaks lines. */
export const oneLine = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ');

const letteringOf = ({ size = TEXT, bold = false }: SlideLine): Lettering => ({ size, bold });

/** How many lines a text takes in a box of this width. */
export const linesOf = (line: SlideLine, width: number): number =>
  wrapText(line.text, roomOf(width), letteringOf(line), ANY).length;

/** How high some paragraphs are in a box of this width, with the room around them. */
export const heightOf = (lines: readonly SlideLine[], width: number): number =>
  lines.reduce((sum, line) => sum + linesOf(line, width) * (line.size ?? TEXT) * LINE, 2 * INSET.y);

/** As many characters of a text, spaces aside. */
function firstOf(text: string, characters: number): string {
  let left = characters;
  let kept = '';
  for (const character of text) {
    if (character !== ' ') left -= 1;
    if (left < 0) break;
    kept += character;
  }
  return kept.trimEnd();
}

/** A paragraph that takes at most so many lines in a box of this width; what is too long is cut with "…". */
export function fitLine(line: SlideLine, width: number, most: number): SlideLine {
  const text = oneLine(line.text);
  const lines = wrapText(text, roomOf(width), letteringOf(line), most);
  const shown = lines.join('').replaceAll(' ', '');
  if (shown === text.replaceAll(' ', '')) return { ...line, text };
  return { ...line, text: `${firstOf(text, Array.from(shown).length - 1)}…` };
}

/** Those of some paragraphs, from the first on, that a box has room for. */
export function fitLines(lines: readonly SlideLine[], { width, height }: Box): readonly SlideLine[] {
  const most = lines.findIndex((_, position) => heightOf(lines.slice(0, position + 1), width) > height);
  return most === -1 ? lines : lines.slice(0, most);
}

/** Texts that share the room of a box, each with as much of it as the ones after it can spare. */
export function shareRoom(texts: readonly SlideLine[], box: Box): readonly SlideLine[] {
  let room = box.height - 2 * INSET.y;
  const fitted = texts.map((line, position) => {
    const height = (line.size ?? TEXT) * LINE;
    const most = Math.max(1, Math.floor(room / height) - (texts.length - position - 1));
    const one = fitLine(line, box.width, most);
    room -= linesOf(one, box.width) * height;
    return one;
  });
  return fitLines(fitted, box);
}

/** Words without a frame. */
export const wordsAt = (id: string, box: Box, lines: readonly SlideLine[]): SlideBox => ({
  kind: 'box',
  id,
  box,
  lines,
  fill: null,
  edge: null,
  isDashed: false,
  align: 'start',
  anchor: 'top',
  says: lines.map(({ text }) => text).join(' '),
});
