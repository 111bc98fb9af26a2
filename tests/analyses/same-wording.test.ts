import { describe, expect, test } from 'vitest';
import { analysisInput } from '#analyses/analysis-input.ts';
import { analyseSameWording, nearestWordings, wordingGroups } from '#analyses/same-wording.ts';
import { MOST_COMPARED } from '#analyses/similar-pairs.ts';
import { lookupId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { LookupAnswer, Question, Source, Workspace } from '#model/workspace.ts';
import { aQuestion, aSource, aWorkspace } from '../support/a-workspace.ts';
import { withReview } from '../support/expect-findings.ts';
import { manyQuestions } from './many-questions.ts';

const idsOf = (workspace: Workspace): readonly string[] =>
  analyseSameWording(analysisInput(indexWorkspace(workspace))).map(({ id }) => id);

/** Two steps on one route, each with a form, and these questions on them. */
function onTwoForms(questions: readonly Question[], also: Partial<Workspace> = {}): Workspace {
  const frame = aWorkspace({
    steps: ['S may-start', 'T may-end'],
    actions: ['S > T'],
    activities: ['S F', 'T G', 'T H'],
    facts: ['language', 'views judgement', 'other'],
  });
  return { ...frame, questions, ...also };
}

const first = (given: Partial<Question> = {}): Question =>
  aQuestion('F', 'A', { text: 'Child’s first language', ...given });
const second = (given: Partial<Question> = {}): Question =>
  aQuestion('G', 'B', { text: 'First language of the child', ...given });

const mapped = (fact: string, { form, code: question }: Question, status: Source['status'] = 'confirmed'): Source =>
  aSource(fact, 'question', { form, question, status });

const PAIR = ['duplicate/same-wording|F|A|G|B'];

test('two questions that say the same are suggested, and nothing more is said', () => {
  const workspace = onTwoForms([first(), second()]);
  const [finding] = analyseSameWording(analysisInput(indexWorkspace(workspace)));
  expect(finding).toMatchObject({
    id: PAIR[0],
    severity: 'info',
    certainty: null,
    fact: '',
    route: null,
    decision: null,
  });
  expect(finding?.message).toBe(
    '“Child’s first language” on F and “First language of the child” on G are worded alike: if they ask for the same ' +
      'fact, map both to it; if not, decide “not-a-duplicate” and say why.',
  );
});

test('the order of the file does not change the id', () => {
  expect(idsOf(onTwoForms([second(), first()]))).toEqual(PAIR);
});

describe('type and list must fit', () => {
  const answers = (lookup: string, ...words: readonly string[]): readonly LookupAnswer[] =>
    words.map((answer, order) => ({
      lookup: lookupId(lookup),
      order,
      answer,
      timesChosen: null,
      at: { file: '', row: 0 },
    }));
  const lookupAnswers = [
    ...answers('L', 'English', 'Urdu'),
    ...answers('M', 'urdu', 'English'),
    ...answers('N', 'Yes', 'No'),
  ];
  const choice = (lookup: string): Partial<Question> => ({ type: 'choice', lookup: lookupId(lookup) });

  test.each<[string, Partial<Question>, Partial<Question>, readonly string[]]>([
    ['short and long text', {}, { type: 'long-text' }, PAIR],
    ['text and a list', {}, choice('L'), []],
    ['the same list', choice('L'), choice('L'), PAIR],
    ['two lists of the same answers', choice('L'), choice('M'), PAIR],
    ['two lists of different answers', choice('L'), choice('N'), []],
    ['a question that is pulled', {}, { entry: 'pulled-editable' }, []],
    ['sign-offs', { type: 'sign-off' }, { type: 'sign-off' }, []],
  ])('%s', (_, one, other, ids) => {
    expect(idsOf(onTwoForms([first(one), second(other)], { lookupAnswers }))).toEqual(ids);
  });
});

describe('what people have settled', () => {
  test.each<[string, readonly Source[], readonly string[]]>([
    ['one is mapped', [mapped('language', first())], PAIR],
    [
      'both to one fact: that is a duplicate that counts',
      [mapped('language', first()), mapped('language', second())],
      [],
    ],
    ['both to different facts', [mapped('language', first()), mapped('other', second())], []],
    ['one to a judgement, which is asked afresh', [mapped('views', first())], []],
    ['the other is said not to be it', [mapped('language', first()), mapped('language', second(), 'ignored')], []],
    ['only ruled out', [mapped('other', second(), 'ignored')], PAIR],
  ])('%s', (_, sources, ids) => expect(idsOf(onTwoForms([first(), second()], { sources }))).toEqual(ids));

  test('a decision is carried', () => {
    const workspace = withReview(onTwoForms([first(), second()]), PAIR[0] ?? '', 'not-a-duplicate');
    const [finding] = analyseSameWording(analysisInput(indexWorkspace(workspace)));
    expect(finding?.decision?.decision).toBe('not-a-duplicate');
  });
});

test('questions on steps that no route reaches are left out', () => {
  const workspace = onTwoForms([first(), second()]);
  expect(idsOf({ ...workspace, nextActions: [] })).toEqual([]);
});

test('equal wordings are each paired with one of them, the mapped one, not all with all', () => {
  const third = aQuestion('H', 'C', { text: 'First language of child' });
  const sources = [mapped('language', third)];
  expect(idsOf(onTwoForms([first(), second(), third], { sources }))).toEqual([
    'duplicate/same-wording|F|A|H|C',
    'duplicate/same-wording|G|B|H|C',
  ]);
});

describe('15,000 questions', () => {
  test.each([
    ['with rare words', true],
    ['of common words only', false],
  ])('%s: each is compared with a few others, not with all', (_, rareWords) => {
    const questions = 15_000;
    const input = analysisInput(indexWorkspace(manyQuestions({ questions, seed: 11, rareWords })));
    const groups = wordingGroups(input);
    const { partners, compared } = nearestWordings(input.index, groups);
    expect(groups.length).toBeGreaterThan(5000);
    expect(compared).toBeGreaterThan(50_000);
    // All pairs of the groups would be more than twelve million.
    expect(compared).toBeLessThanOrEqual(MOST_COMPARED * groups.length);
    expect(partners.filter((partner) => partner !== null).length).toBeGreaterThan(1000);
    expect(analyseSameWording(input).length).toBeLessThan(questions);
  });
});
