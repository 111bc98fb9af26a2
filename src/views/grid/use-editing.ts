import { useRef, useState } from 'react';
import { type Gathered, gatherChanges } from './gather-changes.ts';
import { type GridChange, type GridColumn, type GridEditKind, isEditable, type Sheet, valueOf } from './grid-column.ts';
import { type Passage, passTo } from './standing.ts';
import type { KeyboardFlag } from './use-grid-focus.ts';
import { type StandingControl, sizeOfSheet } from './use-standing.ts';

/** A cell being edited, and how its editor ends the edit. */
export interface CellEditing<Row> {
  readonly row: Row;
  readonly column: GridColumn<Row>;
  /** What the editor starts with: the typed letter, or what the cell holds. */
  readonly start: string;
  /** The edit began by typing, so arrow keys end it. */
  readonly isReplacing: boolean;
  /** Why the last attempt to commit was refused. */
  readonly refusal: string | null;
  readonly onDraft: (text: string) => void;
  readonly onCommit: (text: string, then: Passage | null) => void;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
}

interface Edit<Row> {
  readonly row: Row;
  readonly column: GridColumn<Row>;
  readonly start: string;
  readonly isReplacing: boolean;
}

interface Edited<Row> {
  readonly sheet: Sheet<Row>;
  readonly rowKey: (row: Row) => string;
  readonly control: StandingControl;
  readonly say: (message: string) => void;
  readonly onEdit: (changes: readonly GridChange<Row>[], kind: GridEditKind) => void;
  /** Set, the active cell takes the keyboard back once the editor has gone. */
  readonly keyboard: KeyboardFlag;
}

export interface EditControl<Row> {
  readonly editing: CellEditing<Row> | null;
  /** Starts with typed text, or for null with what the cell holds. */
  readonly begin: (typed: string | null) => void;
  /** Ends an edit because the person has gone elsewhere: what was written is kept where it can be. */
  readonly leave: () => void;
}

/** What a person edits: the words of the options, not their keys. */
function startOf<Row>(column: GridColumn<Row>, row: Row): string {
  const value = valueOf(column, row);
  const options = column.options?.(row);
  if (options === undefined) return value;
  const labels = new Map(options.map((option) => [option.value, option.label]));
  const values = column.list === true ? value.split('; ') : [value];
  return values.map((part) => labels.get(part) ?? part).join('; ');
}

const readOnlyMessage = (title: string): string => `“${title}” is read-only here. Nothing was changed.`;

function readOne<Row>(sheet: Sheet<Row>, row: Row, column: GridColumn<Row>, text: string): Gathered<Row> {
  const one = { rows: [row], columns: [column], isReadOnly: sheet.isReadOnly };
  return gatherChanges(one, [{ at: { row: 0, column: 0 }, text }]);
}

/** One cell at a time is edited; what a cell cannot hold is refused with the reason and never lost silently. */
export function useEditing<Row>({ sheet, rowKey, control, say, onEdit, keyboard }: Edited<Row>): EditControl<Row> {
  const [edit, setEdit] = useState<Edit<Row> | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const draft = useRef('');
  const { active } = control.standing;

  function begin(typed: string | null): void {
    const row = sheet.rows[active.row];
    const column = sheet.columns[active.column];
    if (row === undefined || column === undefined) return;
    if (!isEditable(sheet, column, row)) {
      say(readOnlyMessage(column.title));
      return;
    }
    draft.current = typed ?? startOf(column, row);
    setRefusal(null);
    setEdit({ row, column, start: draft.current, isReplacing: typed !== null });
  }

  /** The reason why the draft cannot stand; null once it does. */
  function store({ row, column }: Edit<Row>, text: string): string | null {
    const now = sheet.rows[active.row];
    const target = now !== undefined && rowKey(now) === rowKey(row) ? now : row;
    const { changes, reason } = readOne(sheet, target, column, text);
    if (changes.length > 0) onEdit(changes, 'type');
    return reason;
  }

  function end(): void {
    setEdit(null);
    setRefusal(null);
  }

  function commit(text: string, then: Passage | null): void {
    if (edit === null) return;
    const reason = store(edit, text);
    setRefusal(reason);
    if (reason !== null) {
      say(reason);
      return;
    }
    say('');
    end();
    keyboard.set(true);
    if (then !== null) control.stand(passTo(control.standing, then, sizeOfSheet(sheet)));
  }

  function leave(): void {
    if (edit === null) return;
    const reason = draft.current === edit.start && !edit.isReplacing ? null : store(edit, draft.current);
    if (reason !== null) say(`${reason} “${edit.column.title}” stays as it was.`);
    end();
  }

  if (edit === null) return { editing: null, begin, leave };
  const onDraft = (text: string): void => {
    draft.current = text;
  };
  const onCancel = (): void => {
    end();
    keyboard.set(true);
  };
  // Another window in front is no reason to end an edit.
  const onLeave = (): void => {
    if (document.hasFocus()) leave();
  };
  return { editing: { ...edit, refusal, onDraft, onCommit: commit, onLeave, onCancel }, begin, leave };
}
