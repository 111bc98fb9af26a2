import { count } from '#diagram/describe-step.ts';
import type { Problem } from '#model/finding.ts';
import type { NextAction, StepType } from '#model/workspace.ts';
import { importWorkflow, type WorkflowFormat, type WorkflowImport } from '#pipeline/import-workflow.ts';
import type { ImportKind, ImportRequest } from './import-kind.ts';
import { isFree, makeWorkspace, openOrStart } from './new-workspace.ts';
import { EXIT, type ExitCode, fail, type Shell } from './shell.ts';
import { refuseWriting, writeChanges } from './write-changes.ts';

const describeStep = ({ id, name, workflow }: StepType): string =>
  `  ${id}  ${name}${workflow === '' ? '' : `  (${workflow})`}`;

function describeAction({ id, label, from, to }: NextAction): string {
  const target = to.kind === 'step' ? to.stepType : to.kind === 'end' ? 'the end' : 'not known';
  return `  ${id}  ${from} → ${target}  “${label}”`;
}

function tellProblem({ severity, file, row, column, message }: Problem, shell: Shell): void {
  const place = [file, row === 0 ? '' : `row ${row}`, column].filter((part) => part !== '').join(', ');
  shell.say(`${severity === 'error' ? 'Not understood' : 'Note'}${place === '' ? '' : `, ${place}`}: ${message}`);
}

async function accept({ shell, workspace, opened }: ImportRequest, { edit }: WorkflowImport): Promise<ExitCode> {
  const refusal = (await isFree(shell, workspace))
    ? await makeWorkspace(shell, workspace)
    : await refuseWriting(shell, workspace);
  if (refusal !== null) return fail(shell, refusal);
  const written = await writeChanges(shell, workspace, opened, edit);
  if ('failure' in written) return fail(shell, written);
  shell.say(`Written into ${workspace}: ${written.join(', ')}`);
  return EXIT.fine;
}

async function run(request: ImportRequest, format: WorkflowFormat): Promise<ExitCode> {
  const { shell, opened, from, bytes, accept: named } = request;
  if (named !== null && named !== 'all') {
    shell.say('A workflow is taken whole: write --accept all.');
    return EXIT.wrongUsage;
  }
  const read = await importWorkflow(bytes, format, opened.opened, from);
  if ('failure' in read) return fail(shell, { failure: `${from}: ${read.failure}` });
  const { stepTypes, nextActions, problems } = read;
  const head = `${count(stepTypes.length, 'step type')} and ${count(nextActions.length, 'next action')} in ${from}:`;
  shell.print([head, ...stepTypes.map(describeStep), ...nextActions.map(describeAction)].join('\n'));
  for (const problem of problems) tellProblem(problem, shell);
  if (named === null) shell.say('Nothing was written. To add these rows to the workspace, add --accept all.');
  const code = named === null ? EXIT.fine : await accept(request, read);
  if (code !== EXIT.fine) return code;
  return problems.some(({ severity }) => severity === 'error') ? EXIT.badInput : EXIT.fine;
}

const WHERE = 'as rows added to the workspace, or as a new one where there is none yet';

/** A process as any BPMN tool writes it. */
export const BPMN_IMPORT: ImportKind = {
  says: `BPMN 2.0 (.bpmn), ${WHERE}`,
  reads: (file) => /\.(?:bpmn2?|bpmn20\.xml)$/iu.test(file),
  open: openOrStart,
  run: (request) => run(request, 'bpmn'),
};

/** A chart as XState JSON, ours or anybody's. */
export const CHART_IMPORT: ImportKind = {
  says: `XState JSON (.json), ${WHERE}`,
  reads: (file) => /\.json$/iu.test(file),
  open: openOrStart,
  run: (request) => run(request, 'xstate'),
};
