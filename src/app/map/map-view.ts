import { asWord } from '#model/ids.ts';
import type { View } from '#store/view.ts';

/** The two equal forms of the map. */
export const MAP_FORMS = ['diagram', 'outline'] as const;
export type MapForm = (typeof MAP_FORMS)[number];
export const PANELS = ['findings', 'item', 'step', 'files'] as const;
/** What the panel beside the map shows. */
export type Panel = (typeof PANELS)[number];

/** What the address says of the map alone. */
export interface MapView {
  readonly form: MapForm;
  readonly panel: Panel;
}

export const mapViewOf = ({ own }: View): MapView => ({
  form: asWord(MAP_FORMS, own['form'] ?? '') ?? 'diagram',
  panel: asWord(PANELS, own['panel'] ?? '') ?? 'findings',
});
