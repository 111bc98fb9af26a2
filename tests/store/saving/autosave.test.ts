import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OpenFiles } from '#pipeline/write-files.ts';
import { currentFiles } from '#pipeline/write-files.ts';
import { type Autosave, startAutosave } from '#store/saving/autosave.ts';
import { type Drafts, openDrafts } from '#store/saving/drafts.ts';
import { hashWith } from '#store/saving/hash-bytes.ts';
import type { KeepingState } from '#store/saving/keeper.ts';
import type { AutosaveStart } from '#store/saving/keeping-steps.ts';
import { keepOnLeaving, warnOnLeaving } from '#store/saving/leaving.ts';
import { describeStorageFailure, type Outcome } from '#store/saving/outcome.ts';
import { sha256 } from '#store/saving/sha-256.ts';
import { VERSIONS_KEPT } from '#store/saving/versions.ts';
import { cleanFiles, open } from '../../workspace/reading.ts';
import { aClock, FORMS, openClean, settle, textOf, withTitle } from './fakes.ts';
import { connect } from './raw-storage.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const value = <Value>(outcome: Outcome<Value>): Value =>
  outcome.kind === 'done' ? outcome.value : expect.fail(outcome.failure.kind);

interface Desk {
  readonly drafts: Drafts;
  readonly autosave: Autosave;
  readonly opened: OpenFiles;
  readonly time: ReturnType<typeof aClock>;
  readonly states: KeepingState[];
}

/** Somebody at work on the clean workspace, in a browser of their own. */
function aDesk(start: Partial<AutosaveStart> = {}, factory: IDBFactory = new IDBFactory(), at = 1_000_000): Desk {
  const drafts = openDrafts({ indexedDb: factory, persist: null });
  const time = aClock(at);
  const states: KeepingState[] = [];
  const opened = start.opened ?? openClean();
  const ports = {
    drafts,
    hash: hashWith(crypto.subtle),
    by: () => 'A. Analyst',
    tell: (state: KeepingState) => void states.push(state),
  };
  const autosave = startAutosave(
    { ...ports, clock: time.clock, startTimer: time.startTimer },
    {
      id: 'exampleshire',
      name: 'council.zip',
      authority: 'Exampleshire',
      origin: { kind: 'zip', name: 'council.zip' },
      opened,
      base: opened.files,
      kept: null,
      ...start,
    },
  );
  return { drafts, autosave, opened, time, states };
}

