import { describeKind, describeTopic, topicOf } from '#diagram/finding-words.ts';
import { SEVERITY_WORDS } from '#diagram/status-words.ts';
import type { Finding } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { DECISIONS } from '#model/words.ts';
import { FINDING_COLUMNS, findingCells } from './finding-cells.ts';
import { keyTitle, ownColumn, type Sheet, sheetOf, shownColumn, type Titled } from './sheet.ts';

interface FindingRow {
  readonly finding: Finding;
  readonly cells: Readonly<Record<(typeof FINDING_COLUMNS)[number], string>>;
}

const shown = (title: string, width: number, cell: (typeof FINDING_COLUMNS)[number]): Titled<FindingRow> =>
  shownColumn(title, width, ({ cells }) => cells[cell]);

const decided = (
  cell: 'decision' | 'reason' | 'by' | 'on',
  title: string,
  more: Partial<Titled<FindingRow>>,
): Titled<FindingRow> => ownColumn(cell, title, ({ cells }) => cells[cell], more);

const COLUMNS: readonly Titled<FindingRow>[] = [
  ownColumn('finding', keyTitle('Finding'), ({ cells }) => cells.id, { role: 'key', width: 30 }),
  shownColumn('Topic', 12, ({ finding }) => describeTopic(topicOf(finding.kind))),
  shownColumn('Kind', 20, ({ finding }) => describeKind(finding.kind)),
  shownColumn('Severity', 10, ({ finding }) => SEVERITY_WORDS[finding.severity].word),
  shown('Certainty', 14, 'certainty'),
  shownColumn('What is found', 60, ({ cells }) => cells.message, { isWrapped: true }),
  decided('decision', 'Decision', {
    width: 20,
    holds: 'word',
    words: DECISIONS,
    note: 'What you decide. Empty: nobody has decided. Emptying it takes the decision back.',
  }),
  decided('reason', 'Reason', { width: 40, isWrapped: true, note: 'Why.' }),
  decided('by', 'Decided by', { width: 18, note: 'The role of whoever decided.' }),
  decided('on', 'Decided on', { holds: 'day', note: 'The day.' }),
  shown('Step', 24, 'step'),
  shown('Form', 14, 'form'),
  shown('User code', 18, 'question'),
  shown('Fact', 26, 'fact'),
  shown('Items', 30, 'items'),
  shown('Route', 40, 'route'),
];

/** Every finding with what was decided about it. */
export function findingsSheet(index: WorkspaceIndex, findings: readonly Finding[]): Sheet {
  const rows = findings.map((finding): FindingRow => ({ finding, cells: findingCells(index, finding) }));
  return sheetOf({
    name: 'Findings',
    file: 'mappings/reviews.csv',
    columns: COLUMNS,
    rows,
    at: ({ finding }) => index.reviews.get(finding.id)?.at ?? null,
  });
}
