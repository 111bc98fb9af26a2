import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { PAPERS, type Paper } from '#exporters/map-pdf.ts';
import { layOutInProcess } from '#layout/lay-out-in-process.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { exportWorkspace } from '#pipeline/export-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { AWKWARD } from './awkward.ts';

const EXAMPLE = openExample();

async function pdfOf(workspace: Workspace, paper: Paper): Promise<{ bytes: Uint8Array; lost: readonly string[] }> {
  const { content, lost } = await exportWorkspace('pdf', {
    opened: { ...EXAMPLE, value: workspace },
    index: indexWorkspace(workspace),
    today: '2026-11-22',
    diagram: null,
    overlay: null,
    numbers: new Map(),
    layOut: layOutInProcess(),
    paper,
  });
  if (typeof content === 'string') throw new Error('A PDF is bytes.');
  return { bytes: content, lost };
}

/** For each page, to which pages its links lead. */
function linksOf(doc: PDFDocument): readonly (readonly number[])[] {
  const pages = doc.getPages();
  return pages.map(({ node }) => {
    const annotations = node.lookupMaybe(PDFName.of('Annots'), PDFArray);
    const links = Array.from({ length: annotations?.size() ?? 0 }, (_, index) => annotations?.lookup(index, PDFDict));
    return links.map((link) => {
      const target = link?.lookup(PDFName.of('Dest'), PDFArray).get(0);
      return pages.findIndex(({ ref }) => ref === target) + 1;
    });
  });
}

describe('a map on paper', () => {
  test('is one page where it can be read whole', async () => {
    const { bytes, lost } = await pdfOf(EXAMPLE.value, 'a0');
    const doc = await PDFDocument.load(bytes);
    expect(doc.getPageCount()).toBe(1);
    const { width, height } = doc.getPages()[0]?.getSize() ?? { width: 0, height: 0 };
    expect([width, height].toSorted((a, b) => b - a)).toEqual([PAPERS.a0.width, PAPERS.a0.height]);
    expect(doc.getTitle()).toContain('Exampleshire');
    expect(lost).toHaveLength(1);
  });

  test('is an overview and a page for each part elsewhere, each leading to the others', async () => {
    const { bytes } = await pdfOf(EXAMPLE.value, 'a3');
    const doc = await PDFDocument.load(bytes);
    const links = linksOf(doc);
    expect(links.length).toBeGreaterThan(5);
    expect(links[0]).toEqual([]);
    for (const [index, targets] of links.entries()) {
      expect(targets).not.toContain(index + 1);
      for (const target of targets) expect(target).toBeGreaterThan(1);
    }
    expect(links.flat().length).toBeGreaterThan(20);
  });

  test('holds every step on just one of its pages', async () => {
    const { splitByLane } = await import('#diagram/drawing/split-pages.ts');
    const index = indexWorkspace(EXAMPLE.value);
    const pages = await splitByLane(index, layOutInProcess(), ({ steps }) => steps.length <= 3);
    const steps = pages.flatMap((page) => page.steps);
    expect(steps.toSorted()).toEqual(EXAMPLE.value.stepTypes.map(({ id }) => id).toSorted());
    for (const { diagram } of pages) expect(diagram.steps.length).toBeLessThanOrEqual(3);
    expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
  });

  test('is the same bytes for the same workspace', async () => {
    expect(await pdfOf(EXAMPLE.value, 'a4')).toEqual(await pdfOf(EXAMPLE.value, 'a4'));
  });

  test.each(Object.keys(AWKWARD))('%s: can be read back, and what the typeface lacks is said', async (name) => {
    const workspace = AWKWARD[name];
    if (workspace === undefined) throw new Error(`There is no workspace ${name}.`);
    const { bytes, lost } = await pdfOf(workspace, 'a3');
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(0);
    expect(lost.some((sentence) => sentence.includes('stand as a box'))).toBe(name === 'awkward names');
  });
});
