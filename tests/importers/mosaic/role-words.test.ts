import { expect, test } from 'vitest';
import { proposeRole } from '#importers/mosaic/role-words.ts';

const roleOf = (name: string, grouped?: string): string => {
  const row = { file: 'x', row: 2, cells: [name], columns: new Map([['DESCRIPTION', 0]]) };
  return proposeRole(row, grouped).roles.join('; ');
};

test.each([
  ['Contact', 'contact'],
  ['Contact/Referral', 'contact; referral'],
  ['EDT Contact', 'contact'],
  ['MASH screening', 'mash'],
  ['Child and Family Assessment', 'assessment'],
  ['C+F Assessment', 'assessment'],
  ['Section 47 enquiry', 'section-47'],
  ['S47', 'section-47'],
  ['Strategy Discussion', 'strategy-discussion'],
  ['Initial Child Protection Conference', 'initial-conference'],
  ['Review Conference Setup', 'conference-request'],
  ['Review Child Protection Conference', 'review-conference'],
  ['Transfer in Conference', 'transfer'],
  ['Core group meeting', 'core-group'],
  ['CP visit', 'protection-visit'],
  ['Child Protection Plan', 'protection-plan'],
  ['CIN Visit', 'cin-visit'],
  ['Child in need plan', 'cin-plan'],
  ['Child in Need Review', 'cin-review'],
  ['LAC Review', 'cla-review'],
  ['Early Help Assessment', 'early-help'],
  ['Return home interview', 'missing'],
  ['Pre-proceedings', 'pre-proceedings'],
  ['Case closure', 'closure'],
  ['Foster carer recruitment', ''],
])('%s is proposed as %j', (name, role) => {
  expect(roleOf(name)).toBe(role);
});

test('a reporting group says more than the name', () => {
  expect(roleOf('Conference', 'review-conference')).toBe('review-conference');
});
