import { expect, test } from 'vitest';
import { duplicatesByFact } from '#diagram/overview/duplicates-by-fact.ts';
import { hoursByKind } from '#diagram/overview/hours-by-kind.ts';
import { coverageByModule } from '#diagram/overview/module-coverage.ts';
import type { HrefOf } from '#diagram/overview/place-behind.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import type { Chart } from '#views/chart/chart.ts';
import { duplicatesChart } from '#views/overview/duplicates-figure.tsx';
import { hoursChart } from '#views/overview/hours-figure.tsx';
import { moduleChart } from '#views/overview/module-figure.tsx';
import { openExample } from '../../support/open-example.ts';

const hrefOf: HrefOf = (place) => `#${JSON.stringify(place)}`;
const EXAMPLE = openExample().value;
const INDEX = indexWorkspace(EXAMPLE);
const AUDIT = auditWorkspace(EXAMPLE, [], null);

const lengths = (chart: Chart, row: string): readonly number[] =>
  chart.bars.filter((bar) => bar.row === row).map((bar) => bar.to - bar.from);

test('the bars of a module are the numbers of its row, and its end is their sum', () => {
  const chart = moduleChart(coverageByModule(INDEX, AUDIT), hrefOf);
  expect(chart.rows).toHaveLength(10);
  for (const { key, cells, end } of chart.rows) {
    expect(cells).toHaveLength(chart.columns.length - 1);
    const numbers = cells.slice(0, -1).map(({ text }) => Number(text));
    expect(lengths(chart, key)).toEqual(numbers.filter((number) => number > 0));
    expect(Number(end.text)).toBe(numbers.reduce((sum, number) => sum + number, 0));
  }
});

test('a status that no item has takes no column', () => {
  const chart = moduleChart(coverageByModule(INDEX, AUDIT), hrefOf);
  expect(chart.columns).toEqual(['Module', 'Covered', 'Unconfirmed', 'Gaps', 'Missing', 'Items']);
});

test('each part of a bar leads where the number of its row leads', () => {
  const chart = moduleChart(coverageByModule(INDEX, AUDIT), hrefOf);
  const linked = chart.rows
    .flatMap(({ cells }) => cells.slice(0, -1).map(({ href }) => href))
    .filter((href) => href !== '');
  expect(chart.bars.map(({ href }) => href)).toEqual(linked);
});

test('the bars of duplicates and of hours are the numbers of their rows', () => {
  const duplicates = duplicatesChart(duplicatesByFact(INDEX, AUDIT), hrefOf);
  for (const { key, end } of duplicates.rows) expect(lengths(duplicates, key)).toEqual([Number(end.text)]);
  const hours = AUDIT.figures.workspace.hoursPerYear;
  const chart = hoursChart(hours === null ? [] : hoursByKind(hours), hrefOf);
  expect(chart.rows).toHaveLength(6);
  expect(chart.ticks.map(({ row }) => row)).toEqual(chart.rows.map(({ key }) => key));
});
