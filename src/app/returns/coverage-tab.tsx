import { useCallback, useMemo } from 'react';
import { useEscape } from '#app/use-escape.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import { coverageMatrix, type CoverageMatrix as Matrix } from '#diagram/coverage-matrix.ts';
import type { MatrixPlace } from '#diagram/matrix-places.ts';
import type { Audit } from '#model/audit.ts';
import type { ItemId } from '#model/ids.ts';
import { withOwn } from '#store/view.ts';
import { CoverageMatrix } from '#views/coverage-matrix/coverage-matrix.tsx';
import { ReturnsPanel } from './returns-panel.tsx';
import { MatrixBar } from './returns-toolbar.tsx';
import { comparedReturn, returnsViewOf } from './returns-view.ts';
import { useEditing } from './use-editing.ts';

function useMatrix({ shown }: ScreenProps, audit: Audit): Matrix {
  const { index, view } = shown;
  const { compare, module, event, status, text, gapsFirst, onlyChildProtection, onlyNew } = returnsViewOf(view);
  const comparedWith = comparedReturn(index.workspace.returns, index.dataReturn, compare);
  return useMemo(
    () =>
      coverageMatrix(index, audit, {
        gapsFirst,
        onlyChildProtection,
        onlyNew,
        comparedWith,
        modules: module === '' ? [] : [module],
        event: event === '' ? null : event,
        statuses: status === null ? [] : [status],
        text,
      }),
    [index, audit, gapsFirst, onlyChildProtection, onlyNew, comparedWith, module, event, status, text],
  );
}

/** Said where nothing is ever due, with what puts it right. */
function NoEvents({ store, shown }: ScreenProps): React.JSX.Element | null {
  const { index, view } = shown;
  const events = new Set<string>((index.dataReturn?.events ?? []).map(({ id }) => id));
  if (index.workspace.eventPlaces.some(({ event }) => events.has(event))) return null;
  return (
    <p className="inset">
      Nobody has said where the events of {index.dataReturn?.name} happen, so no item is ever due.{' '}
      <button
        type="button"
        className="text-button"
        onClick={() => store.goTo(withOwn(view, { tab: events.size === 0 ? 'returns' : 'events' }))}
      >
        {events.size === 0 ? 'Give the return its events' : 'Say where they happen'}
      </button>
    </p>
  );
}

function Bench({ store, shown, audit }: ScreenProps & { readonly audit: Audit }): React.JSX.Element {
  const matrix = useMatrix({ store, shown }, audit);
  const editing = useEditing(store);
  const { index, view } = shown;
  const choose = useCallback(
    (item: ItemId, place: MatrixPlace | null) =>
      store.goTo(withOwn({ ...store.getState().view, item }, { place: place?.id ?? '' })),
    [store],
  );
  useEscape(() => {
    if (view.item !== null) store.goTo(withOwn({ ...view, item: null }, { place: '' }));
  });
  return (
    <>
      <MatrixBar store={store} shown={shown} matrix={matrix} />
      <div className="returns-bench">
        <div className="returns-bench__matrix">
          <NoEvents store={store} shown={shown} />
          <CoverageMatrix
            matrix={matrix}
            name={index.dataReturn?.name ?? ''}
            selected={view.item === null ? null : { item: view.item, place: returnsViewOf(view).place }}
            onCell={choose}
          />
        </div>
        <ReturnsPanel store={store} shown={shown} editing={editing} />
      </div>
    </>
  );
}

/** The items of the return against the places where they are due, and what is known of the chosen one. */
export function CoverageTab({ store, shown }: ScreenProps): React.JSX.Element {
  const { audit, index } = shown;
  if (audit === null) return <p className="waiting">Working out how the items of {index.dataReturn?.name} stand…</p>;
  return <Bench store={store} shown={shown} audit={audit} />;
}
