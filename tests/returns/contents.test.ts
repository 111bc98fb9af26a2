import { describe, expect, test } from 'vitest';
import {
  type CodeRow,
  type EventRow,
  type FactRow,
  type ItemRow,
  type RuleRow,
  readExpected,
  readShared,
  readShipped,
  splitList,
  YEARS,
} from './read-return.ts';

const COUNTS = {
  '2023-24': { items: 42, codes: 138, rules: 112, events: 15 },
  '2024-25': { items: 42, codes: 137, rules: 109, events: 15 },
  '2025-26': { items: 42, codes: 137, rules: 109, events: 15 },
  '2026-27': { items: 52, codes: 140, rules: 121, events: 20 },
} as const;

const FORMAT = /^(?:date|date-time|code|true-false|whole-number|text|pattern:(?<pattern>\^.+\$))$/;

type ExpectedItem = Pick<ItemRow, 'item' | 'cbds' | 'format' | 'code_set' | 'min' | 'max' | 'child_protection'>;

const codeKey = (row: Pick<CodeRow, 'code_set' | 'code'>) => `${row.code_set}|${row.code}`;
const ruleKey = (row: Pick<RuleRow, 'rule' | 'type'>) => `${row.rule}|${row.type}`;
const sorted = (values: readonly string[]) => [...values].sort();
const doubled = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);

describe.each(YEARS)('the return of %s', (year) => {
  const items = readShipped<ItemRow>(year, 'items.csv').rows;
  const codes = readShipped<CodeRow>(year, 'codes.csv').rows;
  const rules = readShipped<RuleRow>(year, 'rules.csv').rows;
  const events = readShipped<EventRow>(year, 'events.csv').rows;

  test('holds as many rows as it should', () => {
    expect({ items: items.length, codes: codes.length, rules: rules.length, events: events.length }).toEqual(
      COUNTS[year],
    );
  });

  test('has every item of the sources and no other, with number, format, code set and count', () => {
    const shipped = items.map((row) => ({
      item: row.item,
      cbds: row.cbds,
      format: row.format.replace(/:.*/, ''),
      code_set: row.code_set,
      min: row.min,
      max: row.max,
      child_protection: row.child_protection,
    }));
    const expected = readExpected<ExpectedItem>(year, 'items.csv').rows;
    const byItem = (a: ExpectedItem, b: ExpectedItem) => (a.item < b.item ? -1 : 1);
    expect(expected).toHaveLength(COUNTS[year].items);
    expect(shipped.sort(byItem)).toEqual([...expected].sort(byItem));
  });

  test('has every code of the sources and no other', () => {
    const expected = readExpected<CodeRow>(year, 'codes.csv').rows;
    expect(expected).toHaveLength(COUNTS[year].codes);
    expect(sorted(codes.map(codeKey))).toEqual(sorted(expected.map(codeKey)));
    expect(doubled(codes.map(codeKey))).toEqual([]);
    expect(codes.filter((row) => row.label === '')).toEqual([]);
  });

  test('has every rule of the sources and no other, with its type', () => {
    const expected = readExpected<RuleRow>(year, 'rules.csv').rows;
    expect(expected).toHaveLength(COUNTS[year].rules);
    expect(sorted(rules.map(ruleKey))).toEqual(sorted(expected.map(ruleKey)));
    expect(doubled(rules.map((row) => row.rule))).toEqual([]);
  });

  test('gives every item one path of its own, ending in its tag', () => {
    const wrong = items.filter(
      (row) =>
        row.path !== `Message/${row.item.startsWith('Child/') ? 'Children/' : ''}${row.item}` ||
        !row.item.endsWith(`/${row.tag}`),
    );
    expect(wrong).toEqual([]);
    expect(doubled(items.map((row) => row.item))).toEqual([]);
    expect(items.filter((row) => row.tag === 'DateOfInitialCPC')).toHaveLength(2);
  });

  test('keeps the order of the message', () => {
    const tags = items.map((row) => row.tag);
    expect(tags.slice(0, 9).join(' ')).toBe(
      'Collection Year ReferenceDate SourceLevel LEA SoftwareCode Release SerialNo DateTime',
    );
    expect(tags.indexOf('ReferralNFA')).toBe(tags.indexOf('ICPCnotRequired') + 1);
    expect(tags.indexOf('CPPstartDate')).toBe(tags.indexOf('ReferralNFA') + 1);
  });

  test('writes formats, counts and flags in the closed words', () => {
    expect(items.filter((row) => !FORMAT.test(row.format))).toEqual([]);
    const patterns = items
      .map((row) => FORMAT.exec(row.format)?.groups?.['pattern'])
      .filter((found) => found !== undefined);
    expect(patterns.map((pattern) => new RegExp(pattern, 'u').source)).toHaveLength(6);
    expect(items.filter((row) => !/^[01]$/.test(row.min) || !/^(?:1|n)$/.test(row.max))).toEqual([]);
    expect(items.filter((row) => !/^[YN]$/.test(row.child_protection))).toEqual([]);
    expect(items.filter((row) => !/^(?:verified|not verified: .{10,})$/.test(row.confidence))).toEqual([]);
    expect(items.filter((row) => row.name === '' || row.module === '' || row.source === '')).toEqual([]);
  });

  test('names only code sets that codes.csv holds, and holds no other', () => {
    const named = items.map((row) => row.code_set).filter((set) => set !== '');
    expect(sorted([...new Set(named)])).toEqual(sorted([...new Set(codes.map((row) => row.code_set))]));
    const coded = items.filter((row) => row.format === 'code' || row.format === 'true-false');
    expect(coded.filter((row) => row.code_set === '')).toEqual([]);
    expect(items.filter((row) => !coded.includes(row) && row.code_set !== '')).toEqual([]);
  });

  test('gives every item an event and a fact that exist, and every event an item', () => {
    const facts = new Set(readShared<FactRow>('facts.csv').rows.map((row) => row.fact));
    expect(items.filter((row) => !facts.has(row.fact))).toEqual([]);
    expect(sorted([...new Set(items.map((row) => row.event))])).toEqual(sorted(events.map((row) => row.event)));
    expect(doubled(items.map((row) => row.fact))).toEqual([]);
    expect(doubled(events.map((row) => row.event))).toEqual([]);
  });

  test('tests with every rule at least one item of the return, each once', () => {
    const keys = new Set(items.map((row) => row.item));
    const tested = rules.map((row) => ({ rule: row.rule, items: splitList(row.items) }));
    expect(tested.filter((row) => row.items.length === 0 || doubled(row.items).length > 0)).toEqual([]);
    expect(tested.filter((row) => row.items.some((item) => !keys.has(item)))).toEqual([]);
  });

  test('says of every rule, in one way only, what is wrong', () => {
    expect(doubled(rules.map((row) => row.says))).toEqual([]);
    expect(rules.filter((row) => !/^[A-Z].{20,}\.$/.test(row.says))).toEqual([]);
    const queries = rules.filter((row) => row.says.startsWith('Check '));
    expect(queries.map((row) => row.rule)).toEqual(rules.filter((row) => row.type === 'query').map((row) => row.rule));
  });
});

