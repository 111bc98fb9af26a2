import { useMemo } from 'react';
import type { Shown } from '#app/use-shown.ts';
import { type MatterOf, matterFor } from '#diagram/overlays/matter-for.ts';
import type { MapOverlay, OverlayChoice } from '#diagram/overlays/overlay.ts';
import { overlayOf } from '#diagram/overlays/overlay-of.ts';
import { type StepFilters, stepsMatching } from '#diagram/overlays/steps-matching.ts';
import type { Thread, ThreadSubject } from '#diagram/thread/thread.ts';
import { threadOf } from '#diagram/thread/thread-of.ts';
import type { Audit } from '#model/audit.ts';
import type { FormId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { View } from '#store/view.ts';
import { type MapFilters, type MapView, mapViewOf, type Panel, panelOf } from './map-view.ts';
import { choiceOf, subjectOf } from './subject-of.ts';

/** What the map shows now, worked out from the view. */
export interface MapNow {
  readonly map: MapView;
  readonly panel: Panel;
  readonly subject: ThreadSubject | null;
  readonly thread: Thread | null;
  /** The thread is lit on the map. One of a question that is read inside an open step waits to be asked for: it would move the map. */
  readonly isLit: boolean;
  readonly choice: OverlayChoice;
  readonly overlay: MapOverlay | null;
  /** True where the chosen item is looked for among the steps, because the overlay is of something else. */
  readonly filtersItem: boolean;
  /** The steps that the filters let through; null while nothing is looked for. */
  readonly matching: ReadonlySet<StepTypeId> | null;
  /** The steps that are drawn; null: all. */
  readonly only: ReadonlySet<StepTypeId> | null;
}

function toStepFilters(filters: MapFilters, item: View['item']): StepFilters {
  const { text, lane, role, team, kind } = filters;
  return { text, lane, role, team, ...(kind === '' ? {} : { kind }), ...(item === null ? {} : { item }) };
}

const isAsked = (filters: StepFilters): boolean =>
  Object.values(filters).some((word) => word !== undefined && word.trim() !== '');

/** What the steps that matter are worked out from. */
type Looked = Pick<Shown, 'index' | 'audit' | 'finding'> &
  Pick<View, 'step' | 'nextAction'> &
  Pick<MapNow, 'thread' | 'choice' | 'matching'>;

/** What the map may be cut down to: a finding's steps, a thread's, or those that the overlay marks. */
function matterOf({ finding, thread, choice }: Looked): MatterOf {
  if (finding !== null) return { kind: 'finding', finding };
  return thread === null ? { kind: 'overlay', choice } : { kind: 'thread', thread };
}

/** The steps to draw: what matters, what the filters let through of it, and always what is chosen. */
function stepsToDraw(looked: Looked, audit: Audit): ReadonlySet<StepTypeId> | null {
  const { index, matching, step, nextAction } = looked;
  const matter = matterFor(index, audit, matterOf(looked));
  const kept = [...matter].filter((one) => matching?.has(one) !== false);
  const from = nextAction === null ? null : (index.nextActions.get(nextAction)?.from ?? null);
  const chosen = [step, from].flatMap((one) => (one !== null && index.stepTypes.has(one) ? [one] : []));
  const steps = new Set([...kept, ...chosen]);
  return steps.size === 0 ? null : steps;
}

function useMatching(index: WorkspaceIndex, audit: Audit | null, filters: StepFilters): MapNow['matching'] {
  const key = JSON.stringify(filters);
  return useMemo(() => {
    const wanted: StepFilters = filters;
    return audit === null || !isAsked(wanted) ? null : stepsMatching(index, audit, wanted);
    // The filters are read anew from the address each time; their words say whether they are others.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [index, audit, key]);
}

const isReadInside = ({ open, form: shownAs }: MapView, form: FormId): boolean =>
  shownAs === 'diagram' && [...open.values()].some((forms) => forms.has(form));

/** Works out what the map shows: the thread that is followed, the overlay, and which steps are looked for. */
export function useMapNow(shown: Shown): MapNow {
  const { index, audit, view } = shown;
  const map = useMemo(() => mapViewOf(view), [view]);
  const panel = panelOf(view);
  const { item, question, fact } = view;
  const subject = useMemo(
    () => subjectOf(index, { item, question, fact }, panel),
    [index, item, question, fact, panel],
  );
  const thread = useMemo(
    () => (audit === null || subject === null ? null : threadOf(index, audit, subject)),
    [index, audit, subject],
  );
  const { show, of } = map;
  const choice = useMemo(() => choiceOf(index, { item }, { show, of }, thread), [index, item, show, of, thread]);
  const overlay = useMemo(
    () => (audit === null || choice.kind === 'none' ? null : overlayOf(index, audit, choice)),
    [index, audit, choice],
  );
  const isOfOther = choice.kind !== 'item' && choice.kind !== 'none' && subject?.kind !== 'item';
  const filtersItem = shown.item !== null && isOfOther;
  const matching = useMatching(index, audit, toStepFilters(map.filters, filtersItem ? item : null));
  const { finding } = shown;
  const { step, nextAction } = view;
  const only = useMemo(() => {
    if (!map.only || audit === null) return null;
    return stepsToDraw({ index, audit, finding, step, nextAction, thread, choice, matching }, audit);
  }, [map.only, index, audit, finding, step, nextAction, thread, choice, matching]);
  const isInside = subject?.kind === 'question' && isReadInside(map, subject.form);
  const isLit = thread !== null && (map.isLit || !isInside);
  return { isLit, map, panel, subject, thread, choice, overlay, filtersItem, matching, only };
}
