import { expect, test } from 'vitest';
import { addQuestion, editQuestionCells, findClash, refuseCode, setLists } from '#edits/edit-questions.ts';
import { hangingOn, removeQuestions } from '#edits/remove-questions.ts';
import { openWorkspace } from '#pipeline/open-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { afterEdit, changedLines } from './changed-lines.ts';

const FILES: Readonly<Record<string, string>> = {
  'workflows/workspace.json': '{"format": "throughline/1", "authority": "A", "title": "T", "returns": [], "asAt": ""}',
  'workflows/step-types.csv': 'step_type,name,may_start,may_end\nS,Step,Y,Y\n',
  'workflows/next-actions.csv':
    'next_action,label,from,to,rules\nN1,One,S,end,one-of:X;  mandatory-if:Q1=Yes\nN2,Two,S,end,"mandatory-if:F/Q1=""a;b"""\n',
  'workflows/step-forms.csv': 'step_type,form,mandatory,kind\nS,F,Y,form\n',
  'workflows/forms.csv': 'form,title\nF,Form\nG,Other form\n',
  'workflows/questions.csv': [
    'form,question,text,type,shown_if,entry,pulled_from,purposes,readers,own',
    'F,Q1,First?,yes-no,,typed,,,,kept',
    'F,Q2,Second?,short-text,Q1 = Yes | No  and Q3 answered,typed,,practice,,kept',
    'F,Q3,Third?,short-text,,typed,,,,kept',
    'G,Q1,First again?,yes-no,,pulled-editable,F.Q1,,,kept',
    'G,Q4,Fourth?,short-text,Q1 answered,typed,,,,kept',
    '',
  ].join('\n'),
  'workflows/lookups.csv': 'lookup,order,answer\n',
  'workflows/question-usage.csv': 'form,question,shown,answered\nF,Q1,100,90\nG,Q1,50,40\n',
  'workflows/timings.csv': 'form,question,low,usual,high\nF,Q1,1,2,3\n',
  'mappings/facts.csv': 'fact,name,scope\nchild.a,A,child\n',
  'mappings/sources.csv':
    'fact,kind,form,question,status\nchild.a,question,F,Q1,confirmed\nchild.a,question,G,Q1,flagged\n',
  'mappings/codes.csv': 'lookup,answer,code_set,code\nquestion:F/Q1,Yes,SET,1\n',
  'mappings/events.csv': 'event,step_type,moment\n',
  'mappings/reviews.csv':
    'finding,decision,by\nvalue/no-reader|F|Q1,keep,Lead\nduplicate/on-form|child.a|F|Q1,keep,Lead\nvalue/no-reader|G|Q1,keep,Lead\n',
};

const opened = openWorkspace(
  new Map(Object.entries(FILES).map(([file, text]) => [file, Buffer.from(text)])),
  openExample().shipped,
);
const question = (key: string): (typeof opened.value.questions)[number] => {
  const found = opened.value.questions.find(({ form, code }) => `${form}/${code}` === key);
  if (found === undefined) throw new Error(`no question ${key}`);
  return found;
};

test('a cell that is written changes its own line and nothing else', () => {
  const edit = editQuestionCells(opened, [{ at: question('F/Q3').at, column: 'text', value: 'Third, new?' }], 'x');
  expect(changedLines(opened, edit)).toEqual([
    '- workflows/questions.csv: F,Q3,Third?,short-text,,typed,,,,kept',
    '+ workflows/questions.csv: F,Q3,"Third, new?",short-text,,typed,,,,kept',
  ]);
});

test('a new user code is followed by everything that names the question, and by nothing of its namesake', () => {
  const edit = editQuestionCells(opened, [{ at: question('F/Q1').at, column: 'question', value: 'QX' }], 'x');
  expect(changedLines(opened, edit).filter((line) => line.startsWith('+'))).toEqual([
    '+ workflows/next-actions.csv: N1,One,S,end,one-of:X;  mandatory-if:QX=Yes',
    '+ workflows/next-actions.csv: N2,Two,S,end,"mandatory-if:F/QX=""a;b"""',
    '+ workflows/questions.csv: F,QX,First?,yes-no,,typed,,,,kept',
    '+ workflows/questions.csv: F,Q2,Second?,short-text,QX = Yes | No  and Q3 answered,typed,,practice,,kept',
    '+ workflows/questions.csv: G,Q1,First again?,yes-no,,pulled-editable,F.QX,,,kept',
    '+ workflows/question-usage.csv: F,QX,100,90',
    '+ workflows/timings.csv: F,QX,1,2,3',
    '+ mappings/sources.csv: child.a,question,F,QX,confirmed',
    '+ mappings/codes.csv: question:F/QX,Yes,SET,1',
    '+ mappings/reviews.csv: value/no-reader|F|QX,keep,Lead',
    '+ mappings/reviews.csv: duplicate/on-form|child.a|F|QX,keep,Lead',
  ]);
});

