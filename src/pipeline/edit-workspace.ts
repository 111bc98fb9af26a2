import { applyChanges, type Change as TableChange, type Edit as WorkspaceEdit } from '#workspace/apply-edit.ts';
import { type Memory, newMemory } from '#workspace/remember.ts';
import type { OpenedWorkspace } from './open-workspace.ts';

export type Change = TableChange;
export type Edit = WorkspaceEdit;

/** Changes workspaces one after the other, reading again only what each change touches. */
export interface Editor {
  readonly change: (before: OpenedWorkspace, changes: readonly Change[]) => OpenedWorkspace;
}

export function newEditor(): Editor {
  const memory: Memory = newMemory();
  return { change: (before, changes) => applyChanges(before, changes, memory) };
}
