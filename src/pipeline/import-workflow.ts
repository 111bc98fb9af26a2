import { newKey } from '#edits/new-key.ts';
import { fromXStateJson } from '#machine/from-machine.ts';
import type { Problem } from '#model/finding.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import type { NextAction, StepType, Workspace } from '#model/workspace.ts';
import { decodeText } from '#workspace/text.ts';
import { type Edit, newEditor } from './edit-workspace.ts';
import type { OpenedWorkspace } from './open-workspace.ts';
import { workflowRows } from './workflow-rows.ts';

/** The kinds of file that a workflow can be read from. */
export type WorkflowFormat = 'bpmn' | 'xstate';

type Workflow = Pick<Workspace, 'stepTypes' | 'nextActions'>;

/** What a file would add to a workspace. Nothing of it is there until it is accepted. */
export interface WorkflowImport extends Workflow {
  /** What was not understood, with its place in the file, and what the workspace would say of the new rows. */
  readonly problems: readonly Problem[];
  readonly edit: Edit;
}

interface ReadWorkflow extends Workflow {
  readonly problems: readonly Problem[];
  readonly unkeyed: ReadonlySet<string>;
}

const MOST_BYTES = 50_000_000;

const tellAt = (column: string, message: string): Problem => ({
  severity: 'warning',
  file: '',
  row: 0,
  column,
  message,
});

function readChart(text: string): ReadWorkflow | { readonly failure: string } {
  try {
    const { value, problems } = fromXStateJson(JSON.parse(text));
    return { ...value, problems, unkeyed: new Set() };
  } catch (error) {
    return { failure: `This is no JSON: ${error instanceof Error ? error.message : 'not readable'}` };
  }
}

async function readProcess(text: string): Promise<ReadWorkflow | { readonly failure: string }> {
  const { readBpmn } = await import('#importers/bpmn/read-bpmn.ts');
  const read = await readBpmn(text);
  if ('failure' in read) return read;
  const { value, problems } = fromXStateJson(read.chart);
  return { ...value, problems: [...read.problems, ...problems], unkeyed: read.unkeyed };
}

