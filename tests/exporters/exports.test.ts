import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { LaidOutDiagram } from '#diagram/diagram.ts';
import { drawMap } from '#diagram/draw-map.ts';
import { drawMapPicture } from '#diagram/drawing/draw-map-picture.ts';
import { drawSheet } from '#diagram/drawing/draw-sheet.ts';
import { sheetWords } from '#diagram/drawing/map-words.ts';
import type { Drawing, Shape } from '#diagram/drawing/shapes.ts';
import { measureText } from '#diagram/measure-text.ts';
import { overlayOf } from '#diagram/overlays/overlay-of.ts';
import { THEME } from '#diagram/theme.ts';
import { exportDrawio } from '#exporters/drawio.ts';
import { exportMermaid } from '#exporters/mermaid.ts';
import { escapeXml, exportSvg } from '#exporters/svg.ts';
import { layOutInProcess } from '#layout/lay-out-in-process.ts';
import { stepTypeId } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { AWKWARD } from './awkward.ts';

const WORKSPACES: Readonly<Record<string, Workspace>> = { 'the worked example': openExample().value, ...AWKWARD };
const names = Object.keys(WORKSPACES);

interface Sheet {
  readonly index: WorkspaceIndex;
  readonly diagram: LaidOutDiagram;
  readonly drawing: Drawing;
}

async function sheetOf(name: string): Promise<Sheet> {
  const workspace = WORKSPACES[name];
  if (workspace === undefined) throw new Error(`There is no workspace ${name}.`);
  const index = indexWorkspace(workspace);
  const diagram = await layOutInProcess()(drawMap(index));
  const words = sheetWords({ index, diagram, overlay: null, isExample: true, hash: '0123456789', today: '2026-11-22' });
  const picture = drawMapPicture({ diagram, overlay: null, numbers: new Map() });
  return { index, diagram, drawing: drawSheet(picture, null, words) };
}

/** The left and right end of every text, and its baseline. */
function textsOf(shapes: readonly Shape[]): readonly { text: string; left: number; right: number; y: number }[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'group') return textsOf(shape.shapes);
    if (shape.kind !== 'text' || shape.isUpright) return [];
    const width = measureText(shape.text, shape.lettering);
    const left = { start: shape.at.x, middle: shape.at.x - width / 2, end: shape.at.x - width }[shape.anchor];
    return [{ text: shape.text, left, right: left + width, y: shape.at.y }];
  });
}

/** What is wrong with a text as XML; the schema lets anything stand in it. */
async function xmlFaults(text: string, root: string, namespace: string): Promise<readonly string[]> {
  const target = namespace === '' ? '' : ` targetNamespace="${namespace}"`;
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"${target}><xs:element name="${root}" type="xs:anyType"/></xs:schema>`;
  const { errors } = await validateXML({
    xml: [{ fileName: 'file.xml', contents: text }],
    schema: [schema],
  });
  return errors.map(({ message }) => message);
}

const SVG = 'http://www.w3.org/2000/svg';

test('a text that is no XML is found out', async () => {
  expect(await xmlFaults(`<svg xmlns="${SVG}"><g></svg>`, 'svg', SVG)).not.toEqual([]);
  expect(await xmlFaults(`<svg xmlns="${SVG}"><g/></svg>`, 'svg', SVG)).toEqual([]);
});

