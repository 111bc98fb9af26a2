import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownQuestions } from '#machine/shown.ts';
import { answerKey } from '#machine/step-values.ts';
import { formId } from '#model/ids.ts';
import type { FieldView } from '#walk/field-view.ts';
import { blankRow, type FormBlock, type FormView, formView } from '#walk/form-view.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { begin, complete, fill, type PlayedState, playIn, start } from './played.ts';

const ON = '2026-07-06';

const formOf = ({ index, state, stepOf, definitionOf }: PlayedState, key: string, blanks: readonly string[] = []) =>
  formView({ index, state, step: stepOf(key), on: ON }, definitionOf(key), new Set(blanks));

function fieldsOf(block: FormBlock): readonly FieldView[] {
  if (block.kind === 'field') return [block.field];
  return (block.kind === 'table' ? block.rows : block.children).flatMap(({ fields }) => fields);
}

const fields = ({ activities }: FormView): readonly FieldView[] =>
  activities.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(fieldsOf)));

const texts = (form: FormView): readonly string[] => fields(form).map(({ text }) => text);

function findField(form: FormView, text: string): FieldView {
  const found = fields(form).find((field) => field.text === text);
  if (found === undefined) throw new Error(`No field ${text} shows.`);
  return found;
}

describe('a form', () => {
  const WORKSPACE = aWorkspace({
    steps: ['A may-start', 'B may-end'],
    actions: ['A > B'],
    activities: ['A F', 'B G', 'B L optional letter'],
    questions: [
      'F.SEEN yes-no mandatory',
      'F.WHERE shown:SEEN=Yes',
      'F.SUMMARY long-text',
      'G.SUMMARY pulled-editable from:F.SUMMARY long-text',
      'G.NAME pulled-locked from:person.NAME',
      'G.AGE system number',
      'L.SENT date',
    ],
    sources: ['seen F.SEEN', 'name person-field NAME'],
  });

  test('shows a conditional question when its condition holds, and says why', () => {
    expect(texts(formOf(playIn(WORKSPACE, [begin('A')]), 'A-1'))).toEqual(['SEEN', 'SUMMARY']);
    const form = formOf(playIn(WORKSPACE, [begin('A'), fill('A-1', 'F.SEEN', 'Yes')]), 'A-1');
    expect(texts(form)).toEqual(['SEEN', 'WHERE', 'SUMMARY']);
    expect(findField(form, 'WHERE').because).toBe('shown because “SEEN” is Yes');
  });

  test('counts the mandatory questions that wait', () => {
    expect(formOf(playIn(WORKSPACE, [begin('A')]), 'A-1')).toMatchObject({ shown: 2, answered: 0, waiting: 1 });
    const answered = playIn(WORKSPACE, [begin('A'), fill('A-1', 'F.SEEN', 'No')]);
    expect(formOf(answered, 'A-1')).toMatchObject({ shown: 2, answered: 1, waiting: 0 });
  });

  const two = [begin('A'), fill('A-1', 'F.SEEN', 'No'), fill('A-1', 'F.SUMMARY', 'a worry')];
  const onto = [...two, complete('A-1', '2026-07-02', 'A>B'), start('B-2', ON)];

  test('marks what was pulled forward until somebody types over it', () => {
    const pulled = findField(formOf(playIn(WORKSPACE, onto), 'B-2'), 'SUMMARY');
    expect(pulled).toMatchObject({ value: 'a worry', mark: 'Pulled forward from A, 1 July', isLocked: false });
    const typed = playIn(WORKSPACE, [...onto, fill('B-2', 'G.SUMMARY', 'another', ON)]);
    expect(findField(formOf(typed, 'B-2'), 'SUMMARY')).toMatchObject({ value: 'another', mark: '' });
  });

  test('locks what the person record gave; what it did not give can be written', () => {
    const held = [{ kind: 'person-field' as const, ref: 'NAME', value: 'Child A' }];
    const form = formOf(playIn(WORKSPACE, onto, { held }), 'B-2');
    expect(findField(form, 'NAME')).toMatchObject({
      value: 'Child A',
      isLocked: true,
      mark: 'Pulled forward from the person record, 1 July',
    });
    const without = findField(formOf(playIn(WORKSPACE, onto), 'B-2'), 'NAME');
    expect(without.isLocked).toBe(false);
    expect(without.hint).toBe('There was nothing to pull forward from the person record.');
  });

  test('offers what may be added, and has it once it is added', () => {
    const before = formOf(playIn(WORKSPACE, onto), 'B-2');
    expect(before.toAdd.map(({ form, kind }) => [form, kind])).toEqual([['L', 'letter']]);
    const after = playIn(WORKSPACE, [...onto, { type: 'add-activity', step: 'B-2', form: formId('L'), on: ON }]);
    expect(formOf(after, 'B-2').toAdd).toEqual([]);
    expect(texts(formOf(after, 'B-2'))).toContain('SENT');
  });
});

