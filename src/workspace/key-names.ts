import type { Loaded } from './load.ts';
import { type Names, newNames } from './names.ts';
import { newSlot, recall, type Slot } from './remember.ts';
import type { Shape } from './shape.ts';

const NAMES: Slot<Names> = newSlot();

/** The keys of a list; the same value as long as no key comes or goes. */
export const namesOf = (local: Loaded, what: string, shape: Shape, keys: readonly string[]): Names =>
  recall(local.reading, {
    slot: NAMES,
    key: what,
    from: [...new Set(keys)],
    read: () => newNames(what, `which ${shape.file} does not have`, keys),
  });

export const idsOf = (values: readonly { readonly id: string }[]): readonly string[] => values.map((value) => value.id);
