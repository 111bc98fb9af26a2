import type { CaseState } from '#machine/case-values.ts';
import { type CaseReading, instancesOf, readCase } from './case-reading.ts';
import { yearOf } from './census-year.ts';
import type { ChildReturn, GroupElement, ItemElement, ReturnElement, ReturnOptions } from './child-return.ts';
import { generatedValue } from './generated.ts';
import { itemElements, outsideYear, type Standing, standingIn, stands } from './item-elements.ts';
import type { GroupNode, ItemNode, MessageNode } from './message-shape.ts';
import { resolveItem } from './resolve-item.ts';
import type { ReturnRules } from './return-rules.ts';
import { isNarrower } from './scope-order.ts';

/** Whether anything of a group, or of what it holds, stands in an instance of the group's scope. */
function groupStands(reading: CaseReading, node: MessageNode, group: Standing): boolean {
  if (node.kind === 'group') return node.children.some((child) => groupStands(reading, child, group));
  const scope = node.fact?.scope ?? group.scope;
  // What belongs to something wider does not tell one instance from another.
  if (scope !== group.scope && !isNarrower(scope, group.scope)) return false;
  const instances = scope === group.scope ? [group.instance] : instancesOf(scope, group.members);
  return instances.some((instance) => stands(reading, node, scope, instance));
}

function groupElement(reading: CaseReading, node: GroupNode, standing: Standing): GroupElement {
  const { tag, path } = node;
  const { year, says } = yearOf(reading, standing.scope, standing.instance);
  // A group that belongs to the one round it has nothing to say that is not said there.
  const hasOwnInstance = node.repeats || node === reading.rules.shape.child.group;
  return {
    kind: 'group',
    tag,
    path,
    instance: standing.instance,
    year: standing.leftOut?.kind === 'outside-year' ? 'outside' : year,
    says: hasOwnInstance ? says : '',
    children: node.children.flatMap((child) => elementsOf(reading, child, standing)),
  };
}

function elementsOf(reading: CaseReading, node: MessageNode, standing: Standing): readonly ReturnElement[] {
  if (node.kind === 'item') return itemElements(reading, node, standing);
  // A group that stands once belongs to the one round it, so that what is awaited in it can be seen.
  if (!node.repeats) return [groupElement(reading, node, standing)];
  return instancesOf(node.scope, standing.members)
    .map((one) => standingIn(reading, node.scope, one, standing))
    .filter((one) => groupStands(reading, node, one))
    .map((one) => groupElement(reading, node, one));
}

function generatedElement(reading: CaseReading, { tag, path, item, fact }: ItemNode): ItemElement {
  const value = generatedValue(reading.rules, item, reading.options);
  return {
    kind: 'item',
    tag,
    path,
    item,
    instance: fact?.scope ?? 'child',
    state: value === null ? 'missing' : 'sent',
    value,
    fed: [],
    unread: [],
    lack: value === null ? { kind: 'cannot-be-worked-out', from: [] } : null,
    leftOut: null,
    workedOut: '',
    event: item.event,
    isDue: true,
    rules: reading.rules.rulesOfItem.get(item.id) ?? [],
  };
}

function headerOf(reading: CaseReading, { tag, path, children }: GroupNode): GroupElement {
  const elements = children.map((child) =>
    child.kind === 'item' ? generatedElement(reading, child) : headerOf(reading, child),
  );
  return { kind: 'group', tag, path, instance: 'child', year: 'inside', says: '', children: elements };
}

/** Every item of a group and of what it holds, in message order. */
export const itemsOf = (group: GroupElement): readonly ItemElement[] =>
  group.children.flatMap((child) => (child.kind === 'item' ? [child] : itemsOf(child)));

/** What one case sends to the return that is audited, as a tree with what fed each item. */
export function childReturn(rules: ReturnRules, state: CaseState, options: ReturnOptions): ChildReturn {
  const reading = readCase(rules, state, options, resolveItem);
  const { group } = rules.shape.child;
  const whole: Standing = { scope: 'child', instance: 'child', members: reading.members, leftOut: null };
  const child = groupElement(reading, group, { ...whole, leftOut: outsideYear(reading, 'child', 'child') });
  const items = itemsOf(child);
  return {
    header: headerOf(reading, rules.shape.header.group),
    child,
    missing: items.filter(({ state }) => state === 'missing'),
    isIncluded: items.some(({ state }) => state === 'sent'),
  };
}
