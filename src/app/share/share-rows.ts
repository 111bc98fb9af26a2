import type { ExportFormat } from '#pipeline/export-workspace.ts';

/** What somebody wants a file for. */
export type Purpose = 'show' | 'work' | 'hand' | 'report' | 'keep';

export const PURPOSE_NAMES: Readonly<Record<Purpose, string>> = {
  show: 'Show it',
  work: 'Work on it',
  hand: 'Hand it to another tool',
  report: 'Report',
  keep: 'Keep it',
};

/** What of the workspace stands in a file: all of it, the picture that is chosen, one workflow or one item. */
export type Draws = 'all' | 'picture' | 'lane' | 'item';

/** One file that can be made. */
export interface ShareRow {
  readonly id: string;
  readonly purpose: Purpose;
  readonly title: string;
  /** What it is good for. */
  readonly says: string;
  /** What it is called in the search. */
  readonly command: string;
  /** PNG is drawn from the SVG picture; BPMN is offered where it can be made. */
  readonly format: ExportFormat | 'png' | 'bpmn';
  /** What its file name says after the authority. */
  readonly named: string;
  readonly draws: Draws;
  readonly copies?: 'text' | 'picture';
}

/** Every file that can be made, in the order in which it is offered. */
export const SHARE_ROWS: readonly ShareRow[] = [
  {
    id: 'show-and-tell',
    purpose: 'show',
    title: 'PowerPoint: show and tell',
    says: 'For the meeting: the map, coverage by module, the worst gaps and duplicates, what is not known yet.',
    command: 'PowerPoint for a show and tell',
    format: 'pptx',
    named: 'show and tell',
    draws: 'all',
  },
  {
    id: 'one-workflow',
    purpose: 'show',
    title: 'PowerPoint: one workflow',
    says: 'For the team whose workflow it is.',
    command: 'PowerPoint of one workflow',
    format: 'pptx',
    named: 'workflow',
    draws: 'lane',
  },
  {
    id: 'one-item',
    purpose: 'show',
    title: 'PowerPoint: one item’s thread',
    says: 'Where one item of the return comes from, step by step.',
    command: 'PowerPoint of one item’s thread',
    format: 'pptx',
    named: 'item',
    draws: 'item',
  },
  {
    id: 'this-view',
    purpose: 'show',
    title: 'PowerPoint: the picture',
    says: 'The steps of the picture as boxes and arrows that can be moved.',
    command: 'PowerPoint of this view',
    format: 'pptx',
    named: 'view',
    draws: 'picture',
  },
  {
    id: 'png',
    purpose: 'show',
    title: 'PNG picture',
    says: 'Goes anywhere: Teams, email, Word.',
    command: 'picture as PNG',
    format: 'png',
    named: 'map',
    draws: 'picture',
    copies: 'picture',
  },
  {
    id: 'svg',
    purpose: 'show',
    title: 'SVG picture',
    says: 'Sharp at any size: Word, web pages, Visio.',
    command: 'picture as SVG',
    format: 'svg',
    named: 'map',
    draws: 'picture',
  },
  {
    id: 'pdf',
    purpose: 'show',
    title: 'PDF to print',
    says: 'The picture, then a page for each part that cannot be read on it.',
    command: 'PDF to print, A4 to A0 poster',
    format: 'pdf',
    named: 'map',
    draws: 'picture',
  },
  {
    id: 'xlsx',
    purpose: 'work',
    title: 'Excel workbook',
    says: 'One row a field, with steps, sources, coverage, findings and codes. Edit it and bring it back.',
    command: 'Excel workbook',
    format: 'xlsx',
    named: 'workbook',
    draws: 'all',
  },
  {
    id: 'csv',
    purpose: 'work',
    title: 'CSV tables',
    says: 'Every table, the findings and the coverage, in a zip. For Power BI, R or a database.',
    command: 'CSV tables',
    format: 'csv',
    named: 'tables',
    draws: 'all',
  },
  {
    id: 'bpmn',
    purpose: 'hand',
    title: 'BPMN 2.0',
    says: 'For process tools such as Camunda, Signavio or bpmn.io.',
    command: 'BPMN 2.0',
    format: 'bpmn',
    named: 'workflow',
    draws: 'all',
  },
  {
    id: 'drawio',
    purpose: 'hand',
    title: 'draw.io',
    says: 'The picture as shapes to go on drawing with.',
    command: 'draw.io',
    format: 'drawio',
    named: 'map',
    draws: 'picture',
  },
  {
    id: 'mermaid',
    purpose: 'hand',
    title: 'Mermaid',
    says: 'Text that GitHub, GitLab and Azure DevOps show as a flowchart.',
    command: 'Mermaid',
    format: 'mermaid',
    named: 'workflow',
    draws: 'all',
    copies: 'text',
  },
  {
    id: 'xstate',
    purpose: 'hand',
    title: 'XState JSON',
    says: 'The workflow as a state machine for developers.',
    command: 'XState JSON',
    format: 'xstate',
    named: 'machine',
    draws: 'all',
  },
  {
    id: 'html',
    purpose: 'report',
    title: 'HTML report',
    says: 'One file with the picture in it, to search and to read without Throughline.',
    command: 'HTML report',
    format: 'html',
    named: 'report',
    draws: 'picture',
  },
  {
    id: 'markdown',
    purpose: 'report',
    title: 'Markdown report',
    says: 'Text for a wiki or a ticket: coverage, gaps with their routes, duplicates.',
    command: 'Markdown report',
    format: 'markdown',
    named: 'report',
    draws: 'all',
    copies: 'text',
  },
  {
    id: 'zip',
    purpose: 'keep',
    title: 'The workspace as a zip',
    says: 'Everything, to open again in Throughline or to hand to a colleague.',
    command: 'the workspace as a zip',
    format: 'zip',
    named: '',
    draws: 'all',
  },
];
