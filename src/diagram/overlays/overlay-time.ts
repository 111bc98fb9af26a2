import { nameOfStep } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { StepFigures } from '#model/figures.ts';
import { stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { amount, betweenEnds } from './figures-in-words.ts';
import type { MarkedStep, OverlayDraft, Tone } from './overlay.ts';

/** Usual minutes of one visit from which a step counts as long, and as middling. */
const LONG = 45;
const MIDDLING = 15;

function toneOf(usual: number): Tone {
  if (usual >= LONG) return 'high';
  return usual >= MIDDLING ? 'medium' : 'low';
}

function markOf(name: string, { minutes, hoursPerYear, visits }: StepFigures): MarkedStep {
  const hours = hoursPerYear?.total ?? null;
  const aYear =
    hours === null
      ? 'Hours a year are not known'
      : `About ${betweenEnds(hours)} hours a year, usually ${amount(hours.usual)}`;
  const many = visits.perYear === null ? '' : `, for ${amount(visits.perYear)} visits`;
  return {
    mark: {
      tone: toneOf(minutes.usual),
      badge: `${betweenEnds(minutes)} min`,
      words: `${name}: entering one visit takes about ${betweenEnds(minutes)} minutes, usually ${amount(minutes.usual)}. ${aYear}${many}.`,
      count: minutes.usual,
    },
    cells: [
      amount(minutes.low),
      amount(minutes.usual),
      amount(minutes.high),
      visits.perYear === null ? 'not known' : amount(visits.perYear),
      hours === null ? 'not known' : `${amount(hours.usual)} (${betweenEnds(hours)})`,
    ],
  };
}

/** How long recording one visit of each step takes, as a range. */
export function overlayTime(index: WorkspaceIndex, audit: Audit): OverlayDraft {
  const marked = audit.figures.steps.map((figures) => {
    const step = stepTypeId(figures.stepType);
    return [step, markOf(nameOfStep(index, step), figures)] as const;
  });
  return {
    title: 'Entry time of one visit',
    marked: new Map(marked),
    tones: [
      ['high', `usually ${LONG} minutes or more`],
      ['medium', `usually ${MIDDLING} to ${LONG} minutes`],
      ['low', `usually under ${MIDDLING} minutes`],
    ],
    badge: ['35–80 min', 'from low to high; longer is not worse'],
    columns: ['Minutes, low', 'Minutes, usual', 'Minutes, high', 'Visits a year', 'Hours a year'],
    note: audit.figures.time.says,
  };
}
