import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Audit } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import { type ReturnId, returnId } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import type { ShownWorkspace } from '#store/app-state.ts';
import type { AppStore } from '#store/create-store.ts';
import type { View } from '#store/view.ts';

/** What every screen shows of a workspace, worked out from the view. */
export interface Shown {
  readonly shown: ShownWorkspace;
  readonly opened: OpenedWorkspace;
  readonly view: View;
  /** The workspace as it is now, with the return that is looked at. */
  readonly index: WorkspaceIndex;
  /** The last audit of the return that is looked at; after an edit it is, for a moment, of the state before. */
  readonly audit: Audit | null;
  /** True when the audit tells of the workspace as it is now. */
  readonly isFresh: boolean;
  readonly item: Item | null;
  readonly finding: Finding | null;
}

/** What every screen is given. */
export interface ScreenProps {
  readonly store: AppStore;
  readonly shown: Shown;
}

function useIndex(shown: ShownWorkspace | null, wanted: ReturnId | null): WorkspaceIndex | null {
  const workspace = shown?.opened.value ?? null;
  return useMemo(() => {
    if (workspace === null) return null;
    const isKnown = workspace.returns.some((one) => one.id === wanted);
    return indexWorkspace(workspace, isKnown ? wanted : null);
  }, [workspace, wanted]);
}

/** The last audit, where it is of the return that is looked at. */
function auditOf(shown: ShownWorkspace | null, index: WorkspaceIndex | null): Audit | null {
  const audit = shown?.audit ?? null;
  return audit?.return === (index?.dataReturn?.id ?? '') ? audit : null;
}

function useFinding(audit: Audit | null, id: string | null): Finding | null {
  return useMemo(() => audit?.findings.find((candidate) => candidate.id === id) ?? null, [audit, id]);
}

/** Null until a workspace has been opened. */
export function useShown(store: AppStore): Shown | null {
  const shown = useStore(store, (state) => state.shown);
  const view = useStore(store, (state) => state.view);
  const index = useIndex(shown, view.dataReturn);
  const audit = auditOf(shown, index);
  const finding = useFinding(audit, view.finding);
  if (shown === null || index === null) return null;
  const item = (view.item === null ? null : index.items.get(view.item)) ?? null;
  const isFresh = audit !== null && shown.auditedAt === shown.revision;
  return { shown, opened: shown.opened, view, index, audit, isFresh, item, finding };
}

/** The returns that can be chosen: those that the workspace names first, then the other known ones. */
export function returnsOf(index: WorkspaceIndex): readonly { readonly id: ReturnId; readonly name: string }[] {
  const { manifest, returns } = index.workspace;
  const named = manifest.returns.flatMap((id) => returns.filter((one) => one.id === id));
  return [...named, ...returns.filter((one) => !named.includes(one))].map(({ id, name }) => ({
    id: returnId(id),
    name,
  }));
}
