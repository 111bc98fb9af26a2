/** What a bar looks like: never by colour alone, its pattern tells it too. */
export const BAR_LOOKS = ['always', 'unconfirmed', 'gaps', 'missing', 'none', 'plain', 'range'] as const;
export type BarLook = (typeof BAR_LOOKS)[number];

/** A number with the address of what stands behind it. */
export interface ChartCell {
  readonly text: string;
  readonly href: string;
}

export interface ChartRow {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  /** The row of the table, after its label: one for each column. */
  readonly cells: readonly ChartCell[];
  /** The number at the end of the drawn row. */
  readonly end: ChartCell;
}

/** A bar, or a part of one, in the units of the chart. */
export interface ChartBar {
  readonly row: string;
  readonly from: number;
  readonly to: number;
  readonly look: BarLook;
  /** What is said of it when it is pointed at. */
  readonly words: string;
  /** What is written on it where there is room; empty: nothing. */
  readonly label: string;
  readonly href: string;
}

/** What stands on the bars at one place of each row, such as the usual amount within a range. */
export interface ChartTick {
  readonly row: string;
  readonly at: number;
}

/** A chart in numbers: what is drawn, and the table that says the same. */
export interface Chart {
  readonly columns: readonly string[];
  readonly rows: readonly ChartRow[];
  readonly bars: readonly ChartBar[];
  readonly ticks: readonly ChartTick[];
}

/** How high a row is, drawn or as a row of the table, so that one takes the place of the other. */
export const ROW_HEIGHT = 26;
