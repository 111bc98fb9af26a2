import { barX, plot, text, tickX } from '@observablehq/plot';
import { BAR_LOOKS, type BarLook, type Chart, type ChartBar, ROW_HEIGHT } from './chart.ts';

const FILLS: Readonly<Record<BarLook, string>> = {
  always: 'var(--always-edge)',
  unconfirmed: 'url(#bar-unconfirmed)',
  gaps: 'url(#bar-gaps)',
  missing: 'url(#bar-missing)',
  none: 'var(--surface)',
  plain: 'var(--records-edge)',
  range: 'url(#bar-range)',
};

const EDGES: Readonly<Record<BarLook, string>> = {
  always: 'var(--always-edge)',
  unconfirmed: 'var(--records-edge)',
  gaps: 'var(--sometimes-edge)',
  missing: 'var(--never-edge)',
  none: 'var(--line)',
  plain: 'var(--records-edge)',
  range: 'var(--records-edge)',
};

/** Pixels that a figure of 12 px takes, with some room beside it. */
const FIGURE_WIDTH = 8;

const fitsOn = (bar: ChartBar, unit: number): boolean =>
  (bar.to - bar.from) * unit > bar.label.length * FIGURE_WIDTH + 6;

/** The bars by look, in the order in which they are drawn. */
const byLook = (bars: readonly ChartBar[]): readonly ChartBar[] =>
  BAR_LOOKS.flatMap((look) => bars.filter((bar) => bar.look === look));

const barsOf = (look: BarLook, bars: readonly ChartBar[]): ReturnType<typeof barX> =>
  barX(bars, {
    y: 'row',
    x1: 'from',
    x2: 'to',
    title: 'words',
    fill: FILLS[look],
    stroke: EDGES[look],
    strokeWidth: 1,
    insetLeft: 1,
    insetRight: 1,
    className: 'chart-bar',
  });

/** A drawn chart, and which bar each of its shapes is. */
export interface DrawnBars {
  readonly picture: Element;
  readonly barAt: (target: EventTarget | null) => ChartBar | undefined;
}

/** Draws the bars of a chart as wide as there is room; its rows are as high as those of its table. */
export function drawBars({ rows, bars, ticks }: Chart, width: number): DrawnBars {
  const most = Math.max(1, ...bars.map((bar) => bar.to));
  const unit = width / most;
  const labelled = bars.filter((bar) => bar.label !== '' && fitsOn(bar, unit));
  const picture = plot({
    className: 'chart-plot',
    width,
    height: rows.length * ROW_HEIGHT,
    margin: 0,
    x: { domain: [0, most], range: [0, width - 1], axis: null },
    y: {
      domain: rows.map((row) => row.key),
      type: 'band',
      round: false,
      paddingInner: 0.3,
      paddingOuter: 0.15,
      axis: null,
    },
    marks: [
      ...BAR_LOOKS.map((look) =>
        barsOf(
          look,
          bars.filter((bar) => bar.look === look),
        ),
      ),
      tickX(ticks, { y: 'row', x: 'at', stroke: 'var(--text)', strokeWidth: 3 }),
      text(labelled, {
        y: 'row',
        x: (bar: ChartBar) => (bar.from + bar.to) / 2,
        text: 'label',
        fontSize: 13,
        fontWeight: 'bold',
        fill: 'var(--text)',
        stroke: 'var(--surface)',
        strokeWidth: 4,
      }),
    ],
  });
  picture.setAttribute('preserveAspectRatio', 'none');
  // The box around it says what it shows; its own style element is what the page's security policy refuses.
  picture.setAttribute('aria-hidden', 'true');
  for (const named of picture.querySelectorAll('[aria-label]')) named.removeAttribute('aria-label');
  picture.querySelector('style')?.remove();
  const order = byLook(bars);
  const shapes = [...picture.querySelectorAll('.chart-bar rect')];
  return {
    picture,
    barAt: (target) => (target instanceof Element ? order[shapes.indexOf(target)] : undefined),
  };
}
