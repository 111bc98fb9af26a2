import { describe, expect, test } from 'vitest';
import { compareWithDisk, leftToChoose, type MergeChoices, mergeWithDisk, withFiles } from '#pipeline/compare-files.ts';
import { currentFiles } from '#pipeline/write-files.ts';
import { describeFolderFailure } from '#store/saving/folder-failure.ts';
import { allowFolder, findDraftOf, isAllowed, pickFolder } from '#store/saving/pick-folder.ts';
import { changesOnDisk, findRoot, readFolder } from '#store/saving/read-folder.ts';
import { saveToFolder } from '#store/saving/save-folder.ts';
import { bytesOf, cleanFiles, open } from '../../workspace/reading.ts';
import { aDisk, FORMS, openClean, textOf, withTitle } from './fakes.ts';

const SOURCES = 'mappings/sources.csv';
const NOTHING: MergeChoices = { rows: new Map(), files: new Map() };

/** The clean workspace opened from a disk, with a title changed in two of its files. */
function edited(): { files: ReadonlyMap<string, Uint8Array>; base: ReadonlyMap<string, Uint8Array> } {
  const opened = openClean();
  const files = new Map(currentFiles(opened, withTitle(opened, 'New title')));
  files.set(SOURCES, bytesOf(`${textOf(files.get(SOURCES))}\n`));
  return { files, base: opened.files };
}

test('changed files are written and no others; then nothing is left to write', async () => {
  const disk = aDisk(cleanFiles());
  const { files, base } = edited();
  const outcome = await saveToFolder(disk.folder, { files, base });
  expect(outcome).toEqual({ kind: 'saved', written: [SOURCES, FORMS], base: files });
  expect(new Map(disk.files)).toEqual(files);
  expect(await saveToFolder(disk.folder, { files, base: files })).toMatchObject({ kind: 'saved', written: [] });
  expect(disk.writes.length).toBe(2);
});

describe('reading a folder', () => {
  const others = { 'notes.docx': 'x', 'workflows/picture.png': 'x', '.git/config.json': '{}', 'README.csv': 'x' };
  const withOthers = new Map([
    ...cleanFiles(),
    ...Object.entries(others).map(([path, text]) => [path, bytesOf(text)] as const),
  ]);

  test('only tables and JSON of the two folders are read', async () => {
    expect(await readFolder(aDisk(withOthers).folder)).toEqual({ kind: 'done', value: cleanFiles() });
  });

  test('the workspace may stand one folder below the one that was picked', async () => {
    const inside = new Map([...withOthers].map(([path, bytes]) => [`Council/${path}`, bytes]));
    const root = await findRoot(aDisk(inside).folder);
    expect(root).toMatchObject({ kind: 'done', value: { name: 'Council' } });
    expect(root.kind === 'done' && (await readFolder(root.value))).toEqual({ kind: 'done', value: cleanFiles() });
    const second = [...inside].map(([path, bytes]) => [path.replace('Council/', 'Second/'), bytes] as const);
    const two = new Map([...inside, ...second]);
    const picked = aDisk(two).folder;
    const unclear = await findRoot(picked);
    expect(unclear.kind === 'done' && unclear.value).toBe(picked);
  });

  test('an empty folder has no files, and gets its folders when it is saved to', async () => {
    const disk = aDisk(new Map());
    expect(await readFolder(disk.folder)).toEqual({ kind: 'done', value: new Map() });
    const files = openClean().files;
    expect(await saveToFolder(disk.folder, { files, base: new Map() })).toMatchObject({ kind: 'saved' });
    expect(await readFolder(disk.folder)).toEqual({ kind: 'done', value: files });
  });

  test('a folder that is gone is said', async () => {
    const disk = aDisk(cleanFiles());
    disk.isGone = true;
    expect(await readFolder(disk.folder)).toEqual({ kind: 'failed', failure: { kind: 'gone', file: '' } });
  });
});

