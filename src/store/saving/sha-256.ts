/** The first 32 bits of the fractional parts of the roots of the first primes, as FIPS 180-4 section 4.2.2 has them. */
function rootBits(count: number, power: number): readonly number[] {
  const primes: number[] = [];
  for (let next = 2; primes.length < count; next += 1)
    if (primes.every((prime) => next % prime !== 0)) primes.push(next);
  return primes.map((prime) => {
    const root = prime ** power;
    return ((root - Math.floor(root)) * 2 ** 32) | 0;
  });
}

const START = rootBits(8, 1 / 2);
const ROUND = Int32Array.from(rootBits(64, 1 / 3));
const BLOCK = 64;

/** The bytes with the mark and the length behind them that fill the last block. */
function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / BLOCK) * BLOCK;
  const filled = new Uint8Array(length);
  filled.set(bytes);
  filled[bytes.length] = 0x80;
  const view = new DataView(filled.buffer);
  view.setUint32(length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(length - 4, (bytes.length * 8) % 2 ** 32);
  return view;
}

const turn = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

const wordAt = (words: Int32Array, at: number): number => words[at] ?? 0;

function spread(view: DataView, offset: number, words: Int32Array): void {
  for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(offset + at * 4);
  for (let at = 16; at < 64; at += 1) {
    const early = wordAt(words, at - 15);
    const late = wordAt(words, at - 2);
    const one = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const two = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[at] = wordAt(words, at - 16) + one + wordAt(words, at - 7) + two;
  }
}

/** One round turns the eight words by one place; here the place turns instead, so that nothing is moved. */
function compress(state: Int32Array, words: Int32Array): void {
  const turned = Int32Array.from(state);
  const place = (at: number, step: number): number => (at - step) & 7;
  for (let step = 0; step < 64; step += 1) {
    const a = wordAt(turned, place(0, step));
    const b = wordAt(turned, place(1, step));
    const c = wordAt(turned, place(2, step));
    const e = wordAt(turned, place(4, step));
    const f = wordAt(turned, place(5, step));
    const g = wordAt(turned, place(6, step));
    const mixed = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (wordAt(turned, place(7, step)) + mixed + chosen + wordAt(ROUND, step) + wordAt(words, step)) | 0;
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    turned[place(3, step)] = wordAt(turned, place(3, step)) + first;
    turned[place(7, step)] = first + second;
  }
  for (let at = 0; at < 8; at += 1) state[at] = wordAt(state, at) + wordAt(turned, at);
}

/** SHA-256 in plain arithmetic, for pages on which the browser does not offer its own: those not served securely. */
export function sha256(bytes: Uint8Array): string {
  const state = Int32Array.from(START);
  const words = new Int32Array(64);
  const view = padded(bytes);
  for (let offset = 0; offset < view.byteLength; offset += BLOCK) {
    spread(view, offset, words);
    compress(state, words);
  }
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
