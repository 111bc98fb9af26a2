import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Shape } from '#workspace/shape.ts';
import * as mappings from '#workspace/shapes-mappings.ts';
import * as workflows from '#workspace/shapes-workflows.ts';
import { REPOSITORY } from './folder.ts';
import { bytesOf, describeProblem, open } from './reading.ts';

const FOLDERS = ['workflows', 'mappings'];

/** What a README says of one file: its columns with their words, which of them are needed, and an example. */
interface Section {
  readonly path: string;
  readonly columns: readonly { readonly name: string; readonly required: boolean; readonly words: readonly string[] }[];
  readonly example: string;
}

const ROW = /^\| `(\w+)` \| (.*?) \| ((?:`[^`]+` ?)*)\|$/gm;

function columnsIn(text: string): Section['columns'] {
  return [...text.matchAll(ROW)].map(([, name = '', holds = '', words = '']) => ({
    name,
    required: holds.endsWith('**needed**'),
    words: [...words.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word),
  }));
}

function sectionsOf(folder: string): readonly Section[] {
  const text = readFileSync(join(REPOSITORY, folder, 'README.md'), 'utf8');
  return text.split(/^##+ /m).flatMap((section) => {
    const path = /^(\S+\.(?:csv|json))\n/.exec(section)?.[1];
    const example = /```(?:csv|json)\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
    return path === undefined ? [] : [{ path: `${folder}/${path}`, columns: columnsIn(section), example }];
  });
}

const sections = FOLDERS.flatMap(sectionsOf);

const OWN_RETURN = 'mappings/returns/visits-2026/';
const pathOf = (shape: Shape): string => (shape.file.includes('/') ? shape.file : OWN_RETURN + shape.file);
const shapes: readonly Shape[] = [...Object.values(workflows), ...Object.values(mappings)];

describe('the READMEs describe every file as it is read', () => {
  test('and no other', () => {
    const tables = sections.map((section) => section.path).filter((path) => path.endsWith('.csv'));
    expect(tables.toSorted()).toEqual(shapes.map(pathOf).toSorted());
  });

  test.each(shapes.map((shape) => [pathOf(shape), shape] as const))('%s', (path, shape) => {
    const section = sections.find((one) => one.path === path);
    expect(section?.columns).toEqual(shape.columns.map(({ name, required, words }) => ({ name, required, words })));
    expect(section?.example.split('\n')[0]).toBe(shape.columns.map((column) => column.name).join(','));
  });
});

test('the examples together are a workspace without problems', () => {
  const files = new Map(sections.map(({ path, example }) => [path, bytesOf(example)]));
  const { value, problems } = open(files);
  expect(problems.map(describeProblem)).toEqual([]);
  expect(files.size).toBe(shapes.length + 2);
  expect(value.questions).toHaveLength(3);
  expect(value.codeMappings).toHaveLength(2);
});
