import { expect, test } from 'vitest';
import type { LaidOutDiagram } from '#diagram/diagram.ts';
import type { Audit } from '#model/audit.ts';
import { returnId } from '#model/ids.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import type { Background, HeldWorkspace, OpeningNews } from '#pipeline/background.ts';
import { createAppStore } from '#store/create-store.ts';
import { FIRST_VIEW } from '#store/view.ts';
import { emptyWorkspace } from '../support/a-workspace.ts';

const OPENED: HeldWorkspace = { workspace: emptyWorkspace(), problems: [] };
const OTHER: HeldWorkspace = { workspace: emptyWorkspace(), problems: [] };
const DIAGRAM: LaidOutDiagram = { size: { width: 0, height: 0 }, lanes: [], steps: [], lines: [] };
const AUDIT: Audit = auditWorkspace(OPENED.workspace, [], null);

/** A background that says what the test lets it say, and notes what it was asked. */
function aBackground(): Background & { readonly asked: string[]; tell: (news: OpeningNews) => void } {
  const background = {
    asked: new Array<string>(),
    tell: (news: OpeningNews): void => expect.fail(`nobody asked for ${news.kind}`),
    open: (input: { readonly kind: string }, _: unknown, tell: (news: OpeningNews) => void): void => {
      background.asked.push(`open ${input.kind}`);
      background.tell = tell;
    },
    audit: (_: unknown, wanted: string, tell: (news: OpeningNews) => void): void => {
      background.asked.push(`audit ${wanted}`);
      background.tell = tell;
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

const ZIP = { kind: 'zip', name: 'council.zip', bytes: new Uint8Array() } as const;

test('what is opened is shown as it comes, and then nothing is being worked on', () => {
  const background = aBackground();
  const store = createAppStore(background, FIRST_VIEW);
  store.open({ kind: 'example' });
  expect(store.getState().busy).toEqual({ stage: 'reading', name: 'the worked example' });
  openAll(background);
  expect(store.getState()).toMatchObject({ shown: { name: null, diagram: DIAGRAM, audit: AUDIT }, busy: null });
});

test('what is refused leaves what was open, with the reason', () => {
  const background = aBackground();
  const store = createAppStore(background, FIRST_VIEW);
  store.open({ kind: 'example' });
  openAll(background);
  store.open(ZIP);
  background.tell({ kind: 'refused', problems: [] });
  expect(store.getState()).toMatchObject({ shown: { opened: OPENED }, busy: null, refusal: { name: 'council.zip' } });
});

test.each([
  ['cancelling', (store: ReturnType<typeof createAppStore>) => store.cancel()],
  [
    'a failure',
    (_: unknown, background: ReturnType<typeof aBackground>) =>
      background.tell({ kind: 'failed', reason: 'out of memory' }),
  ],
])('%s half-way brings back what was open, and how it was looked at', (_, happen) => {
  const background = aBackground();
  const store = createAppStore(background, FIRST_VIEW);
  store.open({ kind: 'example' });
  openAll(background);
  store.show({ panel: 'step' });
  store.open(ZIP);
  background.tell({ kind: 'opened', opened: OTHER });
  expect(store.getState().shown?.opened).toBe(OTHER);
  happen(store, background);
  expect(store.getState().shown?.opened).toBe(OPENED);
  expect(store.getState()).toMatchObject({ busy: null, view: { panel: 'step' } });
});

test('another return is audited once, the same one not again', () => {
  const background = aBackground();
  const store = createAppStore(background, FIRST_VIEW);
  store.open({ kind: 'example' });
  openAll(background);
  store.show({ dataReturn: returnId('other') });
  store.show({ dataReturn: returnId('test') });
  expect(background.asked).toEqual(['open example', 'audit other']);
});
