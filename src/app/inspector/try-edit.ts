import type { Problem } from '#model/finding.ts';
import type { RowRef } from '#model/workspace.ts';
import { type Edit, newEditor } from '#pipeline/edit-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import type { AppStore } from '#store/create-store.ts';

/** Edits are tried on a workspace of their own before they are made. */
const trying = newEditor();

/** Numbers that cannot be read are only warned of when a file is opened; nobody is to write one here. */
const NUMBERS: ReadonlySet<string> = new Set(['clock_length', 'completed_per_year', 'delay_days', 'times_used']);

export const problemsAt = ({ problems }: Pick<OpenedWorkspace, 'problems'>, at: RowRef): readonly Problem[] =>
  problems.filter(({ file, row }) => file === at.file && row === at.row);

/** What the reader says of a cell; null where it says nothing. */
export const problemAt = (problems: readonly Problem[], column: string): Problem | null =>
  problems.find((problem) => problem.column === column) ?? null;

interface Cell {
  readonly at: RowRef;
  readonly column: string;
}

function* cellsOf({ changes }: Edit): Iterable<Cell> {
  for (const change of changes) {
    if (change.kind !== 'cells') continue;
    for (const { row, column } of change.cells) yield { at: { file: change.file, row }, column };
  }
}

const placeOf = ({ file, row, column }: Pick<Problem, 'file' | 'row' | 'column'>): string =>
  `${file}\n${row}\n${column}`;

/** Why an edit would write something that cannot be read, in the reader's own words; null where all can be. */
export function refuseEdit(opened: OpenedWorkspace, edit: Edit): string | null {
  const cells = new Set([...cellsOf(edit)].map(({ at, column }) => placeOf({ ...at, column })));
  if (cells.size === 0) return null;
  const before = new Set(opened.problems.map((problem) => `${placeOf(problem)}\n${problem.message}`));
  const after = trying.change(opened, edit.changes);
  const wrong = after.problems.find(
    (problem) =>
      cells.has(placeOf(problem)) &&
      (problem.severity === 'error' || NUMBERS.has(problem.column)) &&
      !before.has(`${placeOf(problem)}\n${problem.message}`),
  );
  return wrong?.message ?? null;
}

/** Makes an edit of the workspace as it is now; what comes back is why it cannot be made, or null. */
export function tryEdit(store: AppStore, work: (opened: OpenedWorkspace) => Edit | null): string | null {
  const { shown } = store.getState();
  const edit = shown === null ? null : work(shown.opened);
  if (shown === null || edit === null) return null;
  const refusal = refuseEdit(shown.opened, edit);
  if (refusal === null) store.edit(edit);
  return refusal;
}
