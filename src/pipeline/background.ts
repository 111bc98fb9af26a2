import type { LaidOutDiagram } from '#diagram/diagram.ts';
import type { Audit } from '#model/audit.ts';
import type { Problem } from '#model/finding.ts';
import type { ReturnId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';

/** What somebody asks to be opened. Paths in a folder are relative to it. */
export type WorkspaceInput =
  | { readonly kind: 'example' }
  | { readonly kind: 'zip'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'folder'; readonly name: string; readonly files: ReadonlyMap<string, Uint8Array> };

/** What is being done to open a workspace, in the order in which it is done. */
export type Stage = 'reading' | 'checking';

/** A workspace as the app holds it: what was read, and what there was to say about its files. */
export interface HeldWorkspace {
  readonly workspace: Workspace;
  readonly problems: readonly Problem[];
}

/** What comes back, in this order, the picture and the audit in either. `refused`: nothing was opened, and why. */
export type OpeningNews =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'opened'; readonly opened: HeldWorkspace }
  | { readonly kind: 'drawn'; readonly diagram: LaidOutDiagram }
  | { readonly kind: 'audited'; readonly audit: Audit }
  | { readonly kind: 'failed'; readonly reason: string };

/** The port through which the app has work done off the main thread. A newer request ends an older one of its kind. */
export interface Background {
  readonly open: (input: WorkspaceInput, wanted: ReturnId | null, tell: (news: OpeningNews) => void) => void;
  readonly audit: (opened: HeldWorkspace, wanted: ReturnId, tell: (news: OpeningNews) => void) => void;
  /** Ends whatever is being opened or audited. */
  readonly cancel: () => void;
}
