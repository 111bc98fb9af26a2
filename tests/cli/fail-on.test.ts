import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFailOn } from '#cli/fail-on.ts';
import { FINDING_KINDS } from '#model/finding.ts';
import { ROOT } from '../../scripts/lib/built.mjs';
import { readSourceFiles } from '../house/architecture/source-files.ts';

test('a kind, and a group of kinds', () => {
  expect(readFailOn(['coverage/item-gap'])).toEqual(new Set(['coverage/item-gap']));
  const duplicates = FINDING_KINDS.filter((kind) => kind.startsWith('duplicate/'));
  for (const word of ['duplicate', 'duplicate/', 'duplicate/*'])
    expect(readFailOn([word])).toEqual(new Set(duplicates));
});

test('nothing asked for is nothing to fail on', () => expect(readFailOn([])).toEqual(new Set()));

test.each(['coverage/item', 'cover', '*', 'coverage/item-gap,,workflow'])('%s is no kind', (text) =>
  expect(readFailOn([text])).toHaveProperty('failure'),
);

/** The text of every analysis that runs: what `analyses/index.ts` reaches. The figures only count what others find. */
function runningAnalyses(): string {
  const files = new Map(readSourceFiles().map((file) => [file.path, file]));
  const reached = new Set(['analyses/index.ts']);
  for (const path of reached)
    for (const { from } of files.get(path)?.imports ?? [])
      if (from.startsWith('./') && from !== './numbers.ts') reached.add(`analyses/${from.slice(2)}`);
  expect(reached.size).toBeGreaterThan(10);
  return [...reached].map((path) => readFileSync(join(ROOT, 'src', path), 'utf8')).join('\n');
}

test('every kind that can be named is one that some analysis looks for, as any other would never fail', () => {
  const code = runningAnalyses();
  expect(FINDING_KINDS.filter((kind) => !code.includes(`'${kind}'`))).toEqual([]);
});
