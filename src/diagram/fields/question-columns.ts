import { ENTRIES, PURPOSES, QUESTION_TYPES } from '#model/words.ts';
import { type FieldColumn, flagText, joinList } from './field-column.ts';
import { findingsText, worstMark } from './finding-texts.ts';
import { STANDING_MARKS } from './mapping-standing.ts';
import type { QuestionRow } from './question-row.ts';
import { answeredPercent, minutesAYear, sumOfCounts } from './usage-words.ts';

type Column = FieldColumn<QuestionRow>;

/** A column that a person writes in questions.csv, under its own name there. */
const written = (
  cell: string,
  title: string,
  width: number,
  more: Partial<Column> & Pick<Column, 'description'>,
): Column => ({
  id: cell,
  title,
  width,
  kind: 'text',
  cell,
  text: ({ texts }) => texts(cell),
  ...more,
});

const flag = (cell: string, title: string, description: string): Column =>
  written(cell, title, 100, { kind: 'flag', description, text: ({ texts }) => flagText(texts(cell)) });

const shown = (
  id: string,
  title: string,
  width: number,
  more: Partial<Column> & Pick<Column, 'description' | 'text'>,
): Column => ({
  id,
  title,
  width,
  kind: 'readonly',
  cell: null,
  ...more,
});

/** What questions.csv holds, in the order of the file. */
const WRITTEN: readonly Column[] = [
  written('form', 'Form', 120, { description: 'Key of the form. Changing it moves the question there.' }),
  written('question', 'User code', 150, {
    description: 'Stable key of the question on its form. Renaming it renames every reference to it.',
  }),
  written('order', 'Order', 72, { kind: 'number', isNumeric: true, description: 'Place on the form.' }),
  written('section', 'Section', 170, { description: 'Section of the form.' }),
  written('text', 'Question', 300, { kind: 'words', description: 'What the practitioner is asked.' }),
  written('type', 'Type', 110, { words: QUESTION_TYPES, description: 'How it is answered.' }),
  flag('mandatory', 'Mandatory', 'Has to be answered before the step can be finished.'),
  written('shown_if', 'Shown if', 190, {
    description: 'CODE = answer, CODE = a | b, or CODE answered; joined by " and ".',
  }),
  written('entry', 'Entry', 120, { words: ENTRIES, description: 'Typed, pulled forward or filled by the system.' }),
  written('pulled_from', 'Pulled from', 160, { description: 'person:FIELD, or form.question.' }),
  flag('per_child', 'Per child', 'Asked once for each child of the family.'),
  written('collection', 'Table', 130, { description: 'Name of the repeating table it stands in.' }),
  written('lookup', 'Lookup', 150, { description: 'List of answers.' }),
  written('entered_by', 'Entered by', 130, { description: 'Who answers it.' }),
  written('typical_words', 'Typical words', 110, {
    kind: 'number',
    isNumeric: true,
    description: 'Words of a usual answer.',
  }),
  written('purposes', 'Purposes', 190, {
    list: true,
    words: [...PURPOSES, 'none'],
    description: 'What the answer is for. Empty: not assessed. None: assessed, no known use.',
  }),
  written('readers', 'Readers', 190, {
    list: true,
    description: 'Who reads the answer. Empty: not assessed. "none": assessed, nobody.',
  }),
  written('tags', 'Tags', 130, { list: true, description: 'Words of your own.' }),
  written('notes', 'Notes', 240, { kind: 'words', description: 'Anything else about the question.' }),
];

