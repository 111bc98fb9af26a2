import { type CasePlayer, casePlayer } from '#cases/played-case.ts';
import type { CaseState } from '#machine/case-values.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { stepDefinitions } from '#machine/step-definition.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { ChildReturn, GroupElement, ReturnOptions } from '#returns/child-return.ts';
import { childReturn } from '#returns/return-of.ts';
import { type ReturnRules, returnRulesOf } from '#returns/return-rules.ts';
import { writeSchema } from '#returns/write-schema.ts';
import { writeReturn } from '#returns/write-xml.ts';

/** All that playing cases of one state of a workspace needs, made once. */
export interface WalkRules {
  readonly index: WorkspaceIndex;
  readonly player: CasePlayer;
  readonly definitions: ReadonlyMap<StepTypeId, StepDefinition>;
  readonly returns: ReturnRules;
}

const made = new WeakMap<WorkspaceIndex, WalkRules>();

export function walkRulesOf(index: WorkspaceIndex): WalkRules {
  const rules = made.get(index) ?? {
    index,
    player: casePlayer(index),
    definitions: stepDefinitions(index),
    returns: returnRulesOf(index),
  };
  made.set(index, rules);
  return rules;
}

/** What a case sends to the return that is audited, as it stands at one moment. */
export const returnOfMoment = ({ returns }: WalkRules, state: CaseState, options: ReturnOptions): ChildReturn =>
  childReturn(returns, state, options);

/** The file of cases' returns, piece by piece; cases of which nothing is sent are left out. */
export function* writeReturnFile(
  { returns }: WalkRules,
  children: Iterable<ChildReturn>,
  options: ReturnOptions,
): Generator<string> {
  const { header } = childReturn(returns, { input: { held: [], on: '' }, steps: [], record: [], history: [] }, options);
  yield* writeReturn(returns.shape, header, includedOf(children));
}

function* includedOf(children: Iterable<ChildReturn>): Generator<GroupElement> {
  for (const { child, isIncluded } of children) if (isIncluded) yield child;
}

/** The XML Schema of the return that is audited. */
export const schemaOf = (index: WorkspaceIndex): string => writeSchema(returnRulesOf(index));
