import type { ChildReturn, GroupElement, ItemElement, ReturnElement } from './child-return.ts';
import type { MessagePart, MessageShape } from './message-shape.ts';
import { DECLARATION, indent, xmlText } from './xml-text.ts';

/** One line of the message as the screen shows it, with what is awaited or left out too. */
export interface XmlLine {
  /** How far it stands inside other elements, from 0. */
  readonly depth: number;
  readonly kind: 'open' | 'close' | 'item';
  readonly tag: string;
  /** The value as sent; empty for groups, and where there is none. */
  readonly text: string;
  readonly element: ReturnElement;
}

/** Whether an element stands in the message: an item that is sent, or a group that holds one. */
export const isSent = (element: ReturnElement): boolean =>
  element.kind === 'item' ? element.state === 'sent' : element.children.some(isSent);

function walk(elements: readonly ReturnElement[], depth: number, see: (line: XmlLine) => void): void {
  for (const element of elements) {
    const { tag } = element;
    if (element.kind === 'item') {
      see({ depth, kind: 'item', tag, text: element.value ?? '', element });
      continue;
    }
    see({ depth, kind: 'open', tag, text: '', element });
    walk(element.children, depth + 1, see);
    see({ depth, kind: 'close', tag, text: '', element });
  }
}

/** Every line of one child's part of the message, or of the header, in message order. */
export function xmlLines(group: GroupElement): readonly XmlLine[] {
  const lines: XmlLine[] = [];
  walk([group], 0, (line) => lines.push(line));
  return lines;
}

function sentOnly(element: ReturnElement): ReturnElement | null {
  if (!isSent(element)) return null;
  if (element.kind === 'item') return element;
  const children = element.children.map(sentOnly).filter((child) => child !== null);
  return { ...element, children };
}

/** A part of the message as text, each element on a line of its own. */
function written(group: GroupElement, { bare }: MessagePart, depth: number): string {
  const sent = sentOnly(group);
  if (sent === null || sent.kind === 'item') return '';
  let text = '';
  walk(bare ? sent.children : [sent], depth, ({ depth: at, kind, tag, text: value }) => {
    if (kind === 'item') text += `${indent(at)}<${tag}>${xmlText(value)}</${tag}>\n`;
    else text += `${indent(at)}<${kind === 'close' ? '/' : ''}${tag}>\n`;
  });
  return text;
}

const opening = (tags: readonly string[], depth: number): string =>
  tags.map((tag, index) => `${indent(depth + index)}<${tag}>\n`).join('');
const closing = (tags: readonly string[], depth: number): string =>
  tags
    .map((tag, index) => `${indent(depth + index)}</${tag}>\n`)
    .toReversed()
    .join('');

/**
 * The file of a return, piece by piece: the header, then child by child as they are asked for, so that a file of any
 * length takes no more memory than one child. The same header and children give the same bytes.
 */
export function* writeReturn(
  { shell, header: head, child }: MessageShape,
  header: GroupElement,
  children: Iterable<GroupElement>,
): Generator<string> {
  const depth = shell.length;
  yield `${DECLARATION}\n${opening(shell, 0)}${opening(head.wraps, depth)}`;
  yield written(header, head, depth + head.wraps.length) + closing(head.wraps, depth) + opening(child.wraps, depth);
  for (const each of children) yield written(each, child, depth + child.wraps.length);
  yield closing(child.wraps, depth) + closing(shell, 0);
}

const isRequired = ({ item }: ItemElement): boolean => item.min > 0;

/** Required items that a group which is sent, or which belongs to it, does not have. */
function lackingIn(group: GroupElement): readonly ItemElement[] {
  const tags = new Map<string, boolean>();
  const items = group.children.filter((child) => child.kind === 'item');
  for (const item of items) tags.set(item.path, (tags.get(item.path) ?? false) || isSent(item));
  const own = items.filter((item) => isRequired(item) && tags.get(item.path) === false);
  return [
    ...own,
    ...group.children.flatMap((child) =>
      child.kind === 'group' && (isSent(child) || child.instance === group.instance) ? lackingIn(child) : [],
    ),
  ];
}

/** The required items without which what is sent of a child is not a whole message, in message order. */
export const lackingItems = ({ child, isIncluded }: ChildReturn): readonly ItemElement[] =>
  isIncluded ? lackingIn(child) : [];

/** Whether nothing that the message requires is lacking in what is sent of a child. */
export const isComplete = (child: ChildReturn): boolean => lackingItems(child).length === 0;
