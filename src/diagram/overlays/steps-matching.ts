import { overlayItem } from '#diagram/item-overlay.ts';
import { laneOf } from '#diagram/order-steps.ts';
import type { Audit } from '#model/audit.ts';
import type { FindingKind } from '#model/finding.ts';
import type { FormId, ItemId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { StepType } from '#model/workspace.ts';
import { findingsByStep } from './steps-of-place.ts';

/** What a step must have to stay on the map; what is left out or empty asks for nothing. All must hold. */
export interface StepFilters {
  readonly lane?: string;
  readonly role?: string;
  readonly team?: string;
  /** The step makes the item due, or records its fact. */
  readonly item?: ItemId;
  /** In its name or key, the titles of its forms, or the texts and user codes of their questions. */
  readonly text?: string;
  /** Some finding of this kind is about the step. */
  readonly kind?: FindingKind;
}

type Matches = (step: StepType) => boolean;

type Texts = ReadonlyMap<FormId, string>;
const textsStanding = new WeakMap<WorkspaceIndex['questionsOfForm'], Texts>();

/** All that a form says, in small letters: gathered once, as people type a letter at a time. */
function textsOfForms(index: WorkspaceIndex): Texts {
  const known = textsStanding.get(index.questionsOfForm);
  if (known !== undefined) return known;
  const texts = new Map(
    index.workspace.forms.map((form) => {
      const asked = (index.questionsOfForm.get(form.id) ?? []).map(({ text, code }) => `${text}\n${code}`);
      return [form.id, [form.title, form.id, ...asked].join('\n').toLowerCase()] as const;
    }),
  );
  textsStanding.set(index.questionsOfForm, texts);
  return texts;
}

function matchesText(index: WorkspaceIndex, text: string): Matches {
  const wanted = text.trim().toLowerCase();
  const texts = textsOfForms(index);
  return (step) =>
    `${step.name}\n${step.id}`.toLowerCase().includes(wanted) ||
    (index.formsOfStep.get(step.id) ?? []).some(({ form }) => texts.get(form)?.includes(wanted) === true);
}

function matchesItem(index: WorkspaceIndex, audit: Audit, id: ItemId): Matches {
  const item = index.items.get(id);
  const shown = item === undefined ? new Map() : overlayItem(index, audit, item);
  return (step) => shown.has(step.id);
}

function matchesKind(index: WorkspaceIndex, audit: Audit, kind: FindingKind): Matches {
  const byStep = findingsByStep(
    index,
    audit.findings.filter((finding) => finding.kind === kind),
  );
  return (step) => byStep.has(step.id);
}

const isAsked = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** The steps that all filters let through. */
export function stepsMatching(index: WorkspaceIndex, audit: Audit, filters: StepFilters): ReadonlySet<StepTypeId> {
  const { lane, role, team, item, text, kind } = filters;
  const asked: readonly Matches[] = [
    ...(isAsked(lane) ? [(step: StepType) => laneOf(step) === lane] : []),
    ...(isAsked(role) ? [(step: StepType) => step.roles.includes(role)] : []),
    ...(isAsked(team) ? [(step: StepType) => step.team === team] : []),
    ...(item === undefined ? [] : [matchesItem(index, audit, item)]),
    ...(isAsked(text) ? [matchesText(index, text)] : []),
    ...(kind === undefined ? [] : [matchesKind(index, audit, kind)]),
  ];
  const matching = index.workspace.stepTypes.filter((step) => asked.every((matches) => matches(step)));
  return new Set(matching.map((step) => step.id));
}
