import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { newCase, type PlayedCase, playedTo, withEvent } from '#cases/played-case.ts';
import { openDrafts } from '#store/saving/drafts.ts';
import { type CaseKeeper, createCaseKeeper } from '#store/walking/case-keeper.ts';
import { openKeptCases } from '#store/walking/kept-cases.ts';
import { createWalkStore, isUnsaved, type WalkStore } from '#store/walking/walk-store.ts';
import { aClock, settle } from '../saving/fakes.ts';
import { connect } from '../saving/raw-storage.ts';

let factory = new IDBFactory();
beforeEach(() => {
  factory = new IDBFactory();
});

interface Tab {
  readonly store: WalkStore;
  readonly keeper: CaseKeeper;
  readonly pass: (time: number) => void;
}

/** A tab of the browser that has the storage, or none. */
function aTab(indexedDb: IDBFactory | null = factory): Tab {
  const { clock, startTimer, pass } = aClock();
  const store = createWalkStore();
  let last = 0;
  const newId = (): string => `${(last += 1)} ${Math.random()}`;
  return {
    store,
    pass,
    keeper: createCaseKeeper(store, { cases: openKeptCases(indexedDb), clock, startTimer, newId }),
  };
}

const begun = (name: string): PlayedCase =>
  withEvent(newCase(name, { held: [], on: '2026-07-01' }), { type: 'date', on: '2026-07-02' });

async function walked(tab: Tab, name = 'one'): Promise<PlayedCase> {
  const played = begun(name);
  await tab.keeper.enter('example', true);
  await tab.keeper.open({ played, isNew: true });
  return played;
}

/** Lets what waits be kept. */
async function keep(tab: Tab): Promise<void> {
  tab.pass(1000);
  await settle();
}

test('the case on the screen is kept within a second, and comes back in another tab', async () => {
  const tab = aTab();
  const played = await walked(tab);
  expect(tab.store.getState().keeping).toEqual({ kind: 'waiting' });
  await keep(tab);
  expect(tab.store.getState().keeping).toEqual({ kind: 'kept' });
  const again = aTab();
  await again.keeper.enter('example', true);
  expect(again.store.getState()).toMatchObject({ isReady: true, played, workspace: 'example' });
  expect(isUnsaved(again.store.getState())).toBe(true);
});

test('events that branches have in common are the same values when they come back', async () => {
  const tab = aTab();
  const played = await walked(tab);
  const two = withEvent(playedTo(withEvent(played, { type: 'date', on: '2026-07-03' }), 1), {
    type: 'date',
    on: '2026-07-09',
  });
  tab.store.setState({ played: two });
  await keep(tab);
  const again = aTab();
  await again.keeper.enter('example', true);
  const branches = again.store.getState().played?.branches ?? [];
  expect(branches.map(({ events }) => events.length)).toEqual([2, 2]);
  expect(branches[1]?.events[0]).toBe(branches[0]?.events[0]);
});

test('each workspace has its own case', async () => {
  const tab = aTab();
  await walked(tab);
  await tab.keeper.enter('zip council.zip', true);
  expect(tab.store.getState()).toMatchObject({ played: null, isReady: true });
  await tab.keeper.open({ played: begun('other'), isNew: true });
  await tab.keeper.enter('example', true);
  expect(tab.store.getState().played?.name).toBe('one');
  await tab.keeper.enter('zip council.zip', true);
  expect(tab.store.getState().played?.name).toBe('other');
});

test('a case that was closed does not come back', async () => {
  const tab = aTab();
  await walked(tab);
  await keep(tab);
  tab.keeper.close();
  await keep(tab);
  const again = aTab();
  await again.keeper.enter('example', true);
  expect(again.store.getState().played).toBeNull();
});

test('a case is saved under a name, renamed, deleted, and brought back', async () => {
  const tab = aTab();
  await walked(tab);
  await tab.keeper.saveAs('To show');
  expect(isUnsaved(tab.store.getState())).toBe(false);
  const id = tab.store.getState().savedAs;
  await tab.keeper.saveAs('To show');
  expect(tab.store.getState().named).toHaveLength(1);
  await tab.keeper.rename(id, 'Shown');
  const again = aTab();
  await again.keeper.enter('example', true);
  expect(again.store.getState().named.map(({ played }) => played.name)).toEqual(['Shown']);
  await again.keeper.remove(id);
  expect(again.store.getState().named).toEqual([]);
  const after = aTab();
  await after.keeper.enter('example', true);
  expect(after.store.getState().named).toEqual([]);
  await again.keeper.bringBack();
  const last = aTab();
  await last.keeper.enter('example', true);
  expect(last.store.getState().named.map(({ played }) => played.name)).toEqual(['Shown']);
});

