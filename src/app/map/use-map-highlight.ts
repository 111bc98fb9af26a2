import { useMemo } from 'react';
import type { Shown } from '#app/use-shown.ts';
import { type ItemOverlay, overlayItem } from '#diagram/item-overlay.ts';
import { stepsOfFinding } from '#diagram/route.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { type Highlight, NO_HIGHLIGHT } from '#views/map-canvas/highlight.ts';
import { badgesOf, tonesOf } from './on-canvas.ts';
import { questionMarks } from './question-marks.ts';
import { useAfterLayout } from './use-after-layout.ts';
import type { MapNow } from './use-map-now.ts';
import { useRoute } from './use-route.ts';
import { useSteady } from './use-steady.ts';

const NOTHING_NAMED: ReadonlySet<StepTypeId> = new Set();
const { badges: NO_BADGES, tones: NO_TONES, questionMarks: NO_MARKS } = NO_HIGHLIGHT;

const keyOfOverlay = (overlay: ItemOverlay | null): string =>
  overlay === null
    ? ''
    : [...overlay]
        .map(([step, { due, status, recorded }]) => `${step} ${due.length} ${status} ${JSON.stringify(recorded)}`)
        .join('\n');

/** Steps that stand out without a route: those of the finding, else those that the filters let through. */
function useNamed({ finding }: Shown, { matching, only }: MapNow): ReadonlySet<StepTypeId> {
  const wanted = useMemo(() => {
    if (finding !== null) return finding.route === null ? new Set(stepsOfFinding(finding)) : NOTHING_NAMED;
    // What does not match is left out already.
    return matching === null || only !== null ? NOTHING_NAMED : matching;
  }, [finding, matching, only]);
  return useSteady(wanted, [...wanted].join('\n'));
}

/** What stands where in the picture that is drawn: while only some steps are, which. */
function keyOfDrawn({ shown: { diagram } }: Shown, { only }: MapNow): string {
  return only === null || diagram === null ? '' : diagram.steps.map(({ step }) => step.stepType).join(' ');
}

function useItemOverlay(index: WorkspaceIndex, { audit }: Shown, { choice }: MapNow): ItemOverlay | null {
  const item = choice.kind === 'item' ? (index.items.get(choice.item) ?? null) : null;
  const wanted = useMemo(
    () => (audit === null || item === null ? null : overlayItem(index, audit, item)),
    [index, audit, item],
  );
  return useSteady(wanted, keyOfOverlay(wanted));
}

/** What is lit on the map: the overlay with its numbers, the thread or the finding's route, and what is chosen. */
export function useMapHighlight(shown: Shown, now: MapNow): Highlight {
  const { index, audit, view } = shown;
  const { overlay: marked, choice, thread, map } = now;
  const overlay = useItemOverlay(index, shown, now);
  const route = useAfterLayout(useRoute(shown, now, keyOfDrawn(shown, now)));
  const named = useAfterLayout(useNamed(shown, now));
  const badges = useMemo(() => (marked === null ? NO_BADGES : badgesOf(marked)), [marked]);
  const tones = useMemo(
    () => (marked === null || choice.kind === 'item' ? NO_TONES : tonesOf(marked)),
    [marked, choice.kind],
  );
  const marks = useMemo(
    () => (audit === null ? NO_MARKS : questionMarks(index, audit, { choice, thread, open: map.open })),
    [index, audit, choice, thread, map.open],
  );
  const isDrawn = shown.shown.diagram?.steps.some(({ step }) => step.stepType === view.step) === true;
  return useMemo(
    () => ({
      ...NO_HIGHLIGHT,
      overlay,
      route,
      named,
      badges,
      tones,
      questionMarks: marks,
      // A step that was only just added is chosen when it is there, so that the map goes to it.
      selected: isDrawn ? view.step : null,
      selectedQuestion: view.question,
      selectedNextAction: view.nextAction,
    }),
    [overlay, route, named, badges, tones, marks, isDrawn, view.step, view.question, view.nextAction],
  );
}
