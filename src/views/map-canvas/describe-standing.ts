import { count } from '#diagram/describe-step.ts';
import type { LaidOutDiagram } from '#diagram/diagram.ts';
import type { StepOverlay } from '#diagram/item-overlay.ts';
import { describeRecorded, PLACE_STATUS_WORDS } from '#diagram/status-words.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { Highlight } from './highlight.ts';

function describeOverlay({ status, recorded }: StepOverlay): readonly string[] {
  return [
    ...(status === null ? [] : [`due here: recorded ${PLACE_STATUS_WORDS[status].word}`]),
    ...(recorded === null ? [] : [describeRecorded(recorded).toLowerCase()]),
  ];
}

/** What is said aloud of the step that the keyboard stands on. */
export function describeStanding(diagram: LaidOutDiagram, highlight: Highlight, stepType: StepTypeId): string {
  const placed = diagram.steps.find((candidate) => candidate.step.stepType === stepType);
  if (placed === undefined) return '';
  const { step } = placed;
  const leading = diagram.lines.filter((line) => line.line.from === stepType).map((line) => line.line.label);
  const labels = [...leading, ...step.ends.map((end) => end.label)];
  const actions = labels.reduce((sum, label) => sum + label.rows.length, 0);
  const numbers = highlight.route?.numbers.get(stepType);
  const overlay = highlight.overlay?.get(stepType);
  const badge = highlight.badges.get(stepType);
  return [
    step.nameLines.join(' '),
    `lane ${step.lane}`,
    step.formsText,
    count(actions, 'next action'),
    ...(step.starts ? ['work may start here'] : []),
    ...(numbers === undefined ? [] : [`number ${numbers.join(' and ')} on the route`]),
    ...(overlay === undefined ? [] : describeOverlay(overlay)),
    ...(badge === undefined ? [] : [badge.title]),
    ...(step.inside.length === 0 ? [] : ['open']),
  ].join(', ');
}

/** What is said while a next action is drawn with the keyboard. */
export function describeConnecting(diagram: LaidOutDiagram, from: StepTypeId, to: StepTypeId | null): string {
  const nameOf = (id: StepTypeId): string =>
    diagram.steps.find((placed) => placed.step.stepType === id)?.step.nameLines.join(' ') ?? id;
  const target =
    to === null || to === from
      ? 'Arrow keys choose where it leads, Enter confirms, Escape cancels'
      : `to ${nameOf(to)}`;
  return `New next action from ${nameOf(from)}: ${target}`;
}
