import { count, nameOfStep } from '#diagram/describe-step.ts';
import { overlayItem, type StepOverlay } from '#diagram/item-overlay.ts';
import { describeRecorded, PLACE_STATUS_WORDS } from '#diagram/status-words.ts';
import type { Audit, CoveragePlace, PlaceStatus } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import { type ItemId, type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { MarkedStep, OverlayDraft, StepMark, Tone } from './overlay.ts';

const STATUS_TONES: readonly (readonly [Tone, string])[] = [
  ['always', 'due here, recorded on every route'],
  ['sometimes', 'due here, recorded on some routes'],
  ['never', 'due here, recorded on no route'],
];
const MODELLED = 'Worked out from the workflow and the mappings, not from children’s records.';

function noteOf(index: WorkspaceIndex, items: readonly Item[], audit: Audit): string {
  const unsure = items.filter((item) => item.confidence !== 'verified' && item.confidence !== '').length;
  const ids = new Set<string>(items.map((item) => item.id));
  const due = new Set(audit.coverage.flatMap(({ item, places }) => (places.length > 0 && ids.has(item) ? [item] : [])));
  const never = items.length - due.size;
  return [
    MODELLED,
    never === 0
      ? ''
      : `${count(never, 'item')} of these ${never === 1 ? 'is' : 'are'} due at no step of this workspace.`,
    unsure === 0 ? '' : `Not verified against the official documents: ${count(unsure, 'item')}.`,
    index.dataReturn === null ? 'No return is chosen.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

type Tally = Readonly<Record<PlaceStatus, number>>;

const tally = (places: readonly CoveragePlace[]): Tally => ({
  always: places.filter((place) => place.status === 'always').length,
  sometimes: places.filter((place) => place.status === 'sometimes').length,
  never: places.filter((place) => place.status === 'never').length,
});

function worstOf({ sometimes, never }: Tally): PlaceStatus {
  if (never > 0) return 'never';
  return sometimes > 0 ? 'sometimes' : 'always';
}

const ON_ROUTES: Readonly<Record<PlaceStatus, string>> = {
  always: 'on every route',
  sometimes: 'on some routes only',
  never: 'on no route',
};

function markOfItem(name: string, { due, status, recorded }: StepOverlay): StepMark {
  const here = recorded === null ? '' : ` Its fact is recorded here: ${describeRecorded(recorded).toLowerCase()}.`;
  if (status === null) {
    const words = `${name}: not due here.${here}`;
    return { tone: 'records', badge: recorded?.feeds === true ? 'feeds' : 'records', words, count: 0 };
  }
  const at = due.filter((place) => place.status === status).length;
  const badge = due.length === 1 ? PLACE_STATUS_WORDS[status].word : `${at} of ${due.length} ${status}`;
  const times = due.length === 1 ? '' : ` at ${at} of ${due.length} places`;
  return {
    tone: status,
    badge,
    words: `${name}: due here, recorded ${ON_ROUTES[status]}${times}.${here}`,
    count: due.length,
  };
}

/** Coverage of one item: where it is due and how surely it is recorded by then, and where its fact is recorded. */
export function coverageOfOneItem(index: WorkspaceIndex, audit: Audit, id: ItemId): OverlayDraft {
  const item = index.items.get(id);
  const marked = new Map<StepTypeId, MarkedStep>();
  for (const [step, shown] of item === undefined ? [] : overlayItem(index, audit, item)) {
    const cells = [
      shown.status === null ? 'not due' : `${shown.due.length}, ${shown.status} recorded`,
      shown.recorded === null ? 'no' : describeRecorded(shown.recorded),
    ];
    marked.set(step, { mark: markOfItem(nameOfStep(index, step), shown), cells });
  }
  return {
    title: item === undefined ? 'This return has no such item' : `Coverage of ${item.name}`,
    marked,
    tones: [...STATUS_TONES, ['records', 'not due here; its fact is recorded here']],
    badge: null,
    columns: ['Due here', 'Recorded here'],
    note: item === undefined ? 'Choose an item of this return.' : noteOf(index, [item], audit),
  };
}

interface DueHere {
  readonly place: CoveragePlace;
  readonly tag: string;
}

function dueByStep(audit: Audit, items: ReadonlySet<string>): ReadonlyMap<StepTypeId, readonly DueHere[]> {
  const byStep = new Map<StepTypeId, DueHere[]>();
  for (const { item, tag, places } of audit.coverage) {
    if (!items.has(item)) continue;
    for (const place of places) {
      const step = stepTypeId(place.stepType);
      byStep.set(step, [...(byStep.get(step) ?? []), { place, tag: tag === '' ? item : tag }]);
    }
  }
  return byStep;
}

/** How many gaps of each step people have accepted. */
function acceptedGaps(audit: Audit, items: ReadonlySet<string>): ReadonlyMap<string, number> {
  const accepted = new Map<string, number>();
  for (const { kind, decision, places, items: about } of audit.findings) {
    const isGap = kind === 'coverage/item-gap' || kind === 'coverage/item-missing';
    const step = places[0]?.stepType;
    if (!isGap || decision?.decision !== 'accept-gap' || step === undefined) continue;
    if (about.some((item) => items.has(item))) accepted.set(step, (accepted.get(step) ?? 0) + 1);
  }
  return accepted;
}

const MOST_NAMED = 3;

function nameGaps(due: readonly DueHere[]): string {
  const tags = [...new Set(due.flatMap(({ place, tag }) => (place.status === 'always' ? [] : [tag])))];
  if (tags.length === 0) return '';
  const more = tags.length - MOST_NAMED;
  return ` Gaps: ${tags.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

function markOfDue(name: string, due: readonly DueHere[], accepted: number): MarkedStep {
  const counted = tally(due.map(({ place }) => place));
  const gaps = counted.sometimes + counted.never;
  const decided = accepted === 0 ? '' : ` Accepted by people: ${count(accepted, 'gap')}.`;
  const sums = `always ${counted.always}, sometimes ${counted.sometimes}, never ${counted.never}`;
  return {
    mark: {
      tone: worstOf(counted),
      badge: gaps === 0 ? 'no gaps' : count(gaps, 'gap'),
      words: `${name}: ${due.length} due here, recorded ${sums}.${nameGaps(due)}${decided}`,
      count: gaps,
    },
    cells: [due.length, counted.always, counted.sometimes, counted.never, accepted].map(String),
  };
}

/** Coverage of the items of one module, or of the whole return where `module` is null. */
export function coverageOfItems(index: WorkspaceIndex, audit: Audit, module: string | null): OverlayDraft {
  const items = [...index.items.values()].filter((item) => module === null || item.module === module);
  const ids = new Set<string>(items.map((item) => item.id));
  const accepted = acceptedGaps(audit, ids);
  const marked = [...dueByStep(audit, ids)].map(
    ([step, due]) => [step, markOfDue(nameOfStep(index, step), due, accepted.get(step) ?? 0)] as const,
  );
  return {
    title: `Coverage of ${module ?? index.dataReturn?.name ?? 'the return'}`,
    marked: new Map(marked),
    tones: [
      ['always', 'every item due here is recorded on every route'],
      ['sometimes', 'at least one is recorded on some routes only'],
      ['never', 'at least one is recorded on no route'],
    ],
    badge: ['2 gaps', 'places here where an item is due and not always recorded, accepted ones among them'],
    columns: ['Due here', 'Always', 'Sometimes', 'Never', 'Gaps accepted'],
    note: noteOf(index, items, audit),
  };
}
