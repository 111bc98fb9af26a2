import type { DeckChoice } from '#diagram/deck/deck-choice.ts';
import type { LaidOutDiagram, LayOut } from '#diagram/diagram.ts';
import type { SheetWords } from '#diagram/drawing/draw-sheet.ts';
import { sheetWords } from '#diagram/drawing/map-words.ts';
import { splitByLane } from '#diagram/drawing/split-pages.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import type { ExportedFile } from '#exporters/exported-file.ts';
import type { Paper as MapPaper } from '#exporters/map-pdf.ts';
import { toXStateJson } from '#machine/to-machine.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { drawPicture, FIRST_PICTURE } from './draw-picture.ts';
import type { TablesRequest } from './export-tables.ts';
import { modelHash } from './model-hash.ts';
import type { OpenedWorkspace } from './open-workspace.ts';
import { currentFiles, zipFiles } from './write-files.ts';

/** What a workspace can be exported to, in the order in which it is offered. */
export const EXPORT_FORMATS = [
  'svg',
  'pdf',
  'pptx',
  'mermaid',
  'drawio',
  'bpmn',
  'xstate',
  'xlsx',
  'csv',
  'markdown',
  'html',
  'zip',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The paper of a PDF. */
export type Paper = MapPaper;
export const PAPER_NAMES: readonly Paper[] = ['a4', 'a3', 'a1', 'a0'];

/** The invented authority of the worked example. */
const EXAMPLE = 'Exampleshire';

/** What is exported, and what is needed to make it. */
export interface ExportRequest {
  readonly opened: OpenedWorkspace;
  readonly index: WorkspaceIndex;
  /** ISO date. */
  readonly today: string;
  /** The map as it is on the screen; null: it is laid out anew. */
  readonly diagram: LaidOutDiagram | null;
  readonly overlay: MapOverlay | null;
  readonly numbers: ReadonlyMap<StepTypeId, readonly number[]>;
  readonly layOut: LayOut;
  /** The paper of a PDF; left out: A3. */
  readonly paper?: Paper;
  /** Which slides; left out: the show and tell. */
  readonly deck?: DeckChoice;
}

async function diagramOf({ diagram, opened, layOut }: ExportRequest): Promise<LaidOutDiagram> {
  if (diagram !== null) return diagram;
  const drawn = drawPicture(opened, FIRST_PICTURE);
  return layOut(drawn.diagram, drawn.keep);
}

/** The map that is exported, and what stands around it. */
async function sheetFor(
  request: ExportRequest,
): Promise<{ readonly diagram: LaidOutDiagram; readonly words: SheetWords }> {
  const { index, overlay, today } = request;
  const diagram = await diagramOf(request);
  const isExample = index.workspace.manifest.authority === EXAMPLE;
  const hash = await modelHash(index.workspace);
  return { diagram, words: sheetWords({ index, diagram, overlay, isExample, hash, today }) };
}

async function toSvg(request: ExportRequest): Promise<ExportedFile> {
  const { overlay, numbers } = request;
  const { exportMapSvg } = await import('#exporters/map-svg.ts');
  const { diagram, words } = await sheetFor(request);
  return exportMapSvg({ diagram, overlay, numbers }, words);
}

/** The map, and a page for each part of it where it cannot be read whole. */
async function toPdf(request: ExportRequest): Promise<ExportedFile> {
  const { index, overlay, numbers, today, layOut } = request;
  const { exportMapPdf, fitsOn } = await import('#exporters/map-pdf.ts');
  const { diagram, words } = await sheetFor(request);
  const paper = request.paper ?? 'a3';
  const fits = fitsOn(paper, words);
  const parts = fits(diagram) ? [] : await splitByLane(index, layOut, fits);
  return exportMapPdf({ picture: { diagram, overlay, numbers }, words, paper, parts, today });
}

const toSlides = async (request: ExportRequest): Promise<ExportedFile> =>
  (await import('./export-deck.ts')).toPptx({
    ...request,
    isExample: request.index.workspace.manifest.authority === EXAMPLE,
  });

async function toDrawio(request: ExportRequest): Promise<ExportedFile> {
  const { exportDrawio } = await import('#exporters/drawio.ts');
  const { title, authority } = request.index.workspace.manifest;
  return exportDrawio(await diagramOf(request), title || authority || 'Workflow');
}

/** The whole map, whatever part of it the screen shows: a process of which steps are missing is another process. */
async function toBpmn(request: ExportRequest): Promise<ExportedFile> {
  const { exportBpmn } = await import('#exporters/bpmn/export-bpmn.ts');
  const { title, authority } = request.index.workspace.manifest;
  return exportBpmn(request.index, await diagramOf({ ...request, diagram: null }), title || authority || 'Workflow');
}

async function toMermaid({ index }: ExportRequest): Promise<ExportedFile> {
  const { exportMermaid } = await import('#exporters/mermaid.ts');
  return exportMermaid(index);
}

const toXState = ({ index }: ExportRequest): ExportedFile => ({
  content: `${JSON.stringify(toXStateJson(index.workspace), null, 1)}\n`,
  ending: 'json',
  type: 'application/json',
  lost: [
    'Running it elsewhere: several next actions chosen at once begin one branch only, as a chart is in one state at a time.',
    'Forms, questions, sources and findings. Everything of step types and next actions stands in “meta” and is read back.',
  ],
});

const toZip = ({ opened }: ExportRequest): ExportedFile => ({
  content: zipFiles(currentFiles(opened, opened)),
  ending: 'zip',
  type: 'application/zip',
  lost: [],
});

const tablesOf = ({ opened, index, today }: ExportRequest): TablesRequest => ({
  opened,
  index,
  today,
  isExample: index.workspace.manifest.authority === EXAMPLE,
});

const toWorkbook = async (request: ExportRequest): Promise<ExportedFile> =>
  (await import('./export-tables.ts')).toXlsx(tablesOf(request));

const toTables = async (request: ExportRequest): Promise<ExportedFile> =>
  (await import('./export-tables.ts')).toCsv(tablesOf(request));

const toMarkdown = async (request: ExportRequest): Promise<ExportedFile> =>
  (await import('./export-report.ts')).toMarkdownReport(tablesOf(request));

async function toHtml(request: ExportRequest): Promise<ExportedFile> {
  const { toHtmlReport } = await import('./export-report.ts');
  return toHtmlReport(tablesOf(request), { ...(await sheetFor(request)), layOut: request.layOut });
}

type Exporter = (request: ExportRequest) => ExportedFile | Promise<ExportedFile>;

/** Adding a format is one file in `exporters` and one line here. */
const EXPORTERS: Readonly<Record<ExportFormat, Exporter>> = {
  svg: toSvg,
  pdf: toPdf,
  pptx: toSlides,
  mermaid: toMermaid,
  drawio: toDrawio,
  bpmn: toBpmn,
  xstate: toXState,
  xlsx: toWorkbook,
  csv: toTables,
  markdown: toMarkdown,
  html: toHtml,
  zip: toZip,
};

/** A workspace as one file of another format. */
export const exportWorkspace = async (format: ExportFormat, request: ExportRequest): Promise<ExportedFile> =>
  EXPORTERS[format](request);
