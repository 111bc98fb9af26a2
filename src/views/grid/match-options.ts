import type { GridOption } from './grid-column.ts';

const textOf = ({ label, value, hint = '' }: GridOption): string => `${label} ${value} ${hint}`.toLowerCase();

/** The options that hold every word of what was typed, those beginning with it first. */
export function matchOptions(options: readonly GridOption[], typed: string): readonly GridOption[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return options;
  const words = wanted.split(/\s+/u);
  const found = options.filter((option) => words.every((word) => textOf(option).includes(word)));
  const isFirst = ({ label, value }: GridOption): boolean =>
    label.toLowerCase().startsWith(wanted) || value.toLowerCase().startsWith(wanted);
  return [...found.filter(isFirst), ...found.filter((option) => !isFirst(option))];
}
