import { count } from '#diagram/describe-step.ts';
import { countStatuses, coverageByModule, STATUS_ORDER } from '#diagram/overview/module-coverage.ts';
import { ITEM_STATUS_WORDS } from '#diagram/status-words.ts';
import type { Paint } from '#diagram/theme.ts';
import type { ItemStatus } from '#model/audit.ts';
import { type DeckSubject, returnName, WORKED_OUT } from './deck-subject.ts';
import { AREA, type Slide, type SlideCell } from './slide.ts';
import { tableSlides } from './table-slides.ts';

const FILLS: Readonly<Record<ItemStatus, Paint>> = {
  covered: 'always-fill',
  unconfirmed: 'records-fill',
  gaps: 'sometimes-fill',
  missing: 'never-fill',
  'not-triggered': 'bar',
};

const WIDTHS: Readonly<Record<ItemStatus, number>> = {
  covered: 108,
  unconfirmed: 134,
  gaps: 96,
  missing: 108,
  'not-triggered': 120,
};
const ITEMS = 80;

function titleOf(subject: DeckSubject): string {
  const { covered, unconfirmed, gaps, missing } = countStatuses(subject.audit.coverage);
  const short = [gaps === 0 ? '' : `${gaps} have gaps`, missing === 0 ? '' : `${missing} are missing`].filter(Boolean);
  const sure = `${covered + unconfirmed} of ${count(subject.audit.coverage.length, 'item')} are recorded on every route`;
  return short.length === 0 ? sure : `${sure}; ${short.join(' and ')}`;
}

/** How surely the items of each module are recorded, as a table. */
export function coverageSlides(subject: DeckSubject): readonly Slide[] {
  const { index, audit } = subject;
  const counts = countStatuses(audit.coverage);
  const statuses = STATUS_ORDER.filter((status) => counts[status] > 0);
  const rest = statuses.reduce((sum, status) => sum + WIDTHS[status], ITEMS);
  const rows = coverageByModule(index, audit).map(({ module, items, counts: its }): readonly SlideCell[] => [
    { text: module || 'No module named' },
    { text: String(items) },
    ...statuses.map((status): SlideCell => {
      const { sign } = ITEM_STATUS_WORDS[status];
      return its[status] === 0 ? { text: '' } : { text: `${sign} ${its[status]}`, fill: FILLS[status] };
    }),
  ]);
  return tableSlides({
    title: titleOf(subject),
    columns: [
      { head: 'Module', width: AREA.width - rest },
      { head: 'Items', width: ITEMS },
      ...statuses.map((status) => ({ head: ITEM_STATUS_WORDS[status].word, width: WIDTHS[status] })),
    ],
    rows,
    says: `Items of each module of ${returnName(subject)} by how surely they are recorded`,
    notes: [
      ...statuses.map((status) => `${ITEM_STATUS_WORDS[status].word}: ${ITEM_STATUS_WORDS[status].means}.`),
      `${WORKED_OUT} It says where a value can be recorded, not how often it is.`,
    ],
  });
}