describe.each(names)('%s', (name) => {
  test('stands on a sheet with nothing over its edges', async () => {
    const { drawing } = await sheetOf(name);
    const texts = textsOf(drawing.shapes);
    expect(texts.length).toBeGreaterThan(5);
    const { width, height } = drawing.size;
    expect(texts.filter(({ left, right, y }) => left < 0 || right > width || y < 0 || y > height)).toEqual([]);
  });

  test('is an SVG of real text, every step of it in words', async () => {
    const { drawing, diagram, index } = await sheetOf(name);
    const svg = exportSvg(drawing);
    expect(await xmlFaults(svg, 'svg', SVG)).toEqual([]);
    expect(svg.match(/data-for="step:/gu)?.length ?? 0).toBe(diagram.steps.length);
    expect(diagram.steps.length).toBe(index.workspace.stepTypes.length);
    for (const harm of ['<script', 'foreignObject', 'href=', '\u0007']) expect(svg).not.toContain(harm);
    expect(svg).toContain('Model 0123456789');
  });

  test('is a draw.io file with every step in its lane and every line joined', async () => {
    const { diagram } = await sheetOf(name);
    const { content } = exportDrawio(diagram, 'A "title" & more');
    const text = String(content);
    expect(await xmlFaults(text, 'mxfile', '')).toEqual([]);
    expect(text.match(/id="step\d+"/gu)?.length ?? 0).toBe(diagram.steps.length);
    expect(text.match(/edge="1"/gu)?.length ?? 0).toBe(
      diagram.lines.length + diagram.steps.reduce((sum, { ends }) => sum + ends.length, 0),
    );
    expect(text).not.toMatch(/parent="lane-1"|source=""|target=""/u);
    expect(text).not.toContain('&lt;script');
  });

  test('is a Mermaid flowchart with a line for every next action', async () => {
    const { index } = await sheetOf(name);
    const { content } = exportMermaid(index);
    const lines = String(content).split('\n');
    expect(lines.filter((line) => line.includes('-->'))).toHaveLength(index.workspace.nextActions.length);
    // Inside quotes stands nothing that ends them or begins markup.
    for (const line of lines) expect((line.match(/"/gu)?.length ?? 0) % 2).toBe(0);
    expect(String(content)).not.toMatch(/<script|`/u);
  });
});

test('what an overlay says of a step stands on the step and in the key', async () => {
  const { index, diagram } = await sheetOf('the worked example');
  const audit = auditWorkspace(index.workspace, [], null);
  const overlay = overlayOf(index, audit, { kind: 'duplicates' });
  const picture = drawMapPicture({ diagram, overlay, numbers: new Map([[stepTypeId('CFA'), [1, 12]]]) });
  const words = sheetWords({ index, diagram, overlay, isExample: false, hash: 'h', today: '2026-11-22' });
  const svg = exportSvg(drawSheet(picture, overlay, words));
  expect(overlay.steps.size).toBeGreaterThan(5);
  for (const { badge } of overlay.steps.values()) expect(svg).toContain(badge);
  for (const { words: says } of overlay.key) expect(svg).toContain(escapeXml(says));
  expect(svg).toMatch(/>12<\/text>/u);
  expect(svg).toContain(escapeXml(overlay.title));
  expect(svg).not.toContain('invented example');
});

test('a name that the map had to cut stands in full below it', async () => {
  const { drawing } = await sheetOf('awkward names');
  const long = AWKWARD['awkward names']?.stepTypes.find(({ name }) => name.length > 250)?.name ?? '';
  const below = textsOf(drawing.shapes)
    .map(({ text }) => text)
    .join(' ');
  expect(long.length).toBeGreaterThan(250);
  expect(below).toContain(long.trim().slice(0, 60));
  expect(below).toContain('in full: A name of three hundred letters');
});

test('paper has the colours of the app in light', () => {
  const scss = readFileSync(new URL('../../src/app/styles/_colours.scss', import.meta.url), 'utf8');
  const light = scss.slice(scss.indexOf('@mixin light'), scss.indexOf('@mixin dark'));
  const named = new Map(
    [...light.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/gu)].map(([, name, colour]) => [name, colour]),
  );
  expect(named.size).toBeGreaterThan(30);
  // Black is GOV.UK's, by its name.
  const { text, ...others } = THEME;
  expect(text).toBe('#0b0c0c');
  for (const [name, colour] of Object.entries(others)) expect([name, named.get(name)]).toEqual([name, colour]);
});
