import type { LaidOutDiagram } from '#diagram/diagram.ts';
import type { DrawOptions } from '#diagram/draw-map.ts';
import type { Audit } from '#model/audit.ts';
import type { Problem } from '#model/finding.ts';
import type { ReturnId } from '#model/ids.ts';
import type { Suggestions } from '#model/suggestion.ts';
import type { Stage, WorkspaceState } from '#pipeline/background.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { FIRST_VIEW, type Screen, type View } from './view.ts';

/** Something worked out in the background, and the state of the workspace that it tells of. */
export interface Told<Value> {
  readonly revision: number;
  readonly value: Value;
}

/** A workspace on the screen, with what is worked out about it as it comes. */
export interface ShownWorkspace {
  /** The file or folder it came from; null for the worked example. */
  readonly name: string | null;
  /** The number of the state as which it was opened: every opening has its own. */
  readonly openedAs: number;
  /** The number of the state that is shown; every edit gives a new one. */
  readonly revision: number;
  readonly opened: OpenedWorkspace;
  readonly diagram: LaidOutDiagram | null;
  /** The last audit that came; it may still be of another return, or of a state before. */
  readonly audit: Audit | null;
  readonly auditedAt: number | null;
}

/** Something that could not be opened: what was open stays open. */
export interface Refusal {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** An edit that was made: its name, and the states of the workspace on both sides of it. */
export interface Done {
  readonly name: string;
  readonly before: WorkspaceState;
  readonly after: WorkspaceState;
}

export interface History {
  readonly past: readonly Done[];
  readonly future: readonly Done[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/** The audit of a return that the one looked at is compared with. */
export interface Compared {
  readonly dataReturn: ReturnId;
  readonly told: Told<Audit> | null;
}

export interface AppState {
  readonly shown: ShownWorkspace | null;
  /** What is being worked on, and of what; null when nothing is. */
  readonly busy: { readonly stage: Stage; readonly name: string } | null;
  readonly refusal: Refusal | null;
  readonly view: View;
  /** True when the view takes the place of the one before in the history of addresses. */
  readonly replaces: boolean;
  /** How each screen was looked at last. */
  readonly lasts: Readonly<Partial<Record<Screen, View>>>;
  /** What was open before, until what is being opened is there in full: cancelling brings it back. */
  readonly before: Pick<AppState, 'shown' | 'view' | 'history' | 'lookedFrom'> | null;
  readonly history: History;
  /** What the map shows of the workspace: which steps are open, which are left out. */
  readonly drawing: DrawOptions;
  readonly suggestions: Told<Suggestions> | null;
  readonly compared: Compared | null;
  /** Something that went wrong in the background, in words; null when nothing has. */
  readonly failure: string | null;
  /** Why nothing can be changed; null when everything can. */
  readonly readOnly: string | null;
  /** The name of an edit that was refused because nothing can be changed; null when none was. */
  readonly refusedEdit: string | null;
  /** The state that is worked on, while another is only looked at. */
  readonly lookedFrom: WorkspaceState | null;
}

export const emptyState = (view: View): AppState => ({
  shown: null,
  busy: null,
  refusal: null,
  view,
  replaces: false,
  lasts: {},
  before: null,
  history: NO_HISTORY,
  drawing: {},
  suggestions: null,
  compared: null,
  failure: null,
  readOnly: null,
  refusedEdit: null,
  lookedFrom: null,
});

/** The view with which another workspace is first looked at. */
export const viewOfAnother = (view: View): View => ({ ...FIRST_VIEW, screen: view.screen });
