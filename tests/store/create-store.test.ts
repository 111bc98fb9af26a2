import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LaidOutDiagram } from '#diagram/diagram.ts';
import type { Audit } from '#model/audit.ts';
import { returnId } from '#model/ids.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import type { Background, OpeningNews } from '#pipeline/background.ts';
import type { Edit } from '#pipeline/edit-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { type AppStore, createAppStore } from '#store/create-store.ts';
import { FIRST_VIEW } from '#store/view.ts';
import { writeWorkspace } from '#workspace/write-workspace.ts';
import { openExample } from '../support/open-example.ts';

const OPENED: OpenedWorkspace = openExample();
const OTHER: OpenedWorkspace = { ...OPENED };
const DIAGRAM: LaidOutDiagram = { size: { width: 0, height: 0 }, lanes: [], steps: [], lines: [] };
const AUDIT: Audit = auditWorkspace(OPENED.value, [], null);

/** A background that says what the test lets it say, and notes what it was asked. */
function aBackground(): Background & { readonly asked: string[]; tell: (news: OpeningNews) => void } {
  const background = {
    asked: new Array<string>(),
    tell: (news: OpeningNews): void => expect.fail(`nobody asked for ${news.kind}`),
    open: ({ input }: Parameters<Background['open']>[0], tell: (news: OpeningNews) => void): void => {
      background.asked.push(`open ${input.kind}`);
      background.tell = tell;
    },
    ask: (...[{ revision }, who, question, tell]: Parameters<Background['ask']>): void => {
      const wanted = 'wanted' in question ? ` ${question.wanted}` : '';
      background.asked.push(`${who} ${revision}${wanted}`);
      if (question.kind !== 'draw') background.tell = tell;
    },
    work: (...[{ revision }, task, tell]: Parameters<Background['work']>): (() => void) => {
      background.asked.push(`${task.kind} ${revision}`);
      background.tell = tell;
      return () => void background.asked.push(`give up ${task.kind}`);
    },
    cancel: (): void => void background.asked.push('cancel'),
  };
  return background;
}

function openAll(background: ReturnType<typeof aBackground>, opened = OPENED): void {
  background.tell({ kind: 'opened', opened });
  background.tell({ kind: 'drawn', diagram: DIAGRAM });
  background.tell({ kind: 'audited', audit: AUDIT });
}

function anOpenStore(): { readonly store: AppStore; readonly background: ReturnType<typeof aBackground> } {
  const background = aBackground();
  const store = createAppStore(background, FIRST_VIEW);
  store.open({ kind: 'example' });
  openAll(background);
  return { store, background };
}

const ZIP = { kind: 'zip', name: 'council.zip', bytes: new Uint8Array() } as const;

describe('opening', () => {
  test('what is opened is shown as it comes, and then nothing is being worked on', () => {
    const background = aBackground();
    const store = createAppStore(background, FIRST_VIEW);
    store.open({ kind: 'example' });
    expect(store.getState().busy).toEqual({ stage: 'reading', name: 'the worked example' });
    openAll(background);
    expect(store.getState().shown).toMatchObject({ name: null, diagram: DIAGRAM, auditedAt: 1 });
    expect(store.getState().busy).toBe(null);
  });

  test('what is refused leaves what was open, with the reason', () => {
    const { store, background } = anOpenStore();
    store.open(ZIP);
    background.tell({ kind: 'refused', problems: [] });
    expect(store.getState().shown?.opened).toBe(OPENED);
    expect(store.getState()).toMatchObject({ busy: null, refusal: { name: 'council.zip' } });
  });

  test.each([
    ['cancelling', (store: AppStore) => store.cancel()],
    [
      'a failure',
      (_: unknown, background: ReturnType<typeof aBackground>) =>
        background.tell({ kind: 'failed', reason: 'out of memory' }),
    ],
  ])('%s half-way brings back what was open, how it was looked at, and what can be undone', (_, happen) => {
    const { store, background } = anOpenStore();
    store.show({ screen: 'fields' });
    store.edit(renameStep(store, 'Renamed'));
    const edited = store.getState().shown?.opened;
    store.open(ZIP);
    background.tell({ kind: 'opened', opened: OTHER });
    expect(store.getState().shown?.opened).toBe(OTHER);
    happen(store, background);
    expect(store.getState().shown?.opened).toBe(edited);
    expect(store.getState()).toMatchObject({ busy: null, view: { screen: 'fields' } });
    expect(store.getState().history.past).toHaveLength(1);
  });

  test('another return is audited once, the same one not again', () => {
    const { store, background } = anOpenStore();
    store.show({ dataReturn: returnId('cin-2025-26') });
    store.show({ dataReturn: returnId(AUDIT.return) });
    expect(background.asked).toEqual(['open example', 'audit 1 cin-2025-26']);
  });

  test('a return chosen between the picture and the first audit is audited after it', () => {
    const background = aBackground();
    const store = createAppStore(background, FIRST_VIEW);
    store.open({ kind: 'example' });
    const opening = background.tell;
    opening({ kind: 'opened', opened: OPENED });
    opening({ kind: 'drawn', diagram: DIAGRAM });
    store.show({ dataReturn: returnId('cin-2025-26') });
    opening({ kind: 'audited', audit: AUDIT });
    expect(background.asked).toEqual(['open example', 'audit 1 cin-2025-26']);
  });
});

