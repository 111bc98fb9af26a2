import { describe, expect, test } from 'vitest';
import { formId, questionCode } from '#model/ids.ts';
import type { Question, QuestionUsage, Workspace } from '#model/workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';
import { auditOf, expectFinding, expectFindings, expectNoFindings } from '../support/expect-findings.ts';

const row = (given: Partial<QuestionUsage> = {}): QuestionUsage => ({
  form: formId('F'),
  question: questionCode('Q'),
  stepType: null,
  from: '',
  to: '',
  shown: null,
  answered: null,
  distinct: null,
  topShare: null,
  avgChars: null,
  compared: null,
  unchanged: null,
  notHelpful: null,
  hardToAnswer: null,
  helpful: null,
  dataUserNeeds: null,
  at: { file: 'workflows/question-usage.csv', row: 2 },
  ...given,
});

const ASSESSED = { assessed: true, values: [] } as const;
const KNOWN: Partial<Question> = {
  purposes: { assessed: true, values: ['practice'] },
  readers: { assessed: true, values: ['Team manager'] },
};

/** One step with a form of two questions, of which people know what they are for and who reads them. */
function asked(
  given: { readonly question?: Partial<Question>; readonly usage?: readonly Partial<QuestionUsage>[] } = {},
  more: WorkspaceWords = {},
): Workspace {
  const workspace = aWorkspace({
    steps: ['A may-start may-end'],
    activities: ['A F'],
    questions: ['F.Q', 'F.R'],
    ...more,
  });
  const questions = workspace.questions.map((question) => ({
    ...question,
    ...KNOWN,
    ...(question.code === 'Q' ? given.question : {}),
  }));
  return { ...workspace, questions, usage: (given.usage ?? []).map(row) };
}

const NO_USE: Partial<Question> = { purposes: ASSESSED };
const messageOf = (workspace: Workspace, kind: Parameters<typeof expectFinding>[1]): string =>
  expectFinding(workspace, kind, `${kind}|F|Q`).message;

test('a question that people have looked at, and that is used, has no signal', () => {
  expectNoFindings(asked({ usage: [{ shown: 1204, answered: 1100, topShare: 0.4, notHelpful: 0 }] }), 'value/');
});

test('questions on steps that no route reaches are left alone', () => {
  const unassessed = { purposes: { assessed: false, values: [] } } as const;
  expectNoFindings(asked({ question: unassessed }, { activities: ['Lost F'] }), 'value/');
});

describe('[value/no-purpose]', () => {
  test('[value/no-purpose] nobody has looked at what a question is for', () => {
    const given = asked({ question: { purposes: { assessed: false, values: [] } } });
    expect(expectFinding(given, 'value/no-purpose', 'value/no-purpose|F|Q')).toEqual({
      id: 'value/no-purpose|F|Q',
      kind: 'value/no-purpose',
      severity: 'low',
      certainty: null,
      fact: '',
      items: [],
      places: [{ form: 'F', question: 'Q' }],
      route: null,
      message:
        '“Q” on F has no purpose written down. Fill in “purposes”, or write none there if people have looked and found no use.',
      decision: null,
    });
  });

  test('[value/no-purpose] having looked and found none is another matter', () => {
    expectNoFindings(asked({ question: NO_USE }), 'value/no-purpose');
  });
});

