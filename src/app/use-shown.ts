import { useMemo } from 'react';
import { useStore } from 'zustand';
import { overlayItem } from '#diagram/item-overlay.ts';
import { routeOnMap, stepsOfFinding } from '#diagram/route.ts';
import type { Audit } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import { type ReturnId, returnId } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { AppStore, ShownWorkspace } from '#store/create-store.ts';
import type { View } from '#store/view.ts';
import { type Highlight, NO_HIGHLIGHT } from '#views/map-canvas/highlight.ts';

/** What the screen shows of a workspace, worked out from the view. */
export interface Shown {
  readonly shown: ShownWorkspace;
  readonly view: View;
  readonly index: WorkspaceIndex;
  readonly audit: Audit | null;
  readonly item: Item | null;
  readonly finding: Finding | null;
  readonly highlight: Highlight;
}

const NOTHING_NAMED: Highlight['named'] = new Set();

/** The audit of the return that is looked at; null while another one's is still there. */
function useAuditOf(shown: ShownWorkspace | null, index: WorkspaceIndex | null): Audit | null {
  const audit = shown?.audit ?? null;
  return audit !== null && audit.return === (index?.dataReturn?.id ?? '') ? audit : null;
}

function useIndex(shown: ShownWorkspace | null, wanted: ReturnId | null): WorkspaceIndex | null {
  const workspace = shown?.opened.workspace ?? null;
  return useMemo(() => {
    if (workspace === null) return null;
    const isKnown = workspace.returns.some((one) => one.id === wanted);
    return indexWorkspace(workspace, isKnown ? wanted : null);
  }, [workspace, wanted]);
}

/** Null until a workspace has been opened. */
export function useShown(store: AppStore): Shown | null {
  const shown = useStore(store, (state) => state.shown);
  const view = useStore(store, (state) => state.view);
  const index = useIndex(shown, view.dataReturn);
  const audit = useAuditOf(shown, index);
  const item = (view.item === null ? null : index?.items.get(view.item)) ?? null;
  const finding = audit?.findings.find((candidate) => candidate.id === view.finding) ?? null;
  const overlay = useMemo(
    () => (index === null || audit === null || item === null ? null : overlayItem(index, audit, item)),
    [index, audit, item],
  );
  const route = useMemo(() => (finding?.route ? routeOnMap(finding.route) : null), [finding]);
  const named = useMemo(
    () => (finding === null || finding.route !== null ? NOTHING_NAMED : new Set(stepsOfFinding(finding))),
    [finding],
  );
  const highlight = useMemo(
    () => ({ ...NO_HIGHLIGHT, overlay, route, named, selected: view.step }),
    [overlay, route, named, view.step],
  );
  return shown === null || index === null ? null : { shown, view, index, audit, item, finding, highlight };
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
