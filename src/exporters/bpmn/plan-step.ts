import { describeRules } from '#diagram/describe-next-action.ts';
import { clockLength } from '#diagram/describe-step.ts';
import { hasRule } from '#model/choices.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Clock, NextAction, StepType } from '#model/workspace.ts';
import { type BpmnFlow, type BpmnNode, type BpmnParts, bpmnId, type NodeKind } from './bpmn-parts.ts';
import { MAY_END, OUR_CLOCK, ownNextAction, ownStepType, UNKNOWN } from './own-elements.ts';

const node = (
  step: StepType,
  kind: NodeKind,
  id: string,
  more: Partial<Pick<BpmnNode, 'name' | 'notes' | 'own' | 'duration'>> = {},
): BpmnNode => ({ id, kind, step: step.id, name: '', notes: [], own: '', duration: '', ...more });

const flow = (
  id: string,
  from: string,
  to: string,
  more: Partial<Pick<BpmnFlow, 'name' | 'nextAction' | 'notes' | 'own'>> = {},
): BpmnFlow => ({ id, from, to, name: '', nextAction: null, notes: [], own: '', ...more });

const filled = (lines: readonly string[]): readonly string[] => lines.filter((line) => line !== '');

function taskOf(step: StepType): BpmnNode {
  return node(step, 'task', bpmnId('step', step.id), {
    name: step.name || step.id,
    own: ownStepType(step, step.name || step.id),
    notes: filled([
      step.notes,
      step.team === '' ? '' : `Team: ${step.team}`,
      step.roles.length === 0 ? '' : `Roles: ${step.roles.join(', ')}`,
    ]),
  });
}

function startOf(step: StepType): BpmnParts {
  if (!step.mayStart) return { nodes: [], flows: [] };
  const id = bpmnId('start', step.id);
  return { nodes: [node(step, 'start', id)], flows: [flow(bpmnId('begins', step.id), id, bpmnId('step', step.id))] };
}

/** BPMN has no working days: the timer counts days, and the note says what is meant. */
const clockDuration = ({ length, unit }: Clock): string => `P${Math.max(0, length)}${unit === 'months' ? 'M' : 'D'}`;

/** A timer on the edge of the task that leaves the work going on. */
function clockOf(step: StepType): BpmnParts {
  const { clock } = step;
  if (clock === null) return { nodes: [], flows: [] };
  const from = clock.from === '' ? '' : ` from the start of ${clock.from}`;
  const says = `${clockLength(clock)}${from}, ${clock.basis}`;
  const timer = node(step, 'clock', bpmnId('clock', step.id), {
    name: clockLength(clock),
    duration: clockDuration(clock),
    own: OUR_CLOCK,
    notes: filled([
      `Clock: ${says}.`,
      clock.unit === 'working days' ? 'BPMN has no working days: the timer gives their number as days.' : '',
    ]),
  });
  const end = node(step, 'out-of-time', bpmnId('late', step.id), { name: 'Out of time' });
  return { nodes: [timer, end], flows: [flow(bpmnId('runsout', step.id), timer.id, end.id)] };
}

const groupOf = ({ rules }: NextAction): string | null =>
  rules.flatMap((rule) => (rule.kind === 'one-of' ? [rule.group] : []))[0] ?? null;

/** The gateways below a task, and the one each next action leaves from. */
interface Gateways extends BpmnParts {
  readonly main: string;
  readonly sourceOf: ReadonlyMap<NextAction, string>;
}

function mainKind(step: StepType, chosen: readonly NextAction[], isOneGroup: boolean): NodeKind {
  if (isOneGroup || chosen.length === 1) return 'exclusive';
  return !step.mayEnd && chosen.every((action) => hasRule(action, 'always')) ? 'parallel' : 'inclusive';
}

