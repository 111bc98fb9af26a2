import type { NextActionId, StepTypeId } from '#model/ids.ts';

/** What a part of a BPMN process is. An `unknown` is the end event of next actions that lead to a place nobody has said. */
export type NodeKind =
  | 'task'
  | 'start'
  | 'end'
  | 'unknown'
  | 'out-of-time'
  | 'exclusive'
  | 'inclusive'
  | 'parallel'
  | 'delay'
  | 'clock'
  | 'immediate';

/** A flow node of BPMN. */
export interface BpmnNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** The step type that it belongs to, and in whose lane it stands. */
  readonly step: StepTypeId;
  /** What people read of it in the documentation. */
  readonly notes: readonly string[];
  /** What Throughline reads back, as XML; empty: nothing. */
  readonly own: string;
  /** An ISO duration; empty unless it is a timer. */
  readonly duration: string;
}

/** A sequence flow of BPMN. */
export interface BpmnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** The next action that it stands for; null where it only leads to a gateway or a marker. */
  readonly nextAction: NextActionId | null;
  readonly notes: readonly string[];
  readonly own: string;
}

/** Some flow nodes and the sequence flows between them. */
export interface BpmnParts {
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly BpmnFlow[];
}

/** The name of our own elements in a BPMN file. */
export const BPMN_NAMESPACE = 'urn:throughline:bpmn:1';

/** An id that XML takes, from a word without hyphens and a key. No two pairs share one. */
export const bpmnId = (word: string, key: string): string =>
  `${word}-${key.replaceAll(/[^A-Za-z0-9_-]/gu, (letter) => `.${(letter.codePointAt(0) ?? 0).toString(16)}.`)}`;
