import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

interface At {
  /** Where it begins in the text. */
  readonly offset: number;
}

/** One member of an object, with where its name stands. */
export interface JsonMember extends At {
  readonly name: string;
  readonly value: JsonValue;
}

/** A value of a JSON file that knows where it stands. */
export type JsonValue =
  | (At & { readonly kind: 'text'; readonly text: string })
  | (At & { readonly kind: 'number'; readonly number: number })
  | (At & { readonly kind: 'list'; readonly items: readonly JsonValue[] })
  | (At & { readonly kind: 'object'; readonly members: readonly JsonMember[] })
  | (At & { readonly kind: 'other' });

/** What is wrong with a text as JSON, in a sentence. */
export interface JsonFault extends At {
  readonly says: string;
}

export type JsonTree =
  | { readonly kind: 'read'; readonly value: JsonValue }
  | { readonly kind: 'fault'; readonly fault: JsonFault };

/** No script needs more; the parser below would run out of room at some thousands. */
const DEEPEST = 40;
/** A script of a thousand steps has about a million characters. */
const LONGEST = 20_000_000;

const FAULTS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'Here stands a word that JSON does not know. Put texts in double quotes.',
  InvalidNumberFormat: 'This is not a number as JSON writes it.',
  PropertyNameExpected: 'A member’s name in double quotes is wanted here. After the last member stands no comma.',
  ValueExpected: 'A value is wanted here. After the last value of a list stands no comma.',
  ColonExpected: 'A colon is wanted here, between a name and its value.',
  CommaExpected: 'A comma is wanted here.',
  CloseBraceExpected: 'A } is wanted here: something that was opened is not closed.',
  CloseBracketExpected: 'A ] is wanted here: a list that was opened is not closed.',
  EndOfFileExpected: 'The file goes on after its end. Take away what stands here.',
  InvalidCommentToken: 'JSON has no comments. Take this one away.',
  UnexpectedEndOfComment: 'JSON has no comments. Take this one away.',
  UnexpectedEndOfString: 'A text is not closed: put a double quote at its end.',
  UnexpectedEndOfNumber: 'A number breaks off here.',
  InvalidUnicode: 'After \\u stand four digits or letters from a to f.',
  InvalidEscapeCharacter: 'A \\ in a text must be written \\\\.',
  InvalidCharacter: 'A text breaks off at the end of a line, or holds a tab: write \\n and \\t.',
};

const describeFault = ({ error, offset }: ParseError): JsonFault => ({
  offset,
  says: FAULTS[printParseErrorCode(error)] ?? 'This is not JSON.',
});

/** Where the text first goes deeper than any script does; null where it never does. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\[^][^"\\]*)*"|[[\]{}]/gu)) {
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth > DEEPEST) return index;
  }
  return null;
}

function memberOf(property: Node): readonly JsonMember[] {
  const [name, value] = property.children ?? [];
  const text: unknown = name?.value;
  return name === undefined || value === undefined || typeof text !== 'string'
    ? []
    : [{ name: text, offset: name.offset, value: valueOf(value) }];
}

function valueOf(node: Node): JsonValue {
  const { offset } = node;
  const value: unknown = node.value;
  if (typeof value === 'string') return { kind: 'text', text: value, offset };
  if (typeof value === 'number') return { kind: 'number', number: value, offset };
  if (node.type === 'array') return { kind: 'list', items: (node.children ?? []).map(valueOf), offset };
  if (node.type === 'object') return { kind: 'object', members: (node.children ?? []).flatMap(memberOf), offset };
  return { kind: 'other', offset };
}

/** Reads a text as JSON, without comments or commas at the end, or says where it is none. */
export function jsonTreeOf(text: string): JsonTree {
  const fault = (offset: number, says: string): JsonTree => ({ kind: 'fault', fault: { offset, says } });
  if (text.length > LONGEST)
    return fault(0, 'The file is longer than any case: it has more than 20 million characters.');
  if (text.trim() === '') return fault(0, 'The file is empty.');
  const deep = tooDeepAt(text);
  if (deep !== null) return fault(deep, 'Here is one thing inside another too many times for a case.');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first !== undefined) return { kind: 'fault', fault: describeFault(first) };
  return root === undefined ? fault(0, 'This is not JSON.') : { kind: 'read', value: valueOf(root) };
}

/** Tells on which line of a text, from 1, an offset stands. */
export function linesOf(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/gu)].map((end) => end.index + end[0].length)];
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** A step on the way into a JSON file: a member's name, or a place in a list from 0. */
export type JsonPath = readonly (string | number)[];

/** Where what stands at a path begins; where the file has no such place, the nearest thing around it. */
export function offsetAt(root: JsonValue, path: JsonPath): number {
  let { offset } = root;
  let value: JsonValue | undefined = root;
  for (const part of path) {
    if (value?.kind === 'list' && typeof part === 'number') {
      value = value.items[part];
      offset = value?.offset ?? offset;
    } else if (value?.kind === 'object') {
      const member: JsonMember | undefined = value.members.find(({ name }) => name === part);
      value = member?.value;
      offset = member?.offset ?? offset;
    } else return offset;
  }
  return offset;
}
