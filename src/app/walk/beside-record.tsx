import { useCallback, useMemo, useState } from 'react';
import { count } from '#diagram/describe-step.ts';
import type { AppStore } from '#store/create-store.ts';
import { usePages } from '#views/shared/use-pages.ts';
import { RecordList } from '#views/walk-beside/record-list.tsx';
import { linesWith, type RecordLine, type RecordOrder, recordGroups, recordLines } from '#walk/record-view.ts';
import { besideViewOf, showBeside } from './beside-address.ts';
import { useGoing } from './use-going.ts';
import type { WalkNow } from './walk-now.ts';

const ORDER_WORDS: Readonly<Record<RecordOrder, string>> = { scope: 'By what it is about', time: 'By time' };

interface RecordBarProps {
  readonly store: AppStore;
  readonly order: RecordOrder;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}

function RecordBar({ store, order, filter, onFilter }: RecordBarProps): React.JSX.Element {
  return (
    <div className="beside-bar">
      <label htmlFor="record-filter" className="visually-hidden">
        Find in the record
      </label>
      <input
        id="record-filter"
        type="search"
        className="field beside-record__filter"
        placeholder="Find in the record"
        value={filter}
        onChange={({ target }) => onFilter(target.value)}
      />
      <span role="group" aria-label="Order of the record">
        {(['scope', 'time'] as const).map((word) => (
          <button
            key={word}
            type="button"
            className="toggle"
            aria-pressed={order === word}
            onClick={() => showBeside(store, { record: word === 'scope' ? '' : word })}
          >
            {ORDER_WORDS[word]}
          </button>
        ))}
      </span>
    </div>
  );
}

/** The child's record: every entry with where it was made, and whether it had been made before. */
export function BesideRecord(walk: WalkNow): React.JSX.Element {
  const { store, rules, moment, on, light } = walk;
  const { order } = besideViewOf(walk.shown.view);
  const [filter, setFilter] = useState('');
  const onGo = useGoing(walk);
  const told = useMemo(() => ({ index: rules.index, state: moment.state, on }), [rules, moment, on]);
  const all = useMemo(() => recordLines(told), [told]);
  const found = useMemo(() => linesWith(order === 'time' ? all.toReversed() : all, filter), [all, filter, order]);
  const { shown, left, showMore } = usePages(found, `${filter} ${order}`);
  const groups = recordGroups(told, order === 'time' ? shown.toReversed() : shown, order);
  const lit = useMemo(() => new Set(walk.lit.places), [walk.lit]);
  const point = useCallback(({ place }: RecordLine) => light({ places: [place], element: null }), [light]);
  const go = useCallback(
    ({ step, place }: RecordLine) => {
      if (step !== null) onGo({ step, place });
    },
    [onGo],
  );
  return (
    <div className="beside-record">
      <RecordBar store={store} order={order} filter={filter} onFilter={setFilter} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="beside-record__list" tabIndex={0} role="region" aria-label="The record">
        <p className="element-about__quiet" role="status">
          {filter === ''
            ? count(all.length, 'entry', 'entries')
            : `${found.length} of ${count(all.length, 'entry', 'entries')}`}
        </p>
        {all.length === 0 && <p className="element-about__quiet">Nothing is on the record yet.</p>}
        <RecordList groups={groups} lit={lit} onPoint={point} onGo={go} />
        {left > 0 && (
          <button type="button" className="small-button" onClick={showMore}>
            {count(left, 'more entry', 'more entries')}
          </button>
        )}
      </div>
    </div>
  );
}
