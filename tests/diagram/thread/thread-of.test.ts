import { expect, test } from 'vitest';
import type { Thread, ThreadEntry, ThreadSubject } from '#diagram/thread/thread.ts';
import { threadOf } from '#diagram/thread/thread-of.ts';
import { factId, formId, itemId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../../support/a-workspace.ts';
import { openExample } from '../../support/open-example.ts';

const example = openExample().value;
const exampleIndex = indexWorkspace(example);
const exampleAudit = auditWorkspace(example, []);
const ofExample = (subject: ThreadSubject): Thread => threadOf(exampleIndex, exampleAudit, subject);

function thread(words: WorkspaceWords, subject: ThreadSubject): Thread {
  const workspace = aWorkspace(words);
  return threadOf(indexWorkspace(workspace), auditWorkspace(workspace, []), subject);
}

const BORN: ThreadSubject = { kind: 'fact', fact: factId('born') };
const WORDS: WorkspaceWords = {
  steps: ['A may-start', 'B', 'C'],
  actions: ['A > B', 'B > C', 'C > end always'],
  activities: ['A F', 'C H'],
  questions: ['F.Q mandatory date', 'H.R mandatory date'],
  facts: ['born'],
  sources: ['born H.R records', 'born F.Q order:2', 'born person-field DOB order:1'],
  items: ['Born fact:born on:sent'],
  events: ['sent C completed'],
};

const line = ({ number, stepName, place, does }: ThreadEntry): readonly unknown[] => [
  number,
  stepName,
  place,
  does.words,
];

test('a fact from where it is held, through where it is asked, to where it is asked again', () => {
  const shown = thread(WORDS, BORN);
  expect(shown.entries.map(line)).toEqual([
    [null, 'Held before the first step', 'Person record: DOB', 'feeds, first choice · confirmed'],
    [1, 'A', '“Q” on F', 'feeds, second choice · confirmed'],
    [3, 'C', '“R” on H', 'records, not read by the return · confirmed'],
  ]);
  expect(shown.summary).toBe('Covered on every route. 2 entries, 1 could be pulled forward, about 7–25 seconds.');
});

test('the steps between are numbered too, and their next actions are lit', () => {
  const { numbers, nextActions } = thread(WORDS, BORN);
  expect([...numbers]).toEqual([
    [stepTypeId('A'), [1]],
    [stepTypeId('B'), [2]],
    [stepTypeId('C'), [3]],
  ]);
  expect([...nextActions]).toEqual([nextActionId('A>B'), nextActionId('B>C')]);
});

test('where it is asked again the duplicate is named, and what is due when', () => {
  const { entries, items } = thread(WORDS, BORN);
  expect(entries[2]?.duplicates).toEqual([
    {
      finding: 'duplicate/on-route|born|C|H|R',
      certainty: 'every-route',
      decided: false,
      tone: 'high',
      words: 'duplicate on every route: pull forward',
    },
  ]);
  expect(entries.map(({ first, couldPull }) => [first, couldPull])).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
  expect(items[0]?.due).toEqual([{ step: stepTypeId('C'), words: 'C completed', status: 'always' }]);
});

test('a form on several steps has an entry in each, and what is set aside counts for nothing', () => {
  const shown = thread(
    { ...WORDS, activities: ['A F', 'B F', 'C H'], sources: ['born F.Q', 'born H.R ignored'] },
    BORN,
  );
  expect(shown.entries.map(line)).toEqual([
    [1, 'A', '“Q” on F', 'feeds, the only choice · confirmed'],
    [2, 'B', '“Q” on F', 'feeds, the only choice · confirmed'],
    [3, 'C', '“R” on H', 'set aside'],
  ]);
  expect(shown.tally).toBe('2 entries, 1 could be pulled forward, about 7–25 seconds');
});

test('a thread that cannot come from its earlier steps begins anew', () => {
  const { numbers, nextActions } = thread(
    {
      steps: ['A may-start', 'B may-start'],
      actions: ['A > end', 'B > end'],
      activities: ['A F', 'B H'],
      questions: ['F.Q', 'H.R'],
      sources: ['born F.Q', 'born H.R'],
    },
    BORN,
  );
  expect([numbers.size, nextActions.size]).toEqual([2, 0]);
});

test('a calculated item is followed by what it is worked out from', () => {
  const shown = thread(
    { ...WORDS, facts: ['born', 'age'], sources: ['born F.Q', 'age calculated born'], items: ['Age fact:age on:sent'] },
    { kind: 'item', item: itemId('Age') },
  );
  expect(shown.entries.map((entry) => [...line(entry), entry.inputName])).toEqual([
    [1, 'A', '“Q” on F', 'feeds, the only choice · confirmed', 'born'],
    [null, 'In the return', 'Worked out from born', 'feeds, the only choice · confirmed', ''],
  ]);
});

test('a question with several facts follows the first and offers the others', () => {
  const subject: ThreadSubject = { kind: 'question', form: formId('F'), question: questionCode('Q') };
  const shown = thread({ ...WORDS, sources: ['born F.Q', 'due F.Q records'] }, subject);
  expect([shown.fact, shown.otherFacts]).toEqual(['born', [{ fact: 'due', name: 'due' }]]);
  expect(thread({ ...WORDS, sources: [] }, subject).summary).toBe('Nobody has said which fact this question records.');
});

test('a coded item names the code map of each feeding place and its answers without a code', () => {
  const shown = thread(
    {
      ...WORDS,
      questions: ['F.Q mandatory lookup:SEXES'],
      lookups: ['SEXES Male Female Other'],
      sources: ['born F.Q'],
      items: ['Born fact:born on:sent code-set:SEX'],
      codes: ['SEX M F'],
      mappings: ['SEXES Male SEX M', 'SEXES Female SEX F'],
    },
    BORN,
  );
  expect(shown.entries[0]?.codes.map(({ words, unmapped }) => [words, unmapped])).toEqual([
    ['3 answers to codes of SEX: 1 without a code of this return', ['Other']],
  ]);
});

test('the start of a section 47 enquiry in the worked example', () => {
  const shown = ofExample({ kind: 'item', item: itemId('Child/CINdetails/Section47/S47ActualStartDate') });
  expect(shown.title).toBe('Section 47 enquiry actual start date');
  expect(shown.summary).toBe('Covered on every route. 5 entries, 3 could be pulled forward, about 18–66 seconds.');
  expect(shown.items[0]).toMatchObject({
    tag: 'S47ActualStartDate',
    cbds: 'N00148',
    format: 'date',
    dueWhen: 'due when a section 47 enquiry starts',
  });
  const enquiry = shown.entries.filter(({ step }) => step === 'S47');
  expect(enquiry.map(({ number, place, how, does }) => [number, place, how, does.words])).toEqual([
    [3, '“Date enquiry started” on Section 47 enquiry record', 'typed', 'feeds, first choice · confirmed'],
    [3, 'Mosaic’s own date: step started', 'by Mosaic itself', 'feeds, second choice · confirmed'],
    [
      3,
      '“Date section 47 enquiry started” on Section 47 outcome',
      'pulled forward, locked',
      'records, not read by the return · confirmed',
    ],
  ]);
  expect(enquiry[0]?.statusWords).toBe('Confirmed by Data lead on 2 June 2026');
});

test('every fact of the worked example has a thread whose numbers follow its list', () => {
  for (const { id } of example.facts) {
    const { entries, numbers } = ofExample({ kind: 'fact', fact: id });
    const listed = entries.flatMap(({ number }) => number ?? []);
    expect(listed).toEqual(listed.toSorted((one, other) => one - other));
    for (const { step, number } of entries) if (step !== null) expect(numbers.get(step)).toEqual([number]);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  }
});
