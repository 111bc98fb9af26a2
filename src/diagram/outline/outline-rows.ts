import type { OutlineNode, OutlineRow } from './outline-row.ts';

/** What is open, and which words are looked for. */
export interface OutlineOpening {
  /** Lines that a person has opened; while words are looked for, those that hold a find are open by themselves. */
  readonly open: ReadonlySet<string>;
  /** Lines that a person has shut among those. */
  readonly shut: ReadonlySet<string>;
  readonly text: string;
}

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');

const said = new WeakMap<OutlineNode, string>();

/** What is looked through, made ready once for each node. */
function saidOf(node: OutlineNode): string {
  const known = said.get(node) ?? `${node.words} ${node.detail} ${node.key}`.toLowerCase();
  said.set(node, known);
  return known;
}

const holds = (node: OutlineNode, wanted: readonly string[]): boolean => {
  const text = saidOf(node);
  return wanted.every((word) => text.includes(word));
};

/** One letter is in every question: nobody looks for it there. */
const FEW_LETTERS = 2;

interface Found {
  readonly node: OutlineNode;
  readonly children: readonly Found[];
}

/** The nodes that hold the words, with what is above them. */
function found(nodes: readonly OutlineNode[], wanted: readonly string[], isShort: boolean): readonly Found[] {
  const finds: Found[] = [];
  for (const node of nodes) {
    const isEnd = (isShort && node.thing.kind === 'form') || !wanted.every((word) => node.mayHold?.(word) ?? true);
    const children = node.isOpenable && !isEnd ? found(node.children(), wanted, isShort) : [];
    if (children.length > 0 || holds(node, wanted)) finds.push({ node, children });
  }
  return finds;
}

type Shown = Omit<OutlineRow, keyof OutlineNode | 'isOpen'>;

function rowOf(node: OutlineNode, standing: Shown, isOpen: boolean): OutlineRow {
  const { key, thing, words, detail, isOpenable } = node;
  return { key, thing, words, detail, isOpenable, ...standing, isOpen };
}

function openRows(
  nodes: readonly OutlineNode[],
  open: ReadonlySet<string>,
  level: number,
  parent: string,
): readonly OutlineRow[] {
  return nodes.flatMap((node, at): readonly OutlineRow[] => {
    const isOpen = node.isOpenable && open.has(node.key);
    const row = rowOf(node, { level, parent, at: at + 1, of: nodes.length }, isOpen);
    return isOpen ? [row, ...openRows(node.children(), open, level + 1, node.key)] : [row];
  });
}

function foundRows(
  finds: readonly Found[],
  opening: OutlineOpening,
  level: number,
  parent: string,
): readonly OutlineRow[] {
  return finds.flatMap(({ node, children }, at): readonly OutlineRow[] => {
    const standing = { level, parent, at: at + 1, of: finds.length };
    // One that holds the words itself and nothing that does is opened as ever.
    if (children.length === 0) {
      const isOpen = node.isOpenable && opening.open.has(node.key);
      const below = isOpen ? openRows(node.children(), opening.open, level + 1, node.key) : [];
      return [rowOf(node, standing, isOpen), ...below];
    }
    const isOpen = !opening.shut.has(node.key);
    const below = isOpen ? foundRows(children, opening, level + 1, node.key) : [];
    return [rowOf(node, standing, isOpen), ...below];
  });
}

/** The lines of the outline that are to be seen, in their order. What is shut is not worked out. */
export function outlineRows(nodes: readonly OutlineNode[], opening: OutlineOpening): readonly OutlineRow[] {
  const wanted = wordsIn(opening.text);
  if (wanted.length === 0) return openRows(nodes, opening.open, 1, '');
  const isShort = wanted.every((word) => word.length < FEW_LETTERS);
  return foundRows(found(nodes, wanted, isShort), opening, 1, '');
}
