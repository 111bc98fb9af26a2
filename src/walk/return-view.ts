import { listOf, longDate } from '#diagram/thread/thread-words.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { ChildReturn, ElementState, GroupElement, ItemElement, ReturnElement } from '#returns/child-return.ts';
import { isSent, type XmlLine, xmlLines } from '#returns/write-xml.ts';
import { describeElement, ELEMENT_WORDS, sayElement } from './element-words.ts';
import type { Told } from './entry-words.ts';
import { instanceName } from './instance-names.ts';
import { elementKey, placeOfEntry } from './lit.ts';

/** How a group stands in the message: something of it is sent, nothing of it is, or it falls outside the census year. */
export type GroupState = 'sent' | 'empty' | 'outside';

/** One line of the message as the screen shows it. */
export interface ReturnLine {
  /** Unique in the message; an opening and a closing line share that of their group, the closing one with a mark behind it. */
  readonly key: string;
  readonly kind: XmlLine['kind'];
  readonly depth: number;
  readonly tag: string;
  /** The value as sent; empty where there is none. */
  readonly text: string;
  readonly state: ElementState | GroupState;
  /** What a screen reader is told of the line. */
  readonly says: string;
  /** Shown even while what is not sent is hidden. */
  readonly isKept: boolean;
}

/** A required item that is due and cannot be sent, and why. */
export interface MissingItem {
  readonly key: string;
  readonly tag: string;
  /** "Section 47 enquiry 1". */
  readonly where: string;
  readonly says: string;
}

/** One child's part of the message as the screen shows it. */
export interface ReturnView {
  readonly lines: readonly ReturnLine[];
  /** By the key of their lines, in message order. */
  readonly elements: ReadonlyMap<string, ReturnElement>;
  readonly missing: readonly MissingItem[];
  /** How many lines of items are hidden while what is not sent is. */
  readonly hidden: number;
}

/** What stands behind the key of a group's closing line. */
const CLOSING = ' /';

/** Whether a group holds anything that stands in the message or ought to. */
const isWanted = (element: ReturnElement): boolean =>
  element.kind === 'item' ? element.state === 'sent' || element.state === 'missing' : element.children.some(isWanted);

function groupState(group: GroupElement): GroupState {
  if (group.year === 'outside') return 'outside';
  return isSent(group) ? 'sent' : 'empty';
}

const GROUP_WORDS: Readonly<Record<GroupState, string>> = {
  sent: '',
  empty: 'nothing is sent',
  outside: 'outside the census year',
};

/** What is said where no required item is missing. */
export function describeNoneMissing({ child, isIncluded }: ChildReturn): string {
  if (isIncluded) return 'Everything that is due can be sent.';
  return child.year === 'outside'
    ? 'Nothing: the child falls outside the census year, so nothing is sent.'
    : 'Nothing is due yet.';
}

const RULES_NAMED = 3;

/** "Rules 8610 and 8611 test it."; empty where none does. */
function describeTests({ rules }: ItemElement): string {
  const more = rules.length - RULES_NAMED;
  const ids = rules.slice(0, RULES_NAMED).map(({ id }) => id);
  if (ids.length === 0) return '';
  return ids.length === 1
    ? `Rule ${ids[0]} tests it.`
    : `Rules ${listOf([...ids, ...(more > 0 ? [`${more} more`] : [])])} test it.`;
}

/** Gives each element a key of its own: an item that stands several times in one instance is numbered. */
function keysOf(lines: readonly XmlLine[]): ReadonlyMap<ReturnElement, string> {
  const times = new Map<string, number>();
  const keys = new Map<ReturnElement, string>();
  for (const { kind, element } of lines) {
    if (kind === 'close') continue;
    const key = elementKey(element);
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    keys.set(element, before === 0 ? key : `${key} ${before + 1}`);
  }
  return keys;
}

function toLine(line: XmlLine, key: string): ReturnLine {
  const { kind, depth, tag, text, element } = line;
  const state = element.kind === 'item' ? element.state : groupState(element);
  const says =
    element.kind === 'item'
      ? sayElement(element)
      : [tag, GROUP_WORDS[groupState(element)]].filter((words) => words !== '').join(', ');
  return {
    key: kind === 'close' ? `${key}${CLOSING}` : key,
    kind,
    depth,
    tag,
    text,
    state,
    says,
    isKept: isWanted(element),
  };
}

/** The message of one child, line by line, with what is missing of it. */
export function returnView(told: Told, child: ChildReturn): ReturnView {
  const lines = xmlLines(child.child);
  const keys = keysOf(lines);
  const shown = lines.map((line) => toLine(line, keys.get(line.element) ?? elementKey(line.element)));
  const missing = child.missing.map((element) => ({
    key: keys.get(element) ?? elementKey(element),
    tag: element.tag,
    where: instanceName(told.index, told.state, element.instance),
    says: [describeElement(told, element)[0] ?? '', describeTests(element)].filter((words) => words !== '').join(' '),
  }));
  return {
    lines: shown,
    elements: new Map([...keys].map(([element, key]) => [key, element])),
    missing,
    hidden: shown.filter(({ kind, isKept }) => kind === 'item' && !isKept).length,
  };
}

