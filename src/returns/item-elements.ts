import type { Scope } from '#model/words.ts';
import {
  type CaseReading,
  instanceFor,
  instancesOf,
  isDue,
  type Member,
  membersIn,
  type Resolved,
} from './case-reading.ts';
import { saysAfterYear, yearOf } from './census-year.ts';
import type { ElementState, ItemElement, LeftOut } from './child-return.ts';
import { circumstanceOf } from './circumstances.ts';
import { asWritten } from './item-value.ts';
import type { ItemNode } from './message-shape.ts';
import { isNarrower } from './scope-order.ts';
import { untilDecided } from './until-decided.ts';

/** One instance of a scope with the steps that stand in it, and why nothing of it is sent, if that is so. */
export interface Standing {
  readonly scope: Scope;
  readonly instance: string;
  readonly members: readonly Member[];
  readonly leftOut: LeftOut | null;
}

/** Why nothing of an instance is sent, where it falls outside the census year. */
export function outsideYear(reading: CaseReading, scope: Scope, instance: string): LeftOut | null {
  const { year, says } = yearOf(reading, scope, instance);
  return year === 'outside' ? { kind: 'outside-year', says } : null;
}

/** Whether anything makes an item stand in an instance: it is due there, or a place that the return reads says it. */
export function stands(reading: CaseReading, { item, fact }: ItemNode, scope: Scope, instance: string): boolean {
  if (isDue(reading, item, scope, instance)) return true;
  return fact !== null && reading.entriesOf(fact.id, instance).some(({ source }) => source.use === 'feeds');
}

const GAPS: ReadonlySet<string> = new Set(['no-code', 'not-in-format']);

function stateOf(resolved: Resolved, due: boolean, leftOut: LeftOut | null, isConditional: boolean): ElementState {
  const isGap = resolved.lack !== null && GAPS.has(resolved.lack.kind);
  if (leftOut !== null && (resolved.value !== null || isGap)) return 'left-out';
  if (!due) return 'waiting';
  if (resolved.value !== null) return 'sent';
  if (isGap) return 'missing';
  return isConditional || leftOut !== null ? 'conditional' : 'missing';
}

function leftOutOf(reading: CaseReading, node: ItemNode, instance: string, resolved: Resolved): LeftOut | null {
  const { fact } = node;
  if (fact === null) return null;
  const after = saysAfterYear(reading, fact.id, instance);
  if (after !== '') return { kind: 'outside-year', says: after };
  const says = circumstanceOf(reading, { fact: fact.id, scope: fact.scope, instance }) || resolved.unneeded;
  return says === '' ? null : { kind: 'circumstance', says };
}

/** An item that nothing resolves is one that nobody asks yet. */
const NOTHING: Resolved = { value: null, fed: [], lack: null, workedOut: '', unneeded: '' };

function elementsAt(
  reading: CaseReading,
  node: ItemNode,
  standing: Standing,
  instance: string,
): readonly ItemElement[] {
  const { item, fact, tag, path } = node;
  const scope = fact?.scope ?? standing.scope;
  const due = isDue(reading, item, scope, instance);
  const until = due ? null : untilDecided(reading, item, instance);
  const found = until === null ? reading.resolved(item, instance) : [until];
  const resolved = found.length === 0 ? [NOTHING] : found;
  const fed = new Set(resolved.flatMap((one) => one.fed.map(({ entry }) => entry)));
  const unread = fact === null ? [] : reading.entriesOf(fact.id, instance).filter((entry) => !fed.has(entry));
  const outside = isNarrower(scope, standing.scope) ? outsideYear(reading, scope, instance) : null;
  return resolved.map((one): ItemElement => {
    const leftOut = standing.leftOut ?? outside ?? leftOutOf(reading, node, instance, one);
    const hasGap = one.lack !== null && GAPS.has(one.lack.kind);
    return {
      kind: 'item',
      tag,
      path,
      item,
      instance,
      state: stateOf(one, due || until !== null, leftOut, item.condition !== ''),
      value: one.value === null ? null : asWritten(item, one.value, reading.options),
      fed: one.fed,
      unread,
      lack: due || hasGap ? one.lack : null,
      leftOut,
      workedOut: one.workedOut,
      event: item.event,
      isDue: due,
      rules: reading.rules.rulesOfItem.get(item.id) ?? [],
    };
  });
}

/** Where more is on the record than the message takes, the latest are sent. */
function atMost(elements: readonly ItemElement[], { item }: ItemNode): readonly ItemElement[] {
  const { max } = item;
  if (max === 'n') return elements;
  const sent = elements.filter(({ state }) => state === 'sent');
  const tooMany = new Set(sent.slice(0, Math.max(0, sent.length - max)));
  const often = max === 1 ? 'once' : `${max} times`;
  const leftOut: LeftOut = { kind: 'circumstance', says: `This may stand ${often}, and what was said last is sent.` };
  return elements.map((element) => (tooMany.has(element) ? { ...element, state: 'left-out', leftOut } : element));
}

function instancesHere(
  reading: CaseReading,
  node: ItemNode,
  { scope, instance, members }: Standing,
): readonly string[] {
  const { fact } = node;
  if (fact === null || fact.scope === scope) return [instance];
  const all = instancesOf(fact.scope, members);
  const standing = all.filter((one) => stands(reading, node, fact.scope, one));
  const last = members.at(-1);
  if (standing.length > 0) return standing;
  return last === undefined ? [instance] : [instanceFor(fact.scope, last)];
}

/** Every element that an item has in an instance: one at least, so that what is awaited can be seen. */
export function itemElements(reading: CaseReading, node: ItemNode, standing: Standing): readonly ItemElement[] {
  const instances = instancesHere(reading, node, standing);
  return atMost(
    instances.flatMap((instance) => elementsAt(reading, node, standing, instance)),
    node,
  );
}

/** What stands in one instance of a scope, of what stands in another round it. */
export function standingIn(reading: CaseReading, scope: Scope, instance: string, outer: Standing): Standing {
  return {
    scope,
    instance,
    members: membersIn(scope, instance, outer.members),
    leftOut: outer.leftOut ?? outsideYear(reading, scope, instance),
  };
}
