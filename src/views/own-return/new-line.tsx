import { useState } from 'react';
import { EditCell } from './edit-cell.tsx';
import type { EditColumn, RowCells } from './edit-column.ts';

interface NewLineProps {
  readonly what: string;
  readonly columns: readonly EditColumn[];
  readonly number: number;
  readonly listId: string;
  readonly onAdd: (cells: RowCells) => void;
}

function NewCell({
  column,
  value,
  label,
  listId,
  at,
  onValue,
  onEnter,
}: {
  readonly column: EditColumn;
  readonly value: string;
  readonly label: string;
  readonly listId: string;
  readonly at: { readonly row: number; readonly column: number };
  readonly onValue: (value: string) => void;
  readonly onEnter: () => void;
}): React.JSX.Element {
  if (column.kind === 'choice')
    return <EditCell column={column} value={value} label={label} listId={listId} at={at} onCommit={onValue} />;
  return (
    <input
      className="edit-cell"
      style={{ minWidth: `${column.width}ch` }}
      aria-label={label}
      data-edit-row={at.row}
      data-edit-column={at.column}
      value={value}
      {...(column.kind === 'offer' ? { list: listId } : {})}
      onChange={(event) => onValue(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter();
      }}
    />
  );
}

/** The row at the end, which becomes one of the table when it is added. */
export function NewLine({ what, columns, number, listId, onAdd }: NewLineProps): React.JSX.Element {
  const [draft, setDraft] = useState<RowCells>({});
  function add(): void {
    if (Object.values(draft).every((cell) => cell.trim() === '')) return;
    onAdd(draft);
    setDraft({});
  }
  return (
    <tr className="edit-table__new">
      {columns.map((column, index) => (
        <td key={column.name}>
          <NewCell
            column={column}
            value={draft[column.name] ?? ''}
            label={`${column.label} of a new ${what}`}
            listId={`${listId}-${column.name}`}
            at={{ row: number, column: index }}
            onValue={(value) => setDraft((before) => ({ ...before, [column.name]: value }))}
            onEnter={add}
          />
        </td>
      ))}
      <td>
        <button type="button" className="small-button" onClick={add}>
          Add<span className="visually-hidden"> the new {what}</span>
        </button>
      </td>
    </tr>
  );
}
