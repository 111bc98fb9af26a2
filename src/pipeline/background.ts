import type { GeneratingProgress } from '#cases/generate/generated-cases.ts';
import type { DeckChoice } from '#diagram/deck/deck-choice.ts';
import type { LaidOutDiagram } from '#diagram/diagram.ts';
import type { DrawOptions } from '#diagram/draw-map.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import type { ExportedFile } from '#exporters/exported-file.ts';
import type { Refusal } from '#importers/workbook/read-workbook.ts';
import type { Audit } from '#model/audit.ts';
import type { Problem } from '#model/finding.ts';
import type { ReturnId, StepTypeId } from '#model/ids.ts';
import type { Suggestions } from '#model/suggestion.ts';
import type { Picture } from './draw-picture.ts';
import type { Change } from './edit-workspace.ts';
import type { ExportFormat, Paper } from './export-workspace.ts';
import type { Generated } from './generate-cases.ts';
import type { WorkbookImport } from './import-workbook.ts';
import type { OpenedWorkspace } from './open-workspace.ts';

/** What somebody asks to be opened. Paths in a folder are relative to it. */
export type WorkspaceInput =
  | { readonly kind: 'example' }
  /** A workspace to start from, as of a day. */
  | { readonly kind: 'new'; readonly name: string; readonly today: string }
  /** What the browser kept: of the worked example (no name), or the workspace that is open, which goes on being looked at. */
  | {
      readonly kind: 'kept';
      readonly name: string | null;
      readonly files: ReadonlyMap<string, Uint8Array>;
      readonly isSame: boolean;
    }
  | { readonly kind: 'zip'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'folder'; readonly name: string; readonly files: ReadonlyMap<string, Uint8Array> };

/** What is being done to open a workspace, in the order in which it is done. */
export type Stage = 'reading' | 'checking';

/** One state of the workspace that is open: a number of its own, and how it came from another. */
export interface WorkspaceState {
  readonly revision: number;
  readonly opened: OpenedWorkspace;
  /** The state that it was made from by some changes; null for one that was opened. */
  readonly made: { readonly from: number; readonly changes: readonly Change[] } | null;
}

/** What comes back, in this order, the picture and the audit in either. `refused`: nothing was opened, and why. */
export type OpeningNews =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'opened'; readonly opened: OpenedWorkspace }
  | { readonly kind: 'drawn'; readonly diagram: LaidOutDiagram }
  | { readonly kind: 'audited'; readonly audit: Audit }
  | { readonly kind: 'suggested'; readonly suggestions: Suggestions }
  /** Cases are being made up; more news of them comes. */
  | ({ readonly kind: 'generating' } & GeneratingProgress)
  | ({ readonly kind: 'generated' } & Generated)
  /** The making of cases was given up because somebody asked for that. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'exported'; readonly file: ExportedFile }
  | { readonly kind: 'workbook-read'; readonly read: WorkbookImport | Refusal }
  | { readonly kind: 'failed'; readonly reason: string };

/** What of the map goes into a file: a picture that is there already, or one that is to be laid out. */
export type DrawnForFile =
  | { readonly kind: 'laid-out'; readonly diagram: LaidOutDiagram }
  | { readonly kind: 'anew'; readonly drawing: DrawOptions };

/** A file that is wanted, and what stands in it. */
export interface FileWanted {
  readonly format: ExportFormat;
  /** The return that is looked at; null: the workspace's own first. */
  readonly wanted: ReturnId | null;
  /** ISO date. */
  readonly today: string;
  readonly drawn: DrawnForFile;
  readonly overlay: MapOverlay | null;
  readonly numbers: ReadonlyMap<StepTypeId, readonly number[]>;
  readonly paper?: Paper;
  readonly deck?: DeckChoice;
}

/** What may take long, and is given up by ending the worker that is at it. */
export type Task =
  | ({ readonly kind: 'export' } & FileWanted)
  | {
      readonly kind: 'import-workbook';
      readonly bytes: Uint8Array;
      readonly wanted: ReturnId | null;
      readonly today: string;
    };

/** What can be asked about a state of the workspace. */
export type Question =
  | { readonly kind: 'audit'; readonly wanted: ReturnId | null }
  | { readonly kind: 'draw'; readonly picture: Picture }
  | { readonly kind: 'suggest'; readonly wanted: ReturnId | null }
  | { readonly kind: 'generate'; readonly wanted: ReturnId | null }
  /** Gives up the cases that are being made up; asked as another `who`, or it would wait for them. */
  | { readonly kind: 'stop-generating' }
  | Task;

type Tell = (news: OpeningNews) => void;

/** The port through which the app has work done off the main thread. */
export interface Background {
  /** Opens a workspace, whose state has this number from then on. A newer opening ends an older one. */
  readonly open: (request: OpenRequest, tell: Tell) => void;
  /**
   * Asks something about a state. While an earlier question for the same `who` is being worked on, only the latest waits;
   * those it took the place of are never answered.
   */
  readonly ask: (state: WorkspaceState, who: string, question: Question, tell: Tell) => void;
  /** Has a task done in a worker beside the one that audits and draws; what comes back gives it up at once. */
  readonly work: (state: WorkspaceState, task: Task, tell: Tell) => () => void;
  /** Ends whatever is being opened or worked out. */
  readonly cancel: () => void;
}

/** What is to be opened, the return to be audited (null: the workspace's own first), and the number of its state. */
export interface OpenRequest {
  readonly input: WorkspaceInput;
  readonly wanted: ReturnId | null;
  readonly revision: number;
}
