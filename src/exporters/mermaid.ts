import { clockLength } from '#diagram/describe-step.ts';
import { marksOf, signsOf } from '#diagram/marks.ts';
import { laneOf, orderSteps } from '#diagram/order-steps.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, StepType } from '#model/workspace.ts';
import type { ExportedFile } from './exported-file.ts';

const LOST = [
  'Forms and questions, sources and findings.',
  'The rules of next actions in full: only their signs stand on the lines (◇ one of these, ∥ with others, » starts before the step is finished).',
  'Delays, roles, teams and how often things happen.',
];

/** A text in double quotes, with the letters that Mermaid would read written as its own entities. */
const quoted = (text: string): string =>
  `"${text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replaceAll('&', '#amp;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('`', '#96;')}"`;

interface Names {
  readonly step: (id: string) => string;
}

const labelOf = (action: NextAction): string =>
  quoted(`${signsOf(marksOf(action, false))} ${action.label || action.id}`);

function writeAction(action: NextAction, { step }: Names): string {
  const from = step(action.from);
  const { to } = action;
  const target =
    to.kind === 'step' ? step(to.stepType) : to.kind === 'end' ? `${from}_end((" "))` : `${from}_unknown(("?"))`;
  return `  ${from} -->|${labelOf(action)}| ${target}`;
}

const writeStep = (stepType: StepType, { step }: Names): string => {
  const clock = stepType.clock === null ? '' : ` (${clockLength(stepType.clock)})`;
  const words = quoted(`${stepType.name || stepType.id}${clock}`);
  return `    ${step(stepType.id)}${stepType.mayStart ? `([${words}])` : `[${words}]`}`;
};

/** The workflow as a Mermaid flowchart: lanes as subgraphs, first steps rounded, signs of the rules on the lines. */
export function exportMermaid({ workspace }: Pick<WorkspaceIndex, 'workspace'>): ExportedFile {
  const ids = new Map<string, string>(workspace.stepTypes.map(({ id }, position) => [id, `s${position + 1}`]));
  const names: Names = { step: (id) => ids.get(id) ?? 's0' };
  const ordered = [...orderSteps(workspace.stepTypes, workspace.nextActions).values()].flat();
  const lanes = [...groupBy(ordered, laneOf)].flatMap(([lane, steps], position) => [
    `  subgraph lane${position + 1}[${quoted(lane || 'No lane')}]`,
    ...steps.map((stepType) => writeStep(stepType, names)),
    '  end',
  ]);
  const lines = ['flowchart LR', ...lanes, ...workspace.nextActions.map((action) => writeAction(action, names)), ''];
  return { content: lines.join('\n'), ending: 'mmd', type: 'text/vnd.mermaid', lost: LOST };
}
