import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { formId, questionCode } from '#model/ids.ts';
import { Field } from '#views/walk-case/field.tsx';
import type { FieldView } from '#walk/field-view.ts';

const FIELD: FieldView = {
  target: { kind: 'question', form: formId('F'), question: questionCode('Q'), copy: 0 },
  place: 'A-1 question F/Q',
  text: 'Date enquiry started',
  type: 'date',
  options: null,
  required: true,
  value: '',
  entry: 'typed',
  isLocked: false,
  mark: '',
  hint: '',
  because: '',
  feeds: { kind: 'instead', says: 'the return reads the step’s own date', code: '', isGap: false },
  known: { says: 'Already known: 6 July, Strategy discussion. Asked here a second time.', times: 1 },
};

const nothing = (): void => {};

const draw = (given: Partial<FieldView> = {}, isOpen = true): string =>
  renderToStaticMarkup(
    <Field
      field={{ ...FIELD, ...given }}
      doing={{ onAnswer: nothing, onPoint: nothing }}
      isOpen={isOpen}
      isLit={false}
      today="2026-07-14"
    />,
  );

const LIST = ['Mother', 'Father', 'Aunt', 'Uncle', 'Police', 'School'];

test('a field says what it feeds, what is known of it and that it is mandatory', () => {
  const html = draw();
  for (const words of ['the return reads the step’s own date', 'Already known: 6 July', '(mandatory)'])
    expect(html).toContain(words);
  expect(html).toContain('data-waiting="true"');
  expect(html).toMatch(/<label[^>]* for="place-A-1_question_F\/Q-input"/u);
});

test.each<[Partial<FieldView>, RegExp]>([
  [{ type: 'short-text' }, /<input[^>]*inputMode="text"/u],
  [{ type: 'long-text' }, /<textarea[^>]*rows="3"/u],
  [{ type: 'number', value: 'two' }, /Not a number/u],
  [{ type: 'date', value: '2026-07-06' }, /type="date"[^>]*value="2026-07-06"/u],
  [{ type: 'date', value: '06/07/2026' }, /inputMode="text"[^>]*value="06\/07\/2026"/u],
  [{ type: 'date-time', value: '2026-07-06' }, /type="datetime-local"[^>]*value="2026-07-06T00:00"/u],
  [{ type: 'yes-no', options: ['Yes', 'No'], value: 'No' }, /type="radio"[^>]*checked=""[^>]*\/><span>No/u],
  [{ type: 'choice', options: LIST }, /<option value="" selected="">Choose one of 6<\/option>/u],
  [{ type: 'choice', options: LIST, value: 'Neighbour' }, /<option value="Neighbour" selected="">/u],
  [{ type: 'multi-choice', options: LIST, value: ['Aunt'] }, /type="checkbox" checked=""\/><span>Aunt/u],
  [{ type: 'choice', options: [] }, /<input[^>]*inputMode="text"/u],
])('an answer is given with what suits its type: %j', (given, expected) => {
  expect(draw(given)).toMatch(expected);
});

test('a question with radio buttons is the name of the group, not the label of the first', () => {
  const html = draw({ type: 'yes-no', options: ['Yes', 'No'] });
  expect(html).toMatch(/role="radiogroup"[^>]*aria-labelledby="place-A-1_question_F\/Q-label"/u);
  expect(html).not.toContain('for="place-A-1_question_F/Q-input"');
});

test('what is locked, and what is only looked at, stands as text', () => {
  const locked = { isLocked: true, mark: 'Pulled forward from the person record, 1 July', value: '2019-03-02' };
  expect(draw(locked)).not.toContain('<input');
  expect(draw(locked)).toContain('2 March 2019');
  expect(draw({}, false)).toContain('Not answered');
  expect(draw({}, false)).not.toContain('<input');
});

test('words of a file are never marks of the page', () => {
  expect(draw({ text: '<img src=x>', value: '<b>', type: 'short-text' })).not.toMatch(/<img|<b>/u);
});
