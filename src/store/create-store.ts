import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LaidOutDiagram } from '#diagram/diagram.ts';
import { assertNever } from '#model/assert.ts';
import type { Audit } from '#model/audit.ts';
import type { Problem } from '#model/finding.ts';
import type { ReturnId } from '#model/ids.ts';
import type { Background, HeldWorkspace, OpeningNews, Stage, WorkspaceInput } from '#pipeline/background.ts';
import { FIRST_VIEW, type View } from './view.ts';

/** A workspace on the screen, with what is worked out about it as it comes. */
export interface ShownWorkspace {
  /** The file or folder it came from; null for the worked example. */
  readonly name: string | null;
  readonly opened: HeldWorkspace;
  readonly diagram: LaidOutDiagram | null;
  readonly audit: Audit | null;
}

/** Something that could not be opened: what was open stays open. */
export interface Refusal {
  readonly name: string;
  readonly problems: readonly Problem[];
}

export interface AppState {
  readonly shown: ShownWorkspace | null;
  /** What is being worked on, and of what; null when nothing is. */
  readonly busy: { readonly stage: Stage; readonly name: string } | null;
  readonly refusal: Refusal | null;
  readonly view: View;
  /** What was open before, until what is being opened is there in full: cancelling brings it back. */
  readonly before: Pick<AppState, 'shown' | 'view'> | null;
}

export interface AppStore extends StoreApi<AppState> {
  readonly open: (input: WorkspaceInput) => void;
  readonly cancel: () => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly dismissRefusal: () => void;
  readonly show: (view: Partial<View>) => void;
  /** Shows a whole view, such as an address names, and audits its return where another was audited. */
  readonly goTo: (view: View) => void;
}

const EMPTY: AppState = { shown: null, busy: null, refusal: null, view: FIRST_VIEW, before: null };
const nameOf = (input: WorkspaceInput): string => (input.kind === 'example' ? 'the worked example' : input.name);

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

/** A picture or an audit that came for what is shown; when both are there, nothing is being worked on. */
function withPart(state: AppState, part: Partial<Pick<ShownWorkspace, 'diagram' | 'audit'>>): Partial<AppState> {
  if (state.shown === null) return {};
  const shown = { ...state.shown, ...part };
  return shown.diagram === null || shown.audit === null ? { shown } : { shown, busy: null, before: null };
}

/** What a piece of news changes. A view of the workspace before means nothing in another, so it starts afresh. */
function hear(state: AppState, news: OpeningNews, input: WorkspaceInput): Partial<AppState> {
  const name = nameOf(input);
  switch (news.kind) {
    case 'stage':
      return { busy: { stage: news.stage, name } };
    case 'refused':
      return { busy: null, refusal: { name, problems: news.problems } };
    case 'failed':
      return { busy: null, ...state.before, before: null, refusal: failure(name, news.reason) };
    case 'opened': {
      const first = state.shown === null;
      const shown = {
        name: input.kind === 'example' ? null : input.name,
        opened: news.opened,
        diagram: null,
        audit: null,
      };
      const panel = news.opened.problems.length > 0 && input.kind !== 'example' ? 'files' : FIRST_VIEW.panel;
      const before = first ? null : { shown: state.shown, view: state.view };
      return {
        shown,
        before,
        refusal: null,
        view: first ? state.view : { ...FIRST_VIEW, form: state.view.form, panel },
      };
    }
    case 'drawn':
      return withPart(state, { diagram: news.diagram });
    case 'audited':
      return withPart(state, { audit: news.audit });
    default:
      return assertNever(news);
  }
}

const auditedReturn = (view: View, { opened }: ShownWorkspace): ReturnId | null =>
  view.dataReturn ?? opened.workspace.manifest.returns[0] ?? null;

/** What the app remembers. Values of the model only; where things stand on the screen is not kept here. */
export function createAppStore(background: Background, view: View): AppStore {
  const store = createStore<AppState>(() => ({ ...EMPTY, view }));
  const { getState, setState } = store;

  /** Audits the return that is looked at, where another was audited; one chosen before the first audit is audited after it. */
  function auditWanted(): void {
    const { shown, view: looked } = getState();
    if (shown === null || shown.audit === null) return;
    const wanted = auditedReturn(looked, shown);
    if (wanted === null || wanted === shown.audit.return) return;
    background.audit(shown.opened, wanted, (news) => {
      if (news.kind === 'audited') setState(withPart(getState(), { audit: news.audit }));
    });
  }

  function goTo(next: View): void {
    setState({ view: next });
    auditWanted();
  }

  return {
    ...store,
    goTo,
    open: (input) => {
      const wanted = getState().shown === null ? getState().view.dataReturn : null;
      setState({ busy: { stage: 'reading', name: nameOf(input) }, refusal: null });
      background.open(input, wanted, (news) => {
        setState(hear(getState(), news, input));
        if (news.kind === 'audited') auditWanted();
      });
    },
    cancel: () => {
      background.cancel();
      setState({ ...getState().before, busy: null, before: null });
    },
    refuse: (refusal) => setState({ refusal }),
    dismissRefusal: () => setState({ refusal: null }),
    show: (change) => goTo({ ...getState().view, ...change }),
  };
}
