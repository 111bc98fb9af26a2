import type { OutlineRow } from '#diagram/outline/outline-row.ts';

/** The next line that begins with what was typed; a new letter looks beyond the line one stands on. -1 where none does. */
export function findTyped(rows: readonly Pick<OutlineRow, 'words'>[], active: number, typed: string): number {
  const wanted = typed.toLowerCase();
  const start = Math.max(0, active + (typed.length === 1 ? 1 : 0));
  const order = rows.map((_, step) => (start + step) % rows.length);
  return order.find((at) => rows[at]?.words.toLowerCase().startsWith(wanted) === true) ?? -1;
}
