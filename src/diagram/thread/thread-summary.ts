import { count } from '#diagram/describe-step.ts';
import { amount } from '#diagram/overlays/figures-in-words.ts';
import type { Audit, ItemStatus } from '#model/audit.ts';
import type { Range } from '#model/figures.ts';
import type { ThreadEntry, ThreadItem, ThreadTag } from './thread.ts';
import { listOf } from './thread-words.ts';

const STATUS: Readonly<Record<ItemStatus, ThreadTag>> = {
  missing: { tone: 'never', words: 'Not recorded where it is due' },
  gaps: { tone: 'sometimes', words: 'Covered on some routes only' },
  unconfirmed: { tone: 'records', words: 'Recorded on every route, not confirmed' },
  covered: { tone: 'always', words: 'Covered on every route' },
  'not-triggered': { tone: 'none', words: 'Due nowhere in this workspace' },
};
const WORST_FIRST: readonly ItemStatus[] = ['missing', 'gaps', 'unconfirmed', 'covered', 'not-triggered'];

/** The worst of some statuses; null where there is none. */
export const worstStatus = (statuses: readonly (ItemStatus | null)[]): ItemStatus | null =>
  WORST_FIRST.find((status) => statuses.includes(status)) ?? null;

/** What the thread comes to: how surely its items are covered, or which items it serves without being one. */
export function threadStatus(items: readonly ThreadItem[], workedOut: readonly string[]): ThreadTag {
  const worst = worstStatus(items.map(({ status }) => status));
  if (worst !== null) return STATUS[worst];
  if (items.length > 0) return { tone: 'none', words: 'Nothing makes it due' };
  if (workedOut.length === 0) return { tone: 'none', words: 'No item of the return asks for it' };
  return { tone: 'records', words: `Used to work out ${listOf(workedOut.map((name) => `“${name}”`))}` };
}

function secondsOf(audit: Audit, entries: readonly ThreadEntry[]): Pick<Range, 'low' | 'high'> {
  const asked = new Map<string, number>();
  for (const { form, question } of entries) {
    const key = `${form}/${question}`;
    asked.set(key, (asked.get(key) ?? 0) + 1);
  }
  let [low, high] = [0, 0];
  for (const field of audit.figures.time.fields) {
    const times = asked.get(`${field.form}/${field.question}`) ?? 0;
    low += times * field.seconds.low;
    high += times * field.seconds.high;
  }
  return { low, high };
}

const MINUTE = 60;

function describeSeconds({ low, high }: Pick<Range, 'low' | 'high'>): string {
  if (high === 0) return '';
  const [unit, name] = low >= MINUTE ? [MINUTE, 'minutes'] : [1, 'seconds'];
  return `about ${amount(low / unit)}–${amount(high / unit)} ${name}`;
}

/** "4 entries, 2 could be pulled forward, about 14–50 seconds". Entries are what people type on forms. */
export function tallyEntries(audit: Audit, entries: readonly ThreadEntry[]): string {
  const counted = entries.filter(({ typed, use, status }) => typed && use !== 'supports' && status !== 'ignored');
  const pulled = counted.filter((entry) => entry.couldPull);
  if (counted.length === 0) return 'Nobody types it on a form';
  const seconds = describeSeconds(secondsOf(audit, pulled.length > 0 ? pulled : counted));
  const could = pulled.length === 0 ? 'none that could be pulled forward' : `${pulled.length} could be pulled forward`;
  const parts = [count(counted.length, 'entry', 'entries'), could, seconds].filter((part) => part !== '');
  return `${parts.join(', ')}${pulled.length === 0 && seconds !== '' ? ' in all' : ''}`;
}
