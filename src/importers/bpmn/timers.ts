import { elementsOf, memberOf, textOf } from './bpmn-element.ts';
import type { GraphNode } from './bpmn-graph.ts';

const definitionsOf = ({ raw }: GraphNode): ReturnType<typeof elementsOf> => elementsOf(raw, 'eventDefinitions');

/** What a timer says; empty for an event that is none. */
export function timerText(node: GraphNode): string {
  const timer = definitionsOf(node).find(({ type }) => type === 'timerEventDefinition');
  if (timer === undefined) return '';
  const texts = ['timeDuration', 'timeDate', 'timeCycle'].map((name) =>
    textOf(memberOf(timer.raw, name), 'body').trim(),
  );
  return texts.find((text) => text !== '') ?? 'a timer';
}

/** Whole days of an ISO duration of days or weeks; null for any other. */
export function daysOf(duration: string): number | null {
  const [, number, unit] = /^P(\d{1,4})([DW])$/u.exec(duration) ?? [];
  return number === undefined ? null : Number(number) * (unit === 'W' ? 7 : 1);
}

/** What an event waits for or tells, such as `message`; empty for a plain one. */
export const eventWords = (node: GraphNode): string =>
  definitionsOf(node)
    .map(({ type }) => type.replace(/EventDefinition$/u, ''))
    .join(', ');
