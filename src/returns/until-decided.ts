import type { Item } from '#model/data-return.ts';
import { factId } from '#model/ids.ts';
import { type CaseReading, isDue, type Resolved } from './case-reading.ts';

const FLAG = 'section-47.conference-not-required';
const START = 'section-47.start-date';

const UNTIL: Resolved = {
  value: 'false',
  fed: [],
  lack: null,
  workedOut:
    'The enquiry has not come to its outcome, so no conference has been ruled out: it is sent as false until then.',
  unneeded: '',
};

/**
 * What the children in need census wants of an enquiry before its outcome is known: that no conference has been ruled out.
 * Null for any other item. Source: DfE, CIN census guide 2023-24, section 4.12.4.
 */
export function untilDecided(reading: CaseReading, item: Item, instance: string): Resolved | null {
  const { rules } = reading;
  if (item.fact !== FLAG || rules.dataReturn?.family !== 'cin') return null;
  const start = rules.itemOfFact.get(factId(START));
  return start !== undefined && isDue(reading, start, 'section-47', instance) ? UNTIL : null;
}