describe('[value/no-known-use]', () => {
  test('[value/no-known-use] people found no purpose, and nothing uses it', () => {
    expect(messageOf(asked({ question: NO_USE }), 'value/no-known-use')).toBe(
      '“Q” on F has no known use: people found no purpose for it, it feeds no item of a return, drives no next action and no condition, and is pulled into no other question. Ask the people who fill in the form and those who work with it before anything is decided.',
    );
  });

  test.each([
    ['feeds an item', { sources: ['sex F.Q'], items: ['Sex fact:sex'] }],
    ['feeds what an item is worked out from', { sources: ['sex F.Q', 'age calculated sex'], items: ['Age fact:age'] }],
    ['drives a next action', { actions: ['A > B if:F.Q=Yes'] }],
    ['is the condition of another question', { questions: ['F.Q', 'F.R shown:Q=Yes'] }],
    ['is pulled into another question', { questions: ['F.Q', 'G.S from:F.Q'] }],
  ])('[value/no-known-use] a question that %s is used', (_, more: WorkspaceWords) => {
    expectNoFindings(asked({ question: NO_USE }, more), 'value/no-known-use', 'value/review-candidate');
  });

  test.each([
    ['only records an item’s fact', { sources: ['sex F.Q records'], items: ['Sex fact:sex'] }],
    ['only supports an item', { sources: ['sex F.Q supports'], items: ['Sex fact:sex'] }],
    ['feeds a fact that no return asks for', { sources: ['sex F.Q'] }],
    ['feeds an item by a source that is ignored', { sources: ['sex F.Q ignored'], items: ['Sex fact:sex'] }],
    ['is pulled into itself', { questions: ['F.Q from:F.Q', 'F.R'] }],
    ['is its own condition', { questions: ['F.Q shown:Q=Yes', 'F.R'] }],
  ])('[value/no-known-use] a question that %s is not', (_, more: WorkspaceWords) => {
    expectFindings(asked({ question: NO_USE }, more), 'value/no-known-use', ['value/no-known-use|F|Q']);
  });

  test('[value/no-known-use] what another known year reads is used', () => {
    const given = asked({ question: NO_USE }, { sources: ['sex F.Q'], items: ['Sex fact:sex'] });
    const [year] = given.returns;
    if (year === undefined) throw new Error('No return');
    const later = { ...year, id: year.id, items: [] };
    expectNoFindings({ ...given, returns: [later, { ...year, year: '2027-28' }] }, 'value/no-known-use');
  });
});

describe('[value/no-reader]', () => {
  test('[value/no-reader] people looked for readers and found none', () => {
    expect(messageOf(asked({ question: { readers: ASSESSED } }), 'value/no-reader')).toBe(
      '“Q” on F is read by nobody, as far as anybody knows. Ask who would miss them, and where they ought to be read.',
    );
  });

  test('[value/no-reader] not having looked says nothing', () => {
    expectNoFindings(asked({ question: { readers: { assessed: false, values: [] } } }), 'value/');
  });
});

describe('[value/rarely-answered]', () => {
  test('[value/rarely-answered] says how often it was answered', () => {
    expect(messageOf(asked({ usage: [{ shown: 1204, answered: 31 }] }), 'value/rarely-answered')).toBe(
      '“Q” on F was answered 31 of 1,204 times shown, 3 %. Ask whether it can be shown only where it is needed: something rare may still matter most.',
    );
  });

  test.each<[string, readonly Partial<QuestionUsage>[], boolean]>([
    ['4 of 100', [{ shown: 100, answered: 4 }], true],
    ['none of 100', [{ shown: 100, answered: 0 }], true],
    ['5 of 100, which is not under 5 %', [{ shown: 100, answered: 5 }], false],
    ['none of 99, which are too few', [{ shown: 99, answered: 0 }], false],
    ['a few of 101: at most 5', [{ shown: 101, answered: '<6' }], true],
    ['a few of 100: 5 would be too many', [{ shown: 100, answered: '<6' }], false],
    ['a few of few', [{ shown: '<6', answered: '<6' }], false],
    [
      'rows are added up',
      [
        { shown: 60, answered: 1 },
        { shown: 60, answered: 1 },
      ],
      true,
    ],
    [
      'rows are added up, one way or the other',
      [
        { shown: 900, answered: 1 },
        { shown: 100, answered: 90 },
      ],
      false,
    ],
    [
      'a few shown in another place',
      [
        { shown: 1000, answered: 3 },
        { shown: '<6', answered: '<6' },
      ],
      true,
    ],
    ['nobody has said how often it was answered', [{ shown: 1204 }], false],
    ['a row without counts says nothing', [{ shown: 100, answered: 4 }, { notHelpful: 1 }], true],
    ['a row without answers could hold any number', [{ shown: 100, answered: 4 }, { shown: 100 }], false],
    ['but not more than were shown', [{ shown: 1000, answered: 4 }, { shown: 10 }], true],
  ])('[value/rarely-answered] %s', (_, usage, found) => {
    expectFindings(asked({ usage }), 'value/rarely-answered', found ? ['value/rarely-answered|F|Q'] : []);
  });

  test.each<[readonly Partial<QuestionUsage>[], string]>([
    [[{ shown: 1204, answered: '<6' }], 'was answered at most 5 of 1,204 times shown, under 1 %'],
    [[{ shown: 110, answered: '<6' }], 'was answered at most 5 of 110 times shown, at most 4.5 %'],
    [[{ shown: 1000, answered: 49 }], 'was answered 49 of 1,000 times shown, 4.9 %'],
    [[{ shown: 1000, answered: 0 }], 'was answered 0 of 1,000 times shown, 0 %'],
    [
      [
        { shown: 1000, answered: 30 },
        { shown: '<6', answered: '<6' },
      ],
      'was answered between 31 and 35 of between 1,001 and 1,005 times shown, at most 3 %',
    ],
  ])('[value/rarely-answered] in words: %j', (usage, words) => {
    expect(messageOf(asked({ usage }), 'value/rarely-answered')).toContain(words);
  });

  test('[value/rarely-answered] a protected fact stays out of every proposal', () => {
    const given = asked(
      { usage: [{ shown: 1204, answered: 31 }] },
      { facts: ['harm protected'], sources: ['harm F.Q records'] },
    );
    expect(messageOf(given, 'value/rarely-answered')).toContain(
      ' It is never proposed for removal: “harm” is protected (needed in law).',
    );
  });
});

