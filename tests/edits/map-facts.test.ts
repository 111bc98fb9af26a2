import { expect, test } from 'vitest';
import { describeSource, removeSources, setSourceStatus } from '#edits/edit-sources.ts';
import { createFact, flagFacts, mapQuestions, rejectFacts } from '#edits/map-facts.ts';
import { factId, formId, questionCode } from '#model/ids.ts';
import type { Source } from '#model/workspace.ts';
import { openExample } from '../support/open-example.ts';
import { afterEdit, changedLines } from './changed-lines.ts';

const example = openExample();
const { value } = example;
const AUTHOR = { by: 'Analyst', on: '2026-11-20' };

const mapped = new Set(value.sources.map(({ form, question }) => `${form}/${question}`));
const free = value.questions.filter(({ form, code }) => !mapped.has(`${form}/${code}`)).slice(0, 3);
const mappings = free.map(({ form, code }) => ({
  form,
  question: code,
  fact: factId('child.ethnicity'),
  why: 'Wording',
}));

const sourceOf = (status: Source['status']): Source => {
  const found = value.sources.find((source) => source.kind === 'question' && source.status === status);
  if (found === undefined) throw new Error(`no source is ${status}`);
  return found;
};

test('mapping three questions to a fact writes three confirmed rows with who, when and why', () => {
  const edit = mapQuestions(value, mappings, AUTHOR);
  expect(edit.name).toBe('map 3 questions to child.ethnicity');
  const lines = changedLines(example, edit);
  expect(lines).toHaveLength(3);
  for (const line of lines)
    expect(line).toMatch(
      /^\+ mappings\/sources\.csv: child\.ethnicity,question,,\w+,\w+,,,,,confirmed,Analyst,2026-11-20,Wording$/u,
    );
});

test('a mapping that stands there already is confirmed in its own row', () => {
  const source = value.sources.find(
    ({ kind, status, stepType }) => kind === 'question' && status === 'confirmed' && stepType === null,
  );
  if (source?.form === undefined || source.form === null || source.question === null) throw new Error('no source');
  const { fact, form, question } = source;
  const edit = mapQuestions(value, [{ fact, form, question, why: '' }], AUTHOR);
  const after = afterEdit(example, edit).value.sources.find(({ at }) => at.row === source.at.row);
  expect(after).toMatchObject({ fact, status: 'confirmed', by: 'Analyst', on: '2026-11-20', why: source.why });
  expect(afterEdit(example, edit).value.sources).toHaveLength(value.sources.length);
});

test('a rejected proposal stands as ignored, so that it is not proposed again', () => {
  const edit = rejectFacts(value, mappings.slice(0, 1), AUTHOR);
  expect(afterEdit(example, edit).value.sources.at(-1)).toMatchObject({ status: 'ignored', fact: 'child.ethnicity' });
});

test('flagging keeps the fact and says why', () => {
  const edit = flagFacts(value, [{ ...mappings[0]!, why: 'Ask the front door' }], AUTHOR);
  expect(afterEdit(example, edit).value.sources.at(-1)).toMatchObject({ status: 'flagged', why: 'Ask the front door' });
});

test('a fact of the council’s own is added and mapped to in one step', () => {
  const fact = factId('child.favourite-colour');
  const draft = {
    fact,
    name: 'Favourite colour',
    subject: 'child',
    scope: 'child',
    kind: 'static',
    definition: '',
  } as const;
  const edit = createFact(value, draft, [{ ...mappings[0]!, fact }], AUTHOR);
  const after = afterEdit(example, edit);
  expect(edit.name).toContain('add the fact child.favourite-colour');
  expect(after.value.facts.at(-1)).toMatchObject({ id: fact, name: 'Favourite colour', shipped: false });
  // No item asks for it, so what records it feeds nothing.
  expect(after.value.sources.at(-1)).toMatchObject({ fact, use: 'records', status: 'confirmed' });
  expect(after.problems).toEqual(example.problems);
});

test('use, precedence and assured change one cell each', () => {
  const source = sourceOf('confirmed');
  for (const words of [{ use: 'supports' }, { order: '7' }, { assured: 'N' }] as const) {
    expect(changedLines(example, describeSource(source, words))).toHaveLength(2);
  }
  const after = afterEdit(example, describeSource(source, { order: '7' }));
  expect(after.value.sources.find(({ at }) => at.row === source.at.row)?.order).toBe(7);
});

test('a status says who and when; removing takes the row away', () => {
  const source = sourceOf('confirmed');
  const edit = setSourceStatus([source], 'flagged', AUTHOR, 'Not sure');
  expect(edit.name).toBe(`flag ${source.fact}`);
  expect(changedLines(example, edit)).toHaveLength(2);
  expect(changedLines(example, removeSources([source]))).toHaveLength(1);
});

test('the same question named twice is mapped once', () => {
  const one = { form: formId('CONTACT'), question: questionCode('CON_METHOD'), fact: factId('child.sex'), why: '' };
  expect(changedLines(example, mapQuestions(value, [one, one], AUTHOR))).toHaveLength(1);
});
