import type { CoveragePlace, ItemCoverage } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import type { Finding, Severity } from '#model/finding.ts';
import { type FactId, itemId, nextActionId, stepTypeId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Source } from '#model/workspace.ts';
import { type AnalysisInput, whilePlacesStand } from './analysis-input.ts';
import { type Carrying, canMeet, carryingOf } from './carrying.ts';
import {
  describeAction,
  describeFact,
  describeForm,
  describeItem,
  describeQuestion,
  describeSource,
  describeStep,
  findingId,
  listInWords,
  placeOfSource,
  withDecision,
} from './describe.ts';
import { counts, isWorkedOut, type RecordingPlace } from './recording-places.ts';
import { routeTo } from './witness.ts';

/** Required items weigh most, then conditional ones, then optional ones. */
export function severityOfItem(item: Item): Severity {
  if (item.condition !== '') return 'medium';
  return item.min >= 1 ? 'high' : 'low';
}

const SEVERITY_ORDER: readonly Severity[] = ['high', 'medium', 'low', 'info'];

/** The severity of the weightiest of a fact's items; low where the return audited has none. */
function severityOfFact(index: WorkspaceIndex, fact: FactId): Severity {
  const severities = (index.itemsOfFact.get(fact) ?? []).map(severityOfItem);
  return SEVERITY_ORDER.find((severity) => severities.includes(severity)) ?? 'low';
}

const itemsOf = (index: WorkspaceIndex, fact: FactId): Finding['items'] =>
  (index.itemsOfFact.get(fact) ?? []).map((item) => item.id);

function describePlace(index: WorkspaceIndex, place: CoveragePlace): string {
  const step = describeStep(index, stepTypeId(place.stepType));
  const action = place.nextAction === null ? undefined : index.nextActions.get(nextActionId(place.nextAction));
  return action === undefined ? step : `${step} when ${describeAction(action)} is chosen`;
}

const placesOf = ({ placesOfFact }: AnalysisInput, fact: FactId | null): readonly RecordingPlace[] =>
  (fact === null ? undefined : placesOfFact.get(fact)?.all) ?? [];

function adviceOnMissing(input: AnalysisInput, fact: FactId | null, place: CoveragePlace): string {
  const { index, flow } = input;
  const sources = (fact === null ? [] : (index.sourcesOfFact.get(fact) ?? [])).filter(counts);
  const outside = sources.find((source) => source.kind === 'outside');
  if (outside !== undefined)
    return `It is kept in ${describeSource(index, outside)}, not as data: give it a place in Mosaic that the return can read.`;
  const step = flow.numberOf.get(stepTypeId(place.stepType));
  const here = placesOf(input, fact).filter((one) => one.step === step);
  const recorded = here.map((one) => describeSource(index, one.source));
  if (recorded.length > 0)
    return `It is recorded in ${listInWords(recorded)}, which the return does not read: let the return read it, or record it where the return reads.`;
  return 'No place that the return reads can reach it: add a source, or accept the gap and say why.';
}

function adviceOn(input: AnalysisInput, item: Item, place: CoveragePlace): string {
  const { index } = input;
  const first = place.sources[0];
  if (first === undefined) return adviceOnMissing(input, item.fact, place);
  const source = (item.fact === null ? [] : (index.sourcesOfFact.get(item.fact) ?? [])).find(
    (candidate) =>
      candidate.kind === first.kind &&
      candidate.ref === first.ref &&
      (candidate.form ?? '') === first.form &&
      (candidate.question ?? '') === first.question &&
      (candidate.stepType ?? '') === first.stepType,
  );
  const named = source === undefined ? first.kind : describeSource(index, source);
  return `It is read from ${named}, which is not sure on this route: make that recording sure, or read another place as well.`;
}