/** A key that the files can hold: `end` says something else there, and the rules of next actions know these signs. */
function keepable(key: string): string {
  const plain = key.replaceAll(/[;|="\p{Cc}]/gu, '_').trim();
  if (plain === '') return 'NEW';
  return plain.toLowerCase() === 'end' ? `${plain}_STEP` : plain;
}

function free(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}_${number}`)) number += 1;
  return `${key}_${number}`;
}

/** Gives each value a key that the workspace does not have, and says where that is another than the file's. */
function giveKeys<Value extends { readonly id: string }>(
  values: readonly Value[],
  taken: Set<string>,
  wordsOf: (value: Value) => string | null,
  problems: Problem[],
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const value of values) {
    const words = wordsOf(value);
    const key = words === null ? free(keepable(value.id), taken) : newKey(words, taken);
    if (words === null && key !== value.id)
      problems.push(tellAt(value.id, `This key is taken or cannot be kept here; it comes in as ${key}.`));
    taken.add(key);
    given.set(value.id, key);
  }
  return given;
}

/** The same workflow under keys that are free in a workspace. */
function withFreeKeys(read: ReadWorkflow, workspace: Workspace, problems: Problem[]): Workflow {
  const { unkeyed } = read;
  const takenSteps = new Set<string>(workspace.stepTypes.map(({ id }) => id));
  const takenActions = new Set<string>(workspace.nextActions.map(({ id }) => id));
  const wordsOfStep = (step: StepType): string | null => (unkeyed.has(step.id) ? step.name : null);
  const steps = giveKeys(read.stepTypes, takenSteps, wordsOfStep, problems);
  const stepKey = (id: string): StepType['id'] => stepTypeId(steps.get(id) ?? id);
  const targetWords = ({ to }: NextAction): string => (to.kind === 'step' ? stepKey(to.stepType) : to.kind);
  const wordsOfAction = (action: NextAction): string | null =>
    unkeyed.has(action.id) ? `${stepKey(action.from)} to ${targetWords(action)}` : null;
  const actions = giveKeys(read.nextActions, takenActions, wordsOfAction, problems);
  const actionKey = (id: string): NextAction['id'] => nextActionId(actions.get(id) ?? id);
  const names = new Map(read.stepTypes.map(({ id, name }) => [id, name]));
  const labelOf = ({ label, to }: NextAction): string =>
    label === '' && to.kind === 'step' ? (names.get(to.stepType) ?? '') : label;
  return {
    stepTypes: read.stepTypes.map((step) => ({ ...step, id: stepKey(step.id) })),
    nextActions: read.nextActions.map((action) => ({
      ...action,
      id: actionKey(action.id),
      label: unkeyed.has(action.id) ? labelOf(action) : action.label,
      from: stepKey(action.from),
      to: action.to.kind === 'step' ? { kind: 'step', stepType: stepKey(action.to.stepType) } : action.to,
      rules: action.rules.map((rule) =>
        rule.kind === 'requires' ? { kind: 'requires', nextAction: actionKey(rule.nextAction) } : rule,
      ),
    })),
  };
}

/** A rule about a question that the workspace does not have cannot be kept as a rule: it stays as a note. */
function withKnownQuestions(workflow: Workflow, { questions }: Workspace, problems: Problem[]): Workflow {
  const known = new Set(questions.map(({ form, code }) => `${form}/${code}`));
  const nextActions = workflow.nextActions.map((action): NextAction => {
    const lost = action.rules.flatMap((rule) =>
      rule.kind === 'mandatory-if' && !known.has(`${rule.form}/${rule.question}`) ? [rule] : [],
    );
    if (lost.length === 0) return action;
    const notes = lost.map(({ form, question, answer }) => `Must be chosen when ${form}/${question} is ${answer}.`);
    problems.push(
      tellAt(
        action.id,
        `The workspace has no question ${lost.map(({ form, question }) => `${form}/${question}`).join(', ')}; the rule stands in the notes.`,
      ),
    );
    return {
      ...action,
      rules: action.rules.filter((rule) => !lost.some((other) => other === rule)),
      notes: [action.notes, ...notes].filter((note) => note !== '').join('\n'),
    };
  });
  return { stepTypes: workflow.stepTypes, nextActions };
}

const idOf = ({ file, row, column, message }: Problem): string => [file, row, column, message].join('\n');

/** What the workspace would say of the rows that it does not say now. */
function newProblems(opened: OpenedWorkspace, { changes }: Edit): readonly Problem[] {
  const before = new Set(opened.problems.map(idOf));
  return newEditor()
    .change(opened, changes)
    .problems.filter((problem) => !before.has(idOf(problem)));
}

/** Reads a workflow from a file of another tool, as rows to be added to a workspace. Nothing there is changed. */
export async function importWorkflow(
  bytes: Uint8Array,
  format: WorkflowFormat,
  opened: OpenedWorkspace,
  name: string,
): Promise<WorkflowImport | { readonly failure: string }> {
  if (bytes.length > MOST_BYTES) return { failure: 'The file is larger than 50 MB.' };
  const { text } = decodeText(bytes);
  const read = format === 'bpmn' ? await readProcess(text) : readChart(text);
  if ('failure' in read) return read;
  if (read.stepTypes.length === 0) {
    const what = format === 'bpmn' ? 'There is no task in it.' : 'There is no state in it that is not final.';
    return { failure: [...read.problems.map(({ message }) => message).slice(0, 1), what].join(' ') };
  }
  const problems = [...read.problems];
  const workflow = withKnownQuestions(withFreeKeys(read, opened.value, problems), opened.value, problems);
  const edit: Edit = { name: `bring a workflow in from ${name}`, changes: workflowRows(workflow) };
  return { ...workflow, problems: [...problems, ...newProblems(opened, edit)], edit };
}
