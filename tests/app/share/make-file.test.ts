import { describe, expect, test } from 'vitest';
import { describeSize, fileName } from '#app/share/file-name.ts';
import { type Chosen, formatOf, taskFor, wouldBeSame } from '#app/share/make-file.ts';
import { SHARE_ROWS, type ShareRow } from '#app/share/share-rows.ts';
import { shareViewOf } from '#app/share/share-view.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { EXPORT_FORMATS } from '#pipeline/export-workspace.ts';
import { FIRST_VIEW } from '#store/view.ts';
import { openExample } from '../../support/open-example.ts';

const index = indexWorkspace(openExample().value);

const CHOSEN: Chosen = {
  revision: 1,
  view: shareViewOf(FIRST_VIEW, index),
  picture: { drawn: { kind: 'anew', drawing: {} }, overlay: null, numbers: new Map() },
  wanted: null,
  authority: 'Exampleshire',
  today: '2026-11-22',
  paper: 'a3',
  png: { kind: 'scale', scale: 2 },
};

function rowOf(id: string): ShareRow {
  const row = SHARE_ROWS.find((one) => one.id === id);
  if (row === undefined) throw new Error(`There is no row ${id}.`);
  return row;
}

test('every format that can be made is offered, and every row has a place of its own', () => {
  const offered = new Set(SHARE_ROWS.map(formatOf));
  expect(EXPORT_FORMATS.filter((format) => !offered.has(format))).toEqual([]);
  expect(new Set(SHARE_ROWS.map(({ id }) => id)).size).toBe(SHARE_ROWS.length);
});

test('a file is called by whose it is, what it is and its day', () => {
  expect(fileName('Exampleshire', 'show and tell', '2026-11-22', 'pptx')).toBe(
    'exampleshire-show-and-tell-2026-11-22.pptx',
  );
  expect(fileName('', '', '2026-11-22', 'zip')).toBe('workspace-2026-11-22.zip');
  expect(fileName('São <b>Tomé</b>', 'map', '2026-11-22', 'svg')).toBe('sao-b-tome-b-map-2026-11-22.svg');
});

test.each([
  [12, '1 KB'],
  [183_600, '184 KB'],
  [2_130_000, '2.1 MB'],
])('%d bytes are %s', (bytes, words) => expect(describeSize(bytes)).toBe(words));

describe('what the worker is asked for', () => {
  test('slides of the workflow and of the item that are chosen', () => {
    expect(taskFor(rowOf('one-workflow'), CHOSEN)?.deck).toEqual({ kind: 'workflow', lane: CHOSEN.view.lane });
    expect(taskFor(rowOf('one-item'), CHOSEN)?.deck).toMatchObject({
      kind: 'item',
      item: { id: CHOSEN.view.item?.id },
    });
  });

  test('a PNG is drawn from the SVG picture', () => {
    expect(taskFor(rowOf('png'), CHOSEN)?.format).toBe('svg');
  });

  test('nothing where there is no picture yet, no workflow or no item', () => {
    expect(taskFor(rowOf('svg'), { ...CHOSEN, picture: null })).toBe(null);
    expect(taskFor(rowOf('xlsx'), { ...CHOSEN, picture: null })?.format).toBe('xlsx');
    expect(taskFor(rowOf('one-workflow'), { ...CHOSEN, view: { ...CHOSEN.view, lane: '' } })).toBe(null);
    expect(taskFor(rowOf('one-item'), { ...CHOSEN, view: { ...CHOSEN.view, item: null } })).toBe(null);
  });
});

test('a file that was made stays offered until what it is made of is another', () => {
  const otherPaper: Chosen = { ...CHOSEN, paper: 'a0' };
  expect(wouldBeSame(rowOf('pdf'), CHOSEN, otherPaper)).toBe(false);
  expect(wouldBeSame(rowOf('xlsx'), CHOSEN, otherPaper)).toBe(true);
  expect(wouldBeSame(rowOf('xlsx'), CHOSEN, { ...CHOSEN, revision: 2 })).toBe(false);
  expect(wouldBeSame(rowOf('svg'), CHOSEN, { ...CHOSEN, picture: null })).toBe(false);
});

test('an address that names no workflow, item or picture there is falls back to what there is', () => {
  const view = shareViewOf({ ...FIRST_VIEW, own: { drawn: 'nothing', lane: 'No such workflow' } }, index);
  expect(view).toMatchObject({ drawn: 'whole', lane: 'Front door', row: '' });
  expect(view.item?.module).not.toBe('Header');
});