function placeFinding(input: AnalysisInput, item: Item, place: CoveragePlace): Finding {
  const { index } = input;
  const kind = place.status === 'never' ? 'coverage/item-missing' : 'coverage/item-gap';
  const parts = [item.id, item.event ?? '', place.stepType, ...(place.nextAction === null ? [] : [place.nextAction])];
  const how = place.status === 'never' ? 'on no route' : 'on some routes only';
  return withDecision(index, {
    id: findingId(kind, ...parts),
    kind,
    severity: severityOfItem(item),
    certainty: place.status === 'never' ? 'every-route' : 'some-routes',
    fact: item.fact ?? '',
    items: [item.id],
    places: [{ stepType: place.stepType, ...(place.nextAction === null ? {} : { nextAction: place.nextAction }) }],
    route: place.gapRoute,
    message: `${describeItem(item)} falls due at ${describePlace(index, place)} and is recorded for the return ${how}. ${adviceOn(input, item, place)}`,
  });
}

/** `coverage/item-missing` and `coverage/item-gap`: one for each item, event and place that is not always recorded. */
export function analyseItemGaps(input: AnalysisInput, coverage: readonly ItemCoverage[]): readonly Finding[] {
  return coverage.flatMap((covered) => {
    const item = input.index.items.get(itemId(covered.item));
    if (item === undefined) return [];
    return covered.places.filter((place) => place.status !== 'always').map((place) => placeFinding(input, item, place));
  });
}

/** `coverage/optional-source`: an item that is due and read from places of which none is sure. */
export function analyseOptionalSources(input: AnalysisInput, coverage: readonly ItemCoverage[]): readonly Finding[] {
  const { index } = input;
  return coverage.flatMap((covered) => {
    const item = index.items.get(itemId(covered.item));
    if (item === undefined || item.fact === null || covered.places.length === 0) return [];
    const fact = item.fact;
    const sources = (index.sourcesOfFact.get(fact) ?? []).filter((source) => counts(source) && source.use === 'feeds');
    const places = placesOf(input, fact).filter((place) => place.source.use === 'feeds');
    if (sources.some(isWorkedOut) || places.length === 0 || places.some((place) => place.sure)) return [];
    const named = listInWords(sources.map((source) => describeSource(index, source)));
    return [
      withDecision(index, {
        id: findingId('coverage/optional-source', item.id),
        kind: 'coverage/optional-source',
        severity: severityOfItem(item),
        certainty: null,
        fact,
        items: [item.id],
        places: places.map((place) =>
          placeOfSource(place.source, place.step === null ? null : (input.flow.steps[place.step]?.id ?? null)),
        ),
        route: null,
        message: `${describeItem(item)} is read from ${named}, which may be left empty: make the recording mandatory, or say in “assured” why it is always there.`,
      }),
    ];
  });
}

const precedenceKey = (source: Source): string =>
  `${source.kind}:${[source.stepType ?? '', source.form ?? '', source.question ?? '', source.ref].join('/')}`;

function canBothBeMet(
  input: AnalysisInput,
  carrying: Carrying,
  one: readonly RecordingPlace[],
  other: readonly RecordingPlace[],
): boolean {
  const fact = one[0] === undefined ? undefined : input.index.facts.get(one[0].source.fact);
  return fact !== undefined && one.some((a) => other.some((b) => canMeet(input, carrying, fact, [a, b])));
}

function precedenceFinding(index: WorkspaceIndex, pair: readonly Source[]): Finding {
  const sorted = pair.toSorted((a, b) => (precedenceKey(a) < precedenceKey(b) ? -1 : 1));
  const fact = pair[0]?.fact ?? sorted.map((source) => source.fact)[0];
  const named = sorted.map(
    (source) =>
      `${describeSource(index, source)}${source.stepType === null ? '' : ` (${describeStep(index, source.stepType)})`}`,
  );
  const orders = pair.some((source) => source.order === null)
    ? 'no order of precedence is given'
    : 'both have the same order of precedence';
  return withDecision(index, {
    id: findingId('coverage/no-precedence', fact ?? '', ...sorted.map(precedenceKey)),
    kind: 'coverage/no-precedence',
    severity: fact === undefined ? 'low' : severityOfFact(index, fact),
    certainty: null,
    fact: fact ?? '',
    items: fact === undefined ? [] : itemsOf(index, fact),
    places: sorted.map((source) => placeOfSource(source)),
    route: null,
    message: `The return reads “${fact === undefined ? '' : describeFact(index, fact)}” from both ${named.join(' and ')}, and ${orders}: say in “order” which of them wins when they differ.`,
  });
}