describe('permission', () => {
  test('after a restart it is asked for again, once, before saving', async () => {
    const disk = aDisk(cleanFiles());
    disk.permission = 'prompt';
    expect(await isAllowed(disk.folder)).toBe(false);
    expect(disk.asked).toEqual([]);
    expect(await saveToFolder(disk.folder, edited())).toMatchObject({ kind: 'saved' });
    expect(disk.asked).toEqual(['permission']);
    expect(await isAllowed(disk.folder)).toBe(true);
  });

  test('where it is withdrawn, nothing is written and it is said', async () => {
    const disk = aDisk(cleanFiles());
    disk.permission = 'denied';
    const before = new Map(disk.files);
    const outcome = await saveToFolder(disk.folder, edited());
    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'permission' }, written: [] });
    expect(disk.files).toEqual(before);
    expect(await allowFolder(disk.folder)).toEqual({ kind: 'failed', failure: { kind: 'permission', file: '' } });
  });

  test('a person who thinks better of picking a folder picked none', async () => {
    const { folder } = aDisk(new Map());
    expect(await pickFolder(async () => folder)).toEqual({ kind: 'done', value: folder });
    const refuse = (name: string) => pickFolder(() => Promise.reject(new DOMException('', name)));
    expect(await refuse('AbortError')).toEqual({ kind: 'done', value: null });
    expect(await refuse('SecurityError')).toMatchObject({ kind: 'failed', failure: { kind: 'permission' } });
  });
});

describe('when a file cannot be written', () => {
  test('one that another program holds is named, and what was written before it is known', async () => {
    const disk = aDisk(cleanFiles());
    disk.locked.add(FORMS);
    const { files, base } = edited();
    const outcome = await saveToFolder(disk.folder, { files, base });
    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'locked', file: FORMS }, written: [SOURCES] });
    expect(disk.files.get(FORMS)).toEqual(base.get(FORMS));
    expect(outcome.kind === 'failed' && describeFolderFailure(outcome.failure)).toContain(`The file ${FORMS}`);
    disk.locked.clear();
    const next = outcome.kind === 'failed' ? outcome.base : expect.fail('it was written');
    expect(await saveToFolder(disk.folder, { files, base: next })).toMatchObject({ kind: 'saved', written: [FORMS] });
    expect(disk.files).toEqual(files);
  });

  test('a disk that is full leaves the file as it was', async () => {
    const disk = aDisk(cleanFiles());
    disk.room = 10;
    const outcome = await saveToFolder(disk.folder, edited());
    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'disk-full' }, written: [] });
    expect(disk.files).toEqual(cleanFiles());
  });

  test('a folder that was moved away is said', async () => {
    const disk = aDisk(cleanFiles());
    disk.isGone = true;
    expect(await saveToFolder(disk.folder, edited())).toMatchObject({ kind: 'failed', failure: { kind: 'gone' } });
  });
});

