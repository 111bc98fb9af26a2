/**
 * Widths of Arial's printable ASCII characters, from the space on, in thousandths of the font size.
 * Source: the font metrics of Helvetica, which Arial and Liberation Sans share.
 */
const WIDTHS: readonly number[] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const FIRST = 32;
/** Latin letters with accents are about as wide as a digit; anything further may fill the whole em. */
const LATIN = 600;
const OTHER = 1000;
const BOLD = 1.09;

export interface Lettering {
  readonly size: number;
  readonly bold: boolean;
}

function widthOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? FIRST;
  return WIDTHS[code - FIRST] ?? (code < 0x250 ? LATIN : OTHER);
}

/** The width of a text on one line, rounded up to whole pixels. */
export function measureText(text: string, lettering: Lettering): number {
  const thousandths = Array.from(text).reduce((sum, character) => sum + widthOfCharacter(character), 0);
  return Math.ceil((thousandths / 1000) * lettering.size * (lettering.bold ? BOLD : 1));
}

function breakWord(word: string, width: number, lettering: Lettering): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measureText(piece + character, lettering) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

const SHORTENED = '…';

function shorten(line: string, width: number, lettering: Lettering): string {
  let kept = Array.from(line);
  while (kept.length > 0 && measureText(kept.join('') + SHORTENED, lettering) > width) kept = kept.slice(0, -1);
  return kept.join('').trimEnd() + SHORTENED;
}

/** Breaks a text into lines no wider than `width`, between words where it can; after `most` lines the rest is cut with "…". */
export function wrapText(text: string, width: number, lettering: Lettering, most: number): readonly string[] {
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => breakWord(word, width, lettering));
  const lines: string[] = [];
  let line = words[0] ?? '';
  for (const word of words.slice(1)) {
    const longer = `${line} ${word}`;
    if (measureText(longer, lettering) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shorten(lines.slice(most - 1, most + 1).join(' '), width, lettering)];
}
