import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFailOn } from '#cli/fail-on.ts';
import { NOT_LOOKED_FOR } from '#cli/report/assessed.ts';
import { FINDING_KINDS } from '#model/finding.ts';
import { ROOT } from '../../scripts/lib/built.mjs';

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

test('the list of what is not looked for agrees with the analyses', () => {
  const folder = join(ROOT, 'src', 'analyses');
  // The figures count kinds of finding that analyses make, whether or not there is such an analysis.
  const code = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'numbers.ts')
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  for (const kind of FINDING_KINDS)
    expect(kind in NOT_LOOKED_FOR, `src/cli/report/assessed.ts and src/analyses disagree about ${kind}`).toBe(
      !code.includes(`'${kind}'`),
    );
});
