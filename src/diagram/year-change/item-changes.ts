import { describeItemFormat, describeUnverified } from '#diagram/item-words.ts';
import type { Item, ReturnRule } from '#model/data-return.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { changesOf, compareLists, type Member, type MemberChange } from './compare-lists.ts';

/** An item that both years have, and what each says of it. */
export interface ItemChange {
  readonly from: Item;
  readonly to: Item;
  readonly changes: readonly MemberChange[];
}

/** An item that one year has alone, and those of the other year alone that ask for the same fact. */
export interface LoneItem {
  readonly item: Item;
  readonly sameFact: readonly Item[];
}

/** Every item of either year, in exactly one of these lists. */
export interface ItemChanges {
  readonly added: readonly LoneItem[];
  readonly removed: readonly LoneItem[];
  readonly changed: readonly ItemChange[];
  readonly same: readonly ItemChange[];
}

const factName =
  ({ facts }: WorkspaceIndex) =>
  ({ fact }: Item): string =>
    fact === null ? 'none' : facts.get(fact)?.name || fact;

const eventName =
  ({ dataReturn }: WorkspaceIndex) =>
  ({ event }: Item): string =>
    event === null ? 'nothing makes it due' : dataReturn?.events.find(({ id }) => id === event)?.name || event;

/** Where an item was read (`source`) is left out: it says nothing of what is asked. */
const MEMBERS: readonly Member<Item>[] = [
  ['Element', ({ tag }) => tag],
  ['Path', ({ path }) => path],
  ['Module', ({ module }) => module],
  ['Name', ({ name }) => name],
  ['CBDS number', ({ cbds }) => cbds || 'none given'],
  ['Format', ({ format }) => describeItemFormat(format)],
  ['Set of codes', ({ codeSet }) => codeSet ?? 'none'],
  ['At least', ({ min }) => String(min)],
  ['At most', ({ max }) => (max === 'n' ? 'any number' : String(max))],
  ['Condition', ({ condition }) => condition || 'none'],
  ['Child protection', ({ childProtection }) => (childProtection ? 'yes' : 'no')],
  ['Not verified', (item) => describeUnverified(item) || 'verified'],
];

/** Events and facts are told apart by their keys: two may have one name. */
function keyed(from: WorkspaceIndex, to: WorkspaceIndex, one: Item, other: Item): readonly MemberChange[] {
  const event = { member: 'Due when', from: eventName(from)(one), to: eventName(to)(other) };
  const fact = { member: 'Fact', from: factName(from)(one), to: factName(to)(other) };
  return [...(one.event === other.event ? [] : [event]), ...(one.fact === other.fact ? [] : [fact])];
}

const withSameFact = (items: readonly Item[], others: readonly Item[]): readonly LoneItem[] =>
  items.map((item) => ({
    item,
    sameFact: others.filter((other) => item.fact !== null && other.fact === item.fact),
  }));

/** What becomes of every item of two years. */
export function itemChanges(from: WorkspaceIndex, to: WorkspaceIndex): ItemChanges {
  const { added, removed, kept } = compareLists(
    from.dataReturn?.items ?? [],
    to.dataReturn?.items ?? [],
    ({ id }) => id,
  );
  const pairs = kept.map((pair) => ({
    ...pair,
    changes: [...changesOf(MEMBERS, pair.from, pair.to), ...keyed(from, to, pair.from, pair.to)],
  }));
  return {
    added: withSameFact(added, removed),
    removed: withSameFact(removed, added),
    changed: pairs.filter(({ changes }) => changes.length > 0),
    same: pairs.filter(({ changes }) => changes.length === 0),
  };
}

/** A rule that both years have, and what each says of it. */
export interface RuleChange {
  readonly from: ReturnRule;
  readonly to: ReturnRule;
  readonly changes: readonly MemberChange[];
}

/** Every rule of either year, in exactly one of these lists. */
export interface RuleChanges {
  readonly added: readonly ReturnRule[];
  readonly removed: readonly ReturnRule[];
  readonly changed: readonly RuleChange[];
  readonly same: readonly RuleChange[];
}

const RULE_MEMBERS: readonly Member<ReturnRule>[] = [
  ['Type', ({ type }) => type],
  ['Says', ({ says }) => says],
  ['Items', ({ items }) => items.join('; ')],
];

/** What becomes of every rule of two years. */
export function ruleChanges(from: WorkspaceIndex, to: WorkspaceIndex): RuleChanges {
  const { added, removed, kept } = compareLists(
    from.dataReturn?.rules ?? [],
    to.dataReturn?.rules ?? [],
    ({ id }) => id,
  );
  const pairs = kept.map((pair) => ({ ...pair, changes: changesOf(RULE_MEMBERS, pair.from, pair.to) }));
  return {
    added,
    removed,
    changed: pairs.filter(({ changes }) => changes.length > 0),
    same: pairs.filter(({ changes }) => changes.length === 0),
  };
}