/** The sizes of everything that the storage holds on to. */
async function contentsIn(factory: IDBFactory): Promise<readonly number[]> {
  const database = await connect(factory);
  const all = await new Promise<readonly Uint8Array[]>((resolve, reject) => {
    const request = database.transaction('contents').objectStore('contents').getAll();
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  database.close();
  return all.map((bytes) => bytes.length);
}

test('what was edited is kept within a second, and is there after the tab is gone', async () => {
  const { drafts, autosave, opened, time, states } = aDesk();
  autosave.edited(withTitle(opened, 'New title'), 'Rename a form');
  expect(states).toEqual([{ kind: 'waiting' }]);
  time.pass(999);
  await expect.poll(() => states.at(-1)).toEqual({ kind: 'kept', at: 1_000_999 });
  const [listed] = value(await drafts.list());
  expect(listed).toMatchObject({ id: 'exampleshire', authority: 'Exampleshire', counter: 1, savedAt: null });
  expect(listed?.edits).toEqual(['Rename a form']);
  const draft = value(await drafts.read('exampleshire'));
  expect(textOf(draft?.files.get(FORMS))).toContain('New title');
  expect(textOf(draft?.base.get(FORMS))).not.toContain('New title');
  expect(draft?.base).toEqual(opened.files);
});

describe('writing', () => {
  test('an edit after an edit does not put the keeping off', async () => {
    const { drafts, autosave, opened, time } = aDesk();
    for (let count = 1; count <= 5; count += 1) {
      autosave.edited(withTitle(opened, `Title ${count}`), `Edit ${count}`);
      time.pass(200);
      await settle();
    }
    expect(value(await drafts.read('exampleshire'))?.facts.edits).toEqual(['Edit 1', 'Edit 2', 'Edit 3']);
    time.pass(1000);
    await settle();
    expect(textOf(value(await drafts.read('exampleshire'))?.files.get(FORMS))).toContain('Title 5');
    expect(value(await drafts.list())[0]?.counter).toBe(2);
  });

  test('only changed files are written, and never two states at once', async () => {
    const { drafts, autosave, opened, time } = aDesk();
    await autosave.keep();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    autosave.edited(withTitle(opened, 'One'), 'One');
    const first = autosave.flush();
    autosave.edited(withTitle(opened, 'Two'), 'Two');
    await Promise.all([first, autosave.flush(), autosave.flush()]);
    const contents = put.mock.calls.filter(([written]) => written instanceof Uint8Array);
    expect(contents.length).toBe(1);
    expect(put.mock.calls.length).toBe(2);
    expect(textOf(value(await drafts.read('exampleshire'))?.files.get(FORMS))).toContain('Two');
    expect(time.waiting()).toBe(0);
  });

  test('a file that nobody touched keeps its bytes, whatever saving it would normalise', async () => {
    const files = cleanFiles();
    const sources = textOf(files.get('mappings/sources.csv')).replaceAll(/(\d{4})-(\d{2})-(\d{2})/gu, '$3/$2/$1');
    const opened = open(files.set('mappings/sources.csv', new TextEncoder().encode(sources)));
    const { drafts, autosave } = aDesk({ opened });
    autosave.edited(withTitle(opened, 'New'), 'Edit');
    await autosave.flush();
    expect(sources).toMatch(/\d{2}\/\d{2}\/\d{4}/u);
    expect(textOf(value(await drafts.read('exampleshire'))?.files.get('mappings/sources.csv'))).toBe(sources);
  });

  test('a write that is killed in the middle leaves what was kept before, whole', async () => {
    const { drafts, autosave, opened, states } = aDesk();
    autosave.edited(withTitle(opened, 'Before'), 'Before');
    await autosave.flush();
    const kept = value(await drafts.read('exampleshire'));
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function killed(this: IDBObjectStore, ...given) {
      const request = Reflect.apply(real, this, given);
      if (!(given[0] instanceof Uint8Array)) this.transaction.abort();
      return request;
    });
    autosave.edited(withTitle(opened, 'After'), 'After');
    await autosave.flush();
    vi.restoreAllMocks();
    expect(states.at(-1)).toMatchObject({ kind: 'failed', failure: { kind: 'broken' } });
    expect(value(await drafts.read('exampleshire'))).toEqual(kept);
    await autosave.flush();
    expect(textOf(value(await drafts.read('exampleshire'))?.files.get(FORMS))).toContain('After');
  });

  test('a removed workspace leaves nothing behind', async () => {
    const factory = new IDBFactory();
    const { drafts, autosave, opened } = aDesk({}, factory);
    autosave.edited(withTitle(opened, 'One'), 'One');
    await autosave.putBy('Before restoring');
    expect((await contentsIn(factory)).length).toBeGreaterThan(5);
    value(await drafts.remove('exampleshire'));
    expect(value(await drafts.list())).toEqual([]);
    expect(value(await drafts.versions('exampleshire'))).toEqual([]);
    expect(await contentsIn(factory)).toEqual([]);
  });

  test('nothing is kept after it was stopped, and what was waiting is', async () => {
    const { drafts, autosave, opened, time } = aDesk();
    autosave.edited(withTitle(opened, 'Waiting'), 'Waiting');
    await autosave.stop();
    autosave.edited(withTitle(opened, 'Late'), 'Late');
    time.pass(5000);
    await settle();
    expect(textOf(value(await drafts.read('exampleshire'))?.files.get(FORMS))).toContain('Waiting');
  });
});

describe('after a restart', () => {
  test('the work goes on where it was: what was done, and what is not saved', async () => {
    const factory = new IDBFactory();
    const first = aDesk({}, factory);
    first.autosave.edited(withTitle(first.opened, 'Kept'), 'First');
    await first.autosave.flush();
    const draft = value(await first.drafts.read('exampleshire')) ?? expect.fail('nothing was kept');
    const reopened = open(draft.files);
    const second = aDesk({ opened: reopened, base: draft.base, kept: draft.facts }, factory);
    second.autosave.edited(withTitle(reopened, 'Third', 3), 'Second');
    await second.autosave.flush();
    const again = value(await second.drafts.read('exampleshire'));
    expect(again?.facts).toMatchObject({ edits: ['First', 'Second'], counter: 2 });
    expect(again?.base).toEqual(first.opened.files);
    expect(textOf(again?.files.get(FORMS))).toContain('Kept');
  });

  test('the one kept last is listed first', async () => {
    const factory = new IDBFactory();
    const one = aDesk({ id: 'one' }, factory, 1000);
    const two = aDesk({ id: 'two' }, factory, 2000);
    await two.autosave.keep();
    await one.autosave.keep();
    expect(value(await one.drafts.list()).map(({ id }) => id)).toEqual(['two', 'one']);
  });
});

describe('saved states', () => {
  const ZIP = { kind: 'zip', name: 'council.zip' } as const;

  test('a save is a state with who, why and what; edits made while it went on are not in it', async () => {
    const { drafts, autosave, opened } = aDesk();
    const saved = withTitle(opened, 'Saved');
    autosave.edited(saved, 'First');
    autosave.edited(withTitle(saved, 'Later', 3), 'Second');
    const base = currentFiles(opened, saved);
    value(await autosave.saved({ saved, base, origin: ZIP, reason: 'Saved as council.zip' }));
    const draft = value(await drafts.read('exampleshire'));
    expect(draft?.facts).toMatchObject({ edits: ['Second'], savedAt: 1_000_000 });
    expect(draft?.base).toEqual(base);
    expect(textOf(draft?.files.get(FORMS))).toContain('Later');
    const [version, ...others] = value(await drafts.versions('exampleshire'));
    expect(others).toEqual([]);
    expect(version).toMatchObject({
      by: 'A. Analyst',
      reason: 'Saved as council.zip',
      edits: ['First'],
      at: 1_000_000,
    });
    expect(value(await drafts.readVersion(version?.number ?? 0))).toEqual(base);
  });

  test('while people work on, a state is put by every ten minutes at most', async () => {
    const { drafts, autosave, opened, time } = aDesk();
    for (let minute = 1; minute <= 25; minute += 1) {
      autosave.edited(withTitle(opened, `Minute ${minute}`), `Edit ${minute}`);
      time.pass(60_000);
      await autosave.flush();
    }
    const versions = value(await drafts.versions('exampleshire'));
    expect(versions.map(({ edits }) => edits.length)).toEqual([10, 10]);
    expect(versions[0]?.reason).toBe('Kept while you worked');
  });

  test('twenty are kept, the oldest go, and their bytes with them', async () => {
    const factory = new IDBFactory();
    const { drafts, autosave, opened } = aDesk({}, factory);
    for (let count = 1; count <= 30; count += 1) {
      autosave.edited(withTitle(opened, `State ${count}`), `Edit ${count}`);
      await autosave.putBy(`State ${count}`);
    }
    const versions = value(await drafts.versions('exampleshire'));
    expect(versions.length).toBe(VERSIONS_KEPT);
    expect(versions.map(({ reason }) => reason)).toEqual(Array.from({ length: 20 }, (_, at) => `State ${30 - at}`));
    // Each state has its own forms; everything else is there once.
    const own = 20;
    expect((await contentsIn(factory)).length).toBe(new Set([...opened.files.values()].map(textOf)).size + own);
  });

  test('the same files are not put by twice; a save gives the state that is there its name', async () => {
    const { drafts, autosave, opened } = aDesk();
    const saved = withTitle(opened, 'Same');
    autosave.edited(saved, 'Edit');
    await autosave.putBy('Before a restore');
    await autosave.putBy('Before another restore');
    await autosave.saved({ saved, base: currentFiles(opened, saved), origin: ZIP, reason: 'Saved' });
    const versions = value(await drafts.versions('exampleshire'));
    expect(versions.map(({ reason, edits }) => [reason, edits])).toEqual([['Saved', ['Edit']]]);
  });
});

/** A storage with room for so many bytes of files, in which writing more fails as a browser fails it. */
function limit(room: number): void {
  const real = IDBObjectStore.prototype.put;
  const remove = IDBObjectStore.prototype.delete;
  const sizes = new Map<unknown, number>();
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put(this: IDBObjectStore, ...given) {
    const [stored, key] = given;
    if (stored instanceof Uint8Array) {
      const used = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      if (used + stored.length > room) throw new DOMException('no room', 'QuotaExceededError');
      sizes.set(key, stored.length);
    }
    return Reflect.apply(real, this, given);
  });
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function drop(this: IDBObjectStore, ...given) {
    sizes.delete(given[0]);
    return Reflect.apply(remove, this, given);
  });
}

