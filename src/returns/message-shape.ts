import type { DataReturn, Item } from '#model/data-return.ts';
import type { Scope } from '#model/words.ts';
import type { Fact } from '#model/workspace.ts';
import { isNarrower, scopeOfBoth, scopeSideBySide } from './scope-order.ts';

/*
 * The message of a return, worked out from the paths of its items and the scopes of their facts: nothing here knows the
 * name of an element, so a return of a council's own has a message too.
 */

export interface ItemNode {
  readonly kind: 'item';
  readonly tag: string;
  readonly path: string;
  readonly item: Item;
  readonly fact: Fact | null;
}

export interface GroupNode {
  readonly kind: 'group';
  readonly tag: string;
  readonly path: string;
  /** The group stands once for each instance of this scope. */
  readonly scope: Scope;
  /** Whether what holds it may hold several. */
  readonly repeats: boolean;
  /** In message order. */
  readonly children: readonly MessageNode[];
}

export type MessageNode = ItemNode | GroupNode;

/** A part of the message, and the elements round it that the shell does not have. */
export interface MessagePart {
  readonly wraps: readonly string[];
  readonly group: GroupNode;
  /** True where the part has no element of its own: its children stand straight in the shell. */
  readonly bare: boolean;
}

export interface MessageShape {
  /** The elements round everything, from the root. */
  readonly shell: readonly string[];
  readonly header: MessagePart;
  /** What is said of one child. */
  readonly child: MessagePart;
}

interface Draft {
  readonly tag: string;
  readonly path: string;
  readonly children: (Draft | ItemNode)[];
}

const ROOT = 'Message';
const isItem = (node: Draft | ItemNode): node is ItemNode => 'item' in node;

/** A text as the name of an element: what no name may hold becomes an underscore. */
function elementName(text: string): string {
  const name = text.trim().replaceAll(/[^\p{L}\p{N}_.-]/gu, '_');
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`;
}

const segmentsOf = (item: Item): readonly string[] =>
  (item.path || item.id).split('/').filter((segment) => segment.trim() !== '');
const groupsOf = (item: Item): readonly string[] => segmentsOf(item).slice(0, -1).map(elementName);

function commonStart(paths: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = paths;
  const differs = first.findIndex((segment, index) => others.some((path) => path[index] !== segment));
  return differs === -1 ? first : first.slice(0, differs);
}

function draftOf(items: readonly Item[], facts: ReadonlyMap<Fact['id'], Fact>): Draft {
  const root: Draft = { tag: ROOT, path: ROOT, children: [] };
  const groups = new Map<string, Draft>();
  for (const item of items) {
    let at = root;
    const segments = groupsOf(item);
    for (const [index, tag] of segments.entries()) {
      const path = segments.slice(0, index + 1).join('/');
      const group = groups.get(path) ?? { tag, path, children: [] };
      if (!groups.has(path)) at.children.push(group);
      groups.set(path, group);
      at = group;
    }
    const fact = item.fact === null ? null : (facts.get(item.fact) ?? null);
    const tag = elementName(item.tag || (segmentsOf(item).at(-1) ?? item.id));
    at.children.push({ kind: 'item', tag, path: item.path || item.id, item, fact });
  }
  return root;
}

/**
 * What a group stands for: the narrowest scope of its own items that may stand once in it. Without such an item, a group
 * that only holds groups belongs to what holds all of them; a group round one group, or round values that may stand many
 * times, belongs to what holds it.
 */
function scopeOf({ children }: Draft, outer: Scope): Scope {
  const single = children.filter(isItem).filter(({ item }) => item.max === 1);
  const own = single.flatMap(({ fact }) => (fact !== null && isNarrower(fact.scope, outer) ? [fact.scope] : []));
  if (own.length > 0) return own.reduce(scopeSideBySide);
  const groups = children.filter((child): child is Draft => !isItem(child));
  if (single.length > 0 || groups.length < 2 || groups.length < children.length) return outer;
  return groups.map((group) => scopeOf(group, outer)).reduce(scopeOfBoth);
}

function groupNode(draft: Draft, scope: Scope, repeats: boolean): GroupNode {
  const children = draft.children.map((child): MessageNode => {
    if (isItem(child)) return child;
    const inner = scopeOf(child, scope);
    return groupNode(child, inner, isNarrower(inner, scope));
  });
  return { kind: 'group', tag: draft.tag, path: draft.path, scope, repeats, children };
}

function draftAt(root: Draft, path: readonly string[]): Draft {
  let at = root;
  for (const tag of path) {
    const next = at.children.find((child): child is Draft => !isItem(child) && child.tag === tag);
    if (next === undefined) return { tag: path.at(-1) ?? ROOT, path: path.join('/') || ROOT, children: [] };
    at = next;
  }
  return at;
}

/** The part that begins below the shell: through every group that is alone in the one round it and stands once for a child. */
function partOf(draft: Draft, shell: readonly string[]): MessagePart {
  let at = draftAt(draft, shell);
  const below: string[] = [];
  for (;;) {
    const [only, ...others] = at.children;
    if (only === undefined || others.length > 0 || isItem(only) || scopeOf(only, 'child') !== 'child') break;
    below.push(only.tag);
    at = only;
  }
  return { wraps: below.slice(0, -1), group: groupNode(at, 'child', false), bare: below.length === 0 };
}

/** The message of a return; `isHeader` tells which items are said once for the file. */
export function messageShape(
  dataReturn: DataReturn | null,
  facts: ReadonlyMap<Fact['id'], Fact>,
  isHeader: (item: Item) => boolean,
): MessageShape {
  const items = dataReturn?.items ?? [];
  const header = items.filter(isHeader);
  const child = items.filter((item) => !isHeader(item));
  const start = commonStart(items.map(groupsOf));
  const shell = header.length === 0 || child.length === 0 ? start.slice(0, 1) : start;
  return {
    shell: shell.length === 0 ? [ROOT] : shell,
    header: partOf(draftOf(header, facts), shell),
    child: partOf(draftOf(child, facts), shell),
  };
}
