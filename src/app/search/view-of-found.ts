import { codeConditions } from '#app/fields/fields-view.ts';
import type { Found } from '#diagram/search/search-entry.ts';
import { assertNever } from '#model/assert.ts';
import type { ReturnId } from '#model/ids.ts';
import { FIRST_VIEW, type View, withOwn } from '#store/view.ts';

/** A result that is a place to go to, not something to do. */
export type FoundPlace = Exclude<Found, { readonly kind: 'command' }>;

/** Where the life of a question is told: why it is asked. */
export const viewOfWhy = (question: string, dataReturn: ReturnId | null): View =>
  withOwn({ ...FIRST_VIEW, screen: 'map', dataReturn, question }, { panel: 'thread' });

/** Where a result is looked at. */
export function viewOfFound(found: FoundPlace, dataReturn: ReturnId | null): View {
  const at = { ...FIRST_VIEW, dataReturn };
  switch (found.kind) {
    case 'step':
      return withOwn({ ...at, screen: 'map', step: found.step }, { panel: 'step' });
    case 'next-action':
      return { ...at, screen: 'map', nextAction: found.nextAction };
    case 'form':
      return withOwn(
        { ...at, screen: 'fields' },
        { where: codeConditions([{ column: 'form', test: 'is', values: [found.form] }]) },
      );
    case 'question':
      return { ...at, screen: 'fields', question: found.question };
    case 'fact':
      return withOwn({ ...at, screen: 'map', fact: found.fact }, { panel: 'thread' });
    case 'item':
      return { ...at, screen: 'returns', item: found.item };
    case 'finding':
      return { ...at, screen: 'findings', finding: found.finding };
    default:
      return assertNever(found);
  }
}
