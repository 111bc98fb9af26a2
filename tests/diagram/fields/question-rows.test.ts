import { expect, test } from 'vitest';
import { filterRows, isUnfinished, valuesOf } from '#diagram/fields/filter-rows.ts';
import { QUESTION_COLUMNS } from '#diagram/fields/question-columns.ts';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import { questionRows } from '#diagram/fields/question-rows.ts';
import { passes, progressOf } from '#diagram/fields/quick-filters.ts';
import { sortRows } from '#diagram/fields/sort-rows.ts';
import { SOURCE_COLUMNS } from '#diagram/fields/source-columns.ts';
import { sourceRows } from '#diagram/fields/source-rows.ts';
import { answeredPercent, sumOfCounts } from '#diagram/fields/usage-words.ts';
import { mapQuestions } from '#edits/map-facts.ts';
import { factId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { cellTextsAt } from '#pipeline/cell-text.ts';
import { newEditor } from '#pipeline/edit-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { suggestFacts } from '#pipeline/suggest-facts.ts';
import { openExample } from '../../support/open-example.ts';

const editor = newEditor();
const example = editor.change(openExample(), []);
const audit = auditWorkspace(example.value, example.problems);
const suggestions = suggestFacts(example.value);

const rowsFrom = (opened: OpenedWorkspace): Parameters<typeof questionRows>[0] => ({
  index: indexWorkspace(opened.value),
  audit,
  suggestions,
  problems: opened.problems,
  textsAt: (at) => cellTextsAt(opened, at),
});
const rowsOf = (opened: OpenedWorkspace): readonly QuestionRow[] => questionRows(rowsFrom(opened));
const rows = rowsOf(example);
const textOf = (row: QuestionRow, id: string): string =>
  QUESTION_COLUMNS.find((column) => column.id === id)?.text(row) ?? '';

test('every question is a row with the file’s own words and what is worked out', () => {
  expect(rows).toHaveLength(example.value.questions.length);
  const row = rows.find(({ key }) => key === 'CONTACT/CON_SOURCE')!;
  expect(textOf(row, 'text')).toContain('Who is making the contact?');
  expect(textOf(row, 'mandatory')).toBe('Y');
  expect(textOf(row, 'purposes')).toBe('return; indicator');
  expect(textOf(row, 'facts')).toBe('referral.source');
  expect(textOf(row, 'use')).toBe('records, confirmed');
  expect(textOf(row, 'standing')).toBe('Confirmed');
  expect(textOf(row, 'shown')).toBe('12400');
  expect(textOf(row, 'answered_share')).toBe('100%');
  expect(textOf(row, 'steps')).not.toBe('');
});

test('after an edit only the rows that it is about are other values', () => {
  const free = rows.filter(({ sources }) => sources.length === 0).slice(0, 2);
  const mappings = free.map(({ question }) => ({
    form: question.form,
    question: question.code,
    fact: factId('child.ethnicity'),
    why: '',
  }));
  const edit = mapQuestions(example.value, mappings, { by: 'A', on: '2026-01-01' });
  const after = rowsOf(editor.change(example, edit.changes));
  expect(after.filter((row, at) => row !== rows[at]).map(({ key }) => key)).toEqual(free.map(({ key }) => key));
  expect(rowsOf(example).every((row, at) => row.key === rows[at]?.key)).toBe(true);
});

test('a suggestion is shown until the question has a source, and never taken by itself', () => {
  const suggested = rows.filter(({ suggestion }) => suggestion !== null);
  expect(suggested.length).toBeGreaterThan(0);
  expect(suggested.every(({ sources }) => sources.length === 0)).toBe(true);
});

test('quick filters and conditions narrow the rows down', () => {
  const all = { text: '', conditions: [], tests: [] };
  const flagged = filterRows(rows, QUESTION_COLUMNS, { ...all, tests: [(row) => passes('flagged', row)] });
  expect(flagged.every(({ standing }) => standing === 'flagged')).toBe(true);
  const dates = { column: 'type', test: 'one-of', values: ['date', 'Date-Time'] } as const;
  const found = filterRows(rows, QUESTION_COLUMNS, { ...all, conditions: [dates] });
  expect(new Set(found.map(({ question }) => question.type))).toEqual(new Set(['date', 'date-time']));
  const returns = { column: 'purposes', test: 'is', values: ['return'] } as const;
  const listed = filterRows(rows, QUESTION_COLUMNS, { ...all, conditions: [returns] });
  expect(listed.every(({ question }) => question.purposes.values.includes('return'))).toBe(true);
  expect(listed.length).toBe(rows.filter(({ question }) => question.purposes.values.includes('return')).length);
  const empty = filterRows(rows, QUESTION_COLUMNS, {
    ...all,
    conditions: [{ column: 'lookup', test: 'is-empty', values: [] }],
  });
  const filled = filterRows(rows, QUESTION_COLUMNS, {
    ...all,
    conditions: [{ column: 'lookup', test: 'is-filled', values: [] }],
  });
  expect(empty.length + filled.length).toBe(rows.length);
});

test('text is searched for word by word, and an unfinished condition asks for nothing', () => {
  const unfinished = { column: 'type', test: 'is', values: [''] } as const;
  expect(isUnfinished(unfinished)).toBe(true);
  const found = filterRows(rows, QUESTION_COLUMNS, { text: 'contact MAKING who', conditions: [unfinished], tests: [] });
  expect(found.map(({ key }) => key)).toContain('CONTACT/CON_SOURCE');
  expect(found.length).toBeLessThan(rows.length);
});

test('rows are sorted by numbers as numbers, empty ones last either way, rows alike as they came', () => {
  for (const direction of ['ascending', 'descending'] as const) {
    const sorted = sortRows(rows, QUESTION_COLUMNS, [{ id: 'shown', direction }]).map((row) => textOf(row, 'shown'));
    const filled = sorted.filter((text) => text !== '');
    expect(sorted.slice(0, filled.length)).toEqual(filled);
    const numbers = filled.filter((text) => /^\d+$/u.test(text)).map(Number);
    const expected = numbers.toSorted((a, b) => (direction === 'ascending' ? a - b : b - a));
    expect(numbers).toEqual(expected);
  }
  const byForm = sortRows(rows, QUESTION_COLUMNS, [{ id: 'form', direction: 'ascending' }]);
  const contact = byForm.filter(({ question }) => question.form === 'CONTACT').map(({ question }) => question.at.row);
  expect(contact).toEqual(contact.toSorted((a, b) => a - b));
});

test('the share looked at and assessed is counted', () => {
  const { questions, assessed, lookedAt } = progressOf(rows);
  expect(questions).toBe(rows.length);
  expect(assessed / questions).toBeCloseTo(audit.summary.assessedShare, 3);
  expect(lookedAt).toBeGreaterThanOrEqual(assessed);
});

test('suppressed counts stay suppressed', () => {
  expect(sumOfCounts([])).toBe('');
  expect(sumOfCounts(['<6'])).toBe('<6');
  expect(sumOfCounts([10, 20, null])).toBe('30');
  expect(sumOfCounts([10, '<6'])).toBe('10 and <6');
  const usage = example.value.usage[0]!;
  expect(answeredPercent([{ ...usage, shown: 100, answered: '<6' }])).toBe('1–5%');
  expect(answeredPercent([])).toBe('');
});

test('every source of every kind is a row', () => {
  const sources = sourceRows(rowsFrom(example));
  expect(sources).toHaveLength(example.value.sources.length);
  expect(new Set(sources.map(({ key }) => key)).size).toBe(sources.length);
  const kinds = valuesOf(sources, SOURCE_COLUMNS.find(({ id }) => id === 'kind')!).map(({ value }) => value);
  expect(kinds).toEqual(expect.arrayContaining(['question', 'step-date', 'next-action', 'person-field']));
});
