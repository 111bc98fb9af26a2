import type { Certainty, Finding, Place, Severity } from '#model/finding.ts';
import { type FactId, formId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { hasBit } from './bits.ts';
import { type Carrying, carryingOf } from './carrying.ts';
import {
  describeFact,
  describeForm,
  describeQuestion,
  describeSource,
  describeStep,
  findingId,
  listInWords,
  placeOfSource,
  withDecision,
} from './describe.ts';
import type { Flow } from './flow.ts';
import { isTyped, type RecordingPlace } from './recording-places.ts';
import { canShowTogether } from './together.ts';
import { perEntry, type TypedEntry, typedEntries } from './typed-entries.ts';
import { routeKnowing, routeTo } from './witness.ts';

/** How many other places one finding names. A fact asked on a hundred forms would else name a hundred in each of a hundred. */
const MOST_PLACES = 24;

/** How many of them its sentence names. */
const MOST_NAMED = 3;

const severityOf = (certainty: Certainty): Severity => (certainty === 'every-route' ? 'high' : 'medium');
const certaintyOf = (sure: boolean): Certainty => (sure ? 'every-route' : 'some-routes');

function stepIdOf(flow: Flow, step: number | null): Place {
  const id = step === null ? undefined : flow.steps[step]?.id;
  return id === undefined ? {} : { stepType: id };
}

/** A recording place as findings name it. One value serves all of them: a fact asked often is named in many. */
function placeOf(flow: Flow, place: RecordingPlace): Place {
  const known = namedPlaces.get(place);
  if (known !== undefined) return known;
  const named = { ...placeOfSource(place.source), ...stepIdOf(flow, place.step) };
  namedPlaces.set(place, named);
  return named;
}

const namedPlaces = new WeakMap<RecordingPlace, Place>();

const describedPlaces = new WeakMap<RecordingPlace, string>();

function describePlace(input: AnalysisInput, place: RecordingPlace, withStep: boolean): string {
  if (!withStep) return describeSource(input.index, place.source);
  const described = describedPlaces.get(place) ?? describeWithStep(input, place);
  describedPlaces.set(place, described);
  return described;
}

function describeWithStep(input: AnalysisInput, place: RecordingPlace): string {
  const source = describeSource(input.index, place.source);
  const step = place.step === null ? undefined : input.flow.steps[place.step];
  if (step === undefined) return `${source} before the first step`;
  const name = describeStep(input.index, step.id);
  return source.includes(` on ${name}`) ? source : `${source} in ${name}`;
}

/** The first places in words, each wording once, and how many more there are. */
function describePlaces(input: AnalysisInput, places: readonly RecordingPlace[], withStep: boolean): string {
  const words = new Set<string>();
  let described = 0;
  for (const place of places) {
    if (words.size > MOST_NAMED) break;
    words.add(describePlace(input, place, withStep));
    described += 1;
  }
  return listInWords([...words], MOST_NAMED, places.length - described);
}

const subject = (index: WorkspaceIndex, entry: TypedEntry): string =>
  `${describeQuestion(entry.question)} on ${describeForm(index, entry.question.form)}`;

/** The step that a question is asked in, unless its form says so already. */
function inStep(input: AnalysisInput, entry: TypedEntry): string {
  const step = input.flow.steps[entry.step];
  const name = step === undefined ? '' : describeStep(input.index, step.id);
  return describeForm(input.index, entry.question.form).startsWith(name) ? '' : ` (${name})`;
}

interface Found {
  readonly kind: 'duplicate/on-form' | 'duplicate/in-step' | 'duplicate/on-route' | 'duplicate/per-child';
  readonly entry: TypedEntry;
  readonly certainty: Certainty;
  readonly others: readonly Place[];
  readonly route: Finding['route'];
  readonly message: string;
}

function toFinding(input: AnalysisInput, found: Found): Finding {
  const { entry, kind } = found;
  const { form, code } = entry.question;
  const byStep = kind === 'duplicate/in-step' || kind === 'duplicate/on-route';
  const own = { ...(byStep ? stepIdOf(input.flow, entry.step) : {}), form, question: code };
  const stepPart = byStep ? [input.flow.steps[entry.step]?.id ?? ''] : [];
  return withDecision(input.index, {
    id: findingId(kind, entry.fact.id, ...stepPart, form, code),
    kind,
    severity: severityOf(found.certainty),
    certainty: found.certainty,
    fact: entry.fact.id,
    items: (input.index.itemsOfFact.get(entry.fact.id) ?? []).map((item) => item.id),
    places: [own, ...found.others],
    route: found.route,
    message: found.message,
  });
}

/** The entries of a later question that stand in one step with earlier ones that can be shown with it. */
function togetherOnForm(
  index: WorkspaceIndex,
  entries: readonly TypedEntry[],
  later: Question,
  before: readonly Question[],
): readonly { readonly own: TypedEntry; readonly earlier: readonly TypedEntry[] }[] {
  const shown = before.filter((question) => canShowTogether(index, question, later));
  return entries
    .filter((entry) => entry.question === later)
    .map((own) => ({
      own,
      earlier: entries.filter((other) => other.step === own.step && shown.includes(other.question)),
    }))
    .filter(({ earlier }) => earlier.length > 0);
}

function onForm(input: AnalysisInput, entries: readonly TypedEntry[]): readonly Finding[] {
  const { index } = input;
  const asked = new Set(entries.map((entry) => entry.question));
  const inOrder = (index.questionsOfForm.get(entries[0]?.question.form ?? formId('')) ?? []).filter((question) =>
    asked.has(question),
  );
  return inOrder.flatMap((later, at) => {
    const together = togetherOnForm(index, entries, later, inOrder.slice(0, at));
    const [first] = together;
    if (first === undefined) return [];
    const earlier = inOrder.filter((question) =>
      together.some((step) => step.earlier.some((other) => other.question === question)),
    );
    return [
      toFinding(input, {
        kind: 'duplicate/on-form',
        entry: first.own,
        certainty: certaintyOf(together.every((step) => step.earlier.some((other) => other.sure))),
        others: earlier.map(({ form, code }) => ({ form, question: code })),
        route: routeTo(input.flow, first.own.step),
        message: `${subject(index, first.own)} asks for “${describeFact(index, first.own.fact.id)}”, which ${listInWords(earlier.map(describeQuestion))} on the same form ${earlier.length > 1 ? 'ask' : 'asks'} for already: ask once and show the answer again where it is needed.`,
      }),
    ];
  });
}

/** `duplicate/on-form`: two typed questions about one fact on one form that can be shown together. */
export function analyseOnForm(input: AnalysisInput): readonly Finding[] {
  const groups = groupBy(typedEntries(input), (entry) => `${entry.fact.id}|${entry.question.form}`);
  return [...groups.values()].flatMap((entries) => {
    const [first] = entries;
    return first === undefined ? [] : foundOnForm(first, () => onForm(input, entries));
  });
}

/** By the first entry of each fact and form. */
const foundOnForm = perEntry<Finding>();

const factAndStep = (fact: FactId, step: number | null): string => `${fact}|${step ?? ''}`;

/** `duplicate/in-step`: a typed question beside any other place of the same step that feeds or records the same fact. */
export function analyseInStep(input: AnalysisInput): readonly Finding[] {
  const { index } = input;
  const byStep = groupBy(input.places, (place) => factAndStep(place.source.fact, place.step));
  return typedEntries(input).flatMap((entry) => {
    const others = (byStep.get(factAndStep(entry.fact.id, entry.step)) ?? []).filter((place) =>
      place.question === null ? true : isTyped(place) && place.question.form !== entry.question.form,
    );
    if (others.length === 0) return [];
    const step = input.flow.steps[entry.step];
    return [
      toFinding(input, {
        kind: 'duplicate/in-step',
        entry,
        certainty: certaintyOf(others.some((other) => other.sure)),
        others: others.slice(0, MOST_PLACES).map((other) => placeOf(input.flow, other)),
        route: routeTo(input.flow, entry.step),
        message: `${subject(index, entry)} asks for “${describeFact(index, entry.fact.id)}”, which ${step === undefined ? 'the step' : describeStep(index, step.id)} also records in ${describePlaces(input, others, false)}: keep the place that the return reads, and show its value instead of asking.`,
      }),
    ];
  });
}

/** The other places of an entry's fact: those whose recording is still known where it is asked, and those beside it. */
function otherPlaces(
  flow: Flow,
  carrying: Carrying,
  entry: TypedEntry,
  places: readonly RecordingPlace[],
): { readonly earlier: readonly RecordingPlace[]; readonly parallel: readonly RecordingPlace[] } {
  const earlier: RecordingPlace[] = [];
  const parallel: RecordingPlace[] = [];
  const beside = flow.beside[entry.step];
  for (const place of places) {
    const { step } = place;
    const carried = step === null ? carrying.fromStart(entry.fact) : carrying.from(entry.fact, step);
    if (hasBit(carried, entry.step)) earlier.push(place);
    else if (step !== null && step !== entry.step && beside !== undefined && hasBit(beside, step)) parallel.push(place);
  }
  return { earlier, parallel };
}

function onRoute(
  input: AnalysisInput,
  carrying: Carrying,
  entry: TypedEntry,
  places: readonly RecordingPlace[],
): readonly Finding[] {
  const { index, flow, numbers, recording } = input;
  const fact = numbers.numberOf.get(entry.fact.id) ?? -1;
  const before = recording.beforeSure[entry.step];
  const sure = before !== undefined && hasBit(before, fact);
  const { earlier, parallel } = otherPlaces(flow, carrying, entry, places);
  if (!sure && earlier.length === 0 && parallel.length === 0) return [];
  const others = [...earlier, ...parallel];
  const where = describePlaces(input, others, true);
  const known =
    earlier.length > 0
      ? `which ${sure ? 'every route has' : 'some routes have'} recorded before, in ${where}`
      : `which may be recorded on another branch, in ${where}`;
  return [
    toFinding(input, {
      kind: 'duplicate/on-route',
      entry,
      certainty: certaintyOf(sure),
      others: others.slice(0, MOST_PLACES).map((other) => placeOf(flow, other)),
      route: routeKnowing(flow, numbers, recording, { step: entry.step, fact }) ?? routeTo(flow, entry.step),
      message: `${subject(index, entry)}${inStep(input, entry)} asks for “${describeFact(index, entry.fact.id)}”, ${known}: pull it forward, with its date and source shown.`,
    }),
  ];
}

/** `duplicate/on-route`: a typed question whose fact is known before its step, or may be recorded beside it. */
export function analyseOnRoute(input: AnalysisInput): readonly Finding[] {
  const carrying = carryingOf(input);
  return typedEntries(input).flatMap((entry) =>
    foundOnRoute(entry, () => onRoute(input, carrying, entry, input.placesOfFact.get(entry.fact.id)?.all ?? [])),
  );
}

const foundOnRoute = perEntry<Finding>();

/** `duplicate/per-child`: a question asked for each child about something that is true of the family. */
export function analysePerChild(input: AnalysisInput): readonly Finding[] {
  const { index } = input;
  const perChild = typedEntries(input).filter((entry) => entry.question.perChild && entry.fact.subject === 'family');
  const first = new Map(
    perChild
      .toReversed()
      .map((entry) => [`${entry.fact.id}|${questionKey(entry.question.form, entry.question.code)}`, entry]),
  );
  return [...first.values()].toReversed().map((entry) =>
    toFinding(input, {
      kind: 'duplicate/per-child',
      entry,
      certainty: 'some-routes',
      others: [],
      route: routeTo(input.flow, entry.step),
      message: `${subject(index, entry)} asks for “${describeFact(index, entry.fact.id)}” once for each child, though it is true of the whole family: ask it once for the family.`,
    }),
  );
}
