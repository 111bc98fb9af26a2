import type { Form, LookupAnswer, Workspace } from '#model/workspace.ts';
import { idsOf, namesOf } from './key-names.ts';
import { type Loaded, readLines, readList } from './load.ts';
import type { Names } from './names.ts';
import { indexQuestions, type QuestionIndex } from './question-index.ts';
import { readNextActions } from './read-next-actions.ts';
import { patchQuestions, type ReadQuestions, readQuestions } from './read-questions.ts';
import { readForms, readLookups, readPositions, readStepForms, readStepTypes } from './read-steps.ts';
import { readTimings, readUsage } from './read-usage.ts';
import { newSlot, settleList } from './remember.ts';
import * as workflow from './shapes-workflows.ts';

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
};

export type WorkflowPart = Pick<
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

interface FormsPart {
  readonly allForms: readonly Form[];
  readonly forms: Names;
  readonly lookupAnswers: readonly LookupAnswer[];
  readonly read: ReadQuestions;
}

/** The questions that stand, with the lookup over them where they are to be trusted; those left out are not known then. */
function questionsOf({ trusted }: Loaded, was: Workspace | undefined): ReadQuestions | undefined {
  if (was === undefined) return undefined;
  const index = trusted === null ? NO_QUESTIONS : indexQuestions(was.questions, was.lookupAnswers, new Map());
  return { questions: was.questions, index };
}

const settleQuestions = (before: ReadQuestions, after: ReadQuestions): ReadQuestions =>
  before === after ? after : { ...after, questions: settleList(before.questions, after.questions) };

const NO_QUESTIONS = indexQuestions([], [], new Map());

function readFormsPart(local: Loaded, was: Workspace | undefined): FormsPart {
  const allForms = readList(local, { shape: workflow.FORMS, slot: SLOTS.forms, was: was?.forms, read: readForms });
  const forms = namesOf(local, 'form', workflow.FORMS, idsOf(allForms));
  const lookupAnswers = readList(local, {
    shape: workflow.LOOKUPS,
    slot: SLOTS.lookups,
    was: was?.lookupAnswers,
    read: readLookups,
  });
  const known = lookupAnswers.map((answer) => answer.lookup);
  const lookups = namesOf(local, 'lookup', workflow.LOOKUPS, known);
  const read = readLines(local, {
    shape: workflow.QUESTIONS,
    slot: SLOTS.questions,
    from: [forms, lookupAnswers],
    read: (lines) => readQuestions(lines, forms, lookups, lookupAnswers),
    patch: (last, table) => patchQuestions(local.reading, last, table, lookups),
    settle: settleQuestions,
    was: questionsOf(local, was),
  });
  return { allForms, forms, lookupAnswers, read };
}

/** The workflows as they were read, and what mappings may refer to in them. */
export interface ReadWorkflows {
  readonly part: WorkflowPart;
  readonly names: WorkflowNames;
}

/** What is counted and measured of the workflows, and where people have put steps. */
function readCounts(
  local: Loaded,
  { steps, questions }: WorkflowNames,
  was: Workspace | undefined,
): Pick<Workspace, 'usage' | 'timings' | 'positions'> {
  return {
    usage: readList(local, {
      shape: workflow.QUESTION_USAGE,
      slot: SLOTS.usage,
      was: was?.usage,
      from: [steps, questions],
      read: (lines) => readUsage(lines, steps, questions),
    }),
    timings: readList(local, {
      shape: workflow.TIMINGS,
      slot: SLOTS.timings,
      was: was?.timings,
      from: [questions],
      read: (lines) => readTimings(lines, questions),
    }),
    positions: readList(local, {
      shape: workflow.POSITIONS,
      slot: SLOTS.positions,
      was: was?.positions,
      from: [steps],
      read: (lines) => readPositions(lines, steps),
    }),
  };
}

/** Reads the workflows. `was`: what stood there before. */
export function readWorkflows(local: Loaded, was: Workspace | undefined): ReadWorkflows {
  const stepTypes = readList(local, {
    shape: workflow.STEP_TYPES,
    slot: SLOTS.stepTypes,
    was: was?.stepTypes,
    read: readStepTypes,
  });
  const steps = namesOf(local, 'step type', workflow.STEP_TYPES, idsOf(stepTypes));
  const { allForms, forms, lookupAnswers, read } = readFormsPart(local, was);
  const stepForms = readList(local, {
    shape: workflow.STEP_FORMS,
    slot: SLOTS.stepForms,
    was: was?.stepForms,
    from: [steps, forms],
    read: (lines) => readStepForms(lines, steps, forms),
  });
  const nextActions = readList(local, {
    shape: workflow.NEXT_ACTIONS,
    slot: SLOTS.nextActions,
    was: was?.nextActions,
    from: [steps, read.index, stepForms],
    read: (lines) => readNextActions(lines, steps, read.index, stepForms),
  });
  const names = { steps, forms, questions: read.index };
  const part = {
    stepTypes,
    forms: allForms,
    lookupAnswers,
    questions: read.questions,
    stepForms,
    nextActions,
    ...readCounts(local, names, was),
  };
  return { part, names };
}