describe('[value/always-same]', () => {
  test('[value/always-same] says how often the answer was the same', () => {
    expect(messageOf(asked({ usage: [{ answered: 1204, topShare: 0.99 }] }), 'value/always-same')).toBe(
      '“Q” on F got one and the same answer in 99 % of 1,204 answers. Ask whether the rare other answer is what it is asked for, or whether it can be asked only then.',
    );
  });

  test.each<[string, readonly Partial<QuestionUsage>[], boolean]>([
    ['98 % of 100', [{ answered: 100, topShare: 0.98 }], true],
    ['97.9 % of 1,000', [{ answered: 1000, topShare: 0.979 }], false],
    ['all of 99, which are too few', [{ answered: 99, topShare: 1 }], false],
    [
      'rows weigh as much as they hold',
      [
        { answered: 1000, topShare: 0.99 },
        { answered: 10, topShare: 0 },
      ],
      true,
    ],
    [
      'rows weigh as much as they hold, the other way',
      [
        { answered: 100, topShare: 1 },
        { answered: 100, topShare: 0.9 },
      ],
      false,
    ],
    [
      'equal weights on both sides of the mark',
      [
        { answered: 100, topShare: 0.99 },
        { answered: 100, topShare: 0.97 },
      ],
      true,
    ],
    [
      'a few more at another place',
      [
        { answered: 1000, topShare: 0.99 },
        { answered: '<6', topShare: 0.2 },
      ],
      true,
    ],
    [
      'a few more could decide it',
      [
        { answered: 100, topShare: 0.98 },
        { answered: '<6', topShare: 0.2 },
      ],
      false,
    ],
    ['a few of which nothing is known', [{ answered: 1000, topShare: 0.99 }, { answered: '<6' }], true],
    [
      'a hundred with a few',
      [
        { answered: 98, topShare: 1 },
        { answered: '<6', topShare: 1 },
      ],
      false,
    ],
    ['nobody has said what the share is', [{ answered: 1000 }], false],
    ['a place where three were asked', [{ answered: 100, topShare: 0.98 }, { shown: 3 }], false],
    ['nobody has said how many answered', [{ shown: 1000, topShare: 1 }], false],
  ])('[value/always-same] %s', (_, usage, found) => {
    expectFindings(asked({ usage }), 'value/always-same', found ? ['value/always-same|F|Q'] : []);
  });

  test('[value/always-same] a suppressed count makes it a least share', () => {
    const usage = [
      { answered: 1000, topShare: 0.999 },
      { answered: '<6' as const, topShare: 0.2 },
    ];
    expect(messageOf(asked({ usage }), 'value/always-same')).toContain(
      'in at least 98 % of between 1,001 and 1,005 answers',
    );
  });
});

describe('[value/not-helpful]', () => {
  test('[value/not-helpful] two people say so, and no data user disagrees', () => {
    expect(messageOf(asked({ usage: [{ notHelpful: 2, dataUserNeeds: 0 }] }), 'value/not-helpful')).toBe(
      '“Q” on F does not help, say 2 people who fill it in, and no data user is recorded as needing it. Ask them why, and ask those who use the answers.',
    );
  });

  test.each<[string, readonly Partial<QuestionUsage>[], boolean]>([
    ['one person is not enough', [{ notHelpful: 1, dataUserNeeds: 0 }], false],
    ['people of several rows are added up', [{ notHelpful: 1 }, { notHelpful: 1 }], true],
    ['a data user needs it', [{ notHelpful: 5, dataUserNeeds: 1 }], false],
    ['an empty count disagrees with nobody', [{ notHelpful: 2 }], true],
    ['nobody was asked', [{ shown: 1000 }], false],
  ])('[value/not-helpful] %s', (_, usage, found) => {
    expectFindings(asked({ usage }), 'value/not-helpful', found ? ['value/not-helpful|F|Q'] : []);
  });
});

