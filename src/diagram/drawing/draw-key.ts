import { MARKS, type Point } from '#diagram/diagram.ts';
import { MARK_WORDS } from '#diagram/marks.ts';
import { measureText } from '#diagram/measure-text.ts';
import { type MapOverlay, TONE_SIGNS, type Tone } from '#diagram/overlays/overlay.ts';
import type { DrawnPart } from './draw-map-picture.ts';
import { TONE_LOOKS } from './draw-step.ts';
import { boxAt, type Shape, textAt } from './shapes.ts';

const WORDS = { size: 14, bold: false } as const;
const SIGN = { size: 14, bold: true } as const;
const ROW = 24;
const GAP = 22;

interface KeyEntry {
  readonly sign: string;
  readonly words: string;
  readonly tone: Tone | null;
}

const BESIDE_SIGNS: readonly KeyEntry[] = [
  { sign: '●→', words: 'work may start', tone: null },
  { sign: '◉', words: 'branch ends', tone: null },
  { sign: '?', words: 'nobody has said where to', tone: null },
];

const markEntries = (): readonly KeyEntry[] =>
  MARKS.map((mark) => ({ sign: MARK_WORDS[mark].sign, words: MARK_WORDS[mark].words, tone: null }));

function overlayEntries({ key }: MapOverlay): readonly KeyEntry[] {
  return key.map(({ tone, sign, words, steps }) => ({
    sign: sign || TONE_SIGNS[tone],
    words: steps === null ? words : `${words} (${steps})`,
    tone: steps === null ? null : tone,
  }));
}

function drawEntry(
  { sign, words, tone }: KeyEntry,
  at: Point,
): { readonly shapes: readonly Shape[]; readonly width: number } {
  const signWidth = measureText(sign, SIGN) + 12;
  const box = { x: at.x, y: at.y - 15, width: signWidth, height: 20 };
  const look = tone === null ? null : TONE_LOOKS[tone];
  return {
    width: signWidth + 6 + measureText(words, WORDS),
    shapes: [
      ...(look === null ? [] : [boxAt(box, { fill: look.fill, edge: look.edge, radius: 9 })]),
      textAt({ x: at.x + 6, y: at.y }, sign, { lettering: SIGN, fill: look?.text ?? 'records' }),
      textAt({ x: at.x + signWidth + 6, y: at.y }, words, { lettering: WORDS }),
    ],
  };
}

/** What the colours and signs of a map mean, in rows no wider than the page. */
export function drawKey(overlay: MapOverlay | null, width: number): DrawnPart {
  const entries = [...(overlay === null ? [] : overlayEntries(overlay)), ...markEntries(), ...BESIDE_SIGNS];
  const shapes: Shape[] = [];
  let [x, y] = [0, 16];
  for (const entry of entries) {
    const wide = drawEntry(entry, { x: 0, y: 0 }).width;
    if (x > 0 && x + wide > width) [x, y] = [0, y + ROW];
    shapes.push(...drawEntry(entry, { x, y }).shapes);
    x += wide + GAP;
  }
  return { shapes, extent: { x: 0, y: 0, width, height: y + 10 } };
}
