const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How many letters a short hash has: 24 bits, so that two texts share one by chance once in sixteen million times. */
export const SHORT_HASH_LENGTH = 4;

/** A few letters that stand for a text, to tell whether it is still the same. Not for secrets. */
export function shortHash(text: string): string {
  let mixed = 0x811c9dc5 ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
    mixed ^= mixed >>> 15;
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  let letters = '';
  for (let at = 0; at < SHORT_HASH_LENGTH; at += 1) letters += LETTERS[(mixed >>> (6 * at)) & 63] ?? '';
  return letters;
}
