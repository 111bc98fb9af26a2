import { wholeFrom } from './cells-from.ts';
import { cellOf, type Extracts } from './read-extract.ts';

/** How often each target followed one thing; where the counts were suppressed, at least that it did. */
type Targets = ReadonlyMap<string, number>;

/** What was seen to follow what. */
export interface Transitions {
  /** By next action and the step type that it was chosen in. */
  readonly byAction: ReadonlyMap<string, Targets>;
  /** By step type, whatever was chosen. */
  readonly byStep: ReadonlyMap<string, Targets>;
}

export const actionAt = (action: string, source: string): string => `${action}\n${source}`;

function add(into: Map<string, Map<string, number>>, key: string, target: string, links: number): void {
  const targets = into.get(key) ?? new Map<string, number>();
  into.set(key, targets.set(target, (targets.get(target) ?? 0) + links));
}

export function readTransitions(extracts: Extracts): Transitions {
  const byAction = new Map<string, Map<string, number>>();
  const byStep = new Map<string, Map<string, number>>();
  for (const row of extracts.rows('observed-transitions')) {
    const [source, target] = [cellOf(row, 'SOURCE_STEP_TYPE_ID'), cellOf(row, 'TARGET_STEP_TYPE_ID')];
    if (source === '' || target === '') continue;
    const links = Number(wholeFrom(cellOf(row, 'LINKS')));
    const action = cellOf(row, 'WORKFLOW_NEXT_ACTION_TYPE_ID');
    add(byStep, source, target, links);
    if (action !== '') add(byAction, actionAt(action, source), target, links);
  }
  return { byAction, byStep };
}

/** The commonest of several, the first of equals; empty for none. */
export function commonest(targets: Targets | undefined): string {
  const [first] = [...(targets ?? [])].toSorted(([, one], [, other]) => other - one);
  return first?.[0] ?? '';
}

/** How many times in all; empty where nobody knows. */
export function timesIn(targets: Targets | undefined): string {
  const sum = [...(targets?.values() ?? [])].reduce((one, other) => one + other, 0);
  return sum === 0 ? '' : String(sum);
}
