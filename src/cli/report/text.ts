/** No line of a report is longer: it must survive a terminal and an email. */
export const WIDTH = 100;

/** Longer words and texts come of broken files; what they hold in full is in the files and with --json. */
const LONGEST_WORD = 300;
const LONGEST_TEXT = 4000;

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** Text broken into lines of at most `WIDTH`; the first begins with `first`, the others with as many spaces. */
export function wrap(text: string, first = '', rest: string = ' '.repeat(first.length)): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const whole of cut(text, LONGEST_TEXT).split(/\s+/u)) {
    if (whole === '') continue;
    const word = cut(whole, LONGEST_WORD);
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()];
}

/** A heading with a line below it. */
export const heading = (text: string, line: '=' | '-' = '-'): readonly string[] => [
  ...wrap(text),
  line.repeat(Math.min(WIDTH, text.length)),
];

/** Rows as aligned columns: the first to the left, the others to the right, as they hold numbers. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** A share from 0 to 1 as a whole per cent; what is not quite nothing or not quite all does not look so. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return 'under 1%';
  if (whole === 100 && share < 1) return 'over 99%';
  return `${whole}%`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2026-11-01` as `1 November 2026`; anything else as it is. */
export function longDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}
