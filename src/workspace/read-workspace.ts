import type { Problem } from '#model/finding.ts';
import type { Form, LookupAnswer, Workspace } from '#model/workspace.ts';
import { atRoot, sameText, type WorkspaceFiles } from './files.ts';
import type { Line } from './line.ts';
import { type Loaded, loadLines, newLoaded, tellAbsent } from './load.ts';
import { type Names, newNames } from './names.ts';
import { newReading } from './problems.ts';
import type { QuestionIndex } from './question-index.ts';
import { type ReadFacts, readFacts } from './read-facts.ts';
import { MANIFEST_FILE, readManifest, WORKSPACE_FORMAT } from './read-manifest.ts';
import { readCodeMappings, readEventPlaces, readReviews } from './read-mappings.ts';
import { readNextActions } from './read-next-actions.ts';
import { type ReadQuestions, readQuestions } from './read-questions.ts';
import { RETURNS_FOLDER, readReturns } from './read-returns.ts';
import { readSources } from './read-sources.ts';
import { readForms, readLookups, readPositions, readStepForms, readStepTypes } from './read-steps.ts';
import { readTimings, readUsage } from './read-usage.ts';
import type { Shape } from './shape.ts';
import * as mapping from './shapes-mappings.ts';
import * as workflow from './shapes-workflows.ts';
import type { Table } from './table.ts';

/** A workspace as it was read: its meaning, what could not be understood, and the files behind it. */
export interface ReadWorkspace {
  readonly value: Workspace;
  readonly problems: readonly Problem[];
  /** The workspace's own tables, by file. */
  readonly tables: ReadonlyMap<string, Table>;
  /** The workspace's own files as they came in, without those that were refused. */
  readonly files: WorkspaceFiles;
}

const SHARED_FACTS = `${RETURNS_FOLDER}/facts.csv`;

/** The facts that the product ships, then those beside the workspace's own returns, then the workspace's own. */
function loadFacts(local: Loaded, shipped: Loaded): ReadFacts {
  const base = readFacts(loadLines(shipped, mapping.FACTS, SHARED_FACTS), null, true);
  const [own, theirs] = [local.files.get(SHARED_FACTS), shipped.files.get(SHARED_FACTS)];
  const isTheirs = own !== undefined && theirs !== undefined && sameText(own, theirs);
  const beside = isTheirs ? base : readFacts(loadLines(local, mapping.FACTS, SHARED_FACTS), base, false);
  return readFacts(loadLines(local, mapping.FACTS), beside, false);
}

const factNames = ({ facts, leftOut }: ReadFacts): Names => ({
  ...newNames('fact', 'which no facts.csv has', facts.keys()),
  leftOut,
  remedy: 'Take one of those that mappings/returns/facts.csv lists, or add a fact of your own to mappings/facts.csv.',
});

type WorkflowPart = Pick<
  Workspace,
  | 'stepTypes'
  | 'forms'
  | 'lookupAnswers'
  | 'questions'
  | 'stepForms'
  | 'nextActions'
  | 'positions'
  | 'usage'
  | 'timings'
>;

/** What the mappings refer to in the workflows. */
interface WorkflowNames {
  readonly steps: Names;
  readonly forms: Names;
  readonly questions: QuestionIndex;
}

const linesIn = (local: Loaded, shape: Shape): readonly Line[] => loadLines(local, shape);

const namesOf = (what: string, shape: Shape, values: readonly { readonly id: string }[]): Names =>
  newNames(
    what,
    `which ${shape.file} does not have`,
    values.map((value) => value.id),
  );

interface FormsPart {
  readonly allForms: readonly Form[];
  readonly forms: Names;
  readonly lookupAnswers: readonly LookupAnswer[];
  readonly read: ReadQuestions;
}

function readFormsPart(local: Loaded): FormsPart {
  const allForms = readForms(linesIn(local, workflow.FORMS));
  const forms = namesOf('form', workflow.FORMS, allForms);
  const questionLines = linesIn(local, workflow.QUESTIONS);
  const lookupAnswers = readLookups(linesIn(local, workflow.LOOKUPS));
  const known = lookupAnswers.map((answer) => answer.lookup);
  const lookups = newNames('lookup', `which ${workflow.LOOKUPS.file} does not have`, known);
  return { allForms, forms, lookupAnswers, read: readQuestions(questionLines, forms, lookups, lookupAnswers) };
}

