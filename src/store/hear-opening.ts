import { assertNever } from '#model/assert.ts';
import type { OpeningNews, OpenRequest, WorkspaceInput } from '#pipeline/background.ts';
import { type AppState, NO_HISTORY, type Refusal, type ShownWorkspace, viewOfAnother } from './app-state.ts';

/** What is open is called; null for the worked example. */
const shownName = (input: WorkspaceInput): string | null => (input.kind === 'example' ? null : input.name);

export const nameOf = (input: WorkspaceInput): string => shownName(input) ?? 'the worked example';

/** True where the workspace that is open is opened again, so that it goes on being looked at as it is. */
export const isSameAgain = (input: WorkspaceInput): boolean => input.kind === 'kept' && input.isSame;

const failure = (name: string, reason: string): Refusal => ({
  name,
  problems: [
    {
      severity: 'error',
      file: name,
      row: 0,
      column: '',
      message: `It could not be opened: ${reason}. What was open before is still open.`,
    },
  ],
});

/** A picture or an audit that came for what is being opened; when both are there, nothing is being worked on. */
function withPart(state: AppState, part: Partial<ShownWorkspace>): Partial<AppState> {
  if (state.shown === null) return {};
  const shown = { ...state.shown, ...part };
  return shown.diagram === null || shown.audit === null ? { shown } : { shown, busy: null, before: null };
}

function opened(
  state: AppState,
  { input, revision }: OpenRequest,
  news: Extract<OpeningNews, { kind: 'opened' }>,
): Partial<AppState> {
  const isFirst = state.shown === null;
  const goesOn = isFirst || isSameAgain(input);
  return {
    shown: {
      name: shownName(input),
      openedAs: revision,
      revision,
      opened: news.opened,
      diagram: null,
      audit: null,
      auditedAt: null,
    },
    before: isFirst
      ? null
      : { shown: state.shown, view: state.view, history: state.history, lookedFrom: state.lookedFrom },
    refusal: null,
    history: NO_HISTORY,
    drawing: {},
    suggestions: null,
    compared: null,
    lookedFrom: null,
    refusedEdit: null,
    lasts: goesOn ? state.lasts : {},
    view: goesOn ? state.view : viewOfAnother(state.view),
  };
}

type Heard = Extract<OpeningNews, { readonly kind: 'stage' | 'refused' | 'failed' | 'opened' | 'drawn' | 'audited' }>;

/** What is news of an opening; the rest is told to whoever asked for it. */
const HEARD: Readonly<Record<OpeningNews['kind'], boolean>> = {
  stage: true,
  refused: true,
  failed: true,
  opened: true,
  drawn: true,
  audited: true,
  suggested: false,
  generating: false,
  generated: false,
  stopped: false,
  exported: false,
  'workbook-read': false,
};

const isHeard = (news: OpeningNews): news is Heard => HEARD[news.kind];

/** What a piece of news changes while a workspace is opened. A view of the one before means nothing in another. */
export function hearOpening(state: AppState, request: OpenRequest, news: OpeningNews): Partial<AppState> {
  const name = nameOf(request.input);
  if (!isHeard(news)) return {};
  switch (news.kind) {
    case 'stage':
      return { busy: { stage: news.stage, name } };
    case 'refused':
      return { busy: null, refusal: { name, problems: news.problems } };
    case 'failed':
      return { busy: null, ...state.before, before: null, refusal: failure(name, news.reason) };
    case 'opened':
      return opened(state, request, news);
    case 'drawn':
      return withPart(state, { diagram: news.diagram });
    case 'audited':
      return withPart(state, { audit: news.audit, auditedAt: request.revision });
    default:
      return assertNever(news);
  }
}
