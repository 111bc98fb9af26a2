import { expect, test } from 'vitest';
import { viewOfFound, viewOfWhy } from '#app/search/view-of-found.ts';
import { factId, formId, itemId, nextActionId, stepTypeId } from '#model/ids.ts';
import { toHash } from '#store/view.ts';

test.each([
  [{ kind: 'step', step: stepTypeId('CONTACT') }, '#/map?step=CONTACT&panel=step'],
  [{ kind: 'next-action', nextAction: nextActionId('A>B') }, '#/map?action=A%3EB'],
  [{ kind: 'form', form: formId('REF') }, '#/fields?where=form.is.REF'],
  [{ kind: 'question', question: 'REF/DOB' }, '#/fields?question=REF%2FDOB'],
  [{ kind: 'fact', fact: factId('child.name') }, '#/map?fact=child.name&panel=thread'],
  [{ kind: 'item', item: itemId('Child/UPN') }, '#/returns?item=Child%2FUPN'],
  [{ kind: 'finding', finding: 'a|b' }, '#/findings?finding=a%7Cb'],
] as const)('%j is looked at under %s', (found, href) => {
  expect(toHash(viewOfFound(found, null))).toBe(href);
});

test('why a question is asked is told beside the map', () => {
  expect(toHash(viewOfWhy('REF/DOB', null))).toBe('#/map?question=REF%2FDOB&panel=thread');
});
