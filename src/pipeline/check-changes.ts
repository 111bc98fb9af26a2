import type { WorkbookMessage } from '#importers/workbook/known-sheet.ts';
import type { Problem } from '#model/finding.ts';
import { newEditor } from './edit-workspace.ts';
import type { OpenedWorkspace } from './open-workspace.ts';
import { toTableChanges, type WorkbookChange } from './workbook-changes.ts';

type Unnumbered = Omit<WorkbookChange, 'number'>;

/** Edits that the workspace can take, and what is wrong with the others. */
export interface CheckedChanges {
  readonly changes: readonly Unnumbered[];
  readonly messages: readonly WorkbookMessage[];
}

const idOf = ({ file, row, column, message }: Problem): string => [file, row, column, message].join('\n');

/** Where each edit lands: cells where they stand, added rows below the last of their file. */
function rowsOf(opened: OpenedWorkspace, changes: readonly Unnumbered[]): ReadonlyMap<Unnumbered, number> {
  const last = new Map<string, number>();
  return new Map(
    changes.map((change) => {
      const { does, file } = change;
      if (does.kind !== 'add') return [change, does.at.row] as const;
      const row = (last.get(file) ?? opened.tables.get(file)?.rows.length ?? 1) + 1;
      last.set(file, row);
      return [change, row] as const;
    }),
  );
}

/** What the workspace has to say that it did not say before, with the edit that it says it of. */
function newProblems(
  opened: OpenedWorkspace,
  changes: readonly Unnumbered[],
): readonly (readonly [Problem, Unnumbered | undefined])[] {
  // Rows that go move those below, so they are left where they are while the others are looked at.
  const tried = changes.filter(({ does }) => does.kind !== 'remove');
  const after = newEditor().change(opened, toTableChanges(tried));
  const before = new Set(opened.problems.map(idOf));
  const rows = rowsOf(opened, tried);
  return after.problems
    .filter((problem) => !before.has(idOf(problem)))
    .map((problem) => {
      const own = tried.filter((change) => change.file === problem.file && rows.get(change) === problem.row);
      const exact = own.find(({ does }) => does.kind === 'cell' && does.column === problem.column);
      return [problem, exact ?? own[0]] as const;
    });
}

const elsewhere = ({ file, row, message }: Problem): WorkbookMessage => ({
  severity: 'warning',
  sheet: '',
  cell: '',
  message: `With all of this accepted, ${file}${row === 0 ? '' : `, row ${row},`} is no longer right: ${message}`,
});

/**
 * Tries edits on the workspace: one that its reader would not take is refused with what the reader says, and what the
 * reader only warns of becomes a note.
 */
export function checkChanges(opened: OpenedWorkspace, changes: readonly Unnumbered[]): CheckedChanges {
  if (changes.length === 0) return { changes, messages: [] };
  const refused = new Map<Unnumbered, string>();
  const notes = new Map<Unnumbered, readonly string[]>();
  const others: WorkbookMessage[] = [];
  for (const [problem, change] of newProblems(opened, changes)) {
    if (change === undefined) others.push(elsewhere(problem));
    else if (problem.severity === 'error') refused.set(change, problem.message);
    else notes.set(change, [...(notes.get(change) ?? []), problem.message]);
  }
  const messages = [...refused].map(
    ([{ sheet, cell }, message]): WorkbookMessage => ({
      severity: 'error',
      sheet,
      cell,
      message,
    }),
  );
  return {
    changes: changes
      .filter((change) => !refused.has(change))
      .map((change) => ({
        ...change,
        note: [change.note, ...(notes.get(change) ?? [])].filter((one) => one !== '').join(' '),
      })),
    messages: [...messages, ...others],
  };
}
