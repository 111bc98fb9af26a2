import type { Workspace } from '#model/workspace.ts';
import { idsOf, namesOf } from './key-names.ts';
import { type Loaded, readList } from './load.ts';
import { loadFacts } from './load-facts.ts';
import { type Names, newNames } from './names.ts';
import type { ReadFacts } from './read-facts.ts';
import { readCodeMappings, readEventPlaces, readReviews } from './read-mappings.ts';
import { readReturns } from './read-returns.ts';
import { readSources, type SourceNames } from './read-sources.ts';
import type { ReadWorkflows, WorkflowPart } from './read-workflows.ts';
import { newSlot, recall, type Slot, settleList } from './remember.ts';
import * as mapping from './shapes-mappings.ts';
import * as workflow from './shapes-workflows.ts';

/** One slot for each list that is read. */
const SLOTS = {
  nextActions: newSlot<Workspace['nextActions']>(),
  stepForms: newSlot<Workspace['stepForms']>(),
  sources: newSlot<Workspace['sources']>(),
  eventPlaces: newSlot<Workspace['eventPlaces']>(),
  codeMappings: newSlot<Workspace['codeMappings']>(),
  reviews: newSlot<Workspace['reviews']>(),
  returns: newSlot<Workspace['returns']>(),
  facts: newSlot<Workspace['facts']>(),
};

const factNames = ({ facts, leftOut }: ReadFacts): Names => ({
  ...newNames('fact', 'which no facts.csv has', facts.keys()),
  leftOut,
  remedy: 'Take one of those that mappings/returns/facts.csv lists, or add a fact of your own to mappings/facts.csv.',
});

/** Next actions and activities as mappings refer to them: the same values as long as no key of theirs changes. */
function keyParts(
  local: Loaded,
  { nextActions, stepForms }: WorkflowPart,
): Pick<Workspace, 'nextActions' | 'stepForms'> {
  return {
    nextActions: recall(local.reading, {
      slot: SLOTS.nextActions,
      key: 'by key',
      from: nextActions.flatMap((action) => [action.id, action.from]),
      read: () => nextActions,
    }),
    stepForms: recall(local.reading, {
      slot: SLOTS.stepForms,
      key: 'by key',
      from: stepForms.flatMap((activity) => [activity.stepType, activity.form]),
      read: () => stepForms,
    }),
  };
}

/** What mappings may refer to besides steps, forms and questions. */
function namesOfParts(local: Loaded, part: WorkflowPart): Pick<SourceNames, 'actions' | 'nextActions' | 'stepForms'> {
  const parts = keyParts(local, part);
  return { ...parts, actions: namesOf(local, 'next action', workflow.NEXT_ACTIONS, idsOf(parts.nextActions)) };
}

/** Facts that belong to an item of any known return. */
const dueIn = (returns: Workspace['returns']): ReadonlySet<string> =>
  new Set(returns.flatMap((one) => one.items.flatMap((item) => item.fact ?? [])));

/** The files that mappings are read from, and what stood there before. */
export interface MappingFiles {
  readonly local: Loaded;
  readonly shipped: Loaded;
  readonly was: Workspace | undefined;
}

type MappingPart = Pick<Workspace, 'facts' | 'sources' | 'eventPlaces' | 'codeMappings' | 'reviews' | 'returns'>;

/** How a list is made from what was read already. */
interface Settled<Value> {
  readonly from: readonly unknown[];
  readonly list: () => readonly Value[];
  readonly was: readonly Value[] | undefined;
}

/** A list made from what was read already; the same value as before as long as its members are. */
const settled = <Value>(
  { reading }: Loaded,
  slot: Slot<readonly Value[]>,
  { from, list, was }: Settled<Value>,
): readonly Value[] => recall(reading, { slot, from, was, read: list, settle: settleList });

/** Reads the mappings of a workspace whose workflows are read. */
export function readMappings(
  { local, shipped, was }: MappingFiles,
  { part, names: workflows }: ReadWorkflows,
): MappingPart {
  const read = loadFacts(local, shipped);
  const facts = factNames(read);
  const found = readReturns(local, shipped, { facts, from: read });
  const returns = settled(local, SLOTS.returns, { from: found, list: () => found, was: was?.returns });
  const names = { ...workflows, facts, ...namesOfParts(local, part), due: dueIn(returns) };
  const { nextActions, stepForms } = names;
  const around = [workflows.steps, workflows.questions, nextActions, returns];
  const sources = readList(local, {
    shape: mapping.SOURCES,
    slot: SLOTS.sources,
    was: was?.sources,
    from: [...around, read, stepForms],
    read: (lines) => readSources(lines, names),
  });
  return {
    facts: settled(local, SLOTS.facts, { from: [read], list: () => [...read.facts.values()], was: was?.facts }),
    returns,
    sources,
    eventPlaces: readList(local, {
      shape: mapping.EVENTS,
      slot: SLOTS.eventPlaces,
      was: was?.eventPlaces,
      from: around,
      read: (lines) => readEventPlaces(lines, returns, names, nextActions),
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
