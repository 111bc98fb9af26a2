import type { Opened } from './open.ts';
import type { ExitCode, Failure, Shell } from './shell.ts';

/** A file that is to be brought into a workspace, and what was asked for. */
export interface ImportRequest {
  readonly shell: Shell;
  /** The workspace as it was named. */
  readonly workspace: string;
  readonly opened: Opened;
  /** The file as it was named. */
  readonly from: string;
  readonly bytes: Uint8Array;
  /** `all`, or numbers of the list; null: nothing is written. */
  readonly accept: string | null;
}

/** A kind of file that can be brought in. */
export interface ImportKind {
  /** `an Excel workbook that “throughline export --to xlsx” wrote`. */
  readonly says: string;
  readonly reads: (file: string) => boolean;
  /** How its workspace is opened; left out: as every other command opens one. */
  readonly open?: (shell: Shell, workspace: string) => Promise<Opened | Failure>;
  readonly run: (request: ImportRequest) => Promise<ExitCode>;
}
