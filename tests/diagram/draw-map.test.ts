import { expect, test } from 'vitest';
import { type DrawOptions, drawMap } from '#diagram/draw-map.ts';
import { formId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';

const draw = (words: WorkspaceWords, options: DrawOptions = {}): ReturnType<typeof drawMap> =>
  drawMap(indexWorkspace(aWorkspace(words)), options);

test('a step shows its name, its forms counted, and that work may start in it', () => {
  const diagram = draw({
    steps: ['A may-start'],
    activities: ['A F', 'A G'],
    questions: ['F.Q', 'F.R', 'G.S'],
  });
  const [step] = diagram.steps;
  expect(step).toMatchObject({ nameLines: ['A'], formsText: '2 forms · 3 questions', clockText: '', starts: true });
});

test('next actions with the same two ends share a line, a row each', () => {
  const { lines } = draw({ actions: ['x: A > B one-of:G', 'y: A > B one-of:G', 'z: B > C'] });
  expect(lines.map((line) => [line.id, line.label.rows.map((row) => row.nextAction)])).toEqual([
    ['A→B', ['x', 'y']],
    ['B→C', ['z']],
  ]);
});

test.each([
  ['one of these', 'A > B one-of:G', ['one-of']],
  ['with others', 'A > B', ['with-others']],
  ['always made', 'A > B always', ['with-others']],
  ['starts before the step is finished', 'A > B immediate', ['with-others', 'immediate']],
  ['a loop', 'A > A one-of:G', ['one-of', 'again']],
])('marks of a next action: %s', (_, action, marks) => {
  expect(draw({ actions: [action] }).lines[0]?.label.rows[0]?.marks).toEqual(marks);
});

test('a next action that is always made says so in words', () => {
  expect(draw({ actions: ['go: A > B always'] }).lines[0]?.label.rows[0]?.lines).toEqual(['go (always)']);
});

test('what leads back is marked again only where it can come round', () => {
  const { lines } = draw({
    steps: ['A workflow:One', 'B workflow:Two', 'C workflow:Two'],
    actions: ['A > B', 'B > A', 'C > A'],
  });
  const back = lines.filter((line) => line.back);
  expect(back.map((line) => [line.id, line.label.rows[0]?.marks.includes('again')])).toEqual([
    ['B→A', true],
    ['C→A', false],
  ]);
});

test('the end and the unknown stand beside their step, not on lines', () => {
  const diagram = draw({ actions: ['x: A > end one-of:G', 'y: A > end one-of:G', 'z: A > ?'] });
  expect(diagram.lines).toEqual([]);
  expect(diagram.steps[0]?.ends.map((end) => [end.kind, end.label.rows.map((row) => row.nextAction)])).toEqual([
    ['end', ['x', 'y']],
    ['unknown', ['z']],
  ]);
});

test('lanes keep the order of the file; in a lane what nothing leads to comes first', () => {
  const diagram = draw({
    steps: ['A workflow:One', 'B workflow:Two', 'C workflow:One', 'D workflow:Two'],
    actions: ['C > A', 'B > D', 'D > B'],
  });
  expect(diagram.lanes).toEqual(['One', 'Two']);
  expect(diagram.steps.map((step) => step.stepType)).toEqual(['C', 'A', 'B', 'D']);
});

const STEP_WITH_FORMS: WorkspaceWords = {
  steps: ['A'],
  activities: ['A F', 'A L optional letter'],
  questions: ['F.Q date mandatory', 'F.R long-text'],
};

test('an open step shows its forms; an open form its questions', () => {
  const closed = draw(STEP_WITH_FORMS).steps[0];
  const open = draw(STEP_WITH_FORMS, { open: new Map([[stepTypeId('A'), new Set()]]) }).steps[0];
  const further = draw(STEP_WITH_FORMS, { open: new Map([[stepTypeId('A'), new Set([formId('F')])]]) }).steps[0];
  expect(closed).toMatchObject({ isOpen: false, inside: [] });
  expect(open?.inside.map((form) => [form.about, form.isOpen, form.questions.length])).toEqual([
    ['Mandatory form · 2 questions', false, 0],
    ['Optional letter · 0 questions', false, 0],
  ]);
  expect(further?.inside[0]?.questions.map((question) => question.about)).toEqual([
    'Q · date · mandatory',
    'R · long text',
  ]);
  const heights = [closed, open, further].map((step) => step?.size.height ?? 0);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(open?.closedSize).toEqual(closed?.size);
});

test('a form with very many questions shows the first forty, and how many more there are', () => {
  const questions = Array.from({ length: 93 }, (_, index) => `F.Q${index}`);
  const open = new Map([[stepTypeId('A'), new Set([formId('F')])]]);
  const form = draw({ steps: ['A'], activities: ['A F'], questions }, { open }).steps[0]?.inside[0];
  expect([form?.questions.length, form?.more]).toEqual([40, 53]);
});

test('only what matters: a next action to a step left out stands beside its step and names it', () => {
  const only = new Set([stepTypeId('A'), stepTypeId('B')]);
  const diagram = draw({ actions: ['x: A > B', 'y: A > C', 'z: C > B', 'w: A > end'] }, { only });
  expect(diagram.steps.map((step) => step.stepType)).toEqual(['A', 'B']);
  expect(diagram.lines.map((line) => line.id)).toEqual(['A→B']);
  expect(diagram.steps[0]?.ends.map((end) => [end.kind, end.to, end.label.rows.map((row) => row.lines)])).toEqual([
    ['end', null, [['w']]],
    ['left-out', 'C', [['y', 'to C']]],
  ]);
});