interface ReadWorkflows {
  readonly part: WorkflowPart;
  readonly names: WorkflowNames;
}

/** Files are loaded in the order in which their problems are to be listed. */
function readWorkflows(local: Loaded): ReadWorkflows {
  const stepTypes = readStepTypes(linesIn(local, workflow.STEP_TYPES));
  const steps = namesOf('step type', workflow.STEP_TYPES, stepTypes);
  const actionLines = linesIn(local, workflow.NEXT_ACTIONS);
  const stepFormLines = linesIn(local, workflow.STEP_FORMS);
  const { allForms, forms, lookupAnswers, read } = readFormsPart(local);
  const stepForms = readStepForms(stepFormLines, steps, forms);
  const part = {
    stepTypes,
    forms: allForms,
    lookupAnswers,
    questions: read.questions,
    stepForms,
    nextActions: readNextActions(actionLines, steps, read.index, stepForms),
    usage: readUsage(linesIn(local, workflow.QUESTION_USAGE), steps, read.index),
    timings: readTimings(linesIn(local, workflow.TIMINGS), read.index),
    positions: readPositions(linesIn(local, workflow.POSITIONS), steps),
  };
  return { part, names: { steps, forms, questions: read.index } };
}

type MappingPart = Pick<Workspace, 'facts' | 'sources' | 'eventPlaces' | 'codeMappings' | 'reviews' | 'returns'>;

function readMappings(local: Loaded, shipped: Loaded, part: WorkflowPart, workflows: WorkflowNames): MappingPart {
  const read = loadFacts(local, shipped);
  const facts = factNames(read);
  const returns = readReturns(local, shipped, facts);
  const { nextActions, stepForms } = part;
  const actions = namesOf('next action', workflow.NEXT_ACTIONS, nextActions);
  const due = new Set<string>(returns.flatMap((one) => one.items.flatMap((item) => item.fact ?? [])));
  const names = { ...workflows, facts, actions, nextActions, stepForms, due };
  const sources = readSources(loadLines(local, mapping.SOURCES), names);
  return {
    facts: [...read.facts.values()],
    returns,
    sources,
    eventPlaces: readEventPlaces(loadLines(local, mapping.EVENTS), returns, { ...workflows, actions }, nextActions),
    codeMappings: readCodeMappings(loadLines(local, mapping.CODES), returns, workflows.questions, sources),
    reviews: readReviews(loadLines(local, mapping.REVIEWS)),
  };
}

/** Problems of one file together, in the order of its rows; files in the order in which they are read. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const files = new Map<string, number>([[MANIFEST_FILE, 0]]);
  for (const { file } of problems) if (!files.has(file)) files.set(file, files.size);
  const place = ({ file }: Problem): number => files.get(file) ?? 0;
  return problems.toSorted((a, b) => place(a) - place(b) || a.row - b.row);
}

const MANIFEST = {
  need: 'error',
  without: 'nobody can say whose workspace this is or which return is audited',
  remedy: `Add it: {"format": "${WORKSPACE_FORMAT}", "authority": "…", "title": "…", "returns": ["…"]}.`,
} as const;

/**
 * Reads a workspace: the files of a council, and the returns and facts that the product ships. It never throws on what
 * the files hold; everything that could not be understood is among the problems.
 */
export function readWorkspace(files: WorkspaceFiles, shipped: WorkspaceFiles): ReadWorkspace {
  const reading = newReading();
  const local = newLoaded(reading, atRoot(files));
  const product = newLoaded(reading, shipped);
  if (!local.files.has(MANIFEST_FILE)) tellAbsent(local, MANIFEST_FILE, MANIFEST);
  const { part, names } = readWorkflows(local);
  const mappings = readMappings(local, product, part, names);
  const known = mappings.returns.map((one) => one.id);
  const manifest = readManifest(reading, local.files.get(MANIFEST_FILE), known);
  return {
    value: { manifest, ...part, ...mappings },
    problems: inOrder(reading.problems),
    tables: local.tables,
    files: new Map([...local.files].filter(([file]) => !local.refused.has(file))),
  };
}