test('a transfer-in conference and a conference after an enquiry are two facts', () => {
  const items = readShipped<ItemRow>('2026-27', 'items.csv').rows.filter((row) => row.tag === 'DateOfInitialCPC');
  expect(items.map((row) => [row.item, row.fact])).toEqual([
    ['Child/CINdetails/DateOfInitialCPC', 'referral.transfer-in-conference-date'],
    ['Child/CINdetails/Section47/DateOfInitialCPC', 'initial-conference.date'],
  ]);
});

test('items that belong to a moment have no condition left', () => {
  const items = readShipped<ItemRow>('2026-27', 'items.csv').rows;
  const due = (tag: string) => items.filter((row) => row.tag === tag).map((row) => [row.event, row.condition, row.min]);
  expect(due('CINclosureDate')).toEqual([['episode-closed', '', '0']]);
  expect(due('PrimaryNeedCode')).toEqual([['referral-accepted', '', '0']]);
  expect(items.filter((row) => row.condition !== '').map((row) => row.tag)).toEqual([
    'UPN',
    'FormerUPN',
    'UPNunknown',
    'PersonBirthDate',
    'ExpectedPersonBirthDate',
    'PersonDeathDate',
    'Disability',
    'AssessmentInternalReviewDate',
    'InitialCPCtarget',
    'FGDMMeetingFac',
    'LetterInitCPDate',
  ]);
});
