interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a text in quotes ends, just behind its closing quote. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Where a value ends: at the comma or bracket that closes what it stands in. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const mark = text.charAt(at);
    if (mark === '"') {
      at = endOfText(text, at);
      continue;
    }
    if (depth === 0 && (mark === ',' || mark === '}')) break;
    if (mark === '{' || mark === '[') depth += 1;
    if (mark === '}' || mark === ']') depth -= 1;
    at += 1;
  }
  return start + text.slice(start, at).trimEnd().length;
}

/** Where the value of each member of a JSON object stands in its text. */
function membersIn(text: string): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  let at = text.indexOf('"', text.indexOf('{'));
  while (at !== -1) {
    const end = endOfText(text, at);
    const name: unknown = JSON.parse(text.slice(at, end));
    const colon = text.indexOf(':', end) + 1;
    const start = colon + (/^\s*/u.exec(text.slice(colon))?.[0].length ?? 0);
    const span = { start, end: endOfValue(text, start) };
    spans.set(String(name), span);
    at = text.indexOf('"', span.end);
  }
  return spans;
}

const INDENT = '  ';

/** A value in the way that the file writes it: on one line, or a member a line. */
function written(value: unknown, before: string, lineEnd: string): string {
  const lines = JSON.stringify(value, null, 2).split('\n');
  if (before.includes('\n')) return lines.join(lineEnd + INDENT);
  const [first = '', ...rest] = lines;
  if (rest.length === 0) return first;
  const inside = rest.slice(0, -1).map((line) => line.trim());
  const gap = first === '{' ? ' ' : '';
  return `${first}${gap}${inside.join(' ')}${gap}${lines.at(-1) ?? ''}`;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function withMember(text: string, name: string, value: unknown): string {
  const span = membersIn(text).get(name);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  if (span !== undefined)
    return text.slice(0, span.start) + written(value, text.slice(span.start, span.end), lineEnd) + text.slice(span.end);
  const close = text.lastIndexOf('}');
  const head = text.slice(0, close).trimEnd();
  const comma = head.endsWith('{') ? '' : ',';
  return `${head}${comma}${lineEnd}${INDENT}"${name}": ${written(value, '', lineEnd)}${lineEnd}${text.slice(close)}`;
}

/** The text of a JSON object with some members set; the others keep every letter. Null where it is no JSON object. */
export const withMembers = (text: string, members: Readonly<Record<string, unknown>>): string | null =>
  isObject(text) ? Object.entries(members).reduce((now, [name, value]) => withMember(now, name, value), text) : null;
