import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Deck } from '#diagram/deck/slide.ts';
import { exportPptx } from '#exporters/pptx/export-pptx.ts';
import { layOutInProcess } from '#layout/lay-out-in-process.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { exportWorkspace } from '#pipeline/export-workspace.ts';
import { deckFor } from '../diagram/deck/all-decks.ts';
import { openExample } from '../support/open-example.ts';
import { AWKWARD } from './awkward.ts';
import { arrowFaults, attributes, type Parts, packageFaults, partsOf, slidesOf } from './pptx-package.ts';

const EXAMPLE = openExample();
const WORKSPACES = Object.entries<Workspace>({ 'the worked example': EXAMPLE.value, ...AWKWARD });

async function bytesOf(deck: Deck): Promise<Uint8Array> {
  const { content } = await exportPptx(deck, '2026-11-22');
  if (typeof content === 'string') throw new Error('A PowerPoint file is bytes.');
  return content;
}

const made = async (workspace: Workspace, named: string): Promise<Parts> =>
  partsOf(await bytesOf(deckFor(workspace, named)));

/** The parts that are no XML. */
async function notXml(parts: Parts): Promise<readonly string[]> {
  const schema =
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="any" type="xs:anyType"/></xs:schema>';
  const xml = [...parts].map(([fileName, contents]) => ({
    fileName: fileName.replaceAll(/[^a-zA-Z0-9.]/gu, '_'),
    contents,
  }));
  const { errors } = await validateXML({ xml, schema: [schema] });
  return errors
    .map(({ message }) => message)
    .filter((message) => !/No matching global declaration|fails to validate/u.test(message));
}

/** What PowerPoint would have to repair, or nobody could read. */
function slideFaults(slide: string): readonly string[] {
  const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/gu)].map(([, id]) => id);
  const sizes = attributes(slide, 'sz')
    .map(Number)
    .filter((size) => size < 1800);
  const silent = [...slide.matchAll(/<p:cNvPr id="\d+" name="(?:Box|Arrow|Table)[^"]*" descr=""/gu)];
  return [
    ...(new Set(ids).size === ids.length ? [] : ['two shapes have one id']),
    ...sizes.map((size) => `text of ${size / 100} points`),
    ...silent.map(() => 'a shape without alt text'),
    ...(slide.match(/type="title"/gu)?.length === 1 ? [] : ['not one title']),
    ...(slide.includes('type="slidenum"') ? [] : ['no number']),
    ...arrowFaults(slide),
  ];
}

afterEach(() => {
  vi.useRealTimers();
});

describe.each(WORKSPACES)('%s', (_, workspace) => {
  test.each(['show-and-tell', 'view'])('as %s is a package in which everything leads somewhere', async (named) => {
    const deck = deckFor(workspace, named);
    const parts = partsOf(await bytesOf(deck));
    expect(packageFaults(parts)).toEqual([]);
    expect(await notXml(parts)).toEqual([]);
    const slides = slidesOf(parts);
    expect(slides).toHaveLength(deck.slides.length);
    expect(slides.map(slideFaults)).toEqual(slides.map(() => []));
    for (const [path, xml] of parts)
      expect([path, xml.includes('<script') || xml.includes('\u0007')]).toEqual([path, false]);
  });
});