describe('a repeating table and questions asked per child', () => {
  const WORKSPACE = aWorkspace({
    steps: ['A may-start may-end group'],
    activities: ['A F'],
    questions: ['F.NAME mandatory rows:Adults', 'F.KIN rows:Adults', 'F.SCHOOL per-child', 'F.NOTE'],
  });
  const siblings = ['Sister 1', ''];

  const blocksOf = (played: PlayedState, blanks: readonly string[] = []): readonly FormBlock[] =>
    formOf(played, 'A-1', blanks).activities[0]?.sections[0]?.blocks ?? [];

  test('stand as rows and as children, each with its own title', () => {
    const [table, children, note] = blocksOf(playIn(WORKSPACE, [begin('A')], { siblings }));
    expect(table).toMatchObject({ kind: 'table', name: 'Adults', rows: [{ title: 'Row 1', isBegun: true }] });
    expect(children).toMatchObject({
      kind: 'children',
      children: [
        { copy: 0, title: 'The child whose case it is' },
        { copy: 1, title: 'Sister 1' },
        { copy: 2, title: 'Brother or sister 2' },
      ],
    });
    expect(note?.kind).toBe('field');
  });

  test('an empty row stands at the end when it is asked for, until it is begun', () => {
    const asked = blankRow(formId('F'), 'Adults', 1);
    const empty = blocksOf(playIn(WORKSPACE, [begin('A')]), [asked])[0];
    expect(empty).toMatchObject({ nextRow: asked, rows: [{ copy: 0 }, { copy: 1, isBegun: false }] });
    const begun = playIn(WORKSPACE, [begin('A'), fill('A-1', 'F.NAME#1', 'Aunt')]);
    const next = blankRow(formId('F'), 'Adults', 2);
    expect(blocksOf(begun, [asked])[0]).toMatchObject({
      nextRow: next,
      rows: [{ copy: 0 }, { copy: 1, isBegun: true }],
    });
  });

  test('every question on the screen stands in the form once, whatever was answered', () => {
    const answers = fc.array(
      fc.record({
        place: fc.constantFrom('F.NAME', 'F.KIN', 'F.SCHOOL', 'F.NOTE'),
        copy: fc.nat(2),
        value: fc.constantFrom('', 'words'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(answers, (given) => {
        const events = given.map(({ place, copy, value }) =>
          fill('A-1', place === 'F.NOTE' ? place : `${place}#${copy}`, value),
        );
        const played = playIn(WORKSPACE, [begin('A'), ...events], { siblings });
        const shown = shownQuestions(played.definitionOf('A-1'), played.stepOf('A-1'));
        const keys = shown.map(({ question, copy }) => answerKey(question.form, question.code, copy));
        const seen = fields(formOf(played, 'A-1')).map(({ place }) => place.replace('A-1 question ', ''));
        expect(seen.toSorted()).toEqual(keys.toSorted());
      }),
    );
  });
});

describe('beside a question', () => {
  const WORKSPACE = aWorkspace({
    steps: ['A may-start'],
    actions: ['A > end one-of:X', 'plan: A > end one-of:X'],
    activities: ['A F'],
    questions: [
      'F.SOURCE choice',
      'F.TALK date',
      'F.TOLD date',
      'F.START date',
      'F.WAY',
      'F.DOB date',
      'F.LOCAL',
      'F.NONE',
      'F.SEEN yes-no',
    ],
    facts: ['talk event', 'target event', 'source', 'begun event', 'outcome', 'born', 'local', 'seen'],
    sources: [
      'source F.SOURCE',
      'talk F.TALK feeds',
      'talk F.TOLD records',
      'target calculated talk',
      'begun step-date started @A',
      'begun F.START records',
      'outcome next-action plan @A',
      'outcome F.WAY records',
      'born person-field DOB',
      'born F.DOB records',
      'local F.LOCAL records',
      'seen F.SEEN',
    ],
    events: ['begun A started'],
    items: [
      'Source fact:source on:begun format:code code-set:SRC',
      'Target fact:target on:begun format:date',
      'Begun fact:begun on:begun format:date',
      'Outcome fact:outcome on:begun',
      'Born fact:born on:begun format:date',
      'Seen fact:seen on:begun format:code code-set:FLAG',
    ],
    codes: ['SRC 1A 5B', 'FLAG 1'],
    mappings: ['question:F/SOURCE Parent SRC 1A', 'question:F/SOURCE Old SRC 9Z', 'question:F/SEEN Yes FLAG 1'],
  });

  test.each([
    ['SOURCE', 'feeds', 'feeds Source'],
    ['TALK', 'feeds', 'feeds Target, worked out'],
    ['TOLD', 'instead', 'records “talk”, which the return reads elsewhere'],
    ['START', 'instead', 'the return reads the step’s own date'],
    ['WAY', 'instead', 'feeds Outcome through the next action'],
    ['DOB', 'instead', 'records “born”, which the return reads elsewhere'],
    ['LOCAL', 'nothing', 'feeds nothing'],
    ['NONE', 'unmapped', 'no fact mapped'],
  ])('%s: what it does for the return', (text, kind, said) => {
    expect(findField(formOf(playIn(WORKSPACE, [begin('A')]), 'A-1'), text).feeds).toMatchObject({ kind, says: said });
  });

  test.each([
    ['F.SOURCE', 'Parent', 'gives 1A', false],
    ['F.SOURCE', '5B', 'gives 5B', false],
    ['F.SOURCE', 'Neighbour', 'no code for “Neighbour”', true],
    ['F.SOURCE', 'Old', 'no code for “Old”', true],
    ['F.SEEN', 'Yes', 'gives 1', false],
    ['F.SEEN', 'No', '', false],
  ])('%s answered %s', (place, value, code, isGap) => {
    const form = formOf(playIn(WORKSPACE, [begin('A'), fill('A-1', place, value)]), 'A-1');
    expect(findField(form, place.slice(2)).feeds).toMatchObject({ code, isGap });
  });
});

test('screens outside the form stand below it, with what was recorded on them', () => {
  const WORKSPACE = aWorkspace({
    steps: ['A may-start', 'B may-end'],
    actions: ['A > B'],
    sources: ['sex person-field SEX @A', 'sex person-field SEX @B', 'began register-field START_DATE @B'],
    mappings: ['person-field:SEX Male SEX M', 'person-field:SEX Female SEX F'],
  });
  const record = { type: 'record', step: 'A-1', kind: 'person-field', ref: 'SEX', value: 'Male', on: ON } as const;
  const played = playIn(WORKSPACE, [begin('A'), record, complete('A-1', ON, 'A>B'), start('B-2', ON)]);
  expect(formOf(played, 'A-1').screens).toMatchObject([
    { title: 'Person record', fields: [{ options: ['Male', 'Female'], value: 'Male', type: 'choice' }] },
  ]);
  expect(formOf(played, 'B-2').screens).toMatchObject([
    { title: 'Person record', fields: [{ value: '', hint: 'It was recorded in A, 6 July: Male.' }] },
    { title: 'Child protection register', fields: [{ type: 'date', options: null }] },
  ]);
});
