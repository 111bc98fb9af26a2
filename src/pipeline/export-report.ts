import type { LaidOutDiagram, LayOut } from '#diagram/diagram.ts';
import { drawMapPicture } from '#diagram/drawing/draw-map-picture.ts';
import { drawSheet, type SheetWords } from '#diagram/drawing/draw-sheet.ts';
import { splitByLane } from '#diagram/drawing/split-pages.ts';
import { drawReport } from '#diagram/report/draw-report.ts';
import type { Report } from '#diagram/report/report.ts';
import type { ExportedFile } from '#exporters/exported-file.ts';
import type { ReportFigure } from '#exporters/html.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { auditWorkspace } from './audit-workspace.ts';
import { modelHash } from './model-hash.ts';
import type { OpenedWorkspace } from './open-workspace.ts';

/** What a report is made from. */
export interface ReportRequest {
  readonly opened: OpenedWorkspace;
  readonly index: WorkspaceIndex;
  readonly today: string;
  readonly isExample: boolean;
}

async function reportOf({ opened, index, today, isExample }: ReportRequest): Promise<Report> {
  const audit = auditWorkspace(index.workspace, opened.problems, index.dataReturn?.id ?? null);
  return drawReport({ index, audit, isExample, hash: await modelHash(index.workspace), today });
}

export async function toMarkdownReport(request: ReportRequest): Promise<ExportedFile> {
  const { exportMarkdown } = await import('#exporters/markdown.ts');
  return exportMarkdown(await reportOf(request));
}

/** The map of a report, and what stands around it. */
export interface ReportMap {
  readonly diagram: LaidOutDiagram;
  readonly words: SheetWords;
  readonly layOut: LayOut;
}

/** A lane of more steps than this is split, so that each picture can be read without being moved about. */
const MOST_STEPS = 14;

async function figuresOf(index: WorkspaceIndex, { words, layOut }: ReportMap): Promise<readonly ReportFigure[]> {
  const pages = await splitByLane(index, layOut, ({ steps }) => steps.length <= MOST_STEPS);
  return pages.map(({ name, diagram }) => ({
    title: name,
    drawing: drawSheet(drawMapPicture({ diagram, overlay: null, numbers: new Map() }), null, { ...words, title: name }),
  }));
}

/** The report with the map in it, lane by lane, as one file. */
export async function toHtmlReport(request: ReportRequest, map: ReportMap): Promise<ExportedFile> {
  const { exportHtml } = await import('#exporters/html.ts');
  return exportHtml(await reportOf(request), await figuresOf(request.index, map));
}