describe('a file that somebody else changed on disk', () => {
  const opened = openClean();
  const mine = withTitle(opened, 'My title');
  const changed = (from: string, to: string): string => textOf(opened.files.get(FORMS)).replace(from, to);
  const [, first = '', second = ''] = textOf(opened.files.get(FORMS)).split('\n');

  async function saveOver(text: string | null): Promise<Awaited<ReturnType<typeof saveToFolder>>> {
    const disk = aDisk(withFiles(opened.files, new Map([[FORMS, text === null ? null : bytesOf(text)]])));
    const outcome = await saveToFolder(disk.folder, { files: currentFiles(opened, mine), base: opened.files });
    if (outcome.kind === 'changed-on-disk') expect(disk.writes).toEqual([]);
    return outcome;
  }

  test('stops the saving, and is joined row by row', async () => {
    const theirs = changed(second, `${second.split(',')[0] ?? ''},Their title`);
    const outcome = await saveOver(theirs);
    const changes = outcome.kind === 'changed-on-disk' ? outcome.changes : expect.fail(outcome.kind);
    const differences = compareWithDisk(mine, changes);
    expect(differences).toMatchObject([{ kind: 'rows', file: FORMS, rows: [{ by: 'mine' }, { by: 'theirs' }] }]);
    expect(leftToChoose(differences, NOTHING)).toBe(0);
    const merged = mergeWithDisk(mine, changes, NOTHING);
    expect(textOf(merged.get(FORMS))).toContain('My title');
    expect(textOf(merged.get(FORMS))).toContain('Their title');
    // Saved again, on top of what stands on disk, it is all there.
    const disk = aDisk(withFiles(opened.files, new Map([[FORMS, bytesOf(theirs)]])));
    const base = withFiles(opened.files, new Map(changes.map(({ file, disk: bytes }) => [file, bytes])));
    const reopened = open(withFiles(currentFiles(opened, mine), merged));
    expect(await saveToFolder(disk.folder, { files: reopened.files, base })).toMatchObject({ written: [FORMS] });
    expect(textOf(disk.files.get(FORMS))).toBe(textOf(merged.get(FORMS)));
  });

  test('asks for the rows that both changed', async () => {
    const outcome = await saveOver(changed(first, `${first.split(',')[0] ?? ''},Their title`));
    const changes = outcome.kind === 'changed-on-disk' ? outcome.changes : expect.fail(outcome.kind);
    const differences = compareWithDisk(mine, changes);
    expect(leftToChoose(differences, NOTHING)).toBe(1);
    const [difference] = differences;
    const key = difference?.kind === 'rows' ? difference.rows[0]?.key : undefined;
    const choices = { ...NOTHING, rows: new Map([[FORMS, new Map([[key ?? '', 'theirs' as const]])]]) };
    expect(leftToChoose(differences, choices)).toBe(0);
    expect(textOf(mergeWithDisk(mine, changes, NOTHING).get(FORMS))).toContain('My title');
    expect(textOf(mergeWithDisk(mine, changes, choices).get(FORMS))).toContain('Their title');
  });

  test('that is gone is asked about as a whole', async () => {
    const outcome = await saveOver(null);
    const changes = outcome.kind === 'changed-on-disk' ? outcome.changes : expect.fail(outcome.kind);
    const differences = compareWithDisk(mine, changes);
    expect(differences).toEqual([{ kind: 'whole', file: FORMS, isGone: true }]);
    expect(leftToChoose(differences, NOTHING)).toBe(1);
    const theirs = { ...NOTHING, files: new Map([[FORMS, 'theirs' as const]]) };
    expect(mergeWithDisk(mine, changes, theirs).get(FORMS)).toBeNull();
    expect(textOf(mergeWithDisk(mine, changes, NOTHING).get(FORMS))).toContain('My title');
  });

  test('in the same way is no matter', async () => {
    const files = currentFiles(opened, mine);
    expect(await saveOver(textOf(files.get(FORMS)))).toEqual({ kind: 'saved', written: [], base: files });
  });

  test('and that nobody edits here does not stop the saving, but can be asked for', async () => {
    const disk = aDisk(withFiles(opened.files, new Map([[SOURCES, bytesOf('theirs')]])));
    const found = await changesOnDisk(disk.folder, opened.files, opened.files.keys());
    expect(found).toMatchObject({ kind: 'done', value: [{ file: SOURCES }] });
    const files = currentFiles(opened, mine);
    expect(await saveToFolder(disk.folder, { files, base: opened.files })).toMatchObject({ written: [FORMS] });
    expect(textOf(disk.files.get(SOURCES))).toBe('theirs');
  });
});

test('a folder that is kept already is known again', async () => {
  const disk = aDisk(cleanFiles());
  const facts = {
    name: 'Council',
    authority: 'Exampleshire',
    at: 1,
    savedAt: null,
    counter: 1,
    edits: [],
    editsSinceVersion: [],
    versionAt: 1,
  };
  const kept = { ...facts, id: 'kept', origin: { kind: 'folder', name: 'Council', folder: disk.folder } } as const;
  const zip = { ...facts, id: 'zip', origin: { kind: 'zip', name: 'a.zip' } } as const;
  expect(await findDraftOf(disk.folder, [zip, kept])).toBe(kept);
  expect(await findDraftOf(aDisk(new Map()).folder, [zip, kept])).toBeNull();
});