function renameStep(store: AppStore, name: string, at = 0): Edit {
  const row = store.getState().shown?.opened.value.stepTypes[at]?.at.row ?? 0;
  const cells = [{ row, column: 'name', value: name }];
  return { name: `rename to ${name}`, changes: [{ kind: 'cells', file: 'workflows/step-types.csv', cells }] };
}

const stepNames = (store: AppStore): readonly string[] =>
  store.getState().shown?.opened.value.stepTypes.map((step) => step.name) ?? [];

describe('editing', () => {
  test('an edit shows at once, is audited and drawn, and can be undone and redone by its name', () => {
    const { store, background } = anOpenStore();
    const before = stepNames(store);
    expect(store.edit(renameStep(store, 'Front desk'))).toBe(true);
    expect(stepNames(store)[0]).toBe('Front desk');
    expect(background.asked.slice(1)).toEqual([`audit 2 ${AUDIT.return}`, 'draw 2']);
    expect(store.getState().history.past.map((done) => done.name)).toEqual(['rename to Front desk']);
    store.undo();
    expect(stepNames(store)).toEqual(before);
    store.redo();
    expect(stepNames(store)[0]).toBe('Front desk');
  });

  test('an edit that changes nothing of the picture does not draw it again', () => {
    const { store, background } = anOpenStore();
    const row = OPENED.value.sources[0]?.at.row ?? 0;
    const cells = [{ row, column: 'why', value: 'because' }];
    store.edit({ name: 'why', changes: [{ kind: 'cells', file: 'mappings/sources.csv', cells }] });
    expect(background.asked.slice(1)).toEqual([`audit 2 ${AUDIT.return}`]);
  });

  test('nothing changes while the workspace is read-only', () => {
    const { store } = anOpenStore();
    store.setReadOnly('It is open in another tab.');
    expect(store.edit(renameStep(store, 'Front desk'))).toBe(false);
    expect(store.getState().shown?.opened).toBe(OPENED);
  });

  test('an edit that is refused is told, until it may be done', () => {
    const { store } = anOpenStore();
    store.setReadOnly('Another tab has it.');
    expect(store.edit(renameStep(store, 'New'))).toBe(false);
    expect(store.getState().refusedEdit).toBe('rename to New');
    store.setReadOnly(null);
    expect(store.getState().refusedEdit).toBe(null);
  });

  test('another state is looked at without an edit, and the way back leads to the very state before', () => {
    const { store } = anOpenStore();
    const now = store.getState().shown?.opened;
    store.lookAt(renameStep(store, 'New').changes);
    expect(store.getState().shown?.opened).not.toBe(now);
    expect(store.getState().history.past).toEqual([]);
    store.lookBack();
    expect(store.getState().shown?.opened).toBe(now);
    expect(store.getState().lookedFrom).toBe(null);
  });

  test('undo and redo over random edits give back the same bytes', () => {
    const bytes = (store: AppStore): string => {
      const opened = store.getState().shown?.opened ?? OPENED;
      return [...writeWorkspace(opened)].map(([file, text]) => file + Buffer.from(text).toString('latin1')).join('\n');
    };
    const step = fc.oneof(
      fc.record({ at: fc.nat(20), name: fc.string({ unit: 'grapheme' }) }),
      fc.constantFrom('undo' as const, 'redo' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const { store } = anOpenStore();
        const first = bytes(store);
        for (const one of steps) {
          if (one === 'undo') store.undo();
          else if (one === 'redo') store.redo();
          else store.edit(renameStep(store, one.name, one.at));
        }
        const now = bytes(store);
        const made = store.getState().history.past.length;
        for (let done = 0; done < made; done += 1) store.undo();
        expect(bytes(store)).toBe(first);
        for (let done = 0; done < made; done += 1) store.redo();
        expect(bytes(store)).toBe(now);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

test('a file is made of the state that is shown, told to whoever asked, and can be given up', () => {
  const { store, background } = anOpenStore();
  const heard: OpeningNews[] = [];
  const before = store.getState();
  const giveUp = store.work(
    { kind: 'import-workbook', bytes: new Uint8Array(), wanted: null, today: '2026-11-22' },
    (news) => heard.push(news),
  );
  const news: OpeningNews = { kind: 'workbook-read', read: { failure: 'no workbook' } };
  background.tell(news);
  giveUp();
  expect(heard).toEqual([news]);
  expect(background.asked.slice(-2)).toEqual(['import-workbook 1', 'give up import-workbook']);
  expect(store.getState()).toBe(before);
});