/** `coverage/no-precedence`: two places feed one fact, can both be met for one child, and nothing says which wins. */
export function analysePrecedence(input: AnalysisInput): readonly Finding[] {
  return [...input.index.sourcesOfFact.keys()].flatMap((fact) => {
    const own = input.placesOfFact.get(fact);
    return own === undefined ? [] : withoutPrecedence(own, () => precedenceOf(input, own.all));
  });
}

const withoutPrecedence = whilePlacesStand<readonly Finding[]>();

const isOrdered = (one: Source, other: Source): boolean =>
  one.order !== null && other.order !== null && one.order !== other.order;

function precedenceOf(input: AnalysisInput, places: readonly RecordingPlace[]): readonly Finding[] {
  const carrying = carryingOf(input);
  const feeds = places.filter(({ source }) => source.use === 'feeds');
  const placed = [...groupBy(feeds, (place) => place.source)];
  return placed.flatMap(([one, itsPlaces], i) =>
    placed
      .slice(i + 1)
      .filter(([other, others]) => !isOrdered(one, other) && canBothBeMet(input, carrying, itsPlaces, others))
      .map(([other]) => precedenceFinding(input.index, [one, other])),
  );
}

function feedsNothing(input: AnalysisInput, place: RecordingPlace): readonly Finding[] {
  const { index } = input;
  const { source, question } = place;
  if (question === null || source.use !== 'records' || !index.itemsOfFact.has(source.fact)) return [];
  const reading = (index.sourcesOfFact.get(source.fact) ?? []).filter(
    (other) => counts(other) && other.use === 'feeds' && isLive(input, other),
  );
  const ownFeeds = reading.some((other) => other.form === question.form && other.question === question.code);
  if (reading.length === 0 || ownFeeds) return [];
  const items = (index.itemsOfFact.get(source.fact) ?? []).map(describeItem);
  const read = listInWords(reading.map((other) => describeSource(index, other)));
  return [
    withDecision(index, {
      id: findingId('coverage/feeds-nothing', source.fact, question.form, question.code),
      kind: 'coverage/feeds-nothing',
      severity: severityOfFact(index, source.fact),
      certainty: null,
      fact: source.fact,
      items: itemsOf(index, source.fact),
      places: [{ form: question.form, question: question.code }, ...reading.map((other) => placeOfSource(other))],
      route: place.step === null ? null : routeTo(input.flow, place.step),
      message: `${describeQuestion(question)} on ${describeForm(index, question.form)} records ${listInWords(items)}, but the return reads ${read}: decide whether the question is still needed, and tell the people who fill it in.`,
    }),
  ];
}

const isLive = (input: AnalysisInput, source: Source): boolean =>
  isWorkedOut(source) || source.kind === 'outside' || input.placesOf.has(source);

/** `coverage/feeds-nothing`: a question records an item's fact while the return reads another place. */
export function analyseFeedsNothing(input: AnalysisInput): readonly Finding[] {
  const first = new Map<string, RecordingPlace>();
  for (const place of input.places) {
    if (place.question === null || place.source.use !== 'records') continue;
    const key = `${place.source.fact}|${questionKey(place.question.form, place.question.code)}`;
    if (!first.has(key)) first.set(key, place);
  }
  return [...first.values()].flatMap((place) => feedsNothing(input, place));
}
