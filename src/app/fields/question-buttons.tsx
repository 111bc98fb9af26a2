import type { QuestionRow } from '#diagram/fields/question-row.ts';

/** What is done with the questions as a list: tick, add and remove. */
export function QuestionButtons(props: {
  readonly shownCount: number;
  readonly row: QuestionRow | null;
  readonly onChooseAll: () => void;
  readonly onAdd: () => void;
  readonly onRemove: (rows: readonly QuestionRow[]) => void;
}): React.JSX.Element {
  const { shownCount, row, onChooseAll, onAdd, onRemove } = props;
  return (
    <>
      <button type="button" className="small-button" onClick={onChooseAll}>
        Tick all {shownCount.toLocaleString('en-GB')}
      </button>
      <button type="button" className="small-button" onClick={onAdd}>
        Add…
      </button>
      <button
        type="button"
        className="small-button"
        aria-disabled={row === null}
        onClick={() => row !== null && onRemove([row])}
      >
        Remove…
      </button>
    </>
  );
}
