import { type ItemId, itemId, type ReturnId, returnId, type StepTypeId, stepTypeId } from '#model/ids.ts';

/** The two equal forms of the map. */
export type MapForm = 'diagram' | 'list';
export const PANELS = ['findings', 'item', 'step', 'files'] as const;
/** What the panel beside the map shows. */
export type Panel = (typeof PANELS)[number];

/** What is being looked at. All of it stands in the address, so that a link or the back button brings it back. */
export interface View {
  readonly dataReturn: ReturnId | null;
  readonly item: ItemId | null;
  readonly step: StepTypeId | null;
  /** The id of the finding whose route is lit. */
  readonly finding: string | null;
  readonly form: MapForm;
  readonly panel: Panel;
}

export const FIRST_VIEW: View = {
  dataReturn: null,
  item: null,
  step: null,
  finding: null,
  form: 'diagram',
  panel: 'findings',
};

const SCREEN = '#/map';

/** The view as the part of an address after and with its `#`. */
export function toHash(view: View): string {
  const said: readonly (readonly [string, string | null])[] = [
    ['return', view.dataReturn],
    ['item', view.item],
    ['step', view.step],
    ['finding', view.finding],
    ['form', view.form === FIRST_VIEW.form ? null : view.form],
    ['panel', view.panel === FIRST_VIEW.panel ? null : view.panel],
  ];
  const parameters = new URLSearchParams(said.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  return parameters.size === 0 ? SCREEN : `${SCREEN}?${parameters.toString()}`;
}

function readKey<Key>(parameters: URLSearchParams, name: string, toKey: (raw: string) => Key): Key | null {
  const raw = parameters.get(name);
  return raw === null || raw === '' ? null : toKey(raw);
}

/** The view that an address names; whatever it does not name is as at first. */
export function fromHash(hash: string): View {
  const mark = hash.indexOf('?');
  const parameters = new URLSearchParams(mark === -1 ? '' : hash.slice(mark + 1));
  return {
    dataReturn: readKey(parameters, 'return', returnId),
    item: readKey(parameters, 'item', itemId),
    step: readKey(parameters, 'step', stepTypeId),
    finding: readKey(parameters, 'finding', String),
    form: parameters.get('form') === 'list' ? 'list' : 'diagram',
    panel: PANELS.find((panel) => panel === parameters.get('panel')) ?? 'findings',
  };
}