/** The lines that are looked at: with what is not sent hidden, those that are pointed at and the groups round them stay. */
export function visibleLines(
  { lines }: ReturnView,
  isAllShown: boolean,
  lit: ReadonlySet<string>,
): readonly ReturnLine[] {
  if (isAllShown) return lines;
  const wanted = new Set<string>();
  const round: string[] = [];
  for (const { kind, key } of lines) {
    if (lit.has(key)) for (const one of [...round, key]) wanted.add(one);
    if (kind === 'open') round.push(key);
    if (kind === 'close') round.pop();
  }
  const keyOf = ({ kind, key }: ReturnLine): string => (kind === 'close' ? key.slice(0, -CLOSING.length) : key);
  return lines.filter((line) => line.isKept || wanted.has(keyOf(line)));
}

/**
 * The elements that places of the case are about: those that were made of an entry there, else those of whose fact an
 * entry there is not read, else those that lack what was said there.
 */
export function elementsAt({ elements }: ReturnView, places: readonly string[]): readonly string[] {
  if (places.length === 0) return [];
  const wanted = new Set(places);
  const items = [...elements].filter((entry): entry is [string, ItemElement] => entry[1].kind === 'item');
  const keysWhere = (meets: (element: ItemElement) => boolean): readonly string[] =>
    items.filter(([, element]) => meets(element)).map(([key]) => key);
  const fed = keysWhere(({ fed: feeds }) => feeds.some(({ entry }) => wanted.has(placeOfEntry(entry))));
  if (fed.length > 0) return fed;
  const lacking = keysWhere(({ lack }) => lack !== null && 'entry' in lack && wanted.has(placeOfEntry(lack.entry)));
  if (lacking.length > 0) return lacking;
  return keysWhere(({ unread }) => unread.some((entry) => wanted.has(placeOfEntry(entry))));
}

/** How a line changed with the last thing that happened. */
export type LineChange = 'new' | 'changed';

const standing = ({ kind, text, state }: ReturnLine): string => `${kind} ${state} ${text}`;

/** The lines of items that stand differently from before: come into the message, or with another value or state. */
export function changedLines(before: ReturnView | null, now: ReturnView): ReadonlyMap<string, LineChange> {
  if (before === null || before === now) return new Map();
  const then = new Map(before.lines.map((line) => [line.key, line]));
  return new Map(
    now.lines.flatMap((line): readonly (readonly [string, LineChange])[] => {
      const was = then.get(line.key);
      if (line.kind !== 'item' || (was !== undefined && standing(was) === standing(line))) return [];
      const isNews = line.state === 'sent' || line.state === 'missing' || was?.state === 'sent';
      if (!isNews) return [];
      return [[line.key, was === undefined || was.state !== line.state ? 'new' : 'changed']];
    }),
  );
}

const CHANGES_SAID = 3;

/** The changes in a sentence for a screen reader: "ReferralSource is 6, sent. 2 more lines changed." */
export function sayChanges({ lines }: ReturnView, changes: ReadonlyMap<string, LineChange>): string {
  const said = lines.filter(({ key }) => changes.has(key)).map(({ says }) => `${says}.`);
  const more = said.length - CHANGES_SAID;
  return [...said.slice(0, CHANGES_SAID), ...(more > 0 ? [`${more} more lines changed.`] : [])].join(' ');
}

/** A group that falls outside the census year, and why. */
export interface OutsideGroup {
  readonly key: string;
  readonly name: string;
  readonly says: string;
}

/** The census year, and what falls outside it. */
export interface YearView {
  /** "1 April 2026 to 31 March 2027"; empty where no return is looked at. */
  readonly period: string;
  readonly outside: readonly OutsideGroup[];
}

/** The outermost groups that fall outside the year. */
function outsideIn(element: ReturnElement): readonly GroupElement[] {
  if (element.kind === 'item') return [];
  return element.year === 'outside' ? [element] : element.children.flatMap(outsideIn);
}

export function yearView({ index, state }: Told, { child }: ChildReturn): YearView {
  const { dataReturn } = index;
  if (dataReturn === null) return { period: '', outside: [] };
  const { from, to } = dataReturn.period;
  return {
    period: `${longDate(from)} to ${longDate(to)}`,
    outside: outsideIn(child).map((group) => ({
      key: elementKey(group),
      name: group.instance === 'child' ? group.tag : `${group.tag}, ${instanceName(index, state, group.instance)}`,
      says: group.says,
    })),
  };
}

/** The words of a state: those of an item, or of a group. */
export const signOf = (state: ReturnLine['state']): string =>
  state === 'empty' || state === 'outside' ? '–' : ELEMENT_WORDS[state].sign;

export const returnName = ({ dataReturn }: WorkspaceIndex): string => dataReturn?.name || dataReturn?.id || '';
