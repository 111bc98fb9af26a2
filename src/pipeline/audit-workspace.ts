import { analysisInput } from '#analyses/analysis-input.ts';
import { figuresOf, NO_FIGURES } from '#analyses/figures.ts';
import { analyse, guarded } from '#analyses/index.ts';
import { summarise } from '#analyses/numbers.ts';
import { stepSets } from '#analyses/step-sets.ts';
import type { Audit } from '#model/audit.ts';
import type { Problem } from '#model/finding.ts';
import type { ReturnId } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';

function countsOf({ workspace, dataReturn }: WorkspaceIndex): Audit['counts'] {
  return {
    stepTypes: workspace.stepTypes.length,
    nextActions: workspace.nextActions.length,
    forms: workspace.forms.length,
    questions: workspace.questions.length,
    facts: workspace.facts.length,
    sources: workspace.sources.length,
    items: dataReturn?.items.length ?? 0,
  };
}

/**
 * Everything the product says about a workspace, for one return: `wanted`, or the first that the workspace names.
 * `problems` are what reading the files had to say; they are carried along.
 */
export function auditWorkspace(
  workspace: Workspace,
  problems: readonly Problem[],
  wanted: ReturnId | null = null,
): Audit {
  const index = indexWorkspace(workspace, wanted);
  const input = analysisInput(index);
  const { coverage, findings: found } = analyse(input);
  const [figures, crashed] = guarded('numbers and time', () => figuresOf(input, found), NO_FIGURES);
  const findings = [...found, ...crashed];
  return {
    format: 'throughline-audit/1',
    authority: workspace.manifest.authority,
    return: index.dataReturn?.id ?? '',
    counts: countsOf(index),
    problems,
    coverage,
    findings,
    steps: stepSets(input),
    summary: summarise(input, coverage, findings),
    figures,
  };
}
