/** A set of small whole numbers, one bit each. All sets of one analysis have the same length. */
export type Bits = Uint32Array;

export const noBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5);

export function allBits(size: number): Bits {
  const bits = noBits(size);
  for (let i = 0; i < size; i += 1) addBit(bits, i);
  return bits;
}

export const hasBit = (bits: Bits, i: number): boolean => (((bits[i >>> 5] ?? 0) >>> (i & 31)) & 1) === 1;

/** Adds one number to a set in place. */
export function addBit(bits: Bits, i: number): void {
  bits[i >>> 5] = (bits[i >>> 5] ?? 0) | (1 << (i & 31));
}

/** Adds all of `other` to `bits` in place, and says whether that changed anything. */
export function addAll(bits: Bits, other: Bits): boolean {
  let changed = 0;
  for (let w = 0; w < bits.length; w += 1) {
    const before = bits[w] ?? 0;
    const after = before | (other[w] ?? 0);
    bits[w] = after;
    changed |= before ^ after;
  }
  return changed !== 0;
}

/** Keeps in `bits` only what `other` holds too, in place. */
export function keepOnly(bits: Bits, other: Bits): void {
  for (let w = 0; w < bits.length; w += 1) bits[w] = (bits[w] ?? 0) & (other[w] ?? 0);
}

/** Takes all of `other` out of `bits`, in place. */
export function removeAll(bits: Bits, other: Bits): void {
  for (let w = 0; w < bits.length; w += 1) bits[w] = (bits[w] ?? 0) & ~(other[w] ?? 0);
}

export function union(a: Bits, b: Bits): Bits {
  const both = a.slice();
  addAll(both, b);
  return both;
}

export function without(a: Bits, b: Bits): Bits {
  const rest = a.slice();
  removeAll(rest, b);
  return rest;
}

export const sameBits = (a: Bits, b: Bits): boolean => a.every((word, w) => word === b[w]);

/** The numbers of a set, rising. */
export function bitsOf(bits: Bits): readonly number[] {
  const numbers: number[] = [];
  for (let w = 0; w < bits.length; w += 1) {
    let word = bits[w] ?? 0;
    while (word !== 0) {
      const low = 31 - Math.clz32(word & -word);
      numbers.push((w << 5) + low);
      word &= word - 1;
    }
  }
  return numbers;
}
