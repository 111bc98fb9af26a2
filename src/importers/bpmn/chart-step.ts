import { documentationOf, findOwn, memberOf } from './bpmn-element.ts';
import { type BpmnGraph, type GraphNode, isConditional } from './bpmn-graph.ts';
import { nowOrOwn, type OwnValue, readOwn } from './own-values.ts';
import { daysOf, eventWords, timerText } from './timers.ts';
import { conditionsOf, labelOf, type Way } from './trace-ways.ts';
import type { WayRule } from './way-rules.ts';

const filled = (lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n');

/** What else is known of a step when its state is written. */
export interface StepWords {
  readonly key: string;
  readonly mayStart: boolean;
  readonly mayEnd: boolean;
  /** Another step of the file has the key that Throughline wrote here, as copies of a task have. */
  readonly isCopy: boolean;
}

/** The timers on a step's edge that start nothing of their own: people keep a clock there. */
function clockNotes(graph: BpmnGraph, node: GraphNode): readonly string[] {
  const timers = (graph.onEdgeOf.get(node) ?? []).filter(({ raw }) => findOwn(raw, 'clock') === null);
  return timers.map(timerText).flatMap((text) => (text === '' ? [] : [`Timer in the BPMN: ${text}.`]));
}

/** A step as the `meta.stepType` of a state. */
export function toStepMeta(graph: BpmnGraph, node: GraphNode, words: StepWords): OwnValue {
  const own = readOwn(node, 'stepType');
  const shown = {
    name: nowOrOwn(node.name, own?.name, own?.value['name']),
    workflow: nowOrOwn(node.lane, own?.lane, own?.value['workflow']),
    mayStart: words.mayStart,
    mayEnd: words.mayEnd,
  };
  const id = own === null || words.isCopy ? words.key : own.value['id'];
  if (own !== null) return { ...own.value, ...shown, id };
  return {
    ...shown,
    id,
    name: node.name || node.id,
    notes: filled([documentationOf(node.raw), ...clockNotes(graph, node)]),
  };
}

/** The days of all timers on a way; null where there is none that counts whole days. */
function delayOf({ between }: Way): number | null {
  const days = between.flatMap((node) => (node.sort === 'event' ? (daysOf(timerText(node)) ?? []) : []));
  return days.length === 0 ? null : days.reduce((sum, each) => sum + each, 0);
}

/** What stands on a way that no rule and no delay says. */
function wayNotes(way: Way): readonly string[] {
  const events = way.between.filter(({ sort }) => sort === 'event' || sort === 'boundary');
  const isDefault = way.flows.some((flow) => isConditional(flow) && memberOf(flow.from.raw, 'default') === flow.raw);
  return [
    ...way.flows.map(({ raw }) => documentationOf(raw)),
    ...conditionsOf(way).map((condition) => `Condition in the BPMN: ${condition}`),
    ...(isDefault ? ['Taken in the BPMN where no other condition holds.'] : []),
    ...events.flatMap((event) => {
      const timer = timerText(event);
      if (event.sort === 'event' && daysOf(timer) !== null) return [];
      const words = timer === '' ? eventWords(event) : `timer ${timer}`;
      return words === '' && event.name === ''
        ? []
        : [`Event in the BPMN: ${[event.name, words].filter(Boolean).join(', ')}`];
    }),
  ];
}

/** A way as the `meta.nextAction` of a transition. */
export function toActionMeta(way: Way, key: string, rules: readonly WayRule[]): OwnValue {
  const label = labelOf(way);
  const last = way.flows.findLast((flow) => readOwn(flow, 'nextAction') !== null);
  const own = last === undefined ? null : readOwn(last, 'nextAction');
  if (own === null || last === undefined)
    return { id: key, label, rules, delayDays: delayOf(way), notes: filled(wayNotes(way)) };
  return { ...own.value, label: nowOrOwn(last.name || label, own.name, own.value['label']) };
}
