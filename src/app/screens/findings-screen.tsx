import { useRef } from 'react';
import { FindingsDetails } from '#app/findings/findings-details.tsx';
import { FindingsHead, TakeAway } from '#app/findings/findings-head.tsx';
import {
  findingsViewOf,
  turnedShut,
  withFilters,
  withGrouping,
  withShut,
  withSorting,
} from '#app/findings/findings-view.ts';
import { useDeciding } from '#app/findings/use-deciding.ts';
import { type ListedFindings, useListed } from '#app/findings/use-listed.ts';
import type { ScreenProps, Shown } from '#app/use-shown.ts';
import type { AppStore } from '#store/create-store.ts';
import { withOwn } from '#store/view.ts';
import { describeListed } from '#views/findings-table/filter-choices.ts';
import { Arranging, FindingsFilterBar } from '#views/findings-table/findings-filters.tsx';
import { NO_FILTERS } from '#views/findings-table/findings-query.ts';
import { FindingsTable } from '#views/findings-table/findings-table.tsx';
import { ListFoot } from '#views/findings-table/list-foot.tsx';
import './findings.scss';

interface PartProps {
  readonly store: AppStore;
  readonly shown: Shown;
  readonly listed: ListedFindings;
}

function Filters({ store, shown, listed }: PartProps): React.JSX.Element {
  const { view } = shown;
  const { filters } = findingsViewOf(view);
  return (
    <FindingsFilterBar
      index={shown.index}
      findings={listed.all}
      filters={filters}
      onFilters={(change, isTyped) => store.goTo(withFilters(view, change), isTyped === true ? 'replace' : 'push')}
      onClear={() => store.goTo(withFilters(view, NO_FILTERS))}
    >
      <TakeAway shown={shown} listed={listed} />
    </FindingsFilterBar>
  );
}

function Nothing({ store, shown, listed }: PartProps): React.JSX.Element {
  if (listed.all.length === 0)
    return <p className="findings-empty">The analysis says nothing of this workspace: no findings at all.</p>;
  return (
    <p className="findings-empty">
      No finding matches.{' '}
      <button type="button" className="small-button" onClick={() => store.goTo(withFilters(shown.view, NO_FILTERS))}>
        Clear filters
      </button>
    </p>
  );
}

function Bench({ store, shown, listed }: PartProps): React.JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const details = useRef<HTMLElement>(null);
  const focusList = (): void => (list.current ?? document.getElementById('main'))?.focus({ preventScroll: true });
  const deciding = useDeciding({ store, shown, listed, focusList });
  const { view } = shown;
  const { look, rows } = listed;
  return (
    <div className="findings-bench">
      <section className="findings-list-side" aria-label="List of findings">
        <Arranging
          grouping={look.grouping}
          sorting={look.sorting}
          onGrouping={(next) => store.goTo(withGrouping(view, next))}
          onSorting={(next) => store.goTo(withSorting(view, next))}
        />
        {rows.length === 0 ? (
          <Nothing store={store} shown={shown} listed={listed} />
        ) : (
          <FindingsTable
            label={describeListed(listed.listed.length, listed.all.length)}
            listRef={list}
            rows={rows}
            chosen={view.finding}
            marks={deciding.marks}
            onChoose={(finding, how) => store.show({ finding }, how)}
            onMarks={deciding.onMarks}
            onMarkAll={deciding.markAll}
            onToggleGroup={(group) => store.goTo(withShut(view, turnedShut(look.shut, group)), 'replace')}
            onLetter={deciding.onLetter}
            onRead={() => details.current?.querySelector('h3')?.focus()}
          />
        )}
        <ListFoot
          listed={listed.listed.length}
          all={listed.all.length}
          marked={deciding.marks.size}
          canShut={look.grouping !== 'none'}
          stays={look.stays}
          onMarkAll={deciding.markAll}
          onShutAll={(allBut) => store.goTo(withShut(view, { allBut, groups: [] }), 'replace')}
          onStays={(stays) => store.goTo(withOwn(view, { after: stays ? 'stay' : '' }), 'replace')}
        />
      </section>
      <FindingsDetails store={store} shown={shown} listed={listed} deciding={deciding} detailsRef={details} />
      <p role="status" className="visually-hidden">
        {deciding.said}
      </p>
    </div>
  );
}

/** The screen Findings: everything the analysis says, to read and to decide. */
export function FindingsScreen({ shown, store }: ScreenProps): React.JSX.Element {
  const listed = useListed(shown);
  return (
    <main className="screen findings-screen" id="main" tabIndex={-1}>
      {listed === null ? (
        <>
          <h2 className="findings-head__title">Findings</h2>
          <p role="status">Looking through the workspace…</p>
        </>
      ) : (
        <>
          <FindingsHead store={store} shown={shown} listed={listed} />
          <Filters store={store} shown={shown} listed={listed} />
          <Bench store={store} shown={shown} listed={listed} />
        </>
      )}
    </main>
  );
}
