import { describeDay } from '#diagram/drawing/map-words.ts';
import { questionRows, type RowsFrom } from '#diagram/fields/question-rows.ts';
import { sourceRows } from '#diagram/fields/source-rows.ts';
import { actionLines, stepLines } from '#diagram/outline/table-lines.ts';
import type { Audit } from '#model/audit.ts';
import { codeMapsSheet } from './code-maps-sheet.ts';
import { coverageSheet } from './coverage-sheet.ts';
import { fieldsSheet } from './fields-sheet.ts';
import { findingsSheet } from './findings-sheet.ts';
import type { Sheet } from './sheet.ts';
import { actionsSheet, sourcesSheet, stepsSheet } from './table-sheets.ts';

/** A workspace as a workbook: what its first sheet says of it, and the sheets. */
export interface Workbook {
  readonly title: string;
  readonly authority: string;
  /** ISO date. */
  readonly day: string;
  readonly about: readonly (readonly [name: string, says: string])[];
  readonly sheets: readonly Sheet[];
}

/** What a workbook is made from. */
export interface WorkbookFrom extends Pick<RowsFrom, 'index' | 'textsAt'> {
  readonly audit: Audit;
  /** ISO date. */
  readonly today: string;
  readonly isExample: boolean;
  /** Stands for everything that the workspace says. */
  readonly hash: string;
}

/** What the first sheet calls the hash, by which it is known again. */
export const MODEL = 'Model';

export const ABOUT = 'About';

/** The sheet of the lists that drop-downs offer. */
export const LISTS = 'Lists';

/** What the workbook does not carry. */
export const NOT_CARRIED = [
  'Forms, activities, lookups, events, usage and timings: they are in the workspace, and in the CSV export.',
  'The drawing of the workflow, and cases that were walked.',
  'New rows and deleted rows: only cells of rows that stand there come back, and decisions and codes of answers.',
] as const;

function aboutOf({ index, today, isExample, hash }: WorkbookFrom): Workbook['about'] {
  const { manifest } = index.workspace;
  return [
    ['Authority', `${manifest.authority}${isExample ? ' (invented example)' : ''}`],
    ['Workspace', manifest.title],
    ['As at', manifest.asAt === '' ? 'not said' : describeDay(manifest.asAt)],
    ['Return', index.dataReturn === null ? 'none' : index.dataReturn.name],
    ['Made on', describeDay(today)],
    [MODEL, hash],
    [
      'To edit',
      'Write in the columns with a dark blue header. Sort, filter, move and hide rows and columns as you like.',
    ],
    [
      'Leave alone',
      'Columns called “do not change” say which row is which. Columns with a grey header are worked out.',
    ],
    [
      'To bring it back',
      'Import this file into Throughline. It lists every changed cell, and you accept or refuse each.',
    ],
    ['No personal data', 'Never write a name, a date of birth or a number of a child or worker into this file.'],
    ...NOT_CARRIED.map((sentence): readonly [string, string] => ['Not in this file', sentence]),
  ];
}

/** Everything that a workbook says of a workspace. */
export function workbookOf(from: WorkbookFrom): Workbook {
  const { index, audit, textsAt, today } = from;
  const { manifest, stepTypes } = index.workspace;
  const rowsFrom: RowsFrom = { index, audit, suggestions: null, problems: [], textsAt };
  const linesFrom = { index, problems: [], textsAt, overlay: null, route: null, only: null };
  return {
    title: manifest.title || manifest.authority || 'Workflow',
    authority: manifest.authority,
    day: today,
    about: aboutOf(from),
    sheets: [
      fieldsSheet(questionRows(rowsFrom), [...index.answersOfLookup.keys()]),
      stepsSheet(stepLines(linesFrom, { kind: 'all' })),
      actionsSheet(
        actionLines(linesFrom, { kind: 'all' }),
        stepTypes.map(({ id }) => id),
      ),
      sourcesSheet(sourceRows(rowsFrom)),
      coverageSheet(index, audit),
      findingsSheet(index, audit.findings),
      codeMapsSheet(index),
    ],
  };
}
