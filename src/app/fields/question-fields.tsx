import { useEffect, useMemo, useRef, useState } from 'react';
import { QUESTION_COLUMNS } from '#diagram/fields/question-columns.ts';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import type { GridHandle } from '#views/grid/data-grid-props.ts';
import type { GridChange, GridColumn, GridEditKind } from '#views/grid/grid-column.ts';
import { AddDialog } from './add-dialog.tsx';
import { FieldsFrame } from './fields-frame.tsx';
import { openFromCell } from './open-from-cell.ts';
import { ProgressBars } from './progress-bars.tsx';
import { QuestionButtons } from './question-buttons.tsx';
import { questionGridColumns, withChosen } from './question-grid.ts';
import { QuestionPanel } from './question-panel.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { CHOSEN_COLUMN } from './shipped-views.ts';
import { type Choosing, ticksAfter, useChosen } from './use-chosen.ts';
import { useMappingKeys } from './use-mapping-keys.ts';
import { type QuestionFieldsProps, type Questions, useQuestions } from './use-questions.ts';
import { type Selection, useSelection } from './use-selection.ts';
import { keyAfter, writeQuestions } from './write-cells.ts';

const keyOf = ({ key }: QuestionRow): string => key;

/** What is being asked of the person before something is done. */
interface Asking {
  readonly isAdding: boolean;
  readonly leaving: readonly QuestionRow[];
}

const NOTHING: Asking = { isAdding: false, leaving: [] };

interface Work {
  readonly questions: Questions;
  readonly selection: Selection;
  readonly row: QuestionRow | null;
  readonly choosing: Choosing;
  readonly gridColumns: readonly GridColumn<QuestionRow>[];
  readonly ticked: readonly QuestionRow[];
  readonly grid: React.RefObject<GridHandle | null>;
}

/** Where a person stands among the questions, and what they have ticked. */
function useWork(props: QuestionFieldsProps): Work {
  const { store, shown } = props;
  const { index, view } = shown;
  const questions = useQuestions(props);
  const { all, byKey } = questions;
  const selection = useSelection(store, view.question);
  const choosing = useChosen(store);
  const { chosen } = choosing;
  const grid = useRef<GridHandle | null>(null);
  const columns = useMemo(() => questionGridColumns(index, all), [index, all]);
  const gridColumns = useMemo(() => withChosen(columns, chosen), [columns, chosen]);
  const ticked = useMemo(() => [...chosen].flatMap((key) => byKey.get(key) ?? []), [chosen, byKey]);
  // Before anything has been chosen, the keyboard stands on the first row.
  const row = (selection.selected === null ? questions.rows[0] : byKey.get(selection.selected)) ?? null;
  return { questions, selection, row, choosing, gridColumns, ticked, grid };
}

/** A question that has left the list, mapped and done with, gives way to the one that takes its place. */
function useNextInList(rows: readonly QuestionRow[], { selected, select }: Selection): void {
  const at = useRef(-1);
  useEffect(() => {
    const now = rows.findIndex(({ key }) => key === selected);
    const next = rows[Math.min(at.current, rows.length - 1)];
    if (now === -1 && at.current >= 0 && next !== undefined) select(next.key);
    else at.current = now;
  }, [rows, selected, select]);
}

interface DialogsProps extends QuestionFieldsProps {
  readonly work: Work;
  readonly asking: Asking;
  readonly onDone: () => void;
}

function Dialogs({ store, shown, work, asking, onDone }: DialogsProps): React.JSX.Element {
  const { row, selection } = work;
  const leaving = useMemo(() => asking.leaving.map(({ question }) => question), [asking]);
  return (
    <>
      {asking.isAdding && (
        <AddDialog
          store={store}
          index={shown.index}
          after={row?.question ?? null}
          onClose={onDone}
          onAdded={selection.select}
        />
      )}
      {leaving.length > 0 && <RemoveDialog store={store} opened={shown.opened} questions={leaving} onClose={onDone} />}
    </>
  );
}

/** The questions in the grid, with their mapping beside them. */
export function QuestionFields(props: QuestionFieldsProps): React.JSX.Element {
  const { store, shown, view } = props;
  const work = useWork(props);
  const { questions, selection, row, choosing, ticked, grid } = work;
  const { all, rows } = questions;
  const { chosen, choose } = choosing;
  const [refusal, setRefusal] = useState('');
  const [isFlagging, setFlagging] = useState(false);
  const [asking, setAsking] = useState(NOTHING);
  useNextInList(rows, selection);
  useMappingKeys({ ...props, questions, row, selection, grid, onFlag: () => setFlagging(true) });

  function onEdit(changes: readonly GridChange<QuestionRow>[], kind: GridEditKind): void {
    const ticks = changes.filter(({ column }) => column === CHOSEN_COLUMN.id);
    if (ticks.length > 0) choose(ticksAfter(chosen, ticks));
    const written = changes.filter(({ column }) => column !== CHOSEN_COLUMN.id);
    const reason = writeQuestions(store, written, kind);
    setRefusal(reason);
    if (row !== null && reason === '' && keyAfter(row, written) !== row.key) selection.select(keyAfter(row, written));
  }

  function onSelect(key: string): void {
    setFlagging(false);
    selection.select(key);
  }

  const remove = (leaving: readonly QuestionRow[]): void => setAsking({ ...NOTHING, leaving });
  const panel = (
    <QuestionPanel
      {...{ store, shown, row, isFlagging }}
      suggestions={questions.suggestions}
      chosen={ticked}
      panel={view.panel}
      onFlagging={setFlagging}
      onNone={() => choose([])}
      onRemove={remove}
    />
  );
  const buttons = (
    <QuestionButtons
      shownCount={rows.length}
      row={row}
      onChooseAll={() => choose(rows.map(keyOf))}
      onAdd={() => setAsking({ ...NOTHING, isAdding: true })}
      onRemove={remove}
    />
  );
  return (
    <>
      <FieldsFrame
        {...{ store, shown, view, all, rows, grid, refusal, buttons, panel, onSelect, onEdit }}
        columns={QUESTION_COLUMNS}
        gridColumns={work.gridColumns}
        rowKey={keyOf}
        selected={selection.selected}
        onOpen={(opening, column) => openFromCell(store, opening, column)}
        quickCounts={questions.counts}
        progress={<ProgressBars progress={questions.progress} />}
      />
      <Dialogs {...props} work={work} asking={asking} onDone={() => setAsking(NOTHING)} />
    </>
  );
}
