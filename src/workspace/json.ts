const TOKEN =
  /\s*(?:([{}[\],:])|("[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What may come next: `v` a value, `k` a member's name, `:` a colon, `,` a comma or the end of what is open. */
type Wanted = 'v' | 'k' | ':' | ',';

interface Reader {
  readonly open: string[];
  wanted: Wanted;
  /** Just after an opening bracket, which may be closed at once. */
  fresh: boolean;
}

const CLOSES: ReadonlyMap<string, string> = new Map([
  ['}', '{'],
  [']', '['],
]);

function closes(reader: Reader, mark: string): boolean {
  const pair = reader.open.at(-1) === CLOSES.get(mark) && (reader.wanted === ',' || reader.fresh);
  reader.open.pop();
  reader.wanted = ',';
  reader.fresh = false;
  return pair;
}

function takesMark(reader: Reader, mark: string): boolean {
  if (CLOSES.has(mark)) return closes(reader, mark);
  const { wanted } = reader;
  const inObject = reader.open.at(-1) === '{';
  reader.fresh = false;
  if (mark === ':') {
    reader.wanted = 'v';
    return wanted === ':';
  }
  if (mark === ',') {
    reader.wanted = inObject ? 'k' : 'v';
    return wanted === ',' && reader.open.length > 0;
  }
  reader.open.push(mark);
  reader.fresh = true;
  reader.wanted = mark === '{' ? 'k' : 'v';
  return wanted === 'v';
}

function takesValue(reader: Reader, isText: boolean): boolean {
  const { wanted } = reader;
  reader.fresh = false;
  reader.wanted = wanted === 'k' ? ':' : ',';
  return wanted === 'v' || (wanted === 'k' && isText);
}

/** The offset at which a text stops being JSON: the place to look at. */
function faultAt(text: string): number {
  const reader: Reader = { open: [], wanted: 'v', fresh: false };
  for (let at = 0; ; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const start = at + (/^\s*/.exec(text.slice(at, at + 200))?.[0].length ?? 0);
    if (token === null) return start;
    const [whole, mark, name] = token;
    const taken = mark === undefined ? takesValue(reader, name !== undefined) : takesMark(reader, mark);
    if (!taken) return start;
    at += whole.length;
  }
}

export type ParsedJson = { readonly value: unknown } | { readonly line: number };

/** Parses JSON, or says on which line it stops being JSON. */
export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return { line: text.slice(0, faultAt(text)).split(/\r\n|\n|\r/).length };
  }
}

/** The members of a JSON object as a map, in which no name is special; null for anything else. */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;
}
