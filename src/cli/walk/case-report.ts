import { heading, table, wrap } from '#cli/report/text.ts';
import { count } from '#diagram/describe-step.ts';
import type { ToldScript } from '#pipeline/play-script.ts';

type ToldStep = ToldScript['steps'][number];
type ToldEntry = ToldStep['entries'][number];

const INDENT = '  ';
/** What somebody typed at length is in the script. */
const LONGEST_VALUE = 90;

const short = (value: string): string => (value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value);

function describeEntry({ when, fact, value, where, about, isAgain, again }: ToldEntry): readonly string[] {
  const of = about === '' ? fact : `${fact}, ${about}`;
  const known = again === '' ? 'Typed again though known.' : `Typed again. ${again}.`;
  return [
    ...wrap(`${of}: ${short(value)} (${when})`, INDENT, INDENT.repeat(3)),
    ...wrap(where, INDENT.repeat(3)),
    ...(isAgain ? wrap(known, INDENT.repeat(3)) : []),
  ];
}

function describeStep({ name, when, next, entries }: ToldStep): readonly string[] {
  const chosen = next.length === 0 ? [] : wrap(`Next actions: ${next.map((label) => `“${label}”`).join(', ')}.`);
  const none = entries.length === 0 ? ['  Nothing that the workspace calls a fact.'] : [];
  return [
    '',
    ...heading(when === '' ? name : `${name}: ${when}`),
    ...entries.flatMap(describeEntry),
    ...none,
    ...chosen,
  ];
}

function describeAgain({ again, totals, usual }: ToldScript): readonly string[] {
  const rows = again.map(({ fact, times }) => [`${INDENT}${fact}`, String(times)]);
  return [
    '',
    ...heading('What it cost'),
    ...wrap(`${totals.join(', ')}.`),
    ...wrap(usual),
    ...(rows.length === 0 ? [] : ['', ...table([['Typed again though known', 'Times'], ...rows])]),
  ];
}

function describeReturn({ dataReturn, isIncluded, sent, missing, year }: ToldScript): readonly string[] {
  if (dataReturn === '') return [];
  const holds = isIncluded
    ? `${count(sent, 'item')} of this case ${sent === 1 ? 'is' : 'are'} sent (${year.period}).`
    : `Nothing of this case is sent (${year.period})${year.outside.length > 0 ? '.' : ': nothing in it has made an item due.'}`;
  const lacks = missing.flatMap(({ tag, where, says }) => wrap(`${tag} (${where}): ${says}`, `${INDENT}- `));
  const outside = year.outside.flatMap(({ name, says }) => wrap(`${name}: ${says}`, `${INDENT}- `));
  return [
    '',
    ...heading(dataReturn),
    ...wrap(holds),
    ...(missing.length > 0 ? [`${count(missing.length, 'item')} that ought to be there:`, ...lacks] : []),
    ...(missing.length === 0 && isIncluded ? ['Nothing that is required is missing.'] : []),
    ...(outside.length === 0 ? [] : ['Outside the census year:', ...outside]),
  ];
}

/** A case that was played, as a page: step by step what was recorded, what was typed again, and what the return holds. */
export function describeCase(told: ToldScript): string {
  const { name, about } = told;
  return [
    ...heading(name, '='),
    ...(about === '' ? [] : wrap(about)),
    ...told.steps.flatMap(describeStep),
    ...describeAgain(told),
    ...describeReturn(told),
  ].join('\n');
}
