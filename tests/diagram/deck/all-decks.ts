import { type DeckView, deckOf, readDeckChoice } from '#diagram/deck/deck-choice.ts';
import type { Deck } from '#diagram/deck/slide.ts';
import { laneOf } from '#diagram/order-steps.ts';
import { overlayOf } from '#diagram/overlays/overlay-of.ts';
import type { Audit } from '#model/audit.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';

const audits = new WeakMap<Workspace, Audit>();

function auditOf(workspace: Workspace): Audit {
  const audit = audits.get(workspace) ?? auditWorkspace(workspace, [], null);
  audits.set(workspace, audit);
  return audit;
}

/** The deck of a workspace that `--deck` names so; the view is the whole map with the duplicates on it. */
export function deckFor(workspace: Workspace, named: string): Deck {
  const index = indexWorkspace(workspace);
  const audit = auditOf(workspace);
  const choice = readDeckChoice(index, named);
  if ('wrong' in choice) throw new Error(choice.wrong);
  const view: DeckView = {
    steps: workspace.stepTypes.map(({ id }) => id),
    overlay: overlayOf(index, audit, { kind: 'duplicates' }),
  };
  return deckOf({ index, audit, isExample: true, hash: '0123456789', today: '2026-11-22' }, choice, view);
}

/** Every deck that can be asked of a workspace: one for each lane and for each of some items. */
export function deckNames(workspace: Workspace, items: number): readonly string[] {
  const lanes = [...new Set(workspace.stepTypes.map(laneOf))];
  const ids = (indexWorkspace(workspace).dataReturn?.items ?? []).slice(0, items).map(({ id }) => `item:${id}`);
  return ['show-and-tell', 'view', ...lanes.map((lane) => `workflow:${lane}`), ...ids];
}
