import { describe, expect, test } from 'vitest';
import { type CodeRow, type ItemRow, type RuleRow, readShipped, type Year } from './read-return.ts';

interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}
const NONE: Changes = { added: [], removed: [], changed: [] };

/** What the second list has, lacks or says otherwise, by key. */
function compare(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Changes {
  const both = [...after.keys()].filter((key) => before.has(key));
  return {
    added: [...after.keys()].filter((key) => !before.has(key)),
    removed: [...before.keys()].filter((key) => !after.has(key)),
    changed: both
      .filter((key) => before.get(key) !== after.get(key))
      .map((key) => `${key}: ${before.get(key)} -> ${after.get(key)}`),
  };
}

function toMap<Row>(year: Year, file: string, key: (row: Row) => string, value: (row: Row) => string) {
  return new Map(readShipped<Row>(year, file).rows.map((row) => [key(row), value(row)]));
}
const items = (year: Year, value: (row: ItemRow) => string) =>
  toMap<ItemRow>(year, 'items.csv', (row) => row.item, value);
const codes = (year: Year) =>
  toMap<CodeRow>(
    year,
    'codes.csv',
    (row) => `${row.code_set} ${row.code}`,
    (row) => row.label,
  );
const rules = (year: Year, value: (row: RuleRow) => string) =>
  toMap<RuleRow>(year, 'rules.csv', (row) => row.rule, value);

const allButSource = (row: ItemRow) => JSON.stringify({ ...row, source: '' });

describe('from 2023-24 to 2024-25', () => {
  test('Sex replaces GenderCurrent, and the LA child ID may be longer', () => {
    const changes = compare(
      items('2023-24', (row) => row.format),
      items('2024-25', (row) => row.format),
    );
    expect(changes).toEqual({
      added: ['Child/ChildIdentifiers/Sex'],
      removed: ['Child/ChildIdentifiers/GenderCurrent'],
      changed: ['Child/ChildIdentifiers/LAchildID: pattern:^[A-Za-z0-9]{1,10}$ -> pattern:^[A-Za-z0-9]{1,20}$'],
    });
    expect(compare(items('2023-24', allButSource), items('2024-25', allButSource)).changed).toHaveLength(1);
  });

  test('the codes of sex replace those of gender, and no label changes', () => {
    expect(compare(codes('2023-24'), codes('2024-25'))).toEqual({
      added: ['Sex M', 'Sex F', 'Sex U'],
      removed: ['GenderCurrent 1', 'GenderCurrent 2', 'GenderCurrent 0', 'GenderCurrent 9'],
      changed: [],
    });
  });

  test('two rules on the LA child ID and two on withdrawn factors come, the year-on-year checks go', () => {
    const changes = compare(
      rules('2023-24', (row) => row.type),
      rules('2024-25', (row) => row.type),
    );
    expect(changes).toEqual({
      added: ['1570', '1580', '8945Q', '8950Q'],
      removed: ['YonY01', 'YonY02', 'YonY03', 'YonY04', 'YonY05', 'YonY06', 'YonY07'],
      changed: [],
    });
  });

  test('four rules say something else', () => {
    const { changed } = compare(
      rules('2023-24', (row) => row.says),
      rules('2024-25', (row) => row.says),
    );
    expect(changed.map((change) => change.split(':')[0])).toEqual(['2886Q', '4180', '8750', '8770Q']);
  });

  test('three rules test another item', () => {
    const { changed } = compare(
      rules('2023-24', (row) => row.items),
      rules('2024-25', (row) => row.items),
    );
    expect(changed.map((change) => change.split(':')[0])).toEqual(['2886Q', '4180', '8750']);
  });
});

describe('from 2024-25 to 2025-26', () => {
  test('no item and no rule changes', () => {
    expect(compare(items('2024-25', JSON.stringify), items('2025-26', JSON.stringify))).toEqual(NONE);
    expect(compare(rules('2024-25', JSON.stringify), rules('2025-26', JSON.stringify))).toEqual(NONE);
  });

  test('one code has a new label', () => {
    expect(compare(codes('2024-25'), codes('2025-26'))).toEqual({
      added: [],
      removed: [],
      changed: ['PrimaryNeed N1: Abuse or neglect -> Abuse, neglect and exploitation'],
    });
  });
});

describe('from 2025-26 to 2026-27', () => {
  test('the ten items of the pre-proceedings module come', () => {
    expect(compare(items('2025-26', JSON.stringify), items('2026-27', JSON.stringify))).toEqual({
      added: [
        'Child/CINdetails/PreProceedingsandFGDM/PPStartDate',
        'Child/CINdetails/PreProceedingsandFGDM/LBPSentDate',
        'Child/CINdetails/PreProceedingsandFGDM/FGDMMeetingOffer',
        'Child/CINdetails/PreProceedingsandFGDM/FGDMMeetingFac',
        'Child/CINdetails/PreProceedingsandFGDM/InitialPPMeetingDate',
        'Child/CINdetails/PreProceedingsandFGDM/ReviewMeetingsCount',
        'Child/CINdetails/PreProceedingsandFGDM/StepDecisionDate',
        'Child/CINdetails/PreProceedingsandFGDM/PPOutcome',
        'Child/CINdetails/PreProceedingsandFGDM/CourtAppDate',
        'Child/CINdetails/PreProceedingsandFGDM/LetterInitCPDate',
      ],
      removed: [],
      changed: [],
    });
  });

  test('three codes come, whose labels say that they are not verified', () => {
    expect(compare(codes('2025-26'), codes('2026-27'))).toEqual({
      added: ['PPOutcome A', 'PPOutcome B', 'PPOutcome C'],
      removed: [],
      changed: [],
    });
    const labels = readShipped<CodeRow>('2026-27', 'codes.csv').rows.filter((row) => row.code_set === 'PPOutcome');
    expect(labels.map((row) => row.label)).toEqual([
      'Outcome A (label not verified)',
      'Outcome B (label not verified)',
      'Outcome C (label not verified)',
    ]);
  });

  test('twelve rules come', () => {
    expect(compare(rules('2025-26', JSON.stringify), rules('2026-27', JSON.stringify))).toEqual({
      added: ['8995Q', '9000Q', '9005', '9006', '9007', '9008', '9009', '9010Q', '9011', '9012', '9013', '9015Q'],
      removed: [],
      changed: [],
    });
  });
});

test('items, codes and rules that no shipped year has stay out', () => {
  const years: readonly Year[] = ['2023-24', '2024-25', '2025-26', '2026-27'];
  const seen = years.flatMap((year) => [
    ...readShipped<ItemRow>(year, 'items.csv').rows.map((row) => row.tag),
    ...readShipped<CodeRow>(year, 'codes.csv').rows.map((row) => row.code),
    ...readShipped<RuleRow>(year, 'rules.csv').rows.map((row) => row.rule),
  ]);
  expect(seen).toHaveLength(42 * 3 + 52 + 138 + 137 * 2 + 140 + 112 + 109 * 2 + 121);
  const gone = ['CBDSLevel', 'SeenSocialWorker', '18A', '19A', '8A', '8617', '8899Q'];
  expect(seen.filter((word) => gone.includes(word))).toEqual([]);
});
