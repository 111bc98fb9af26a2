import { BpmnModdle } from 'bpmn-moddle';
import type { Problem } from '#model/finding.ts';
import { type BpmnElement, elementsOf, placeOf } from './bpmn-element.ts';
import { type Tell, toGraph } from './bpmn-graph.ts';
import { type BpmnChart, toChart } from './to-chart.ts';

/** What a BPMN file says as a chart, and what of it was not understood. */
export interface ReadBpmn extends BpmnChart {
  readonly problems: readonly Problem[];
}

/** Why a file could not be read at all. */
export interface Unreadable {
  readonly failure: string;
}

type Opened = Awaited<ReturnType<InstanceType<typeof BpmnModdle>['fromXML']>>;

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 300);

async function open(text: string): Promise<Opened | Unreadable> {
  try {
    return await new BpmnModdle().fromXML(text);
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : 'not readable';
    return { failure: `This is no BPMN 2.0: ${reason}.` };
  }
}

/** The sequence flows of all processes as they stand in the file. */
const flowsInOrder = (holder: unknown, member: string, depth = 0): readonly object[] =>
  depth > 100
    ? []
    : elementsOf(holder, member).flatMap(({ raw, type }) =>
        type === 'sequenceFlow' ? [raw] : flowsInOrder(raw, 'flowElements', depth + 1),
      );

/**
 * Reads a BPMN 2.0 file of any tool. Never throws. The reader beneath takes no document type and follows no entity, so
 * that a file can neither grow in memory nor fetch anything.
 */
export async function readBpmn(text: string): Promise<ReadBpmn | Unreadable> {
  const opened = await open(text);
  if ('failure' in opened) return opened;
  const problems: Problem[] = opened.warnings.map(({ message }) => ({
    severity: 'warning',
    file: '',
    row: 0,
    column: 'XML',
    message: `${firstLine(message)}.`,
  }));
  const tell: Tell = (element: BpmnElement, message, severity = 'warning') => {
    problems.push({ severity, file: '', row: 0, column: placeOf(element), message });
  };
  const graph = toGraph(opened.rootElement, tell);
  return { ...toChart(graph, flowsInOrder(opened.rootElement, 'rootElements'), tell), problems };
}
