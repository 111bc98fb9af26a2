import {
  asWord,
  type FactId,
  factId,
  type ItemId,
  itemId,
  type NextActionId,
  nextActionId,
  type ReturnId,
  returnId,
  type StepTypeId,
  stepTypeId,
} from '#model/ids.ts';

/** The screens, in the order of the main navigation. */
export const SCREENS = ['overview', 'map', 'fields', 'returns', 'findings', 'walk', 'share'] as const;
export type Screen = (typeof SCREENS)[number];

/** What is being looked at. All of it stands in the address, so that a link or the back button brings it back. */
export interface View {
  readonly screen: Screen;
  readonly dataReturn: ReturnId | null;
  readonly item: ItemId | null;
  readonly step: StepTypeId | null;
  readonly nextAction: NextActionId | null;
  /** A question's whole key: `form/user code`. */
  readonly question: string | null;
  readonly fact: FactId | null;
  /** The id of the finding that is chosen. */
  readonly finding: string | null;
  /** What only the screen itself knows, by its own names: filters, columns, overlay, panel. Empty ones are left out. */
  readonly own: Readonly<Record<string, string>>;
}

export const FIRST_VIEW: View = {
  screen: 'overview',
  dataReturn: null,
  item: null,
  step: null,
  nextAction: null,
  question: null,
  fact: null,
  finding: null,
  own: {},
};

/** The view with some of the screen's own words changed; an empty one is taken away. */
export function withOwn(view: View, change: Readonly<Record<string, string>>): View {
  const own = Object.entries({ ...view.own, ...change }).filter(([, value]) => value !== '');
  return { ...view, own: Object.fromEntries(own) };
}

/** Names in an address that every screen shares. */
const SHARED = ['return', 'item', 'step', 'action', 'question', 'fact', 'finding'] as const;
const SHARED_NAMES: readonly string[] = SHARED;

/** The view as the part of an address after and with its `#`. */
export function toHash(view: View): string {
  const said: readonly (readonly [string, string | null])[] = [
    ['return', view.dataReturn],
    ['item', view.item],
    ['step', view.step],
    ['action', view.nextAction],
    ['question', view.question],
    ['fact', view.fact],
    ['finding', view.finding],
    ...Object.entries(view.own).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ];
  const parameters = new URLSearchParams(said.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  return parameters.size === 0 ? `#/${view.screen}` : `#/${view.screen}?${parameters.toString()}`;
}

function readKey<Key>(
  parameters: URLSearchParams,
  name: (typeof SHARED)[number],
  toKey: (raw: string) => Key,
): Key | null {
  const raw = parameters.get(name);
  return raw === null || raw === '' ? null : toKey(raw);
}

/** The view that an address names; whatever it does not name is as at first. */
export function fromHash(hash: string): View {
  const mark = hash.indexOf('?');
  const path = (mark === -1 ? hash : hash.slice(0, mark)).replace(/^#\/?/u, '');
  const parameters = new URLSearchParams(mark === -1 ? '' : hash.slice(mark + 1));
  const own = [...parameters].filter(([name, value]) => !SHARED_NAMES.includes(name) && value !== '');
  return {
    screen: asWord(SCREENS, path) ?? FIRST_VIEW.screen,
    dataReturn: readKey(parameters, 'return', returnId),
    item: readKey(parameters, 'item', itemId),
    step: readKey(parameters, 'step', stepTypeId),
    nextAction: readKey(parameters, 'action', nextActionId),
    question: readKey(parameters, 'question', String),
    fact: readKey(parameters, 'fact', factId),
    finding: readKey(parameters, 'finding', String),
    own: Object.fromEntries(own),
  };
}
