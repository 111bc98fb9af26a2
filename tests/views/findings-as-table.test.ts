import { expect, test } from 'vitest';
import { findingsAsCsv, findingsAsTsv } from '#app/findings/findings-as-table.ts';
import { findingsViewOf, turnedShut, withFilters, withShut } from '#app/findings/findings-view.ts';
import { safeCell } from '#diagram/workbook/safe-cell.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { FIRST_VIEW, fromHash, toHash } from '#store/view.ts';
import { openExample } from '../support/open-example.ts';

const EXAMPLE = openExample();
const INDEX = indexWorkspace(EXAMPLE.value);
const FINDINGS = auditWorkspace(EXAMPLE.value, []).findings;

test.each([
  ['=1+1', "'=1+1"],
  ['+44', "'+44"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1', "'  =1"],
  ['\t=1', "'\t=1"],
  ['a=b', 'a=b'],
  ['', ''],
])('a cell %j that a spreadsheet would run becomes %j', (cell, safe) => {
  expect(safeCell(cell)).toBe(safe);
});

test('the CSV has a byte-order mark, a header and a row for each finding, with commas and quotes quoted', () => {
  const decided = FINDINGS.filter((finding) => finding.id === 'value/rarely-answered|CLOSURE|CLO_PAPER');
  const reason = '=HYPERLINK("x"), now';
  const [finding] = decided.map(
    (one) => ({ ...one, decision: { decision: 'keep', reason, by: 'A, B', on: '2026-01-01' } }) as const,
  );
  const csv = findingsAsCsv(INDEX, finding === undefined ? [] : [finding]);
  expect(csv.startsWith('\uFEFFid,kind,severity')).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""x""), now","A, B",2026-01-01\r\n`);
  expect(findingsAsCsv(INDEX, FINDINGS).match(/^(?:coverage|duplicate|codes|value|workflow)\//gmu)).toHaveLength(
    FINDINGS.length,
  );
});

test('what is copied has as many cells in every row', () => {
  const rows = findingsAsTsv(INDEX, FINDINGS).split('\r\n');
  expect(rows).toHaveLength(FINDINGS.length + 1);
  expect(new Set(rows.map((row) => row.split('\t').length))).toEqual(new Set([15]));
});

test('filters and shut headings stand in the address and come back from it', () => {
  const view = withShut(
    withFilters({ ...FIRST_VIEW, screen: 'findings' }, { decided: 'to-decide', item: 'Child/X', text: 'a & b' }),
    turnedShut({ allBut: true, groups: [] }, 'A~B'),
  );
  const back = findingsViewOf(fromHash(toHash(view)));
  expect(back.filters).toMatchObject({ decided: 'to-decide', item: 'Child/X', text: 'a & b', kind: '' });
  expect(back.shut).toEqual({ allBut: true, groups: ['A~B'] });
  expect(fromHash(toHash(view)).item).toBeNull();
});

test('words that an address should not hold are left out', () => {
  const { filters, grouping } = findingsViewOf(fromHash('#/findings?kind=nonsense&group=what&severity=huge'));
  expect([filters.kind, filters.severity, grouping]).toEqual(['', '', 'kind']);
});