describe('[value/hard-to-answer]', () => {
  test('[value/hard-to-answer] two people say so', () => {
    expect(messageOf(asked({ usage: [{ hardToAnswer: 2 }] }), 'value/hard-to-answer')).toBe(
      '“Q” on F is hard to answer, say 2 people. Reword or explain it; this is never a reason to take it away.',
    );
    expectNoFindings(asked({ usage: [{ hardToAnswer: 1 }] }), 'value/');
  });
});

describe('[value/unchanged]', () => {
  test('[value/unchanged] says in how many it stood unchanged', () => {
    expect(messageOf(asked({ usage: [{ compared: 401, unchanged: 255 }] }), 'value/unchanged')).toBe(
      '“Q” on F stood unchanged in 255 of 401 answers compared with the one before, 64 %. Show the earlier answer with its date, and ask only for what is new.',
    );
  });

  test.each<[string, readonly Partial<QuestionUsage>[], boolean]>([
    ['half of 30', [{ compared: 30, unchanged: 15 }], true],
    ['fewer than half', [{ compared: 30, unchanged: 14 }], false],
    ['all of 29, which are too few', [{ compared: 29, unchanged: 29 }], false],
    ['a few of 30', [{ compared: 30, unchanged: '<6' }], false],
    [
      'a few compared elsewhere',
      [
        { compared: 40, unchanged: 38 },
        { compared: '<6', unchanged: '<6' },
      ],
      true,
    ],
    [
      'a few could decide it',
      [
        { compared: 30, unchanged: 15 },
        { compared: '<6', unchanged: '<6' },
      ],
      false,
    ],
    ['nobody has said how many were compared', [{ unchanged: 40 }], false],
  ])('[value/unchanged] %s', (_, usage, found) => {
    expectFindings(asked({ usage }), 'value/unchanged', found ? ['value/unchanged|F|Q'] : []);
  });
});

describe('[value/review-candidate]', () => {
  test('[value/review-candidate] no known use and one more signal', () => {
    const given = asked({
      question: { purposes: ASSESSED, readers: ASSESSED },
      usage: [{ shown: 1204, answered: 31 }],
    });
    expect(messageOf(given, 'value/review-candidate')).toBe(
      '“Q” on F is one to review: it has no known use; it is read by nobody, as far as anybody knows; it was answered 31 of 1,204 times shown, 3 %. People decide what happens to it, and say why.',
    );
    expect(auditOf(given).summary.reviewCandidates).toBe(1);
  });

  test.each<[string, readonly Partial<QuestionUsage>[], boolean]>([
    ['is rarely answered', [{ shown: 100, answered: 1 }], true],
    ['is always answered alike', [{ answered: 100, topShare: 1 }], true],
    ['does not help', [{ notHelpful: 2 }], true],
    ['is only hard to answer', [{ hardToAnswer: 9 }], false],
    ['is only unchanged', [{ compared: 100, unchanged: 100 }], false],
    ['has no other signal', [], false],
  ])('[value/review-candidate] a question without a known use that %s', (_, usage, found) => {
    const ids = found ? ['value/review-candidate|F|Q'] : [];
    expectFindings(asked({ question: NO_USE, usage }), 'value/review-candidate', ids);
  });

  test.each([
    ['feeds', 'harm F.Q'],
    ['records', 'harm F.Q records'],
  ])('[value/review-candidate] never a question that %s a protected fact', (_, source) => {
    const question = { purposes: ASSESSED, readers: ASSESSED };
    const given = asked({ question }, { facts: ['harm protected'], sources: [source] });
    expectNoFindings(given, 'value/review-candidate');
    expectFindings(given, 'value/no-known-use', ['value/no-known-use|F|Q']);
  });

  test.each([
    ['a source that is ignored', 'harm F.Q ignored'],
    ['a source that only supports', 'harm F.Q supports'],
  ])('[value/review-candidate] %s protects nothing', (_, source) => {
    const question = { purposes: ASSESSED, readers: ASSESSED };
    const given = asked({ question }, { facts: ['harm protected'], sources: [source] });
    expectFindings(given, 'value/review-candidate', ['value/review-candidate|F|Q']);
  });

  test('[value/review-candidate] a question nobody has assessed is none', () => {
    const question = { purposes: { assessed: false, values: [] }, readers: ASSESSED } as const;
    expectNoFindings(asked({ question, usage: [{ shown: 1204, answered: 1 }] }), 'value/review-candidate');
  });
});
