import { describe, expect, test } from 'vitest';
import { RULES } from './house/architecture/rules.ts';
import { readSourceFiles, type SourceFile, toSourceFile } from './house/architecture/source-files.ts';

const files = readSourceFiles();

/** For each rule, files that break it, each in one way. */
const PLANTED: Readonly<Record<string, readonly (readonly [path: string, text: string])[]>> = {
  'every file stands in a room': [
    ['helpers/dates.ts', 'export const x = 1;'],
    ['dates.ts', 'export const x = 1;'],
  ],
  'rooms import only the rooms below them': [
    ['model/a.ts', "import { x } from '#analyses/coverage.ts';"],
    ['analyses/a.ts', "import type { X } from '#workspace/near.ts';"],
    ['layout/a.ts', "import { x } from '#model/ids.ts';"],
    ['pipeline/a.ts', "const x = await import('#layout/elk.ts');"],
    ['store/a.ts', "export { x } from '#analyses/coverage.ts';"],
    ['views/a.tsx', "import { useApp } from '#store/store.ts';"],
    ['app/a.tsx', "import { layOut } from '#layout/elk.ts';"],
    ['cli/a.ts', "import { x } from '#workspace/near.ts';"],
    ['store/b.ts', "import { x } from '#worker/client.ts';"],
  ],
  'a package belongs to one room': [
    ['model/a.ts', "import { readFile } from 'node:fs';"],
    ['pipeline/a.ts', "import { unzipSync } from 'fflate';"],
    ['analyses/a.ts', "import type { Actor } from 'xstate';"],
    ['views/a.tsx', "import ELK from 'elkjs/lib/elk-api.js';"],
    ['views/b.tsx', "import { create } from 'zustand';"],
    ['app/a.tsx', "import { ReactFlow } from '@xyflow/react';"],
  ],
  'imports are spelled one way': [
    ['cli/report/a.ts', "import { x } from '../open.ts';"],
    ['cli/a.ts', "import { x } from '#cli/open.ts';"],
    ['cli/b.ts', "import { x } from './open';"],
    ['store/a.ts', "const x = await import('./../model/ids.ts');"],
  ],
  'no barrel files': [
    ['model/index.ts', "export { stepTypeId } from './ids.ts';"],
    ['model/all.ts', "export * from './ids.ts';\nexport const x = 1;"],
    ['model/some.ts', "import { stepTypeId } from './ids.ts';\nexport { stepTypeId };"],
  ],
  'no default exports': [
    ['views/a.tsx', 'export default function Map() { return <p />; }'],
    ['model/a.ts', 'const x = 1;\nexport { x as default };'],
  ],
  'files stay small': [['model/a.ts', 'export const x = 1;\n'.repeat(301)]],
  'exporters load when they are asked for': [['pipeline/a.ts', "import { exportPdf } from '#exporters/pdf.ts';"]],
  'the first load holds no layout and no exporter': [
    ['main.tsx', "import { client } from '#worker/client.ts';"],
    ['worker/client.ts', "import { layOut } from '#layout/elk.ts';"],
    ['layout/elk.ts', 'export const layOut = 1;'],
  ],
};

const read = (planted: readonly (readonly [string, string])[]): readonly SourceFile[] =>
  planted.map(([path, text]) => toSourceFile(path, text));

test('every source file is looked at', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(files.length);
  const rooms = new Set(files.map((file) => file.room));
  for (const room of ['model', 'workspace', 'analyses', 'pipeline', 'cli']) expect(rooms).toContain(room);
});

describe.each(RULES)('$name', ({ name, why, faults }) => {
  test('the code keeps to it', () => {
    expect(faults(files), why).toEqual([]);
  });

  test('a fault that is planted is seen', () => {
    const planted = PLANTED[name] ?? [];
    expect(planted.length).toBeGreaterThan(0);
    const isAboutAll = name.startsWith('the first load');
    const cases = isAboutAll ? [planted] : planted.map((each) => [each]);
    for (const each of cases) expect(faults(read(each)), each.map(([path]) => path).join(', ')).toHaveLength(1);
  });
});

test('what is allowed is not taken for a fault', () => {
  const allowed = read([
    ['model/ids.ts', 'export const stepTypeId = 1;'],
    ['analyses/coverage.ts', "import type { X } from '#model/ids.ts';\nexport const x = 1;"],
    ['cli/open.ts', "import { readFile } from 'node:fs/promises';\nimport { x } from './report/text.ts';\nx;"],
    ['cli/report/deep/text.ts', "import { x } from '#cli/nearest.ts';\nexport const y = x;"],
    ['pipeline/export.ts', "export const exportPdf = () => import('#exporters/pdf.ts');"],
    ['pipeline/kinds.ts', "import type { Kind } from '#exporters/kind.ts';\nexport const k: Kind = 1;"],
    ['layout/from-elk.ts', "import { assertNever } from '#model/assert.ts';\nassertNever;"],
    ['layout/elk.ts', "import ELK from 'elkjs/lib/elk-api.js';\nexport const layOut = ELK;"],
    ['worker/client.ts', "export const start = () => new Worker(new URL('./worker.ts', import.meta.url));"],
    ['worker/worker.ts', "import { layOut } from '#layout/elk.ts';\nlayOut;"],
    ['main.tsx', "import { start } from '#worker/client.ts';\nimport 'govuk-frontend/dist/x.css';\nstart();"],
  ]);
  for (const { name, faults } of RULES) expect(faults(allowed), name).toEqual([]);
});
