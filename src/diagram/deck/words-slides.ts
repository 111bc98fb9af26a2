import { describeDay } from '#diagram/drawing/map-words.ts';
import { type DeckSubject, INVENTED, ownerOf, returnName } from './deck-subject.ts';
import { fitLine, fitLines, wordsAt } from './fit-text.ts';
import { AREA, type Slide, type SlideBox } from './slide.ts';

const COVER = { x: AREA.left, y: 276, width: AREA.width, height: 150 };

/** The first slide: what is shown, whose it is and of when. */
export function coverSlide(subject: DeckSubject, title: string): Slide {
  const { index, isExample, hash, today } = subject;
  const { asAt, title: named } = index.workspace.manifest;
  const lines = [
    { text: [ownerOf(subject), returnName(subject)].join(' · '), size: 24, bold: true },
    { text: `${asAt === '' ? '' : `Workflow as at ${describeDay(asAt)} · `}drawn ${describeDay(today)}`, size: 20 },
    ...(isExample ? [{ text: 'An invented authority: nothing here is anybody’s finding.', size: 20 }] : []),
  ];
  return {
    title,
    isCover: true,
    shapes: [
      wordsAt(
        'about',
        COVER,
        fitLines(
          lines.map((line) => fitLine(line, COVER.width, 2)),
          COVER,
        ),
      ),
    ],
    notes: [
      named,
      `Made with Throughline from model ${hash} on ${describeDay(today)}. The hash is the same as long as the model says the same.`,
      index.dataReturn === null
        ? 'No return is looked at.'
        : `Return: ${index.dataReturn.name}. ${index.dataReturn.source}`,
      ...(isExample ? [INVENTED] : []),
    ].filter((note) => note !== ''),
  };
}

/** A figure and what it counts. */
export interface BigFigure {
  readonly figure: string;
  readonly words: string;
}

const COLUMNS = 3;
const GAP = 24;
const WIDTH = (AREA.width - (COLUMNS - 1) * GAP) / COLUMNS;
const HEIGHT = 150;

/** Up to six figures in large letters. */
export function figureBoxes(figures: readonly BigFigure[]): readonly SlideBox[] {
  return figures.map(({ figure, words }, position) => ({
    kind: 'box',
    id: `figure${position}`,
    box: {
      x: AREA.left + (position % COLUMNS) * (WIDTH + GAP),
      y: AREA.top + 20 + Math.floor(position / COLUMNS) * (HEIGHT + GAP),
      width: WIDTH,
      height: HEIGHT,
    },
    lines: [{ text: figure, size: 44, bold: true }, fitLine({ text: words, size: 20, paint: 'quiet' }, WIDTH, 2)],
    fill: 'bar',
    edge: null,
    isDashed: false,
    align: 'middle',
    anchor: 'middle',
    says: `${figure} ${words}`,
  }));
}

const BULLETS = { x: AREA.left, y: AREA.top, width: AREA.width, height: AREA.bottom - AREA.top };

const MOST = 6;

/** Paragraphs in large letters, as many as a slide has room for; all of them stand in the notes. */
export function paragraphsSlide(title: string, paragraphs: readonly string[], notes: readonly string[]): Slide {
  const lines = paragraphs.map((text) => ({ ...fitLine({ text: `• ${text}`, size: 20 }, BULLETS.width, 3) }));
  const shown = fitLines(lines.slice(0, MOST), { ...BULLETS, height: BULLETS.height - 30 });
  const more = paragraphs.length - shown.length;
  const rest = more === 0 ? [] : [{ text: `and ${more} more, in the notes of this slide`, size: 20 }];
  return { title, shapes: [wordsAt('words', BULLETS, [...shown, ...rest])], notes: [...paragraphs, ...notes] };
}
