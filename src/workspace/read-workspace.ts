import type { Problem } from '#model/finding.ts';
import type { Form, LookupAnswer, Workspace } from '#model/workspace.ts';
import { atRoot, type WorkspaceFiles } from './files.ts';
import { type Loaded, newLoaded, readLines, readList, tellAbsent } from './load.ts';
import { loadFacts } from './load-facts.ts';
import { type Names, newNames } from './names.ts';
import { orderProblems } from './order-problems.ts';
import { newReading } from './problems.ts';
import { indexQuestions, type QuestionIndex } from './question-index.ts';
import type { ReadFacts } from './read-facts.ts';
import { MANIFEST_FILE, readManifest, WORKSPACE_FORMAT } from './read-manifest.ts';
import { readCodeMappings, readEventPlaces, readReviews } from './read-mappings.ts';
import { readNextActions } from './read-next-actions.ts';
import { type ReadQuestions, readQuestions } from './read-questions.ts';
import { readReturns } from './read-returns.ts';
import { readSources } from './read-sources.ts';
import { readForms, readLookups, readPositions, readStepForms, readStepTypes } from './read-steps.ts';
import { readTimings, readUsage } from './read-usage.ts';
import { isSame, type Memory, newMemory, newSlot, recall, settleList } from './remember.ts';
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
  /** The returns and facts that the product ships, as they were read beside it. */
  readonly shipped: WorkspaceFiles;
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

const namesOf = (what: string, shape: Shape, values: readonly { readonly id: string }[]): Names =>
  newNames(
    what,
    `which ${shape.file} does not have`,
    values.map((value) => value.id),
  );

const NO_QUESTIONS = indexQuestions([], [], new Map());

/** One slot for each list that is read. */
const SLOTS = {
  stepTypes: newSlot<Workspace['stepTypes']>(),
  nextActions: newSlot<Workspace['nextActions']>(),
  forms: newSlot<Workspace['forms']>(),
  lookups: newSlot<Workspace['lookupAnswers']>(),
  questions: newSlot<ReadQuestions>(),
  stepForms: newSlot<Workspace['stepForms']>(),
  usage: newSlot<Workspace['usage']>(),
  timings: newSlot<Workspace['timings']>(),
  positions: newSlot<Workspace['positions']>(),
  sources: newSlot<Workspace['sources']>(),
  eventPlaces: newSlot<Workspace['eventPlaces']>(),
  codeMappings: newSlot<Workspace['codeMappings']>(),
  reviews: newSlot<Workspace['reviews']>(),
  returns: newSlot<Workspace['returns']>(),
  facts: newSlot<Workspace['facts']>(),
  manifest: newSlot<Workspace['manifest']>(),
};

interface FormsPart {
  readonly allForms: readonly Form[];
  readonly forms: Names;
  readonly lookupAnswers: readonly LookupAnswer[];
  readonly read: ReadQuestions;
}

function readFormsPart(local: Loaded, was: Workspace | undefined): FormsPart {
  const allForms = readList(local, { shape: workflow.FORMS, slot: SLOTS.forms, was: was?.forms, read: readForms });
  const forms = namesOf('form', workflow.FORMS, allForms);
  const lookupAnswers = readList(local, {
    shape: workflow.LOOKUPS,
    slot: SLOTS.lookups,
    was: was?.lookupAnswers,
    read: readLookups,
  });
  const known = lookupAnswers.map((answer) => answer.lookup);
  const lookups = newNames('lookup', `which ${workflow.LOOKUPS.file} does not have`, known);
  const read = readLines(local, {
    shape: workflow.QUESTIONS,
    slot: SLOTS.questions,
    from: [allForms, lookupAnswers],
    read: (lines) => readQuestions(lines, forms, lookups, lookupAnswers),
    settle: (before, after) => ({
      ...after,
      questions: settleList(was?.questions ?? before.questions, after.questions),
    }),
    was: was === undefined ? undefined : { questions: was.questions, index: NO_QUESTIONS },
  });
  return { allForms, forms, lookupAnswers, read };
}

interface ReadWorkflows {
  readonly part: WorkflowPart;
  readonly names: WorkflowNames;
}

function readWorkflows(local: Loaded, was: Workspace | undefined): ReadWorkflows {
  const stepTypes = readList(local, {
    shape: workflow.STEP_TYPES,
    slot: SLOTS.stepTypes,
    was: was?.stepTypes,
    read: readStepTypes,
  });
  const steps = namesOf('step type', workflow.STEP_TYPES, stepTypes);
  const { allForms, forms, lookupAnswers, read } = readFormsPart(local, was);
  const stepForms = readList(local, {
    shape: workflow.STEP_FORMS,
    slot: SLOTS.stepForms,
    was: was?.stepForms,
    from: [stepTypes, allForms],
    read: (lines) => readStepForms(lines, steps, forms),
  });
  const nextActions = readList(local, {
    shape: workflow.NEXT_ACTIONS,
    slot: SLOTS.nextActions,
    was: was?.nextActions,
    from: [stepTypes, read, stepForms],
    read: (lines) => readNextActions(lines, steps, read.index, stepForms),
  });
  const counts = { usage: workflow.QUESTION_USAGE, timings: workflow.TIMINGS, positions: workflow.POSITIONS };
  const part = {
    stepTypes,
    forms: allForms,
    lookupAnswers,
    questions: read.questions,
    stepForms,
    nextActions,
    usage: readList(local, {
      shape: counts.usage,
      slot: SLOTS.usage,
      was: was?.usage,
      from: [stepTypes, read],
      read: (lines) => readUsage(lines, steps, read.index),
    }),
    timings: readList(local, {
      shape: counts.timings,
      slot: SLOTS.timings,
      was: was?.timings,
      from: [read],
      read: (lines) => readTimings(lines, read.index),
    }),
    positions: readList(local, {
      shape: counts.positions,
      slot: SLOTS.positions,
      was: was?.positions,
      from: [stepTypes],
      read: (lines) => readPositions(lines, steps),
    }),
  };
  return { part, names: { steps, forms, questions: read.index } };
}