test('two questions that swap their user codes swap what names them', () => {
  const swap = [
    { at: question('F/Q1').at, column: 'question', value: 'Q3' },
    { at: question('F/Q3').at, column: 'question', value: 'Q1' },
  ];
  expect(findClash(opened, swap)).toBeNull();
  const after = afterEdit(opened, editQuestionCells(opened, swap, 'x'));
  expect(after.value.sources.map(({ form, question: code }) => `${form}/${code}`)).toEqual(['F/Q3', 'G/Q1']);
  expect(after.value.questions.find(({ code }) => code === 'Q2')?.shownIf.map((clause) => clause.question)).toEqual([
    'Q3',
    'Q1',
  ]);
});

test('a name that another question has is refused before anything is lost', () => {
  const at = question('F/Q1').at;
  expect(findClash(opened, [{ at, column: 'question', value: 'Q2' }])).toContain('F/Q2');
  expect(findClash(opened, [{ at, column: 'form', value: 'G' }])).toContain('G/Q1');
  expect(findClash(opened, [{ at, column: 'text', value: 'Q2' }])).toBeNull();
});

test('a user code that conditions could not name is refused', () => {
  expect(refuseCode('A_1')).toBeNull();
  for (const code of ['', ' ', 'a=b', 'a | b', 'a and b', 'a;b', '"a"']) expect(refuseCode(code)).not.toBeNull();
});

test('what hangs on a question is listed, and goes with it in one step', () => {
  const gone = [question('F/Q1')];
  expect(
    hangingOn(opened, gone)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(['code', 'condition', 'pulled', 'rule', 'rule', 'source', 'timing', 'usage']);
  const after = afterEdit(opened, removeQuestions(opened, gone));
  expect(after.value.questions.map(({ form, code }) => `${form}/${code}`)).toEqual(['F/Q2', 'F/Q3', 'G/Q1', 'G/Q4']);
  expect(after.value.questions[0]?.shownIf).toEqual([{ kind: 'answered', question: 'Q3' }]);
  expect(after.value.nextActions.map(({ rules }) => rules)).toEqual([[{ kind: 'one-of', group: 'X' }], []]);
  expect(after.value.sources).toHaveLength(1);
  expect(after.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('purposes are set for many, or added to what is there; "none" stands alone', () => {
  const both = [question('F/Q1'), question('F/Q2')];
  const purposes = (edit: ReturnType<typeof setLists>): readonly (readonly string[])[] =>
    afterEdit(opened, edit)
      .value.questions.slice(0, 2)
      .map((one) => one.purposes.values);
  const set = setLists(both, 'purposes', ['return'], 'set');
  expect(set.name).toBe('set purposes return for 2 questions');
  expect(purposes(set)).toEqual([['return'], ['return']]);
  expect(purposes(setLists(both, 'purposes', ['return'], 'add'))).toEqual([['return'], ['practice', 'return']]);
  const none = afterEdit(opened, setLists(both, 'purposes', ['none'], 'add'));
  expect(none.value.questions.slice(0, 2).map((one) => one.purposes)).toEqual([
    { assessed: true, values: [] },
    { assessed: true, values: [] },
  ]);
});

test('a question is added as one row', () => {
  const edit = addQuestion({ form: 'F', question: 'Q9', text: 'New?', type: 'date', section: '', order: '5' });
  const after = afterEdit(opened, edit);
  expect(after.value.questions.at(-1)).toMatchObject({ form: 'F', code: 'Q9', type: 'date', order: 5 });
});

test('renaming a question of the worked example leaves no name that points nowhere', () => {
  const example = openExample();
  const cells = example.value.questions
    .filter(({ code }) => ['CON_MASH_NEEDED', 'CON_SOURCE', 'EDT_URGENT'].includes(code))
    .map(({ at, code }) => ({ at, column: 'question', value: `${code}_2` }));
  expect(cells).toHaveLength(3);
  const after = afterEdit(example, editQuestionCells(example, cells, 'x'));
  expect(after.problems).toEqual(example.problems);
  expect(after.value.sources).toHaveLength(example.value.sources.length);
  expect(after.value.usage).toHaveLength(example.value.usage.length);
});
