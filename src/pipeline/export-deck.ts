import { type DeckChoice, deckOf, FIRST_DECK } from '#diagram/deck/deck-choice.ts';
import type { LaidOutDiagram } from '#diagram/diagram.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import type { ExportedFile } from '#exporters/exported-file.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { auditWorkspace } from './audit-workspace.ts';
import { modelHash } from './model-hash.ts';
import type { OpenedWorkspace } from './open-workspace.ts';

/** What slides are made from. */
export interface DeckRequest {
  readonly opened: OpenedWorkspace;
  readonly index: WorkspaceIndex;
  /** ISO date. */
  readonly today: string;
  readonly isExample: boolean;
  /** The map as it is on the screen; null: all of it. */
  readonly diagram: LaidOutDiagram | null;
  readonly overlay: MapOverlay | null;
  /** Left out: the show and tell. */
  readonly deck?: DeckChoice;
}

/** Slides of the deck that is wanted, as a PowerPoint file. */
export async function toPptx(request: DeckRequest): Promise<ExportedFile> {
  const { opened, index, today, isExample, diagram, overlay, deck = FIRST_DECK } = request;
  const { exportPptx } = await import('#exporters/pptx/export-pptx.ts');
  const audit = auditWorkspace(index.workspace, opened.problems, index.dataReturn?.id ?? null);
  const hash = await modelHash(index.workspace);
  const steps = diagram?.steps.map(({ step }) => step.stepType) ?? index.workspace.stepTypes.map(({ id }) => id);
  return exportPptx(deckOf({ index, audit, isExample, hash, today }, deck, { steps, overlay }), today);
}
