import type { WorkspaceIndex } from '#model/index-workspace.ts';

/**
 * Remembers what was worked out from anything of a workspace but its sources, for as long as nothing else of it changes
 * (`indexWorkspace` then keeps the lookup of questions as it was). What is given to `work` must not look at sources.
 */
export function whileStanding<Value extends object>(): (index: WorkspaceIndex, work: () => Value) => Value {
  const known = new WeakMap<WorkspaceIndex['questions'], Value>();
  return (index, work) => {
    const value = known.get(index.questions) ?? work();
    known.set(index.questions, value);
    return value;
  };
}
