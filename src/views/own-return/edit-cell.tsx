import type { EditColumn } from './edit-column.ts';

interface EditCellProps {
  readonly column: EditColumn;
  readonly value: string;
  /** What the cell is, for those who do not see the table. */
  readonly label: string;
  readonly listId: string;
  readonly at: { readonly row: number; readonly column: number };
  readonly onCommit: (value: string) => void;
}

/** What a cell's own words are when the list does not hold them: kept, and shown as they stand. */
const withOwn = ({ options }: EditColumn, value: string): EditColumn['options'] =>
  options.some(([word]) => word === value)
    ? options
    : [...options, [value, value === '' ? '–' : `${value} (not known)`]];

/** One cell: what is written into it counts when the keyboard leaves it, or on Enter; Escape takes it back. */
export function EditCell({ column, value, label, listId, at, onCommit }: EditCellProps): React.JSX.Element {
  const place = { 'data-edit-row': at.row, 'data-edit-column': at.column, 'aria-label': label };
  if (column.kind === 'choice')
    return (
      <select
        {...place}
        className="edit-cell"
        style={{ minWidth: `${column.width}ch` }}
        value={value}
        onChange={(event) => onCommit(event.target.value)}
      >
        {withOwn(column, value).map(([word, words]) => (
          <option key={word} value={word}>
            {words}
          </option>
        ))}
      </select>
    );
  function commit(input: HTMLInputElement): void {
    const now = input.value.trim();
    if (now !== value) onCommit(now);
  }
  return (
    <input
      {...place}
      // The text is the reader's until it is committed; undo gives the cell another value and so another field.
      key={value}
      className="edit-cell"
      style={{ minWidth: `${column.width}ch` }}
      defaultValue={value}
      {...(column.kind === 'offer' ? { list: listId } : {})}
      onBlur={(event) => commit(event.target)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(event.currentTarget);
        if (event.key === 'Escape') event.currentTarget.value = value;
      }}
    />
  );
}
