import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CellAt } from './cell-range.ts';
import type { GridHandle } from './data-grid-props.ts';
import { countOf, describeChanges } from './describe-changes.ts';
import { nextFind, replaceIn, type Search } from './find-in-sheet.ts';
import { gatherChanges } from './gather-changes.ts';
import {
  type GridChange,
  type GridColumn,
  type GridEditKind,
  type GridState,
  type Sheet,
  shownColumns,
} from './grid-column.ts';
import type { CellText } from './spread-block.ts';
import { useEscapeIn } from './use-escape-in.ts';
import { type Finds, useFinds } from './use-finds.ts';

interface FindReplaceProps<Row> {
  /** The same rows, columns and state that the grid has. */
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly state: GridState;
  readonly grid: React.RefObject<GridHandle | null>;
  readonly isReadOnly?: boolean;
  readonly onEdit: (changes: readonly GridChange<Row>[], kind: GridEditKind) => void;
  readonly onClose: () => void;
}

const BEFORE_ALL: CellAt = { row: 0, column: -1 };

function describeFinds({ cells, isDone }: Finds, text: string, at: number): string {
  if (text === '') return '';
  if (!isDone) return 'Looking …';
  if (cells.length === 0) return 'Not found in the shown columns';
  return at < 0
    ? countOf(cells.length, 'cell')
    : `${(at + 1).toLocaleString('en-GB')} of ${countOf(cells.length, 'cell')}`;
}

/** The texts of found cells with the replacement in them. */
function replacedTexts<Row>(
  sheet: Sheet<Row>,
  cells: readonly CellAt[],
  search: Search,
  by: string,
): readonly CellText[] {
  return cells.flatMap((at) => {
    const row = sheet.rows[at.row];
    const column = sheet.columns[at.column];
    return row === undefined || column === undefined ? [] : [{ at, text: replaceIn(column.text(row), search, by) }];
  });
}

interface Replacing {
  readonly search: Search;
  readonly setSearch: (search: Search) => void;
  readonly by: string;
  readonly setBy: (text: string) => void;
  readonly count: string;
  readonly said: string;
  readonly go: (way: 1 | -1) => void;
  readonly replaceOne: () => void;
  readonly replaceAll: () => void;
}

function useReplacing<Row>({
  rows,
  columns,
  state,
  grid,
  isReadOnly = false,
  onEdit,
}: FindReplaceProps<Row>): Replacing {
  const [search, setSearch] = useState<Search>({ text: '', matchCase: false, wholeCell: false });
  const [by, setBy] = useState('');
  const [said, setSaid] = useState('');
  const [stood, setStood] = useState<CellAt | null>(null);
  const sheet = useMemo(
    () => ({ rows, columns: shownColumns(columns, state), isReadOnly }),
    [rows, columns, state, isReadOnly],
  );
  const finds = useFinds(sheet, search);
  const at =
    stood === null ? -1 : finds.cells.findIndex(({ row, column }) => row === stood.row && column === stood.column);

  function go(way: 1 | -1): void {
    const found = finds.cells[nextFind(finds.cells, grid.current?.active() ?? BEFORE_ALL, way)];
    setSaid('');
    if (found === undefined) return;
    setStood(found);
    grid.current?.goTo(found.row, found.column);
  }

  function replace(cells: readonly CellAt[]): void {
    const gathered = gatherChanges(sheet, replacedTexts(sheet, cells, search, by));
    if (gathered.changes.length > 0) onEdit(gathered.changes, 'replace');
    setSaid(describeChanges('Replaced in', gathered));
  }

  function replaceOne(): void {
    const now = finds.cells[at];
    if (now !== undefined) replace([now]);
    const next = finds.cells[nextFind(finds.cells, now ?? grid.current?.active() ?? BEFORE_ALL, 1)];
    if (next === undefined) return;
    setStood(next);
    grid.current?.goTo(next.row, next.column);
  }

  const count = describeFinds(finds, search.text, at);
  return { search, setSearch, by, setBy, count, said, go, replaceOne, replaceAll: () => replace(finds.cells) };
}

function Check(props: {
  readonly words: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): React.JSX.Element {
  return (
    <label className="grid-find__check">
      <input type="checkbox" checked={props.isOn} onChange={(event) => props.onChange(event.target.checked)} />
      {props.words}
    </label>
  );
}

function Buttons({
  parts,
  isReadOnly,
}: {
  readonly parts: Replacing;
  readonly isReadOnly: boolean;
}): React.JSX.Element {
  const { by, setBy, replaceOne, replaceAll } = parts;
  const id = useId();
  if (isReadOnly) return <></>;
  return (
    <div className="grid-find__part">
      <label htmlFor={id}>Replace with</label>
      <input id={id} className="field grid-find__text" value={by} onChange={(event) => setBy(event.target.value)} />
      <button type="button" className="small-button" onClick={replaceOne}>
        Replace
      </button>
      <button type="button" className="small-button" onClick={replaceAll}>
        Replace all
      </button>
    </div>
  );
}

/** Finds text in the shown columns and replaces it. Enter goes to the next, Shift+Enter to the previous, Escape closes. */
export function FindReplace<Row>(props: FindReplaceProps<Row>): React.JSX.Element {
  const { grid, isReadOnly = false, onClose } = props;
  const parts = useReplacing(props);
  const { search, setSearch } = parts;
  const id = useId();
  const root = useRef<HTMLDivElement | null>(null);
  const box = useRef<HTMLInputElement | null>(null);

  useEffect(() => box.current?.focus(), []);

  useEscapeIn(root, () => {
    onClose();
    grid.current?.focus();
  });

  return (
    <div ref={root} role="search" className="grid-find" aria-label="Find and replace">
      <div className="grid-find__part">
        <label htmlFor={id}>Find</label>
        <input
          ref={box}
          id={id}
          className="field grid-find__text"
          value={search.text}
          onChange={(event) => setSearch({ ...search, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') parts.go(event.shiftKey ? -1 : 1);
          }}
        />
        <button type="button" className="small-button" onClick={() => parts.go(-1)}>
          Previous
        </button>
        <button type="button" className="small-button" onClick={() => parts.go(1)}>
          Next
        </button>
      </div>
      <div className="grid-find__part">
        <Check
          words="Match case"
          isOn={search.matchCase}
          onChange={(matchCase) => setSearch({ ...search, matchCase })}
        />
        <Check
          words="Whole cell"
          isOn={search.wholeCell}
          onChange={(wholeCell) => setSearch({ ...search, wholeCell })}
        />
      </div>
      <Buttons parts={parts} isReadOnly={isReadOnly} />
      <p role="status" className="grid-find__count">
        {parts.said === '' ? parts.count : parts.said}
      </p>
      <button type="button" className="text-button" onClick={onClose}>
        Close
      </button>
    </div>
  );
}
