import { nameOfStep } from '#diagram/describe-step.ts';
import type { CaseState } from '#machine/case-values.ts';
import { asWord } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { SCOPES, type Scope } from '#model/words.ts';
import { stepNames } from './step-names.ts';

const SCOPE_NAMES: Readonly<Record<Scope, string>> = {
  child: 'The child',
  referral: 'Referral',
  assessment: 'Assessment',
  'section-47': 'Section 47 enquiry',
  'initial-conference': 'Initial conference',
  'cin-plan': 'Child in need plan',
  'cin-review': 'Child in need review',
  'protection-plan': 'Child protection plan',
  review: 'Review',
  'core-group': 'Core group',
  visit: 'Visit',
  'pre-proceedings': 'Pre-proceedings',
  step: 'One step',
};

const made = new WeakMap<CaseState['steps'], Map<string, string>>();

function nameFor(index: WorkspaceIndex, state: CaseState, instance: string): string {
  const cut = instance.indexOf('/');
  const scope = asWord(SCOPES, cut === -1 ? instance : instance.slice(0, cut));
  if (scope === undefined) return instance;
  const name = SCOPE_NAMES[scope];
  if (cut === -1) return scope === 'child' ? name : `${name}, before one began`;
  const key = instance.slice(cut + 1);
  if (scope === 'step') return stepNames(index, state).get(key) ?? key;
  const openers = state.steps.filter(({ stepType }) => index.stepTypes.get(stepType)?.opens.includes(scope));
  const number = openers.findIndex((step) => step.key === key) + 1;
  if (number > 0) return `${name} ${number}`;
  // A wider instance began, and none of this scope in it yet.
  const round = state.steps.find((step) => step.key === key);
  return round === undefined ? name : `${name}, before one began (${nameOfStep(index, round.stepType)})`;
}

/** An instance of a scope in words: "Section 47 enquiry 1", "The child"; for what belongs to one step, the step's name. */
export function instanceName(index: WorkspaceIndex, state: CaseState, instance: string): string {
  const names = made.get(state.steps) ?? new Map<string, string>();
  made.set(state.steps, names);
  const name = names.get(instance) ?? nameFor(index, state, instance);
  names.set(instance, name);
  return name;
}
