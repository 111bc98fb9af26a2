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

const holds = ({ words, detail, key }: OutlineNode, wanted: readonly string[]): boolean => {
  const said = `${words} ${detail} ${key}`.toLowerCase();
  return wanted.every((word) => said.includes(word));
};

interface Found {
  readonly node: OutlineNode;
  readonly children: readonly Found[];
}

/** The nodes that hold the words, with what is above them. */
function found(nodes: readonly OutlineNode[], wanted: readonly string[]): readonly Found[] {
  return nodes.flatMap((node): readonly Found[] => {
    const children = node.isOpenable ? found(node.children(), wanted) : [];
    return children.length > 0 || holds(node, wanted) ? [{ node, children }] : [];
  });
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
  return wanted.length === 0 ? openRows(nodes, opening.open, 1, '') : foundRows(found(nodes, wanted), opening, 1, '');
}
