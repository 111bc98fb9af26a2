import { count, nameOfStep } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding, FindingKind } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { MarkedStep, OverlayDraft, Tone } from './overlay.ts';
import { findingsByStep, reachableSteps } from './steps-of-place.ts';

const COUNTED: readonly FindingKind[] = [
  'duplicate/on-form',
  'duplicate/in-step',
  'duplicate/on-route',
  'duplicate/per-child',
];

/** True for duplicates that count: wording alone is only a suggestion. */
export const isCountedDuplicate = (finding: Finding): boolean => COUNTED.includes(finding.kind);

function toneOf(every: number, open: number): Tone {
  if (every > 0) return 'high';
  return open > 0 ? 'medium' : 'low';
}

function markOf(name: string, findings: readonly Finding[]): MarkedStep {
  const open = findings.filter((finding) => finding.decision === null);
  const every = open.filter((finding) => finding.certainty === 'every-route').length;
  const decided = findings.length - open.length;
  const facts = new Set(open.map((finding) => finding.fact)).size;
  const waiting =
    open.length === 0
      ? 'no duplicate is waiting for a decision'
      : `${count(open.length, 'duplicate')} of ${count(facts, 'fact')} ${open.length === 1 ? 'waits' : 'wait'} for a decision, ${every} on every route and ${open.length - every} on some`;
  return {
    mark: {
      tone: toneOf(every, open.length),
      badge: open.length === 0 ? `${decided} decided` : `×${open.length}`,
      words: `${name}: ${waiting}${decided === 0 ? '' : `; ${decided} decided`}.`,
      count: open.length,
    },
    cells: [open.length, every, open.length - every, facts, decided].map(String),
  };
}

/** Where facts are recorded again, and how much of that nobody has decided on yet. */
export function overlayDuplicates(index: WorkspaceIndex, audit: Audit): OverlayDraft {
  const reachable = reachableSteps(audit);
  const byStep = findingsByStep(index, audit.findings.filter(isCountedDuplicate));
  const marked = [...byStep]
    .filter(([step]) => reachable.has(step))
    .map(([step, findings]) => [step, markOf(nameOfStep(index, step), findings)] as const);
  return {
    title: 'Duplicate recording',
    marked: new Map(marked),
    tones: [
      ['high', 'a fact is asked again on every route that comes here'],
      ['medium', 'a fact is asked again on some routes'],
      ['low', 'every duplicate here is decided'],
    ],
    badge: ['×3', 'duplicates here that nobody has decided on'],
    columns: ['To decide', 'On every route', 'On some routes', 'Facts', 'Decided'],
    note: 'Worked out from the mappings: a question that nobody has mapped to a fact is not counted. What repeats on one form is counted at each step with the form.',
  };
}
