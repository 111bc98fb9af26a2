import type { FindingsBehind, HrefOf, PlaceBehind } from '#diagram/overview/place-behind.ts';
import { assertNever } from '#model/assert.ts';
import { FIRST_VIEW, toHash, type View, withOwn } from '#store/view.ts';

/** What is told of a view; the rest is as at first. */
const viewOf = (change: Partial<View>, own: Readonly<Record<string, string>> = {}): View =>
  withOwn({ ...FIRST_VIEW, ...change }, own);

const findingsView = ({ topic, kind, item, undecided }: FindingsBehind): View =>
  viewOf(
    { screen: 'findings' },
    { topic: topic ?? '', kind: kind ?? '', ofItem: item ?? '', decided: undecided === true ? 'to-decide' : '' },
  );

/** The screen on which the rows of a file are looked at. */
function fileView(file: string): View {
  if (file.endsWith('reviews.csv')) return viewOf({ screen: 'findings' });
  if (file.startsWith('mappings/returns/') || file.endsWith('events.csv')) return viewOf({ screen: 'returns' });
  const isOfMap = /(?:step-types|next-actions|step-forms|positions)\.csv$/u.test(file);
  return viewOf({ screen: isOfMap ? 'map' : 'fields' });
}

function placeView(place: PlaceBehind): View {
  switch (place.kind) {
    case 'items':
      return viewOf({ screen: 'returns' }, { module: place.module ?? '', status: place.status ?? '' });
    case 'item':
      return viewOf({ screen: 'returns', item: place.item });
    case 'gap':
      return viewOf({ screen: 'map', item: place.item, finding: place.finding });
    case 'findings':
      return findingsView(place.which);
    case 'questions':
      return viewOf({ screen: 'fields' }, { quick: place.filter });
    case 'fact':
      return viewOf({ screen: 'map', fact: place.fact }, { panel: 'thread' });
    case 'time':
      return viewOf({ screen: 'map' }, { show: 'time' });
    case 'files':
      return viewOf({ screen: 'map' }, { panel: 'files' });
    case 'file':
      return fileView(place.file);
    default:
      return assertNever(place);
  }
}

/** The addresses of what stands behind the figures of the return that is looked at. */
export const hrefsIn =
  ({ dataReturn }: Pick<View, 'dataReturn'>): HrefOf =>
  (place) =>
    toHash({ ...placeView(place), dataReturn });
