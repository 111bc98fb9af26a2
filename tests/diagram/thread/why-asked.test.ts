import { expect, test } from 'vitest';
import { type WhyAsked, whyAsked } from '#diagram/thread/why-asked.ts';
import { formId, questionCode } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import { aQuestion, aWorkspace, type WorkspaceWords } from '../../support/a-workspace.ts';
import { openExample } from '../../support/open-example.ts';

const ask = (words: WorkspaceWords, also: { readonly questions?: readonly Question[] } = {}): WhyAsked =>
  whyAsked(indexWorkspace(aWorkspace(words, also)), formId('F'), questionCode('Q'));

const wordsOf = ({ reasons }: WhyAsked): readonly string[] => reasons.map(({ words }) => words);

test('a question that nobody has said anything of', () => {
  const answer = ask({ questions: ['F.Q'] });
  expect([answer.summary, answer.reasons]).toEqual(['Nobody has said so far.', []]);
});

test('everything that hangs on an answer is a reason', () => {
  const answer = ask({
    actions: ['A > B if:F.Q=Yes'],
    activities: ['A F'],
    questions: ['F.Q yes-no', 'F.R shown:Q=Yes', 'G.S from:F.Q'],
    facts: ['born', 'age protected'],
    sources: ['born F.Q', 'age calculated born'],
    items: ['Born fact:born on:sent', 'Age fact:age on:sent'],
  });
  expect(answer.summary).toBe('5 reasons are known.');
  expect(wordsOf(answer)).toEqual([
    'It feeds “Born” (Born) of the Test return.',
    '“Age” (Age) of the Test return is worked out from it.',
    'The answer “Yes” makes the next action “A>B” of A mandatory.',
    'Its answer decides whether “R” is shown.',
    'Its answer is pulled forward into “S” on G.',
  ]);
});

test('recording a fact that the return reads elsewhere does not say what the question is for', () => {
  const answer = ask({
    questions: ['F.Q', 'F.R'],
    sources: ['born F.Q records', 'born F.R'],
    items: ['Born fact:born on:sent'],
  });
  expect(wordsOf(answer)).toEqual(['It records “born”, which the return reads from another place.']);
  expect(answer.summary).toBe('Nobody has said so far.');
});

test('looked for and not found is not the same as not looked for', () => {
  const none = { assessed: true, values: [] };
  const looked = ask({}, { questions: [aQuestion('F', 'Q', { purposes: none, readers: none })] });
  expect(looked.summary).toBe('People looked for a purpose and a reader and recorded none.');
  const half = ask({}, { questions: [aQuestion('F', 'Q', { readers: none })] });
  expect(half.summary).toBe('People looked for a reader and recorded none. Nobody has said so far what it is for.');
});

test('the date of an enquiry in the worked example, with what it rests on', () => {
  const answer = whyAsked(indexWorkspace(openExample().value), formId('S47'), questionCode('REP_CIN_S47DATE'));
  expect(answer.reasons[0]).toMatchObject({
    words:
      'It feeds “Section 47 enquiry actual start date” (S47ActualStartDate, CBDS N00148) of the CIN census 2026-27.',
    evidence:
      'Confirmed by Data lead on 2 June 2026. The guidance asks for the date of the strategy discussion; workers type the day they began.',
  });
  expect(wordsOf(answer)).toContain('Read by: Performance team.');
});

test('no question of the worked example is ever called low value', () => {
  const index = indexWorkspace(openExample().value);
  for (const { form, code } of index.workspace.questions) {
    const answer = whyAsked(index, form, code);
    expect(answer.summary).not.toBe('');
    expect(JSON.stringify(answer)).not.toMatch(/low value/iu);
  }
});
