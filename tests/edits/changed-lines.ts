import type { Edit } from '#workspace/apply-edit.ts';
import { applyChanges } from '#workspace/apply-edit.ts';
import type { ReadWorkspace } from '#workspace/read-workspace.ts';
import { newMemory } from '#workspace/remember.ts';
import { writeWorkspace } from '#workspace/write-workspace.ts';

const linesOf = (opened: ReadWorkspace): ReadonlyMap<string, readonly string[]> =>
  new Map([...writeWorkspace(opened)].map(([file, bytes]) => [file, Buffer.from(bytes).toString('utf8').split('\n')]));

export const afterEdit = (opened: ReadWorkspace, edit: Edit): ReadWorkspace =>
  applyChanges(opened, edit.changes, newMemory());

/** The lines of the saved files that an edit takes away and brings, as a diff would show them. */
export function changedLines(opened: ReadWorkspace, edit: Edit): readonly string[] {
  const before = linesOf(opened);
  const after = linesOf(afterEdit(opened, edit));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((file) => {
    const [old, now] = [before.get(file) ?? [], after.get(file) ?? []];
    const [had, has] = [new Set(old), new Set(now)];
    return [
      ...old.filter((line) => !has.has(line)).map((line) => `- ${file}: ${line}`),
      ...now.filter((line) => !had.has(line)).map((line) => `+ ${file}: ${line}`),
    ];
  });
}
