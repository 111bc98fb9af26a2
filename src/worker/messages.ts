import type { AuditPatch } from '#pipeline/audit-patch.ts';
import type { OpeningNews, OpenRequest, Question } from '#pipeline/background.ts';
import type { Change } from '#pipeline/edit-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';

/** What the app sends to the worker. A state comes whole, or as changes of one that the worker has. */
export type Request =
  | ({ readonly kind: 'open'; readonly number: number } & OpenRequest)
  | { readonly kind: 'state'; readonly revision: number; readonly opened: OpenedWorkspace }
  | { readonly kind: 'change'; readonly revision: number; readonly from: number; readonly changes: readonly Change[] }
  | {
      readonly kind: 'ask';
      readonly number: number;
      readonly revision: number;
      /** Who asks: an audit is told to each as what changed since the last one told to them. */
      readonly who: string;
      readonly question: Question;
    };

/** Who is told of the first audit of a workspace that is opened. */
export const OPENER = 'audit';

/** News as it crosses from the worker: an audit only as what is new in it. */
export type WorkerNews =
  | Exclude<OpeningNews, { kind: 'audited' }>
  | { readonly kind: 'audit-changed'; readonly who: string; readonly patch: AuditPatch };

/** What the worker sends back; `number` is the request's. */
export interface Answer {
  readonly number: number;
  readonly news: WorkerNews;
}
