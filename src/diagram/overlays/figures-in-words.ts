import type { Range } from '#model/figures.ts';

/** A share from 0 to 1 as a whole per cent; what is not quite nothing or not quite all does not look so. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return 'under 1%';
  if (whole === 100 && share < 1) return 'over 99%';
  return `${whole}%`;
}

/** A modelled amount in whole numbers, its thousands parted; below one with a decimal, so that little does not become none. */
export function amount(value: number): string {
  const rounded = value < 1 ? Math.round(value * 10) / 10 : Math.round(value);
  return rounded.toLocaleString('en-GB');
}

/** The two ends of a modelled amount: "35–80". */
export function betweenEnds({ low, high }: Pick<Range, 'low' | 'high'>): string {
  const [from, to] = [amount(low), amount(high)];
  return from === to ? from : `${from}–${to}`;
}
