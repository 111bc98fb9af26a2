import type { AboutReturn } from '#edits/edit-return.ts';
import { aboutOf } from '#edits/edit-return.ts';
import type { DataReturn } from '#model/data-return.ts';

const EMPTY: AboutReturn = {
  id: '',
  name: '',
  year: '',
  from: '',
  to: '',
  family: '',
  source: 'Our own collection',
  notVerified: [],
};

const unusedId = (wanted: string, returns: readonly DataReturn[]): string => {
  const taken = new Set<string>(returns.map(({ id }) => id));
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
};

/** What a new return says of itself at first: nothing, or what the one that it copies says. */
export function firstDraft(from: DataReturn | null, returns: readonly DataReturn[]): AboutReturn {
  if (from === null) return EMPTY;
  return { ...aboutOf(from), id: unusedId(`${from.id}-own`, returns), name: `${from.name} (our own)` };
}

/** Why a return cannot be saved as it is written; null where it can. */
export function refuseDraft(draft: AboutReturn, returns: readonly DataReturn[], isNew: boolean): string | null {
  if (draft.name === '') return 'Give the return a name.';
  if (draft.from === '' || draft.to === '') return 'Say from which day to which day its period runs.';
  if (draft.from > draft.to) return 'The period ends before it begins.';
  if (!isNew) return null;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(draft.id))
    return 'Give the return an id of small letters, digits and hyphens, such as visits-2026.';
  return returns.some(({ id }) => id === draft.id)
    ? `The id ${draft.id} is taken. Give the return one of its own.`
    : null;
}