describe('when the browser cannot keep it', () => {
  const sizeOf = (opened: OpenFiles): number =>
    [...opened.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);

  test('storage that is full loses its oldest saved states first', async () => {
    const big = withTitle(openClean(), 'x'.repeat(50_000));
    limit(sizeOf(big) + 230_000);
    const { drafts, autosave, states } = aDesk();
    for (let count = 1; count <= 8; count += 1) {
      autosave.edited(withTitle(big, `${count}`.repeat(50_000)), `Edit ${count}`);
      const outcome = await autosave.putBy(`State ${count}`);
      expect(outcome.kind).toBe('done');
    }
    expect(states.some(({ kind }) => kind === 'failed')).toBe(false);
    const reasons = value(await drafts.versions('exampleshire')).map(({ reason }) => reason);
    expect(reasons[0]).toBe('State 8');
    expect(reasons.length).toBeLessThan(8);
    expect(
      value(await drafts.readVersion(value(await drafts.versions('exampleshire'))[0]?.number ?? 0)),
    ).not.toBeNull();
  });

  test('storage that is full without any is said, and what was kept stays', async () => {
    const { drafts, autosave, opened, states } = aDesk();
    limit(sizeOf(opened) + 1000);
    autosave.edited(withTitle(opened, 'small'), 'Small');
    await autosave.flush();
    autosave.edited(withTitle(opened, 'x'.repeat(100_000)), 'Large');
    await autosave.flush();
    expect(states.at(-1)).toEqual({ kind: 'failed', failure: { kind: 'full' } });
    expect(textOf(value(await drafts.read('exampleshire'))?.files.get(FORMS))).toContain('small');
    expect(describeStorageFailure({ kind: 'full' })).toContain('download a zip');
  });

  test.each([
    ['none', null],
    [
      'denied',
      {
        open: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      },
    ],
  ])('storage that is %s is said, and the work goes on', async (_, factory) => {
    const { drafts, autosave, opened, states } = aDesk({}, factory as unknown as IDBFactory);
    autosave.edited(withTitle(opened, 'New'), 'Edit');
    await autosave.flush();
    expect(states.at(-1)).toMatchObject({ kind: 'failed', failure: { kind: 'unavailable' } });
    expect(await drafts.list()).toMatchObject({ kind: 'failed', failure: { kind: 'unavailable' } });
    const saved = withTitle(opened, 'Again');
    autosave.edited(saved, 'Edit');
    expect((await autosave.saved({ saved, base: opened.files, origin: { kind: 'example' }, reason: '' })).kind).toBe(
      'failed',
    );
  });

  test('storage that somebody cleared is written anew', async () => {
    const factory = new IDBFactory();
    const { drafts, autosave, opened } = aDesk({}, factory);
    await autosave.keep();
    const other = openDrafts({ indexedDb: factory, persist: null });
    value(await other.remove('exampleshire'));
    autosave.edited(withTitle(opened, 'After'), 'After');
    await autosave.flush();
    const draft = value(await drafts.read('exampleshire'));
    expect(draft?.files.size).toBe(opened.files.size);
    expect(draft?.base).toEqual(opened.files);
  });

  test('the browser is asked once not to clear the storage', async () => {
    const persist = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true));
    const drafts = openDrafts({ indexedDb: new IDBFactory(), persist });
    const time = aClock();
    const opened = openClean();
    const autosave = startAutosave(
      { drafts, hash: hashWith(null), by: () => '', tell: () => undefined, ...time },
      { id: 'a', name: '', authority: '', origin: { kind: 'example' }, opened, base: opened.files, kept: null },
    );
    await autosave.keep();
    await autosave.keep();
    expect(persist).toHaveBeenCalledTimes(1);
  });
});

