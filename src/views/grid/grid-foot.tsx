import { useState } from 'react';
import { type CellAt, type CellRange, isOneCell, sizeOf } from './cell-range.ts';
import { isEditable, type Sheet } from './grid-column.ts';

export interface Message {
  readonly text: string;
  /** Plain to see on the grid: only read out. */
  readonly isSeen: boolean;
  readonly number: number;
}

/** Says something to the person, aloud only where it can be seen anyway. */
export type Say = (text: string, isSeen?: boolean) => void;

/** A message for eyes and screen readers; the same words said again are read out again. */
export function useMessage(): readonly [Message, Say] {
  const [message, setMessage] = useState<Message>({ text: '', isSeen: false, number: 0 });
  return [message, (text, isSeen = false) => setMessage(({ number }) => ({ text, isSeen, number: number + 1 }))];
}

interface GridFootProps<Row> {
  readonly sheet: Sheet<Row>;
  readonly active: CellAt;
  readonly range: CellRange;
  readonly message: Message;
}

function describeSize(range: CellRange): string {
  const { rows, columns } = sizeOf(range);
  return `${rows.toLocaleString('en-GB')} × ${columns} cells chosen`;
}

/** Where the keyboard stands, the whole text of that cell however narrow its column, and what was last done. */
export function GridFoot<Row>({ sheet, active, range, message }: GridFootProps<Row>): React.JSX.Element {
  const row = sheet.rows[active.row];
  const column = sheet.columns[active.column];
  const total = sheet.rows.length.toLocaleString('en-GB');
  return (
    <div className="grid__foot">
      <span className="grid__place">
        {row === undefined ? `${total} rows` : `Row ${(active.row + 1).toLocaleString('en-GB')} of ${total}`}
        {!isOneCell(range) && `, ${describeSize(range)}`}
      </span>
      <div className="grid__reading">
        {column !== undefined && <b>{column.title}</b>} {row !== undefined && column?.text(row)}
        {row !== undefined && column !== undefined && !isEditable(sheet, column, row) && (
          <span className="quiet"> (read-only)</span>
        )}
      </div>
      <p role="status" className="grid__message">
        <span key={message.number} className={message.isSeen ? 'visually-hidden' : ''}>
          {message.text}
        </span>
      </p>
    </div>
  );
}
