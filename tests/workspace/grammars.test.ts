import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formId, nextActionId, questionCode } from '#model/ids.ts';
import type { Clause, NextActionRule } from '#model/workspace.ts';
import { parseCount, parseDate, parseFlag, parseNumber } from '#workspace/cells.ts';
import { formatCondition, parseCondition } from '#workspace/condition.ts';
import { parseJson } from '#workspace/json.ts';
import { findNear, newHints } from '#workspace/near.ts';
import { formatRules, parseRules } from '#workspace/rules.ts';

const code = fc.string({ unit: fc.constantFrom('A', 'b', '_', '1', '-'), minLength: 1 });
const answer = fc
  .string({ unit: fc.constantFrom('a', ' ', ';', '|', '=', '"', ' and ', 'é', ','), minLength: 1 })
  .filter((text) => text.trim() !== '');

describe('shown_if', () => {
  test.each<[string, readonly unknown[]]>([
    ['', []],
    ['A = Yes', [{ kind: 'one-of', question: 'A', answers: ['Yes'] }]],
    ['A=Yes', [{ kind: 'one-of', question: 'A', answers: ['Yes'] }]],
    ['A = b | c', [{ kind: 'one-of', question: 'A', answers: ['b', 'c'] }]],
    ['A answered', [{ kind: 'answered', question: 'A' }]],
    [
      'A = "b and c" | "say ""d""" and E answered',
      [
        { kind: 'one-of', question: 'A', answers: ['b and c', 'say "d"'] },
        { kind: 'answered', question: 'E' },
      ],
    ],
  ])('%s', (cell, values) => {
    expect(parseCondition(cell)).toEqual({ values, problems: [] });
  });

  test.each(['A', 'A =', '= b', 'A = b |', 'A = b = c', 'A = b and c', 'A = "b', '" answered'])(
    '%s cannot be read',
    (cell) => {
      expect(parseCondition(cell).problems).toHaveLength(1);
    },
  );

  test('a condition written is the condition read', () => {
    const clause: fc.Arbitrary<Clause> = fc.oneof(
      code.map((question) => ({ kind: 'answered' as const, question: questionCode(question) })),
      fc.record({
        kind: fc.constant('one-of' as const),
        question: code.map(questionCode),
        answers: fc.array(answer, { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 4 }), (clauses) => {
        expect(parseCondition(formatCondition(clauses))).toEqual({ values: clauses, problems: [] });
      }),
    );
  });

  test('whatever stands in the cell is read or said', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (cell) => parseCondition(cell).problems.length >= 0 && parseRules(cell).values.length >= 0,
      ),
    );
  });
});

describe('rules', () => {
  test.each<[string, readonly unknown[]]>([
    ['', []],
    ['always; immediate', [{ kind: 'always' }, { kind: 'immediate' }]],
    ['one-of:OUTCOME;', [{ kind: 'one-of', group: 'OUTCOME' }]],
    ['requires: NFA', [{ kind: 'requires', nextAction: 'NFA' }]],
    [
      'mandatory-if:F/Q="a; b"; always',
      [{ kind: 'mandatory-if', question: 'F/Q', answer: 'a; b' }, { kind: 'always' }],
    ],
    ['mandatory-if:Q = Yes', [{ kind: 'mandatory-if', question: 'Q', answer: 'Yes' }]],
  ])('%s', (cell, values) => {
    expect(parseRules(cell)).toEqual({ values, problems: [] });
  });

  test.each([
    'sometimes',
    'one-of:',
    'requires:',
    'mandatory-if:Q',
    'mandatory-if:=a',
    'mandatory-if:Q=',
    'mandatory-if:Q=a=b',
    'mandatory-if:Q="a',
  ])('%s cannot be read', (cell) => {
    expect(parseRules(cell).problems).toHaveLength(1);
  });

  test('rules written are the rules read', () => {
    const rule: fc.Arbitrary<NextActionRule> = fc.oneof(
      fc.constant({ kind: 'always' as const }),
      fc.constant({ kind: 'immediate' as const }),
      code.map((group) => ({ kind: 'one-of' as const, group })),
      code.map((key) => ({ kind: 'requires' as const, nextAction: nextActionId(key) })),
      fc.tuple(code, code, answer).map(([form, question, text]) => ({
        kind: 'mandatory-if' as const,
        form: formId(form),
        question: questionCode(question),
        answer: text,
      })),
    );
    const expected = (one: NextActionRule): unknown =>
      one.kind === 'mandatory-if'
        ? { kind: one.kind, question: `${one.form}/${one.question}`, answer: one.answer }
        : one;
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), (rules) => {
        expect(parseRules(formatRules(rules))).toEqual({ values: rules.map(expected), problems: [] });
      }),
    );
  });
});

describe('cells', () => {
  test.each([
    ['2026-03-31', '2026-03-31'],
    ['31/03/2026', '2026-03-31'],
    [' 1/4/2026 ', '2026-04-01'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2026', undefined],
    ['03/31/2026', undefined],
    ['2026-3-1', undefined],
    ['31-03-2026', undefined],
    ['46112', undefined],
  ])('the date %s', (cell, date) => {
    expect(parseDate(cell)).toBe(date);
  });

  test.each([
    ['Y', true],
    ['true', true],
    ['FALSE', false],
    ['n', false],
    ['yes', undefined],
    ['1', undefined],
  ])('the flag %s', (cell, flag) => {
    expect(parseFlag(cell)).toBe(flag);
  });

  test.each([
    ['12', 12],
    ['-1.5', -1.5],
    ['1,200', undefined],
    ['1e5', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['', undefined],
  ])('the number %s', (cell, number) => {
    expect(parseNumber(cell)).toBe(number);
  });

  test.each([
    ['<6', '<6'],
    ['0', 0],
    ['1.5', undefined],
    ['-1', undefined],
    ['< 6', undefined],
  ])('the count %s', (cell, count) => {
    expect(parseCount(cell)).toBe(count);
  });
});

describe('near words', () => {
  test.each([
    ['referral.dat', 'referral.date'],
    ['Step Type', 'step_type'],
    ['lnog-text', 'long-text'],
    ['N1', undefined],
    ['nothing like it', undefined],
  ])('%s', (wanted, near) => {
    expect(findNear(wanted, ['referral.date', 'step_type', 'long-text', 'N2'], newHints())).toBe(near);
  });

  test('looking stops when the work allowed is done', () => {
    expect(findNear('long-txet', ['long-text'], { left: 0 })).toBeUndefined();
  });
});

describe('JSON', () => {
  test.each([
    ['{\n  "a": 1,\n}', 3],
    ['{\n  "a": 1\n  "b": 2\n}', 3],
    ['{\n  a: 1\n}', 2],
    ['{"a": [1, 2}', 1],
    ['{\n"a": "x', 2],
    ['', 1],
    ['{}\n{}', 2],
    ["{\n'a': 1}", 2],
  ])('%j goes wrong', (text, line) => {
    expect(parseJson(text)).toEqual({ line });
  });

  test('a text that JSON.parse refuses always has a line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', 'a', '1', '\n', ' ', '\\', 'null') }),
        (text) => {
          const parsed = parseJson(text);
          expect('value' in parsed || parsed.line > 0).toBe(true);
        },
      ),
    );
  });
});
