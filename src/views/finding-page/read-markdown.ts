/** A stretch of a line: plain, strong, leaning, or as typed. */
export interface Inline {
  readonly kind: 'text' | 'strong' | 'emphasis' | 'code';
  readonly text: string;
}

/** A part of a page. Anything the pages do not use is plain words. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const KINDS = { '**': 'strong', '*': 'emphasis', '`': 'code' } as const;
const MARKED = /(\*\*|\*|`)(\S(?:.*?\S)?)\1/gu;

function kindOf(mark: string | undefined): Inline['kind'] {
  return mark === '**' || mark === '*' || mark === '`' ? KINDS[mark] : 'text';
}

/** A line taken apart at its marks. */
export function readInline(line: string): readonly Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of line.matchAll(MARKED)) {
    if (match.index > end) parts.push({ kind: 'text', text: line.slice(end, match.index) });
    parts.push({ kind: kindOf(match[1]), text: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  return end < line.length ? [...parts, { kind: 'text', text: line.slice(end) }] : parts;
}

const ITEM = /^(?:[-*]|\d+\.)\s+/u;

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => cell.trim());

function readList(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`.trim());
  }
  return { kind: 'list', ordered: /^\d/u.test(lines[0] ?? ''), items };
}

function readChunk(lines: readonly string[]): readonly Block[] {
  const [first = '', ...others] = lines;
  const [, marks, text] = /^(#{1,6})\s+(.*)$/u.exec(first) ?? [];
  if (marks !== undefined && text !== undefined)
    return [{ kind: 'heading', level: marks.length, text }, ...(others.length > 0 ? readChunk(others) : [])];
  if (ITEM.test(first)) return [readList(lines)];
  if (first.startsWith('|'))
    return [{ kind: 'table', head: cellsOf(first), rows: others.slice(1).map((line) => cellsOf(line.trim())) }];
  return [{ kind: 'paragraph', text: lines.join(' ') }];
}

/** A page of the small part of Markdown that the pages are written in: no HTML, which stays plain words. */
export const readMarkdown = (text: string): readonly Block[] =>
  text
    .split(/\n\s*\n/u)
    .map((chunk) => chunk.split('\n').filter((line) => line.trim() !== ''))
    .flatMap((lines) => (lines.length === 0 ? [] : readChunk(lines)));

/** One part of a finding's page, under its heading: what it means, why it matters, what to do. */
export interface PagePart {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const PART_LEVEL = 3;

/** What a page says of one kind of finding: the parts below its own `## kind`; empty where it says nothing. */
export function partsOf(page: string, kind: string): readonly PagePart[] {
  const start = page.replaceAll('\r\n', '\n').split(/^## /mu);
  const own = start.find((section) => section.slice(0, section.indexOf('\n')).trim() === kind);
  if (own === undefined) return [];
  const parts: { title: string; blocks: Block[] }[] = [];
  for (const block of readMarkdown(own.slice(own.indexOf('\n') + 1))) {
    if (block.kind === 'heading' && block.level <= PART_LEVEL) parts.push({ title: block.text, blocks: [] });
    else if (parts.length === 0) parts.push({ title: '', blocks: [block] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}
