import type { FieldColumn } from '#diagram/fields/field-column.ts';
import type { Condition } from '#diagram/fields/filter-rows.ts';
import { QUICK_FILTERS, QUICK_WORDS, type QuickFilter } from '#diagram/fields/quick-filters.ts';
import { type AppStore, type HowShown } from '#store/create-store.ts';
import { withOwn } from '#store/view.ts';
import { ConditionsBar } from './conditions-bar.tsx';
import { codeConditions, type FieldsView } from './fields-view.ts';
import { useDraft } from './use-draft.ts';

interface FilterBarProps<Row> {
  readonly store: AppStore;
  readonly view: FieldsView;
  readonly columns: readonly FieldColumn<Row>[];
  readonly all: readonly Row[];
  readonly shownCount: number;
  /** How many rows pass each quick filter; null where there are none of these. */
  readonly quickCounts: ReadonlyMap<QuickFilter, number> | null;
}

type Say = (own: Readonly<Record<string, string>>, how?: HowShown) => void;

const sayTo =
  (store: AppStore): Say =>
  (own, how = 'push') =>
    store.goTo(withOwn(store.getState().view, own), how);

function QuickChips(props: {
  readonly quick: readonly QuickFilter[];
  readonly counts: ReadonlyMap<QuickFilter, number>;
  readonly say: Say;
}): React.JSX.Element {
  const { quick, counts, say } = props;
  const turn = (filter: QuickFilter): void => {
    const next = quick.includes(filter) ? quick.filter((one) => one !== filter) : [...quick, filter];
    say({ quick: next.join('*') });
  };
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">Quick filters</legend>
      {QUICK_FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          className="chip"
          aria-pressed={quick.includes(filter)}
          onClick={() => turn(filter)}
        >
          {QUICK_WORDS[filter]} <span className="chip__count">{(counts.get(filter) ?? 0).toLocaleString('en-GB')}</span>
        </button>
      ))}
    </fieldset>
  );
}

const number = (count: number): string => count.toLocaleString('en-GB');

/** Text, quick filters and conditions, and how many rows pass. */
export function FilterBar<Row>(props: FilterBarProps<Row>): React.JSX.Element {
  const { store, view, columns, all, shownCount, quickCounts } = props;
  const say = sayTo(store);
  const [text, write] = useDraft(view.text, (next) => say({ text: next }, 'replace'));
  const [first] = columns;
  const isFiltered = view.text !== '' || view.quick.length > 0 || view.conditions.length > 0;
  function onConditions(conditions: readonly Condition[], isTyping: boolean): void {
    say({ where: codeConditions(conditions) }, isTyping ? 'replace' : 'push');
  }
  return (
    <div className="filter-bar">
      <input
        className="field filter-bar__text"
        type="search"
        aria-label={`Search the ${view.rows}`}
        placeholder={`Search the ${view.rows}`}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      {quickCounts !== null && <QuickChips quick={view.quick} counts={quickCounts} say={say} />}
      <button
        type="button"
        className="small-button"
        onClick={() =>
          first !== undefined &&
          onConditions([...view.conditions, { column: first.id, test: 'contains', values: [] }], false)
        }
      >
        <span aria-hidden="true">+</span> Condition
      </button>
      <p className="filter-bar__count" role="status">
        <b>{number(shownCount)}</b> of {number(all.length)} {view.rows}
        {isFiltered && (
          <>
            {' '}
            <button type="button" className="text-button" onClick={() => say({ text: '', quick: '', where: '' })}>
              Clear
            </button>
          </>
        )}
      </p>
      <ConditionsBar conditions={view.conditions} columns={columns} rows={all} onConditions={onConditions} />
    </div>
  );
}
