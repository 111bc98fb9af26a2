/** How a file's bytes were written. Everything but UTF-8 is written back as UTF-8. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file's text without its byte-order mark, and what the bytes were. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const decode = (encoding: Encoding, bytes: Uint8Array, fatal: boolean): string =>
  new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);

/** Text saved by a Windows program as UTF-16 without a mark: every other byte of plain text is zero. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const head = bytes.subarray(0, 200);
  if (head.length < 8 || head.length % 2 !== 0) return null;
  const zeros = (parity: number): number => head.filter((byte, index) => index % 2 === parity && byte === 0).length;
  const half = head.length / 2;
  if (zeros(1) > half * 0.9 && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > half * 0.9 && zeros(1) === 0 ? 'utf-16be' : null;
}

function decodeEightBit(bytes: Uint8Array, bom: boolean): DecodedText {
  try {
    return { text: decode('utf-8', bytes, true), encoding: 'utf-8', bom };
  } catch {
    return { text: decode('windows-1252', bytes, false), encoding: 'windows-1252', bom };
  }
}

/** Reads bytes as text, whatever they are: UTF-8 if they are that, otherwise Windows-1252, which any bytes are. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeEightBit(bytes.subarray(3), true);
  if (startsWith(bytes, 0xff, 0xfe))
    return { text: decode('utf-16le', bytes.subarray(2), false), encoding: 'utf-16le', bom: true };
  if (startsWith(bytes, 0xfe, 0xff))
    return { text: decode('utf-16be', bytes.subarray(2), false), encoding: 'utf-16be', bom: true };
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 !== null) return { text: decode(utf16, bytes, false), encoding: utf16, bom: false };
  return decodeEightBit(bytes, false);
}

/** UTF-8 bytes, with a byte-order mark where the file had one. */
export const encodeText = (text: string, bom: boolean): Uint8Array =>
  new TextEncoder().encode(bom ? `\uFEFF${text}` : text);

const ENCODING_SAYS: Readonly<Record<Encoding, string>> = {
  'utf-8': '',
  'utf-16le': 'The file is in UTF-16. It was read as that and will be written as UTF-8.',
  'utf-16be': 'The file is in UTF-16. It was read as that and will be written as UTF-8.',
  'windows-1252':
    'The file is not in UTF-8. It was read as Windows-1252 and will be written as UTF-8. ' +
    'Look at letters with accents and at pound signs; in the spreadsheet, save as "CSV UTF-8".',
};

/** What a person should know about how the bytes were written; empty for UTF-8. */
export const describeEncoding = (encoding: Encoding): string => ENCODING_SAYS[encoding];
