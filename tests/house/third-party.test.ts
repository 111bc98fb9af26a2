import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/lib/built.mjs';

interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestAt = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Every package that the built products may carry, with its licence: the dependencies and theirs. */
function carried(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (name: string, from: string): void => {
    const nested = join(from, 'node_modules', name);
    const folder = existsSync(nested) ? nested : join(ROOT, 'node_modules', name);
    if (found.has(name) || name.startsWith('@types/')) return;
    const { license = '', dependencies = {} } = manifestAt(folder);
    found.set(name, license);
    for (const inner of Object.keys(dependencies)) visit(inner, folder);
  };
  for (const name of Object.keys(manifestAt(ROOT).dependencies ?? {})) visit(name, ROOT);
  return found;
}

test('every package that travels with the product is listed with its licence', () => {
  const listed = readFileSync(join(ROOT, 'THIRD-PARTY.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const packages = carried();
  expect(packages.size).toBeGreaterThan(15);
  for (const [name, licence] of packages) {
    const row = listed.find((cells) => cells[1]?.split(', ').includes(name));
    expect(row, `${name} is not in THIRD-PARTY.md`).toBeDefined();
    expect(licence.replaceAll(/[()]/gu, '').split(' OR '), name).toContain(row?.[2]);
  }
});
