import { expect, test } from 'vitest';
import type { MapOverlay, OverlayChoice, StepMark } from '#diagram/overlays/overlay.ts';
import { overlayOf } from '#diagram/overlays/overlay-of.ts';
import { formId, itemId, questionCode, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { QuestionUsage, Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../../support/a-workspace.ts';
import { openExample } from '../../support/open-example.ts';

const example = openExample().value;
const ofExample = (choice: OverlayChoice): MapOverlay =>
  overlayOf(indexWorkspace(example), auditWorkspace(example, []), choice);

function overlay(choice: OverlayChoice, words: WorkspaceWords, also: Partial<Workspace> = {}): MapOverlay {
  const workspace = aWorkspace(words, also);
  return overlayOf(indexWorkspace(workspace), auditWorkspace(workspace, []), choice);
}

function mark({ steps }: MapOverlay, step: string): StepMark {
  const found = steps.get(stepTypeId(step));
  if (found === undefined) throw new Error(`Nothing is said of ${step}`);
  return found;
}

const TWICE: WorkspaceWords = {
  steps: ['A may-start', 'B', 'C'],
  actions: ['A > B', 'B > C', 'C > end always'],
  activities: ['A F', 'B G', 'C H'],
  questions: ['F.Q mandatory', 'G.Q mandatory', 'H.R'],
  facts: ['born'],
  sources: ['born F.Q', 'born G.Q records'],
  items: ['Born fact:born on:sent', 'Sex fact:sex on:sent'],
  events: ['sent C completed'],
};

test('no overlay says nothing', () => {
  const shown = overlay({ kind: 'none' }, TWICE);
  expect([shown.steps.size, shown.key, shown.table]).toEqual([0, [], []]);
});

test('an item is due in one step and recorded in others', () => {
  const shown = overlay({ kind: 'item', item: itemId('Born') }, TWICE);
  expect(mark(shown, 'A')).toEqual({
    tone: 'records',
    badge: 'feeds',
    words: 'A: not due here. Its fact is recorded here: feeds, sure.',
    count: 0,
  });
  expect(mark(shown, 'C')).toEqual({
    tone: 'always',
    badge: 'always',
    words: 'C: due here, recorded on every route.',
    count: 1,
  });
});

test('an item that the return does not have is said to be missing, not drawn', () => {
  const shown = overlay({ kind: 'item', item: itemId('Other') }, TWICE);
  expect([shown.title, shown.steps.size]).toEqual(['This return has no such item', 0]);
});

test('a module has the tone of its worst item and counts the gaps', () => {
  expect(mark(overlay({ kind: 'module', module: 'Test' }, TWICE), 'C')).toEqual({
    tone: 'never',
    badge: '1 gap',
    words: 'C: 2 due here, recorded always 1, sometimes 0, never 1. Gaps: Sex.',
    count: 1,
  });
  expect(overlay({ kind: 'module', module: 'Other' }, TWICE).steps.size).toBe(0);
});

test('an accepted gap stays a gap, and is said to be accepted', () => {
  const { words } = mark(ofExample({ kind: 'module', module: 'Assessments' }), 'CFA');
  expect(words).toBe(
    'Child and family assessment: 4 due here, recorded always 3, sometimes 0, never 1. Gaps: AssessmentInternalReviewDate. Accepted by people: 1 gap.',
  );
});

test('duplicates count what nobody has decided on', () => {
  expect(mark(overlay({ kind: 'duplicates' }, TWICE), 'B')).toEqual({
    tone: 'high',
    badge: '×1',
    words: 'B: 1 duplicate of 1 fact waits for a decision, 1 on every route and 0 on some.',
    count: 1,
  });
});

test('a step whose duplicates are all decided says so', () => {
  const decided = {
    finding: 'duplicate/on-route|born|B|G|Q',
    decision: 'not-a-duplicate',
    reason: '',
    by: '',
    on: '',
    at: { file: '', row: 0 },
  } as const;
  expect(mark(overlay({ kind: 'duplicates' }, TWICE, { reviews: [decided] }), 'B')).toEqual({
    tone: 'low',
    badge: '1 decided',
    words: 'B: no duplicate is waiting for a decision; 1 decided.',
    count: 0,
  });
});

test('review never stands without the share assessed', () => {
  expect(mark(overlay({ kind: 'review' }, TWICE), 'A').badge).toBe('0% assessed');
  const shown = ofExample({ kind: 'review' });
  for (const { mark: each } of shown.table) expect(each.badge).toContain('assessed');
  expect(JSON.stringify(shown)).not.toMatch(/low value/iu);
});

test('time is a range, and hours a year are not known where no visits are', () => {
  const shown = overlay({ kind: 'time' }, TWICE);
  expect(mark(shown, 'A').words).toMatch(
    /^A: entering one visit takes about [\d.]+–[\d.]+ minutes, usually [\d.]+\. Hours a year are not known\.$/u,
  );
  expect(mark(ofExample({ kind: 'time' }), 'S47').words).toBe(
    'Section 47 enquiry: entering one visit takes about 41–142 minutes, usually 73. About 750–2,575 hours a year, usually 1,326, for 1,085 visits.',
  );
  expect(shown.note).toMatch(/^Modelled entry time/u);
});

const usage = (given: Partial<QuestionUsage>): QuestionUsage => ({
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
  at: { file: '', row: 0 },
  ...given,
});

test('usage that nobody knows is not read as none', () => {
  const shown = overlay({ kind: 'usage' }, TWICE, { usage: [usage({ shown: 200, answered: 82 })] });
  expect(mark(shown, 'A')).toEqual({
    tone: 'low',
    badge: '41% answered',
    words: 'A: 41% of the questions shown were answered (shown 200 times). None is rarely answered.',
    count: 41,
  });
  expect(mark(shown, 'B')).toEqual({
    tone: 'none',
    badge: 'no usage known',
    words: 'B: no usage is known of its 1 question.',
    count: 0,
  });
});

test('a count that is held back is 1 to 5, never zero', () => {
  const shown = overlay({ kind: 'usage' }, TWICE, { usage: [usage({ shown: 100, answered: '<6' })] });
  expect(mark(shown, 'A').badge).toBe('1–5% answered');
});

test('a row for the step itself stands before the row for all steps', () => {
  const rows = [usage({ shown: 100, answered: 10 }), usage({ stepType: stepTypeId('A'), shown: 100, answered: 90 })];
  expect(mark(overlay({ kind: 'usage' }, TWICE, { usage: rows }), 'A').badge).toBe('90% answered');
});

test('every mark of the worked example has words and a number, its tone is in the key, and the table says the same', () => {
  const choices: readonly OverlayChoice[] = [
    { kind: 'item', item: itemId('Child/CINdetails/Section47/S47ActualStartDate') },
    { kind: 'return' },
    { kind: 'duplicates' },
    { kind: 'review' },
    { kind: 'time' },
    { kind: 'usage' },
  ];
  for (const choice of choices) {
    const shown = ofExample(choice);
    const tones = new Map(shown.key.filter((line) => line.steps !== null).map(({ tone, steps }) => [tone, steps]));
    expect(shown.steps.size).toBeGreaterThan(0);
    expect(shown.table.map(({ step }) => step)).toEqual([...shown.steps.keys()]);
    expect([...tones.values()].reduce<number>((sum, steps) => sum + (steps ?? 0), 0)).toBe(shown.steps.size);
    for (const { name, mark: each, cells } of shown.table) {
      expect(each.words.startsWith(`${name}: `)).toBe(true);
      expect(each.badge).not.toBe('');
      expect(cells).toHaveLength(shown.columns.length);
    }
  }
});
