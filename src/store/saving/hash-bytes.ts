import { sha256 } from './sha-256.ts';

/** What a file's bytes are known by: equal for equal bytes alone. The same bytes in the same place are looked at once. */
export interface HashBytes {
  /** Off the main thread where the browser can. */
  readonly soon: (bytes: Uint8Array) => Promise<string>;
  /** At once, for a page that is being left. */
  readonly now: (bytes: Uint8Array) => string;
}

const toHex = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 by the browser, or in plain arithmetic where the browser offers none. */
export function hashWith(subtle: Pick<SubtleCrypto, 'digest'> | null): HashBytes {
  const known = new WeakMap<Uint8Array, string>();
  const now = (bytes: Uint8Array): string => {
    const hash = known.get(bytes) ?? sha256(bytes);
    known.set(bytes, hash);
    return hash;
  };
  return {
    now,
    soon: async (bytes) => {
      if (subtle === null || known.has(bytes)) return now(bytes);
      const hash = toHex(await subtle.digest('SHA-256', new Uint8Array(bytes)));
      known.set(bytes, hash);
      return hash;
    },
  };
}
