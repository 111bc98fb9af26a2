import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFolder } from '#cli/read-folder.ts';
import { newFolder } from './support.ts';

async function workspaceWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(await newFolder(), 'workspace');
  for (const [path, text] of Object.entries({ 'workflows/workspace.json': '{}', ...files })) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

test('only the tables and settings in workflows and mappings are read', async () => {
  const folder = await workspaceWith({
    'mappings/sources.csv': 'fact',
    'mappings/returns/own/items.csv': 'item',
    'workflows/.hidden.csv': 'x',
    'workflows/~$forms.csv': 'x',
    'workflows/notes.docx': 'x',
    'elsewhere/forms.csv': 'x',
    'forms.csv': 'x',
  });
  const { files, problems } = await readFolder(folder);
  expect([...files.keys()]).toEqual([
    'workflows/workspace.json',
    'mappings/returns/own/items.csv',
    'mappings/sources.csv',
  ]);
  expect(problems).toEqual([]);
});

test('a link to a file outside is not followed, and said to be there', async () => {
  const folder = await workspaceWith({});
  await writeFile(join(folder, '..', 'outside.csv'), 'secret');
  await symlink(join(folder, '..', 'outside.csv'), join(folder, 'workflows', 'forms.csv'));
  const { files, problems } = await readFolder(folder);
  expect(files.has('workflows/forms.csv')).toBe(false);
  expect(problems).toMatchObject([{ severity: 'error', file: 'workflows/forms.csv', row: 0 }]);
  expect(problems[0]?.message).toContain('outside the workspace');
});

test('a link to a folder outside is not followed either', async () => {
  const folder = await workspaceWith({});
  await mkdir(join(folder, '..', 'mappings'));
  await writeFile(join(folder, '..', 'mappings', 'sources.csv'), 'secret');
  await symlink(join(folder, '..', 'mappings'), join(folder, 'mappings'));
  const { files, problems } = await readFolder(folder);
  expect([...files.keys()]).toEqual(['workflows/workspace.json']);
  expect(problems).toMatchObject([{ file: 'mappings' }]);
});

test('a link within the workspace is read', async () => {
  const folder = await workspaceWith({ 'workflows/forms-2026.csv': 'form' });
  await symlink('forms-2026.csv', join(folder, 'workflows', 'forms.csv'));
  expect((await readFolder(folder)).files.has('workflows/forms.csv')).toBe(true);
});

test('a link to nowhere and a link in a circle are problems, and the rest is read', async () => {
  const folder = await workspaceWith({ 'mappings/sources.csv': 'fact' });
  await symlink('nowhere.csv', join(folder, 'workflows', 'forms.csv'));
  await symlink('.', join(folder, 'workflows', 'again'));
  const { files, problems } = await readFolder(folder);
  expect(files.size).toBe(2);
  expect(problems.map((problem) => problem.file)).toEqual(['workflows/forms.csv']);
});

test('a file too large to be a table is a problem, not a crash', async () => {
  const folder = await workspaceWith({ 'workflows/questions.csv': '' });
  await truncate(join(folder, 'workflows', 'questions.csv'), 200_000_000);
  const { files, problems } = await readFolder(folder);
  expect(files.has('workflows/questions.csv')).toBe(false);
  expect(problems[0]?.message).toContain('larger than 100 MB');
});

test('a folder where a file should be is said to be one, whatever it holds', async () => {
  const folder = await workspaceWith({ 'workflows/questions.csv/a.txt': 'x', 'workflows/forms.csv/b.csv': 'x' });
  const { files, problems } = await readFolder(folder);
  expect([...files.keys()]).toEqual(['workflows/workspace.json']);
  expect(problems.map(({ file }) => file)).toEqual(['workflows/forms.csv', 'workflows/questions.csv']);
  for (const { message } of problems) expect(message).toContain('it is a folder');
});

test('a link that leads back to itself is said to be one', async () => {
  const folder = await workspaceWith({});
  await symlink('forms.csv', join(folder, 'workflows', 'forms.csv'));
  expect((await readFolder(folder)).problems[0]?.message).toContain('leads back to itself');
});
