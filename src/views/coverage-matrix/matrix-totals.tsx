import type { CoverageMatrix } from '#diagram/coverage-matrix.ts';
import { ITEM_STATUS_WORDS } from '#diagram/status-words.ts';
import type { ItemStatus } from '#model/audit.ts';

const ORDER: readonly ItemStatus[] = ['covered', 'unconfirmed', 'gaps', 'missing', 'not-triggered'];

/** How the items of the return stand, each figure a filter. Pressing one that is on takes it away. */
export function MatrixTotals({
  totals,
  only,
  onOnly,
}: {
  readonly totals: CoverageMatrix['totals'];
  /** The status that the matrix is narrowed to; null: none. */
  readonly only: ItemStatus | null;
  readonly onOnly: (status: ItemStatus | null) => void;
}): React.JSX.Element {
  return (
    <ul className="matrix-totals" aria-label="How the items stand">
      {ORDER.map((status) => {
        const { sign, word } = ITEM_STATUS_WORDS[status];
        return (
          <li key={status}>
            <button
              type="button"
              className={`matrix-total matrix-total--${status}`}
              aria-pressed={only === status}
              onClick={() => onOnly(only === status ? null : status)}
            >
              <span aria-hidden="true">{sign} </span>
              <strong>{totals[status]}</strong> {word.toLowerCase()}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
