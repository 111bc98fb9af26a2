import { assertNever } from '#model/assert.ts';
import type { Audit } from '#model/audit.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { type MapOverlay, type OverlayChoice, type OverlayDraft, toOverlay } from './overlay.ts';
import { coverageOfItems, coverageOfOneItem } from './overlay-coverage.ts';
import { overlayDuplicates } from './overlay-duplicates.ts';
import { overlayReview } from './overlay-review.ts';
import { overlayTime } from './overlay-time.ts';
import { overlayUsage } from './overlay-usage.ts';

const NOTHING: OverlayDraft = { title: 'No overlay', marked: new Map(), tones: [], badge: null, columns: [], note: '' };

function draftOf(index: WorkspaceIndex, audit: Audit, choice: OverlayChoice): OverlayDraft {
  switch (choice.kind) {
    case 'none':
      return NOTHING;
    case 'item':
      return coverageOfOneItem(index, audit, choice.item);
    case 'module':
      return coverageOfItems(index, audit, choice.module);
    case 'return':
      return coverageOfItems(index, audit, null);
    case 'duplicates':
      return overlayDuplicates(index, audit);
    case 'review':
      return overlayReview(index, audit);
    case 'time':
      return overlayTime(index, audit);
    case 'usage':
      return overlayUsage(index, audit);
    default:
      return assertNever(choice);
  }
}

/** The overlay that was chosen: a mark on each step, the key, the equal table, and what is not verified. */
export const overlayOf = (index: WorkspaceIndex, audit: Audit, choice: OverlayChoice): MapOverlay =>
  toOverlay(index, draftOf(index, audit, choice));
