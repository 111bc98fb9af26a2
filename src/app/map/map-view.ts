import { FINDING_KINDS, type FindingKind } from '#model/finding.ts';
import { asWord } from '#model/ids.ts';
import { type View, withOwn } from '#store/view.ts';
import { SHOWS, type Show } from '#views/map-toolbar/shows.ts';
import { type OpenSteps, readOpen } from './open-steps.ts';

/** The two equal forms of the map. */
export const MAP_FORMS = ['diagram', 'outline'] as const;
export type MapForm = (typeof MAP_FORMS)[number];
export const PANELS = ['thread', 'item', 'step', 'findings', 'files'] as const;
/** What the panel beside the map shows. */
export type Panel = (typeof PANELS)[number];

/** What steps are looked for; an empty word asks for nothing. */
export interface MapFilters {
  readonly text: string;
  readonly lane: string;
  readonly role: string;
  readonly team: string;
  readonly kind: FindingKind | '';
}

export const NO_FILTERS: MapFilters = { text: '', lane: '', role: '', team: '', kind: '' };

/** What the address says of the map alone. */
export interface MapView {
  readonly form: MapForm;
  /** null: whatever fits what is chosen. */
  readonly panel: Panel | null;
  readonly isPanelShut: boolean;
  readonly show: Show;
  /** Coverage of what: `return`, `module:…`, or empty for the chosen item, else the whole return. */
  readonly of: string;
  readonly filters: MapFilters;
  /** Only the steps that matter for what is shown. */
  readonly only: boolean;
  /** The thread of a question inside an open step has been asked for on the map. */
  readonly isLit: boolean;
  readonly open: OpenSteps;
}

export const WHOLE_RETURN = 'return';
export const MODULE = 'module:';

function filtersIn(said: (name: string) => string): MapFilters {
  return {
    text: said('text'),
    lane: said('lane'),
    role: said('role'),
    team: said('team'),
    kind: asWord(FINDING_KINDS, said('kind')) ?? '',
  };
}

export function mapViewOf({ own }: View): MapView {
  const said = (name: string): string => own[name] ?? '';
  return {
    form: asWord(MAP_FORMS, said('form')) ?? 'diagram',
    panel: asWord(PANELS, said('panel')) ?? null,
    isPanelShut: said('aside') === 'shut',
    show: asWord(SHOWS, said('show')) ?? 'coverage',
    of: said('of'),
    filters: filtersIn(said),
    only: said('only') === '1',
    isLit: said('lit') === '1',
    open: readOpen(said('open')),
  };
}

/** The panel that is seen when the address names none: that of what is chosen. */
function fittingPanel({ finding, nextAction, question, fact, step, item }: View): Panel {
  if (finding !== null) return 'findings';
  if (nextAction !== null) return 'step';
  if (question !== null || fact !== null) return 'thread';
  if (step !== null) return 'step';
  return item === null ? 'findings' : 'thread';
}

export const panelOf = (view: View): Panel => mapViewOf(view).panel ?? fittingPanel(view);

/** The view with another panel, which is then to be seen. */
export const withPanel = (view: View, panel: Panel | ''): View => withOwn(view, { panel, aside: '' });

export const withMapFilters = (view: View, change: Partial<MapFilters>): View => withOwn(view, { ...change });

/** Escape takes away one thing at a time: the finding, then the step or next action, then the thread. Null: nothing is left. */
export function clearedOnce(view: View): Partial<View> | null {
  if (view.finding !== null) return { finding: null };
  if (view.step !== null || view.nextAction !== null) return { step: null, nextAction: null };
  return view.question === null && view.fact === null ? null : { question: null, fact: null };
}
