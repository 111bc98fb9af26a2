import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { coverageMatrix } from '#diagram/coverage-matrix.ts';
import { itemDetails } from '#diagram/item-details.ts';
import { yearChange } from '#diagram/year-change/year-change.ts';
import { itemId, returnId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { CoverageMatrix } from '#views/coverage-matrix/coverage-matrix.tsx';
import { ReturnItem } from '#views/return-item/return-item.tsx';
import { YearChange } from '#views/year-change/year-change.tsx';
import { openExample } from '../../support/open-example.ts';

const { value: workspace } = openExample();
const index = indexWorkspace(workspace);
const audit = auditWorkspace(workspace, []);
const nothing = (): void => {};

/** The words of a page, without its marks. */
const wordsOf = (html: string): string =>
  html
    .replaceAll('<wbr/>', '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

const matrixHtml = (text = ''): string =>
  renderToStaticMarkup(
    <CoverageMatrix
      matrix={coverageMatrix(index, audit, { text })}
      name="CIN census"
      selected={{ item: itemId('Child/CINdetails/PrimaryNeedCode'), place: null }}
      onCell={nothing}
    />,
  );

test('every cell says in words what its colour says, and the grid is one Tab stop', () => {
  const html = matrixHtml();
  const due = audit.coverage.reduce((sum, { places }) => sum + places.length, 0);
  const cells = html.match(/<td class="matrix__cell matrix__cell--(?:always|sometimes|never)"[^>]*>.*?<\/td>/gu) ?? [];
  expect(cells.length).toBe(due);
  expect(cells.filter((cell) => !/(?:always|sometimes|never)$/u.test(wordsOf(cell).trim()))).toEqual([]);
  expect(html.match(/data-column="\d+" tabindex="0"/gu)?.length).toBe(1);
  expect(html).toContain('role="grid"');
});

test('each row of the grid has as many cells as the head has columns', () => {
  const html = matrixHtml();
  const places = html.match(/class="matrix__place"/gu)?.length ?? 0;
  const rows = html.match(/<tr class="matrix__row.*?<\/tr>/gu) ?? [];
  expect(rows.length).toBe(index.dataReturn?.items.length);
  expect(new Set(rows.map((row) => row.match(/<t[dh]/gu)?.length))).toEqual(new Set([places + 3]));
});

test('where no item is left it says so', () => {
  expect(wordsOf(matrixHtml('no such words'))).toContain('No item is like that');
});

const itemHtml = (item: string, canChange: boolean): string => {
  const found = index.items.get(itemId(item));
  if (found === undefined) throw new Error(`No item ${item}`);
  return renderToStaticMarkup(
    <ReturnItem
      details={itemDetails(index, audit, found)}
      place={null}
      comparedWith=""
      onFinding={nothing}
      onPlace={nothing}
      onStep={nothing}
      onShowOnMap={nothing}
      onSource={nothing}
      onStatus={canChange ? nothing : null}
    />,
  );
};

test('an item says what is read, a route without it, what else records it, and what is not verified', () => {
  const words = wordsOf(itemHtml('Child/CINdetails/PrimaryNeedCode', true));
  for (const part of ['N00101', 'Shortest route without it', 'Also recorded, not read', 'Rules that test it', 'Flag'])
    expect(words).toContain(part);
  expect(wordsOf(itemHtml('Child/CINdetails/PreProceedingsandFGDM/PPOutcome', true))).toContain('Not verified:');
});

test('where nothing may be changed, no mapping can be confirmed or flagged', () => {
  expect(itemHtml('Child/CINdetails/PrimaryNeedCode', false)).not.toContain('small-button');
});

test('another year names every item that it adds or removes, and says what is kept', () => {
  const side = (id: string): Parameters<typeof yearChange>[0] => ({
    index: indexWorkspace(workspace, returnId(id)),
    audit: auditWorkspace(workspace, [], returnId(id)),
  });
  const change = yearChange(side('cin-2026-27'), side('cin-2023-24'));
  const words = wordsOf(
    renderToStaticMarkup(
      <YearChange change={change} onItem={nothing} onFact={nothing} onFinding={nothing} onMapEvent={nothing} />,
    ),
  );
  const named = [...change.items.added, ...change.items.removed].map(({ item }) => item.tag);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((tag) => !words.includes(tag))).toEqual([]);
  for (const { words: place } of change.mappings.noLongerDue.flatMap(({ mappings }) => mappings))
    expect(words).toContain(place.replaceAll('"', '&quot;').replaceAll('&', '&amp;').replaceAll("'", '&#x27;'));
  expect(words).toContain('All of them are kept');
});