function gatewaysOf(step: StepType, chosen: readonly NextAction[]): Gateways {
  const task = bpmnId('step', step.id);
  if (chosen.length + (step.mayEnd ? 1 : 0) < 2) return { nodes: [], flows: [], main: task, sourceOf: new Map() };
  const main = bpmnId('choice', step.id);
  const groups = [...groupBy(chosen, groupOf)].filter(([, members]) => members.length > 1);
  const isOneGroup = groups.some(([, members]) => members.length === chosen.length);
  const apart = isOneGroup ? [] : groups;
  const split = apart.map(([group, members], at) => ({ group, members, id: bpmnId(`group${at}`, step.id), at }));
  return {
    main,
    nodes: [
      node(step, mainKind(step, chosen, isOneGroup), main),
      ...split.map(({ id, group }) => node(step, 'exclusive', id, { notes: [`At most one of the group ${group}.`] })),
    ],
    flows: [
      flow(bpmnId('choose', step.id), task, main),
      ...split.map(({ id, at }) => flow(bpmnId(`choose${at}`, step.id), main, id)),
    ],
    sourceOf: new Map(split.flatMap(({ id, members }) => members.map((action) => [action, id] as const))),
  };
}

const targetId = (index: WorkspaceIndex, { from, to }: NextAction): string => {
  if (to.kind === 'step' && index.stepTypes.has(to.stepType)) return bpmnId('step', to.stepType);
  return bpmnId(to.kind === 'end' ? 'end' : 'unknown', from);
};

/** The way of one next action: over a timer where it is delayed, and off the task's edge where it is immediate. */
function wayOf(index: WorkspaceIndex, step: StepType, action: NextAction, source: string): BpmnParts {
  const label = action.label || action.id;
  const edge = hasRule(action, 'immediate')
    ? node(step, 'immediate', bpmnId('immediate', action.id), { notes: ['Starts before the step is finished.'] })
    : null;
  const from = edge?.id ?? source;
  const timer =
    action.delayDays === null || action.delayDays <= 0
      ? null
      : node(step, 'delay', bpmnId('delay', action.id), {
          name: `after ${action.delayDays} days`,
          duration: `P${action.delayDays}D`,
        });
  const last = flow(bpmnId('next', action.id), timer?.id ?? from, targetId(index, action), {
    name: label,
    nextAction: action.id,
    notes: filled([...describeRules(index, action), action.notes]),
    own: ownNextAction(action, label),
  });
  return {
    nodes: [edge, timer].filter((each) => each !== null),
    flows: [...(timer === null ? [] : [flow(bpmnId('wait', action.id), from, timer.id)]), last],
  };
}

function endsOf(step: StepType, parts: BpmnParts, main: string): BpmnParts {
  const end = bpmnId('end', step.id);
  const unknown = bpmnId('unknown', step.id);
  const leads = (to: string): boolean => parts.flows.some((each) => each.to === to);
  return {
    nodes: [
      ...(step.mayEnd || leads(end) ? [node(step, 'end', end, { name: 'End' })] : []),
      ...(leads(unknown) ? [node(step, 'unknown', unknown, { name: 'Not known', own: UNKNOWN })] : []),
    ],
    flows: step.mayEnd ? [flow(bpmnId('mayend', step.id), main, end, { name: 'No next action', own: MAY_END })] : [],
  };
}

const join = (parts: readonly BpmnParts[]): BpmnParts => ({
  nodes: parts.flatMap(({ nodes }) => nodes),
  flows: parts.flatMap(({ flows }) => flows),
});

/** One step type as BPMN: its task, how it starts, its clock, its gateways, and the ways of its next actions. */
export function planStep(index: WorkspaceIndex, step: StepType): BpmnParts {
  const actions = index.nextActionsFrom.get(step.id) ?? [];
  const gateways = gatewaysOf(
    step,
    actions.filter((action) => !hasRule(action, 'immediate')),
  );
  const ways = join(
    actions.map((action) => wayOf(index, step, action, gateways.sourceOf.get(action) ?? gateways.main)),
  );
  const task: BpmnParts = { nodes: [taskOf(step)], flows: [] };
  return join([task, startOf(step), clockOf(step), gateways, ways, endsOf(step, ways, gateways.main)]);
}
