import type { Shown } from '#app/use-shown.ts';
import { count } from '#diagram/describe-step.ts';
import { describeKind, describeTopic, topicOf } from '#diagram/finding-words.ts';
import type { AppStore } from '#store/create-store.ts';
import { withOwn } from '#store/view.ts';
import { type Chip, Chips } from '#views/map-toolbar/chips.tsx';
import { type MapFilters, NO_FILTERS, withMapFilters, withPanel } from './map-view.ts';
import type { MapNow } from './use-map-now.ts';

interface MapChipsProps {
  readonly shown: Shown;
  readonly store: AppStore;
  readonly now: MapNow;
}

function describeFilter(name: keyof MapFilters, { text, lane, role, team, kind }: MapFilters): string {
  const words: Readonly<Record<keyof MapFilters, string>> = {
    text: `Text: “${text}”`,
    lane: `Lane: ${lane}`,
    role: `Role: ${role.replaceAll('-', ' ')}`,
    team: `Team: ${team}`,
    kind: kind === '' ? '' : `Finding: ${describeTopic(topicOf(kind))}, ${describeKind(kind).toLowerCase()}`,
  };
  return words[name];
}

const FILTERS = ['text', 'lane', 'role', 'team', 'kind'] as const satisfies readonly (keyof MapFilters)[];

function chipsOf({ shown, store, now }: MapChipsProps): readonly Chip[] {
  const { view, item, finding } = shown;
  const { map, thread, subject } = now;
  const filters = FILTERS.filter((name) => map.filters[name].trim() !== '').map((name) => ({
    key: name,
    words: describeFilter(name, map.filters),
    onRemove: () => store.goTo(withMapFilters(view, { [name]: '' })),
  }));
  const isItemsOwn = subject?.kind === 'item';
  return [
    ...(finding === null
      ? []
      : [
          {
            key: 'finding',
            words: 'One finding',
            onRemove: () => store.goTo(withPanel({ ...view, finding: null }, now.panel)),
          },
        ]),
    ...(thread === null
      ? []
      : [
          {
            key: 'thread',
            words: `Thread: ${thread.title}`,
            onRemove: () =>
              store.goTo(withPanel({ ...view, question: null, fact: null, ...(isItemsOwn ? { item: null } : {}) }, '')),
          },
        ]),
    ...(now.filtersItem && item !== null && !isItemsOwn
      ? [{ key: 'item', words: `Item: ${item.name}`, onRemove: () => store.show({ item: null }) }]
      : []),
    ...filters,
    ...(map.only
      ? [{ key: 'only', words: 'Only what matters', onRemove: () => store.goTo(withOwn(view, { only: '' })) }]
      : []),
  ];
}

/** How many steps are found or left, in words; empty while nothing narrows the map. */
function describeNarrowed({ shown, now }: MapChipsProps): string {
  const all = shown.index.workspace.stepTypes.length;
  if (now.matching?.size === 0) return 'No step matches';
  if (now.only !== null) return `${now.only.size} of ${count(all, 'step')} shown`;
  return now.matching === null
    ? ''
    : `${now.matching.size} of ${count(all, 'step')} ${now.matching.size === 1 ? 'matches' : 'match'}`;
}

/** What narrows the map at the moment, and how many steps are left. */
export function MapChips(props: MapChipsProps): React.JSX.Element | null {
  const { shown, store } = props;
  const chips = chipsOf(props);
  if (chips.length === 0) return null;
  const filters = chips.filter(({ key }) => FILTERS.some((name) => name === key));
  return (
    <div className="map-narrowed">
      <Chips chips={chips} />
      <span role="status" className="map-narrowed__count">
        {describeNarrowed(props)}
      </span>
      {filters.length > 1 && (
        <button
          type="button"
          className="text-button"
          onClick={() => store.goTo(withMapFilters(shown.view, NO_FILTERS))}
        >
          Clear filters
        </button>
      )}
    </div>
  );
}