test('what is done after saving is unsaved; rewinding is not a change', async () => {
  const tab = aTab();
  await walked(tab);
  await tab.keeper.saveAs('one');
  const { played } = tab.store.getState();
  if (played === null) throw new Error('the case is gone');
  tab.store.setState({ played: playedTo(played, 0) });
  expect(isUnsaved(tab.store.getState())).toBe(false);
  tab.store.setState({ played: withEvent(played, { type: 'date', on: '2026-07-09' }) });
  expect(isUnsaved(tab.store.getState())).toBe(true);
});

test('an unsaved case is put aside under a free name when another is opened; a saved one is not', async () => {
  const tab = aTab();
  await walked(tab);
  await tab.keeper.open({ played: begun('two'), script: 'two' });
  expect(tab.store.getState()).toMatchObject({ putAside: 'one', script: 'two' });
  await tab.keeper.open({ played: begun('one'), isNew: true });
  expect(tab.store.getState().putAside).toBeNull();
  await tab.keeper.open({ played: begun('three'), isNew: true });
  expect(tab.store.getState().putAside).toBe('one (2)');
  expect(tab.store.getState().named.map(({ played }) => played.name)).toEqual(['one (2)', 'one']);
});

test('where nothing can be stored it is said, and the case goes on', async () => {
  const tab = aTab(null);
  const played = await walked(tab);
  await keep(tab);
  expect(tab.store.getState()).toMatchObject({ played, keeping: { kind: 'failed', failure: { kind: 'unavailable' } } });
});

test('a tab that does not own the workspace keeps nothing, and says so', async () => {
  const tab = aTab();
  await tab.keeper.enter('example', false);
  await tab.keeper.open({ played: begun('one'), isNew: true });
  await keep(tab);
  expect(tab.store.getState().keeping).toEqual({ kind: 'not-here' });
  const again = aTab();
  await again.keeper.enter('example', true);
  expect(again.store.getState().played).toBeNull();
});

/** The storage as an earlier version of the product laid it. */
function layEarlier(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open('throughline', 1);
    request.addEventListener('upgradeneeded', () => {
      const { result } = request;
      result.createObjectStore('drafts', { keyPath: 'id' }).createIndex('hashes', 'hashes', { multiEntry: true });
      const versions = result.createObjectStore('versions', { autoIncrement: true });
      versions.createIndex('hashes', 'hashes', { multiEntry: true });
      versions.createIndex('draft', 'draft');
      result.createObjectStore('contents');
      const origin = { kind: 'example' };
      const draft = { id: 'example', name: 'kept before', origin, hashes: [], files: [], base: [], edits: [], at: 1 };
      request.transaction?.objectStore('drafts').put(draft);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('it did not open')));
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
  });
}

test('storage of an earlier version keeps its workspaces and takes cases', async () => {
  await layEarlier();
  const tab = aTab();
  await walked(tab);
  await keep(tab);
  const drafts = await openDrafts({ indexedDb: factory, persist: null }).list();
  expect(drafts).toMatchObject({ kind: 'done', value: [{ id: 'example', name: 'kept before' }] });
  const database = await connect(factory);
  expect([...database.objectStoreNames]).toEqual(['cases', 'contents', 'drafts', 'versions']);
});

test('a workspace that is taken out takes its cases along', async () => {
  const tab = aTab();
  await tab.keeper.enter('zip council.zip', true);
  await tab.keeper.open({ played: begun('one'), isNew: true });
  await tab.keeper.saveAs('one');
  await keep(tab);
  await openDrafts({ indexedDb: factory, persist: null }).remove('zip council.zip');
  const again = aTab();
  await again.keeper.enter('zip council.zip', true);
  expect(again.store.getState()).toMatchObject({ played: null, named: [] });
});

test('the cases of the example stay when what was done to the example is taken out', async () => {
  await layEarlier();
  const tab = aTab();
  const played = await walked(tab);
  await keep(tab);
  await openDrafts({ indexedDb: factory, persist: null }).remove('example');
  const again = aTab();
  await again.keeper.enter('example', true);
  expect(again.store.getState().played).toEqual(played);
});
