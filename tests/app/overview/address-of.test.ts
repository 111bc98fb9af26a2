import { expect, test } from 'vitest';
import { hrefsIn } from '#app/overview/address-of.ts';
import type { PlaceBehind } from '#diagram/overview/place-behind.ts';
import { factId, itemId, returnId } from '#model/ids.ts';
import { FIRST_VIEW } from '#store/view.ts';

const item = itemId('Child/UPN');

test.each<readonly [PlaceBehind, string]>([
  [{ kind: 'items', module: 'CIN details', status: 'gaps' }, '#/returns?module=CIN+details&status=gaps'],
  [{ kind: 'items' }, '#/returns'],
  [{ kind: 'item', item }, '#/returns?item=Child%2FUPN'],
  [{ kind: 'gap', item, finding: 'a|b' }, '#/map?item=Child%2FUPN&finding=a%7Cb'],
  [
    { kind: 'findings', which: { topic: 'duplicate', undecided: true } },
    '#/findings?decided=to-decide&topic=duplicate',
  ],
  [{ kind: 'questions', filter: 'not-assessed' }, '#/fields?quick=not-assessed'],
  [{ kind: 'fact', fact: factId('child.name') }, '#/map?fact=child.name&panel=thread'],
  [{ kind: 'time' }, '#/map?show=time'],
  [{ kind: 'files' }, '#/map?panel=files'],
  [{ kind: 'file', file: 'mappings/sources.csv' }, '#/fields'],
  [{ kind: 'file', file: 'mappings/reviews.csv' }, '#/findings'],
  [{ kind: 'file', file: 'workflows/next-actions.csv' }, '#/map'],
])('%j is looked at under %s', (place, href) => {
  expect(hrefsIn(FIRST_VIEW)(place)).toBe(href);
});

test('another return that is looked at stays looked at', () => {
  const view = { ...FIRST_VIEW, dataReturn: returnId('cin-2025-26') };
  expect(hrefsIn(view)({ kind: 'items', status: 'missing' })).toBe('#/returns?return=cin-2025-26&status=missing');
});
