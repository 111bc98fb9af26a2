import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { ELK_OPTIONS, straightnessFor, thoroughnessFor } from '#layout/elk-options.ts';

test('ELK knows every option that it is told: an unknown one would be passed over in silence', async () => {
  const known = await new ELK().knownLayoutOptions();
  const ids = known.map((option) => option.id ?? '');
  const unknown = Object.keys({
    ...ELK_OPTIONS,
    ...thoroughnessFor(1),
    ...thoroughnessFor(1000),
    ...straightnessFor(1),
  }).filter((name) => !ids.includes(`org.eclipse.${name}`) && name !== 'elk.algorithm');
  expect(ids.length).toBeGreaterThan(100);
  expect(unknown).toEqual([]);
});
