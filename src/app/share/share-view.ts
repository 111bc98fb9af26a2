import { laneOf } from '#diagram/order-steps.ts';
import type { Item } from '#model/data-return.ts';
import { asWord } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { View } from '#store/view.ts';

/** What can be drawn. */
export const DRAWN = ['whole', 'map', 'lane', 'item'] as const;
export type Drawn = (typeof DRAWN)[number];

/** What the address says of the screen Share. */
export interface ShareView {
  readonly drawn: Drawn;
  /** The workflow that is chosen, or the first; empty where there is none. */
  readonly lane: string;
  /** The item that is chosen, or the first; null where there is none. */
  readonly item: Item | null;
  /** The file that the search led to. */
  readonly row: string;
}

/** The workflows, in the order of the workspace. */
export const lanesOf = ({ workspace }: WorkspaceIndex): readonly string[] => [
  ...new Set(workspace.stepTypes.map(laneOf)),
];

/** The first item that is told of a child: the header says nothing of where it is recorded. */
const firstItem = ({ dataReturn }: WorkspaceIndex): Item | null => {
  const items = dataReturn?.items ?? [];
  return items.find(({ module }) => module !== 'Header') ?? items[0] ?? null;
};

export function shareViewOf({ own, item }: View, index: WorkspaceIndex): ShareView {
  const lanes = lanesOf(index);
  const said = own['lane'] ?? '';
  return {
    drawn: asWord(DRAWN, own['drawn'] ?? '') ?? 'whole',
    lane: lanes.includes(said) ? said : (lanes[0] ?? ''),
    item: (item === null ? undefined : index.items.get(item)) ?? firstItem(index),
    row: own['row'] ?? '',
  };
}
