import { FINDING_KINDS, SEVERITIES } from '#model/finding.ts';
import { asWord } from '#model/ids.ts';
import { type View, withOwn } from '#store/view.ts';
import {
  CERTAINTY_CHOICES,
  DECIDED_CHOICES,
  type FindingsFilters,
  GROUPINGS,
  type Grouping,
  SORTINGS,
  type Sorting,
} from '#views/findings-table/findings-query.ts';
import type { Shut } from '#views/findings-table/findings-rows.ts';

/** What the address says of the findings alone. */
export interface FindingsView {
  readonly filters: FindingsFilters;
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly shut: Shut;
  /** After a decision the next undecided finding is read; not when the address says to stay. */
  readonly stays: boolean;
}

/** The name in the address of each filter. `item`, `fact` and `step` belong to every screen, so these have their own. */
export const FILTER_NAMES: Readonly<Record<keyof FindingsFilters, string>> = {
  text: 'text',
  topic: 'topic',
  kind: 'kind',
  severity: 'severity',
  certainty: 'certainty',
  decided: 'decided',
  lane: 'lane',
  team: 'team',
  step: 'ofStep',
  item: 'ofItem',
  fact: 'ofFact',
};

const ALL_BUT = '*';
const BETWEEN = '~';

function readShut(word: string): Shut {
  const allBut = word.startsWith(ALL_BUT);
  const groups = word
    .slice(allBut ? 1 : 0)
    .split(BETWEEN)
    .filter((group) => group !== '');
  return { allBut, groups: groups.map((group) => group.replaceAll('%7E', BETWEEN)) };
}

const writeShut = ({ allBut, groups }: Shut): string =>
  (allBut ? ALL_BUT : '') + groups.map((group) => group.replaceAll(BETWEEN, '%7E')).join(BETWEEN);

export function findingsViewOf({ own }: View): FindingsView {
  const said = (name: keyof FindingsFilters): string => own[FILTER_NAMES[name]] ?? '';
  return {
    filters: {
      text: said('text'),
      topic: said('topic'),
      kind: asWord(FINDING_KINDS, said('kind')) ?? '',
      severity: asWord(SEVERITIES, said('severity')) ?? '',
      certainty: asWord(CERTAINTY_CHOICES, said('certainty')) ?? '',
      decided: asWord(DECIDED_CHOICES, said('decided')) ?? '',
      lane: said('lane'),
      team: said('team'),
      step: said('step'),
      item: said('item'),
      fact: said('fact'),
    },
    grouping: asWord(GROUPINGS, own['group'] ?? '') ?? 'kind',
    sorting: asWord(SORTINGS, own['sort'] ?? '') ?? 'severity',
    shut: readShut(own['shut'] ?? ''),
    stays: own['after'] === 'stay',
  };
}

/** The view with some filters changed; an empty word takes one away. */
export const withFilters = (view: View, change: Partial<FindingsFilters>): View =>
  withOwn(view, Object.fromEntries(Object.entries(change).map(([name, word]) => [nameOf(name), word])));

const nameOf = (filter: string): string => new Map(Object.entries(FILTER_NAMES)).get(filter) ?? filter;

/** The view grouped otherwise; which headings were shut does not hold for the new ones. */
export const withGrouping = (view: View, grouping: Grouping): View =>
  withOwn(view, { group: grouping === 'kind' ? '' : grouping, shut: '' });

export const withSorting = (view: View, sorting: Sorting): View =>
  withOwn(view, { sort: sorting === 'severity' ? '' : sorting });

export const withShut = (view: View, shut: Shut): View => withOwn(view, { shut: writeShut(shut) });

/** The headings with one turned round. */
export const turnedShut = ({ allBut, groups }: Shut, group: string): Shut => ({
  allBut,
  groups: groups.includes(group) ? groups.filter((one) => one !== group) : [...groups, group],
});
