/** What XML cannot hold, or would change when it is read. */
const UNFIT = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text that only looks like an escaped character. */
const LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/gu;

const escaped = (mark: string): string => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as a workbook's XML holds it: characters that XML cannot hold are written as `_x0007_` (ECMA-376, ST_Xstring). */
export const xlsxText = (text: string): string =>
  text
    .replaceAll(LOOKALIKE, '_x005F_')
    .replaceAll(UNFIT, escaped)
    .replaceAll(/[&<>"]/gu, (mark) => ENTITIES[mark] ?? mark);
