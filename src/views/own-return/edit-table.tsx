import { memo, useId } from 'react';
import type { Problem } from '#model/finding.ts';
import { parseTsv } from '#views/grid/tsv.ts';
import { EditCell } from './edit-cell.tsx';
import type { EditBlock, EditColumn, EditRow, RowCells } from './edit-column.ts';
import { NewLine } from './new-line.tsx';
import { pasteBlock } from './paste-block.ts';

export interface EditTableProps {
  readonly caption: string;
  /** What one row is: "event". */
  readonly what: string;
  readonly columns: readonly EditColumn[];
  readonly rows: readonly EditRow[];
  /** What every new row holds, such as the set of codes that is looked at. */
  readonly fixed: RowCells;
  readonly onWrite: (block: EditBlock) => void;
  readonly onRemove: (rows: readonly number[]) => void;
}

function Problems({
  problems,
  span,
}: {
  readonly problems: readonly Problem[];
  readonly span: number;
}): React.JSX.Element {
  return (
    <tr className="edit-table__problems">
      <td colSpan={span}>
        {problems.map(({ severity, column, message }) => (
          <p key={`${column} ${message}`} className={`edit-table__problem edit-table__problem--${severity}`}>
            <strong>{severity === 'error' ? '✕ Error' : '! Warning'}</strong> {message}
          </p>
        ))}
      </td>
    </tr>
  );
}

interface LineProps {
  readonly row: EditRow;
  readonly number: number;
  readonly what: string;
  readonly columns: readonly EditColumn[];
  readonly listId: string;
  readonly onWrite: EditTableProps['onWrite'];
  readonly onRemove: EditTableProps['onRemove'];
}

const nameOf = ({ cells }: EditRow, columns: readonly EditColumn[]): string =>
  columns.map(({ name }) => cells[name] ?? '').find((cell) => cell !== '') ?? '';

const Line = memo(
  function Line({ row, number, what, columns, listId, onWrite, onRemove }: LineProps): React.JSX.Element {
    const name = nameOf(row, columns) || `${what} ${number + 1}`;
    return (
      <>
        <tr>
          {columns.map((column, index) => (
            <td key={column.name}>
              <EditCell
                column={column}
                value={row.cells[column.name] ?? ''}
                label={`${column.label} of ${name}`}
                listId={`${listId}-${column.name}`}
                at={{ row: number, column: index }}
                onCommit={(value) =>
                  onWrite({ changed: [{ row: row.row, cells: { [column.name]: value } }], added: [] })
                }
              />
            </td>
          ))}
          <td>
            <button type="button" className="small-button" onClick={() => onRemove([row.row])}>
              Remove<span className="visually-hidden"> {name}</span>
            </button>
          </td>
        </tr>
        {row.problems.length > 0 && <Problems problems={row.problems} span={columns.length + 1} />}
      </>
    );
  },
  (before, after) =>
    before.number === after.number &&
    before.columns === after.columns &&
    JSON.stringify(before.row) === JSON.stringify(after.row),
);

/** What cells are offered as they are written into. */
function Offers({ columns, listId }: Pick<LineProps, 'columns' | 'listId'>): React.JSX.Element {
  const offering = columns.filter(({ kind }) => kind === 'offer');
  return (
    <>
      {offering.map(({ name, options }) => (
        <datalist key={name} id={`${listId}-${name}`}>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </datalist>
      ))}
    </>
  );
}

function Head({ columns }: Pick<LineProps, 'columns'>): React.JSX.Element {
  return (
    <thead>
      <tr>
        {columns.map(({ name, label }) => (
          <th key={name} scope="col">
            {label}
          </th>
        ))}
        <th scope="col">
          <span className="visually-hidden">What can be done</span>
        </th>
      </tr>
    </thead>
  );
}

/** Where in the table something was pasted; null outside its cells. */
function pastedAt(target: EventTarget): { readonly row: number; readonly column: number } | null {
  const { editRow, editColumn } = target instanceof HTMLElement ? target.dataset : {};
  return editRow === undefined || editColumn === undefined
    ? null
    : { row: Number(editRow), column: Number(editColumn) };
}

/** A plain table that is written into, with rows added and taken away, and blocks pasted from a spreadsheet. */
export function EditTable(props: EditTableProps): React.JSX.Element {
  const { caption, what, columns, rows, fixed, onWrite, onRemove } = props;
  const listId = useId();
  function onPaste(event: React.ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain');
    const at = pastedAt(event.target);
    if (at === null || !/[\t\n]/u.test(text.trimEnd())) return;
    event.preventDefault();
    const block = pasteBlock(props, at, parseTsv(text), fixed);
    if (block.changed.length + block.added.length > 0) onWrite(block);
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
    <div className="edit-table__scroller" role="region" aria-label={caption} tabIndex={0} onPaste={onPaste}>
      <Offers columns={columns} listId={listId} />
      <table className="edit-table">
        <caption className="visually-hidden">{caption}</caption>
        <Head columns={columns} />
        <tbody>
          {rows.map((row, number) => (
            <Line
              key={row.row}
              row={row}
              number={number}
              what={what}
              columns={columns}
              listId={listId}
              onWrite={onWrite}
              onRemove={onRemove}
            />
          ))}
          <NewLine
            what={what}
            columns={columns}
            number={rows.length}
            listId={listId}
            onAdd={(cells) => onWrite({ changed: [], added: [{ ...fixed, ...cells }] })}
          />
        </tbody>
      </table>
    </div>
  );
}