/** The files that mappings are read from, and what stood there before. */
interface MappingFiles {
  readonly local: Loaded;
  readonly shipped: Loaded;
  readonly was: Workspace | undefined;
}

type MappingPart = Pick<Workspace, 'facts' | 'sources' | 'eventPlaces' | 'codeMappings' | 'reviews' | 'returns'>;

function readMappings({ local, shipped, was }: MappingFiles, { part, names: workflows }: ReadWorkflows): MappingPart {
  const read = loadFacts(local, shipped);
  const facts = factNames(read);
  const found = readReturns(local, shipped, { facts, from: read });
  const returns = recall(local.reading, {
    slot: SLOTS.returns,
    from: found,
    was: was?.returns,
    read: () => found,
    settle: settleList,
  });
  const { nextActions, stepForms } = part;
  const actions = namesOf('next action', workflow.NEXT_ACTIONS, nextActions);
  const due = new Set<string>(returns.flatMap((one) => one.items.flatMap((item) => item.fact ?? [])));
  const names = { ...workflows, facts, actions, nextActions, stepForms, due };
  const around = [part.stepTypes, workflows.questions, nextActions, returns];
  const sources = readList(local, {
    shape: mapping.SOURCES,
    slot: SLOTS.sources,
    was: was?.sources,
    from: [...around, read, stepForms],
    read: (lines) => readSources(lines, names),
  });
  return {
    facts: recall(local.reading, {
      slot: SLOTS.facts,
      from: [read],
      was: was?.facts,
      read: () => [...read.facts.values()],
      settle: settleList,
    }),
    returns,
    sources,
    eventPlaces: readList(local, {
      shape: mapping.EVENTS,
      slot: SLOTS.eventPlaces,
      was: was?.eventPlaces,
      from: around,
      read: (lines) => readEventPlaces(lines, returns, { ...workflows, actions }, nextActions),
    }),
    codeMappings: readList(local, {
      shape: mapping.CODES,
      slot: SLOTS.codeMappings,
      was: was?.codeMappings,
      from: [...around, sources],
      read: (lines) => readCodeMappings(lines, returns, workflows.questions, sources),
    }),
    reviews: readList(local, { shape: mapping.REVIEWS, slot: SLOTS.reviews, was: was?.reviews, read: readReviews }),
  };
}

const MANIFEST = {
  need: 'error',
  without: 'nobody can say whose workspace this is or which return is audited',
  remedy: `Add it: {"format": "${WORKSPACE_FORMAT}", "authority": "…", "title": "…", "returns": ["…"]}.`,
} as const;

/** What stands from an earlier reading: tables that may have been changed since, and what was read from them. */
export interface EarlierReading {
  readonly tables: ReadWorkspace['tables'];
  readonly memory: Memory;
  /** The workspace that is being changed: whatever still holds the same in it stays the same value. */
  readonly value?: Workspace;
}

const FIRST: () => EarlierReading = () => ({ tables: new Map(), memory: newMemory() });

/**
 * Reads a workspace: the files of a council, and the returns and facts that the product ships. It never throws on what
 * the files hold; everything that could not be understood is among the problems. With an earlier reading, its tables
 * stand for their files, and what has not changed since is the same value as then.
 */
export function readWorkspace(
  files: WorkspaceFiles,
  shipped: WorkspaceFiles,
  earlier: EarlierReading = FIRST(),
): ReadWorkspace {
  const reading = newReading(earlier.memory);
  const local = newLoaded(reading, atRoot(files), earlier.tables);
  const product = newLoaded(newReading(earlier.memory.shipped ?? newMemory()), shipped);
  if (!local.files.has(MANIFEST_FILE)) tellAbsent(local, MANIFEST_FILE, MANIFEST);
  const workflows = readWorkflows(local, earlier.value);
  const mappings = readMappings({ local, shipped: product, was: earlier.value }, workflows);
  const known = mappings.returns.map((one) => one.id);
  const bytes = local.files.get(MANIFEST_FILE);
  const manifest = recall(reading, {
    slot: SLOTS.manifest,
    from: [bytes, mappings.returns],
    read: () => readManifest(reading, bytes, known),
    settle: (before, after) => (isSame(before, after) ? before : after),
  });
  return {
    value: { manifest, ...workflows.part, ...mappings },
    problems: orderProblems([...reading.problems, ...product.reading.problems]),
    tables: local.tables,
    files: new Map([...local.files].filter(([file]) => !local.refused.has(file))),
    shipped,
  };
}
