import type { Change, Edit } from '#pipeline/edit-workspace.ts';
import type { AppState, Done } from '#store/app-state.ts';
import type { AppStore } from '#store/create-store.ts';

const BY = 'by';
/** Doing more than this once more would be felt. */
const MOST_AGAIN = 40;

/** A row whose day is emptied along with its name has been taken back, not decided. */
const isCleared = ({ cells }: Extract<Change, { kind: 'cells' }>, row: number): boolean =>
  cells.some((cell) => cell.row === row && cell.column === 'on' && cell.value === '');

/** True for an edit that leaves a place for a name empty. */
const isNameless = (change: Change): boolean => {
  if (change.kind === 'cells')
    return change.cells.some(({ row, column, value }) => column === BY && value === '' && !isCleared(change, row));
  return change.kind === 'add' && change.rows.some((row) => row[BY] === '');
};

const changesOf = ({ after }: Done): readonly Change[] => after.made?.changes ?? [];

/** True where the last thing done was written down without a name. */
export function lacksName({ history }: Pick<AppState, 'history'>): boolean {
  const last = history.past.at(-1);
  return last !== undefined && changesOf(last).some(isNameless);
}

function withName(change: Change, name: string): Change {
  if (change.kind === 'cells') {
    const cells = change.cells.map((cell) =>
      cell.column === BY && cell.value === '' && !isCleared(change, cell.row) ? { ...cell, value: name } : cell,
    );
    return { ...change, cells };
  }
  if (change.kind !== 'add') return change;
  return { ...change, rows: change.rows.map((row) => (row[BY] === '' ? { ...row, [BY]: name } : row)) };
}

/** The edits since the first one that lacks a name, to be done once more with it. */
function fromFirstNameless(past: readonly Done[]): readonly Done[] {
  const first = past.findIndex((done) => changesOf(done).some(isNameless));
  return first === -1 || past.length - first > MOST_AGAIN ? [] : past.slice(first);
}

/** Does what was done without a name once more, with it. Where something is undone, that stays possible instead. */
export function fillIn(store: AppStore, name: string): void {
  const { past, future } = store.getState().history;
  if (future.length > 0 || name === '') return;
  const again = fromFirstNameless(past);
  const edits = again.map(
    (done): Edit => ({ name: done.name, changes: changesOf(done).map((one) => withName(one, name)) }),
  );
  for (const _ of again) store.undo();
  for (const edit of edits) store.edit(edit);
}