const MAPPED: readonly Column[] = [
  shown('standing', 'Mapping', 172, {
    description: 'How far the question has been mapped to facts.',
    text: ({ standing }) => STANDING_MARKS[standing].word,
    mark: ({ standing }) => STANDING_MARKS[standing],
  }),
  shown('facts', 'Facts', 230, {
    list: true,
    kind: 'link',
    description: 'Facts that the question is a source of.',
    text: ({ sources }) => joinList(sources.map(({ fact }) => fact)),
  }),
  shown('use', 'Use and status', 170, {
    list: true,
    description: 'What the return does with the place, and how far that is confirmed.',
    text: ({ sources }) => joinList(sources.map(({ use, status }) => `${use}, ${status}`)),
  }),
  shown('items', 'Items fed', 190, {
    list: true,
    kind: 'link',
    description: 'Items of the chosen return that are read from here, with CBDS number.',
    text: ({ items }) => joinList(items.map(({ tag, cbds }) => (cbds === '' ? tag : `${cbds} ${tag}`))),
  }),
  shown('suggestion', 'Suggestion', 240, {
    description: 'The fact that fits best, while nobody has mapped the question. Never taken by itself.',
    text: ({ suggestion }) =>
      suggestion === null ? '' : `${suggestion.fact} (${Math.round(suggestion.score * 100)}%)`,
    mark: ({ suggestion }) => (suggestion === null ? null : { tone: 'some', sign: '?', word: 'Suggested' }),
  }),
];

const AROUND: readonly Column[] = [
  shown('form_title', 'Form title', 190, { description: 'Title of the form.', text: ({ form }) => form?.title ?? '' }),
  shown('steps', 'Steps', 210, {
    list: true,
    kind: 'link',
    description: 'Steps on which the form stands.',
    text: ({ steps }) => joinList(steps.map(({ id, name }) => name || id)),
  }),
  shown('lanes', 'Lanes', 150, {
    list: true,
    description: 'Workflows that those steps belong to.',
    text: ({ steps }) => joinList(steps.map(({ workflow }) => workflow).filter((lane) => lane !== '')),
  }),
  shown('assessed', 'Assessed', 100, {
    description: 'Whether anybody has said what the answer is for.',
    text: ({ question }) => (question.purposes.assessed ? 'Yes' : 'No'),
  }),
];

const FOUND: readonly Column[] = [
  shown('findings', 'Findings', 220, {
    kind: 'link',
    isNumeric: true,
    description: 'How many findings name the question, and of which kinds.',
    text: ({ findings }) => findingsText(findings),
  }),
  shown('worst', 'Worst', 100, {
    description: 'The gravest of its findings.',
    text: ({ findings }) => worstMark(findings)?.word ?? '',
    mark: ({ findings }) => worstMark(findings),
  }),
  shown('shown', 'Shown', 100, {
    isNumeric: true,
    description: 'How often it was shown. Counts of 1 to 5 are held back as <6.',
    text: ({ usage }) => sumOfCounts(usage.map((row) => row.shown)),
  }),
  shown('answered', 'Answered', 100, {
    isNumeric: true,
    description: 'How often it was answered.',
    text: ({ usage }) => sumOfCounts(usage.map((row) => row.answered)),
  }),
  shown('answered_share', 'Answered %', 110, {
    isNumeric: true,
    description: 'Share answered of those shown.',
    text: ({ usage }) => answeredPercent(usage),
  }),
  shown('distinct', 'Distinct', 100, {
    isNumeric: true,
    description: 'Different answers seen.',
    text: ({ usage }) => sumOfCounts(usage.map((row) => row.distinct)),
  }),
  shown('unchanged', 'Unchanged', 100, {
    isNumeric: true,
    description: 'How often a text stayed the same as the time before.',
    text: ({ usage }) => sumOfCounts(usage.map((row) => row.unchanged)),
  }),
  shown('not_helpful', 'Not helpful', 100, {
    isNumeric: true,
    description: 'People who say that it does not help.',
    text: ({ usage }) => sumOfCounts(usage.map((row) => row.notHelpful)),
  }),
  shown('hard_to_answer', 'Hard to answer', 110, {
    isNumeric: true,
    description: 'People who say that it is hard to answer.',
    text: ({ usage }) => sumOfCounts(usage.map((row) => row.hardToAnswer)),
  }),
  shown('minutes', 'Minutes a year', 170, {
    isNumeric: true,
    description: 'Modelled minutes of entry, usual (low to high). Not measured in social care.',
    text: ({ time }) => minutesAYear(time),
  }),
];

/** The columns of the questions: what the file holds, then what is worked out. */
export const QUESTION_COLUMNS: readonly FieldColumn<QuestionRow>[] = [...WRITTEN, ...MAPPED, ...AROUND, ...FOUND];
