import { type CasePlayer, casePlayer } from '#cases/played-case.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { stepDefinitions } from '#machine/step-definition.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

/** All that playing cases of one state of a workspace needs, made once. */
export interface WalkRules {
  readonly index: WorkspaceIndex;
  readonly player: CasePlayer;
  readonly definitions: ReadonlyMap<StepTypeId, StepDefinition>;
}

const made = new WeakMap<WorkspaceIndex, WalkRules>();

export function walkRulesOf(index: WorkspaceIndex): WalkRules {
  const rules = made.get(index) ?? { index, player: casePlayer(index), definitions: stepDefinitions(index) };
  made.set(index, rules);
  return rules;
}
