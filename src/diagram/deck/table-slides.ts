import { fitLine, heightOf } from './fit-text.ts';
import { AREA, type Slide, type SlideCell, type SlideTable, TEXT } from './slide.ts';

/** A table before it is cut into slides. */
export interface TableStory {
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly rows: readonly (readonly SlideCell[])[];
  readonly says: string;
  readonly notes: readonly string[];
}

/** A cell takes at most so many lines; the notes have it in full. */
const MOST_LINES = 4;

type Row = SlideTable['rows'][number];

function rowOf(cells: readonly SlideCell[], { columns }: TableStory): Row {
  const fitted = columns.map(({ width }, column): SlideCell => {
    const cell = cells[column] ?? { text: '' };
    return { ...cell, text: fitLine({ text: cell.text, bold: cell.bold === true }, width, MOST_LINES).text };
  });
  const heights = fitted.map(({ text, bold = false }, column) =>
    heightOf([{ text, bold }], columns[column]?.width ?? 0),
  );
  return { height: Math.ceil(Math.max(...heights)), cells: fitted };
}

/** The rows that one slide after the other has room for. */
function pagesOf(rows: readonly Row[], room: number): readonly (readonly Row[])[] {
  const pages: Row[][] = [];
  let used = 0;
  for (const row of rows) {
    const page = pages.at(-1);
    if (page === undefined || used + row.height > room) {
      pages.push([row]);
      used = row.height;
    } else {
      page.push(row);
      used += row.height;
    }
  }
  return pages;
}

/** On as few slides as they need, about the same on each. */
function balanced(rows: readonly Row[], room: number): readonly (readonly Row[])[] {
  const fewest = pagesOf(rows, room);
  const total = rows.reduce((sum, { height }) => sum + height, 0);
  for (let less = total / Math.max(1, fewest.length); less < room; less += TEXT) {
    const pages = pagesOf(rows, less);
    if (pages.length === fewest.length) return pages;
  }
  return fewest;
}

/** A table on as many slides as it needs, its heads on each. */
export function tableSlides(story: TableStory): readonly Slide[] {
  const head = rowOf(
    story.columns.map((column) => ({ text: column.head, bold: true, fill: 'bar' })),
    story,
  );
  const pages = balanced(
    story.rows.map((row) => rowOf(row, story)),
    AREA.bottom - AREA.top - head.height,
  );
  return pages.map((rows, position) => ({
    title: pages.length === 1 ? story.title : `${story.title} (${position + 1} of ${pages.length})`,
    shapes: [
      {
        kind: 'table',
        id: 'table',
        at: { x: AREA.left, y: AREA.top },
        widths: story.columns.map(({ width }) => width),
        rows: [head, ...rows],
        says: story.says,
      },
    ],
    notes: story.notes,
  }));
}
