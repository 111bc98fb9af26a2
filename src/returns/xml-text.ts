/** Characters that no XML file may hold, escaped or not. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** A text as it stands in an element or an attribute; what no XML file may hold is left out. */
export const xmlText = (text: string): string =>
  text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"\r]/gu, (character) => ESCAPES[character] ?? '');

/** How far one element stands inside another. */
export const indent = (depth: number): string => '  '.repeat(depth);

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
