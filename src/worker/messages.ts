import type { OpeningNews, OpenRequest, Question } from '#pipeline/background.ts';
import type { Change } from '#pipeline/edit-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';

/** What the app sends to the worker. A state comes whole, or as changes of one that the worker has. */
export type Request =
  | ({ readonly kind: 'open'; readonly number: number } & OpenRequest)
  | { readonly kind: 'state'; readonly revision: number; readonly opened: OpenedWorkspace }
  | { readonly kind: 'change'; readonly revision: number; readonly from: number; readonly changes: readonly Change[] }
  | { readonly kind: 'ask'; readonly number: number; readonly revision: number; readonly question: Question };

/** What the worker sends back; `number` is the request's. */
export interface Answer {
  readonly number: number;
  readonly news: OpeningNews;
}
