import { returnsOf, type ScreenProps } from '#app/use-shown.ts';
import type { CoverageMatrix } from '#diagram/coverage-matrix.ts';
import { returnId } from '#model/ids.ts';
import { withOwn } from '#store/view.ts';
import { MatrixTotals } from '#views/coverage-matrix/matrix-totals.tsx';
import { ReturnsTabs } from './returns-tabs.tsx';
import { comparable, comparedReturn, NO_YEAR, returnsViewOf, withoutFilters } from './returns-view.ts';

/** Which return is looked at, which it is compared with, and what of them is shown. */
export function ReturnsBar({ store, shown }: ScreenProps): React.JSX.Element {
  const { view, index } = shown;
  const { dataReturn, workspace } = index;
  const before = comparedReturn(workspace.returns, dataReturn, returnsViewOf(view).compare);
  return (
    <div className="toolbar returns-bar">
      <div className="toolbar__choice">
        <label htmlFor="return">Return</label>
        <select
          id="return"
          className="field"
          value={dataReturn?.id ?? ''}
          onChange={({ target }) =>
            store.goTo(withOwn({ ...view, dataReturn: returnId(target.value) }, { compare: '' }))
          }
        >
          {dataReturn === null && <option value="">None</option>}
          {returnsOf(index).map(({ id, name }) => (
            <option key={id} value={id}>
              {name || id}
            </option>
          ))}
        </select>
      </div>
      <div className="toolbar__choice">
        <label htmlFor="compared-with">Compared with</label>
        <select
          id="compared-with"
          className="field"
          value={before?.id ?? NO_YEAR}
          onChange={({ target }) => store.goTo(withOwn(view, { compare: target.value, new: '' }))}
        >
          {comparable(workspace.returns, dataReturn).map(({ id, name, year, family, shipped }) => (
            <option key={id} value={id}>
              {(shipped && family === dataReturn?.family ? year : name) || id}
            </option>
          ))}
          <option value={NO_YEAR}>None</option>
        </select>
      </div>
      <ReturnsTabs store={store} shown={shown} before={before} />
    </div>
  );
}

/** A toggle that is a word of the address: pressed, it says `yes`. */
function Toggle({
  words,
  isOn,
  onTurn,
}: {
  readonly words: string;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}): React.JSX.Element {
  return (
    <button type="button" className="chip" aria-pressed={isOn} onClick={() => onTurn(!isOn)}>
      {words}
    </button>
  );
}

function Select({
  id,
  label,
  all,
  value,
  options,
  onValue,
}: {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onValue: (value: string) => void;
}): React.JSX.Element {
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select id={id} className="field returns-filter" value={value} onChange={({ target }) => onValue(target.value)}>
        <option value="">{all}</option>
        {options.map(([word, words]) => (
          <option key={word} value={word}>
            {words}
          </option>
        ))}
      </select>
    </>
  );
}

/** What is shown of the matrix, and how the items of the return stand. */
export function MatrixBar({
  store,
  shown,
  matrix,
}: ScreenProps & { readonly matrix: CoverageMatrix }): React.JSX.Element {
  const { view } = shown;
  const { module, event, text, status, gapsFirst, onlyChildProtection, onlyNew } = returnsViewOf(view);
  const say = (words: Readonly<Record<string, string>>): void => store.goTo(withOwn(view, words));
  const isNarrowed = matrix.shown < matrix.items;
  return (
    <div className="toolbar returns-filters" role="group" aria-label="What the matrix shows">
      <Toggle words="Gaps first" isOn={gapsFirst} onTurn={(on) => say({ gaps: on ? '' : 'no' })} />
      <Toggle words="Child protection" isOn={onlyChildProtection} onTurn={(on) => say({ cp: on ? 'yes' : '' })} />
      {matrix.newItems !== null && (
        <Toggle
          words={`New this year ${matrix.newItems}`}
          isOn={onlyNew}
          onTurn={(on) => say({ new: on ? 'yes' : '' })}
        />
      )}
      <Select
        id="of-module"
        label="Module"
        all="All modules"
        value={module}
        options={matrix.modules.map((one) => [one, one] as const)}
        onValue={(one) => say({ module: one })}
      />
      <Select
        id="of-event"
        label="Event"
        all="All events"
        value={event}
        options={matrix.allEvents.map((one) => [one.event, one.short] as const)}
        onValue={(one) => say({ event: one })}
      />
      <label htmlFor="of-text" className="visually-hidden">
        Words of an item
      </label>
      <input
        id="of-text"
        type="search"
        className="field returns-text"
        placeholder="Item, CBDS number…"
        value={text}
        onChange={({ target }) => store.goTo(withOwn(view, { text: target.value }), 'replace')}
      />
      {isNarrowed && (
        <button type="button" className="text-button" onClick={() => store.goTo(withoutFilters(view))}>
          {matrix.shown} of {matrix.items} shown: show all
        </button>
      )}
      <div className="returns-totals">
        <MatrixTotals totals={matrix.totals} only={status} onOnly={(one) => say({ status: one ?? '' })} />
      </div>
    </div>
  );
}
