import type { Spent } from './measure.ts';

/** One line of the table: what was measured, against what, and whether that is as fast as was aimed at. */
export interface Line {
  readonly what: string;
  readonly took: string;
  readonly baseline: string;
  readonly ratio: string;
  readonly aim: string;
  /** null: there is no aim to hold it to. */
  readonly met: boolean | null;
  /** Said where the aim is missed. */
  readonly whyMissed: string;
}

/** Three figures are as many as a shared machine can tell. */
export function figure(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-GB');
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toFixed(4);
}

export const milliseconds = ({ wall, cpu }: Spent): string => `${figure(wall)} ms (processor ${figure(cpu)})`;

export const ratioOf = (subject: number, baseline: number): string => `${figure(subject / baseline)} ×`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

function rowOf({ what, took, baseline, ratio, aim, met }: Line): string {
  const held = met === null ? '' : met ? ' – met' : ' – **missed**';
  return `| ${[what, took, baseline, ratio, `${aim}${held}`].map(cell).join(' | ')} |`;
}

/** The table as it stands in the README; `about` says on what and when it was measured. */
export function toMarkdown(lines: readonly Line[], about: string): string {
  const missed = lines.filter(({ met, whyMissed }) => met === false && whyMissed !== '');
  return [
    about,
    '',
    '| What | Took | Against, in the same run | Ratio | Aim |',
    '|---|---|---|---|---|',
    ...lines.map(rowOf),
    ...(missed.length === 0 ? [] : ['', ...missed.map(({ what, whyMissed }) => `- **${what}**: ${whyMissed}`)]),
  ].join('\n');
}

const BEGIN = '<!-- speed: written by npm run bench -->';
const END = '<!-- speed: end -->';

/** A text with what stands between the two markers replaced; null where it does not hold them. */
export function replaceTable(text: string, table: string): string | null {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  return from === -1 || to < from ? null : `${text.slice(0, from + BEGIN.length)}\n\n${table}\n\n${text.slice(to)}`;
}
