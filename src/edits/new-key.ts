const MOST = 40;

/** A key from a name, in the manner of Mosaic's own: `Child in need plan` gives `CHILD_IN_NEED_PLAN`, numbered where it is taken. */
export function newKey(name: string, taken: Iterable<string>): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const words = plain.toUpperCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_');
  const stem = words.slice(0, MOST).replaceAll(/^_+|_+$/gu, '') || 'NEW';
  const known = new Set(taken);
  if (!known.has(stem)) return stem;
  let number = 2;
  while (known.has(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}
