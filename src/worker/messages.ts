import type { ReturnId } from '#model/ids.ts';
import type { HeldWorkspace, OpeningNews, WorkspaceInput } from '#pipeline/background.ts';

/** What the app sends to the worker. */
export type Request =
  | { readonly kind: 'open'; readonly number: number; readonly input: WorkspaceInput; readonly wanted: ReturnId | null }
  | { readonly kind: 'audit'; readonly number: number; readonly opened: HeldWorkspace; readonly wanted: ReturnId };

/** What the worker sends back; `number` is the request's. */
export interface Answer {
  readonly number: number;
  readonly news: OpeningNews;
}