describe('leaving the page', () => {
  test('an edit of the last moment is kept, though nothing is waited for', async () => {
    const factory = new IDBFactory();
    const { drafts, autosave, opened } = aDesk({}, factory);
    await autosave.keep();
    autosave.edited(withTitle(opened, 'At the door'), 'Edit');
    autosave.leave();
    // A later reader is served after what was asked for before.
    const draft = value(await drafts.read('exampleshire'));
    expect(textOf(draft?.files.get(FORMS))).toContain('At the door');
    expect(draft?.facts.edits).toEqual(['Edit']);
    await autosave.flush();
    autosave.edited(opened, 'Undo');
    await autosave.flush();
    // What the last moment wrote is not left behind.
    expect((await contentsIn(factory)).length).toBe(new Set([...opened.files.values()].map(textOf)).size);
  });

  test('where nothing is waiting, nothing is written', async () => {
    const { autosave } = aDesk();
    await autosave.keep();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    autosave.leave();
    await settle();
    expect(put).not.toHaveBeenCalled();
  });

  function aPage(): {
    readonly page: Parameters<typeof keepOnLeaving>[0];
    hide: () => void;
    readonly window: EventTarget;
  } {
    const [document, window] = [new EventTarget(), new EventTarget()];
    const hidden = Object.assign(document, { visibilityState: 'visible' });
    const hide = (): void => {
      hidden.visibilityState = 'hidden';
      document.dispatchEvent(new Event('visibilitychange'));
    };
    return { page: { document: hidden, window } as unknown as Parameters<typeof keepOnLeaving>[0], hide, window };
  }

  test('what waits is kept when the page is hidden or left, and no longer after the end', () => {
    const { page, hide, window } = aPage();
    const flush = vi.fn<() => void>();
    const end = keepOnLeaving(page, flush);
    hide();
    window.dispatchEvent(new Event('pagehide'));
    expect(flush).toHaveBeenCalledTimes(2);
    end();
    hide();
    expect(flush).toHaveBeenCalledTimes(2);
  });

  test('the browser asks only while something is unsaved', () => {
    const { page, window } = aPage();
    let isUnsaved = true;
    const end = warnOnLeaving(page, () => isUnsaved);
    const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(false);
    isUnsaved = false;
    expect(leave()).toBe(true);
    isUnsaved = true;
    end();
    expect(leave()).toBe(true);
  });
});

test('bytes have the same hash with and without the help of the browser', async () => {
  const texts = ['', 'abc', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'é'.repeat(5000)];
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text);
    expect(sha256(bytes)).toBe(await hashWith(crypto.subtle).soon(bytes));
  }
  expect(sha256(new TextEncoder().encode('abc')).slice(0, 16)).toBe('ba7816bf8f01cfea');
});
