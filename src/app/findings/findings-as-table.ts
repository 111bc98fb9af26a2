import { nameOfStep } from '#diagram/describe-step.ts';
import type { Finding } from '#model/finding.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

const COLUMNS = [
  'id',
  'kind',
  'severity',
  'certainty',
  'message',
  'step',
  'form',
  'question',
  'fact',
  'items',
  'route',
  'decision',
  'reason',
  'by',
  'on',
] as const;

function routeInWords(index: WorkspaceIndex, { route }: Finding): string {
  const steps = (route ?? []).map(({ stepType, nextAction }) => {
    const action = nextAction === null ? undefined : index.nextActions.get(nextActionId(nextAction));
    return `${nameOfStep(index, stepType)}${nextAction === null ? '' : ` → “${action?.label || nextAction}” →`}`;
  });
  return steps.join(' ');
}

function cellsOf(index: WorkspaceIndex, finding: Finding): readonly string[] {
  const { decision, places } = finding;
  const first = (member: 'stepType' | 'form' | 'question'): string =>
    places.flatMap((place) => place[member] ?? [])[0] ?? '';
  const step = first('stepType');
  return [
    finding.id,
    finding.kind,
    finding.severity,
    finding.certainty ?? '',
    finding.message,
    step === '' ? '' : nameOfStep(index, stepTypeId(step)),
    first('form'),
    first('question'),
    finding.fact,
    finding.items.join('; '),
    routeInWords(index, finding),
    decision?.decision ?? '',
    decision?.reason ?? '',
    decision?.by ?? '',
    decision?.on ?? '',
  ];
}

/** A cell that a spreadsheet would run as a formula begins with an apostrophe instead, which makes it plain text. */
export const safeCell = (text: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text);

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const safeRows = (index: WorkspaceIndex, findings: readonly Finding[]): readonly (readonly string[])[] => [
  COLUMNS,
  ...findings.map((finding) => cellsOf(index, finding).map(safeCell)),
];

/** The findings as a CSV file that Excel opens by itself: UTF-8 with a byte-order mark. */
export const findingsAsCsv = (index: WorkspaceIndex, findings: readonly Finding[]): string =>
  `\uFEFF${safeRows(index, findings)
    .map((row) => row.map(quoted).join(','))
    .join('\r\n')}\r\n`;

/** The findings to be pasted into a spreadsheet: a cell ends at a tab, a row at a line end. */
export const findingsAsTsv = (index: WorkspaceIndex, findings: readonly Finding[]): string =>
  safeRows(index, findings)
    .map((row) => row.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t'))
    .join('\r\n');
