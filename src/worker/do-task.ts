import type { LaidOutDiagram, LayOut } from '#diagram/diagram.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { DrawnForFile, FileWanted, Task } from '#pipeline/background.ts';
import { drawPicture } from '#pipeline/draw-picture.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import type { WorkerNews } from './messages.ts';

/** The picture that goes into a file. */
async function pictureOf(opened: OpenedWorkspace, drawn: DrawnForFile, layOut: LayOut): Promise<LaidOutDiagram> {
  if (drawn.kind === 'laid-out') return drawn.diagram;
  const { diagram, keep } = drawPicture(opened, { drawing: drawn.drawing, previous: null, anchor: null });
  return layOut(diagram, keep);
}

/** Formats in which nothing of the map is drawn, or always all of it. */
const WITHOUT_MAP: readonly string[] = ['bpmn', 'mermaid', 'xstate', 'xlsx', 'csv', 'markdown', 'zip'];

/** Makes a file of a workspace. What writes files is fetched when the first one is made. */
export async function makeFile(opened: OpenedWorkspace, wanted: FileWanted, layOut: LayOut): Promise<WorkerNews> {
  const { exportWorkspace } = await import('#pipeline/export-workspace.ts');
  const { format, today, drawn, overlay, numbers, paper, deck } = wanted;
  const file = await exportWorkspace(format, {
    opened,
    index: indexWorkspace(opened.value, wanted.wanted),
    today,
    diagram: WITHOUT_MAP.includes(format) ? null : await pictureOf(opened, drawn, layOut),
    overlay,
    numbers,
    layOut,
    ...(paper === undefined ? {} : { paper }),
    ...(deck === undefined ? {} : { deck }),
  });
  return { kind: 'exported', file };
}

/** Reads an edited workbook, and lists what was changed in it. */
export async function readWorkbook(
  opened: OpenedWorkspace,
  { bytes, wanted, today }: Extract<Task, { kind: 'import-workbook' }>,
): Promise<WorkerNews> {
  const { importWorkbook } = await import('#pipeline/import-workbook.ts');
  const index = indexWorkspace(opened.value, wanted);
  return { kind: 'workbook-read', read: await importWorkbook(bytes, { opened, index, today, isExample: false }) };
}
