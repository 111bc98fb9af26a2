import { assertNever } from '#model/assert.ts';
import type { Code, DataReturn, Item } from '#model/data-return.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { GroupNode, ItemNode, MessageNode, MessagePart } from './message-shape.ts';
import type { ReturnRules } from './return-rules.ts';
import { DECLARATION, xmlText } from './xml-text.ts';

/*
 * An XML Schema made of a return's own items, so that any file can be held against it with any tool: order, how often,
 * formats, codes. Lines are made without depth and set in at the end.
 */

type Lines = readonly string[];
type Codes = ReadonlyMap<Item['codeSet'], readonly Code[]>;

const inside = (open: string, lines: Lines, close: string): Lines => [open, ...lines.map((line) => `  ${line}`), close];

const documentation = (texts: Lines): Lines =>
  texts.length === 0
    ? []
    : inside(
        '<xs:annotation>',
        texts.map((text) => `<xs:documentation>${xmlText(text)}</xs:documentation>`),
        '</xs:annotation>',
      );

const restriction = (base: string, facets: Lines): Lines =>
  inside('<xs:simpleType>', inside(`<xs:restriction base="${base}">`, facets, '</xs:restriction>'), '</xs:simpleType>');

function codeType(codes: readonly Code[]): Lines {
  if (codes.length === 0) return restriction('xs:string', ['<xs:minLength value="1"/>']);
  const facets = codes.flatMap(({ code, label }) =>
    inside(`<xs:enumeration value="${xmlText(code)}">`, documentation([label]), '</xs:enumeration>'),
  );
  return restriction('xs:string', facets);
}

/** A pattern as XML Schema writes it: always for the whole value, and with no anchors or unnamed groups; null where it cannot. */
function schemaPattern(pattern: string): string | null {
  const whole = pattern
    .replace(/^\^/u, '')
    .replace(/(?<!\\)\$$/u, '')
    .replaceAll('(?:', '(');
  return /\(\?|(?<![\\[])\^|(?<!\\)\$|\\[bBk]|\\u/u.test(whole) ? null : whole;
}

function typeOf({ format, codeSet }: Item, codes: Codes): Lines | string {
  switch (format.kind) {
    case 'date':
      return 'xs:date';
    case 'date-time':
      return 'xs:dateTime';
    case 'true-false':
      return 'xs:boolean';
    case 'whole-number':
      return 'xs:nonNegativeInteger';
    case 'text':
      return restriction('xs:string', ['<xs:minLength value="1"/>']);
    case 'code':
      return codeType(codes.get(codeSet) ?? []);
    case 'pattern': {
      const pattern = schemaPattern(format.pattern);
      return pattern === null ? 'xs:string' : restriction('xs:string', [`<xs:pattern value="${xmlText(pattern)}"/>`]);
    }
    default:
      return assertNever(format);
  }
}

const often = (min: number, max: number | 'n'): string =>
  `minOccurs="${min}" maxOccurs="${max === 'n' ? 'unbounded' : max}"`;

function itemLines({ tag, item }: ItemNode, codes: Codes): Lines {
  const type = typeOf(item, codes);
  const name = `<xs:element name="${xmlText(tag)}" ${often(item.min, item.max)}`;
  const says = [item.cbds === '' ? item.name : `${item.name} (${item.cbds})`, item.condition]
    .filter((text) => text !== '')
    .concat(item.confidence === 'verified' || item.confidence === '' ? [] : [item.confidence]);
  return typeof type === 'string'
    ? inside(`${name} type="${type}">`, documentation(says), '</xs:element>')
    : inside(`${name}>`, [...documentation(says), ...type], '</xs:element>');
}

/** A group that stands once must be there where anything in it must. */
const isRequired = (node: MessageNode): boolean =>
  node.kind === 'item' ? node.item.min > 0 : !node.repeats && node.children.some(isRequired);

const groupOften = (node: GroupNode): string => (node.repeats ? often(0, 'n') : often(isRequired(node) ? 1 : 0, 1));

const complex = (tag: string, how: string, content: Lines): Lines =>
  inside(
    `<xs:element name="${xmlText(tag)}"${how === '' ? '' : ` ${how}`}>`,
    inside('<xs:complexType>', inside('<xs:sequence>', content, '</xs:sequence>'), '</xs:complexType>'),
    '</xs:element>',
  );

const contentOf = ({ children }: GroupNode, codes: Codes): Lines =>
  children.flatMap((child) => nodeLines(child, codes));

const nodeLines = (node: MessageNode, codes: Codes): Lines =>
  node.kind === 'item' ? itemLines(node, codes) : complex(node.tag, groupOften(node), contentOf(node, codes));

function partLines({ wraps, group, bare }: MessagePart, codes: Codes, many: boolean): Lines {
  const content = contentOf(group, codes);
  if (content.length === 0) return [];
  const how = many ? often(0, 'n') : often(1, 1);
  const lines = bare ? inside(`<xs:sequence ${how}>`, content, '</xs:sequence>') : complex(group.tag, how, content);
  return wraps.reduceRight((inner: Lines, tag) => complex(tag, often(1, 1), inner), lines);
}

const aboutReturn = ({ name, source, notVerified }: DataReturn): Lines =>
  documentation([
    `${name}. Made from the items of this return; it is not a schema of those who receive it.`,
    ...(source === '' ? [] : [source]),
    ...notVerified.map((note) => `Not verified: ${note}`),
  ]);

/** The XML Schema of the return that is audited, with what is not verified about it as documentation. */
export function writeSchema({ dataReturn, shape }: Pick<ReturnRules, 'dataReturn' | 'shape'>): string {
  const codes: Codes = groupBy(dataReturn?.codes ?? [], ({ codeSet }) => codeSet);
  const [root = 'Message', ...below] = shape.shell;
  const parts = [...partLines(shape.header, codes, false), ...partLines(shape.child, codes, true)];
  const content = below.reduceRight((inner: Lines, tag) => complex(tag, often(1, 1), inner), parts);
  const schema = inside(
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">',
    [...(dataReturn === null ? [] : aboutReturn(dataReturn)), ...complex(root, '', content)],
    '</xs:schema>',
  );
  return `${[DECLARATION, ...schema].join('\n')}\n`;
}