test('faults of a package are found out', async () => {
  const parts = await made(EXAMPLE.value, 'view');
  const [, slide = ''] = slidesOf(parts).slice(1);
  expect(packageFaults(new Map([...parts].filter(([path]) => path !== 'ppt/theme/theme1.xml')))).not.toEqual([]);
  expect(slideFaults(slide.replace('sz="1800"', 'sz="1700"'))).toEqual(['text of 17 points']);
  expect(slideFaults(slide.replace(/<a:stCxn id="\d+"/u, '<a:stCxn id="99"'))).toEqual([
    'an arrow is joined to shape 99',
  ]);
  expect(slideFaults(slide.replace(/(<p:cxnSp>.*?<a:off x=")/su, '$19'))).toContainEqual(
    expect.stringContaining('beside'),
  );
  expect(await notXml(new Map([['a.xml', '<a><b></a>']]))).not.toEqual([]);
});

test('names of any kind stand in the slides as they are, in full for screen readers', async () => {
  const workspace = AWKWARD['awkward names'];
  if (workspace === undefined) throw new Error('There are no awkward names.');
  const slides = slidesOf(await made(workspace, 'view')).join('\n');
  const long = workspace.stepTypes.find(({ name }) => name.length > 250)?.name ?? '';
  for (const says of ['👨‍👩‍👧‍👦', '🏡', 'شريط', '&lt;script&gt;alert(1)', long.trim()]) expect(slides).toContain(says);
  expect(slides).toMatch(/rtl="1"[^>]*>(?:(?!<\/a:p>).)*شريط/u);
});

test('the notes say where the figures come from, and that the example is invented', async () => {
  const deck = deckFor(EXAMPLE.value, 'show-and-tell');
  const parts = partsOf(await bytesOf(deck));
  const notes = [...parts].filter(([path]) => /notesSlide\d+\.xml$/u.test(path)).map(([, xml]) => xml);
  expect(notes).toHaveLength(deck.slides.length);
  for (const xml of notes) expect(xml).not.toContain('<a:t>Notes</a:t>');
  expect(parts.get('ppt/notesSlides/notesSlide1.xml')).toContain('Exampleshire is invented');
  expect(parts.get('ppt/notesSlides/notesSlide2.xml')).toContain('<a:t>Counted from workflows/step-types.csv');
});

test('the same deck has the same bytes, whenever it is made', async () => {
  const deck = deckFor(EXAMPLE.value, 'item:ReferralSource');
  const once = await bytesOf(deck);
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
  expect(await bytesOf(deck)).toEqual(once);
  expect(partsOf(once).get('docProps/core.xml')).toContain('2026-11-22T00:00:00Z');
});

test('a workspace is exported as the show and tell where nobody says which deck', async () => {
  const { content, ending } = await exportWorkspace('pptx', {
    opened: EXAMPLE,
    index: indexWorkspace(EXAMPLE.value),
    today: '2026-11-22',
    diagram: null,
    overlay: null,
    numbers: new Map(),
    layOut: layOutInProcess(),
  });
  expect(ending).toBe('pptx');
  if (typeof content === 'string') throw new Error('A PowerPoint file is bytes.');
  const [first = ''] = slidesOf(partsOf(content));
  expect(first).toContain('How Exampleshire records for the CIN census 2026-27');
  expect(first).toContain('Exampleshire (invented example) · 22 November 2026');
});

const OFFICE = 'soffice';

function hasLibreOffice(): boolean {
  try {
    execFileSync(OFFICE, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const isThere = hasLibreOffice();

test.runIf(!isThere)('skipped: LibreOffice not present', ({ skip }) => {
  skip();
});

test.runIf(isThere)(
  'LibreOffice opens the slides of every workspace, all of them',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-slides-'));
    const decks = WORKSPACES.map(([, workspace]) => deckFor(workspace, 'show-and-tell'));
    for (const [at, deck] of decks.entries()) writeFileSync(join(folder, `deck${at}.pptx`), await bytesOf(deck));
    const own = `-env:UserInstallation=file://${folder}/profile`;
    const files = decks.map((_, at) => join(folder, `deck${at}.pptx`));
    await promisify(execFile)(OFFICE, [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
    const pages = decks.map(async (_, at) => {
      const pdf = await PDFDocument.load(readFileSync(join(folder, `deck${at}.pdf`)));
      return pdf.getPageCount();
    });
    expect(await Promise.all(pages)).toEqual(decks.map(({ slides }) => slides.length));
  },
  60_000,
);
