import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding } from '#model/finding.ts';
import { itemId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { describeFinding, undecided } from './findings.ts';
import { placeInWords } from './names.ts';
import { heading, wrap } from './text.ts';

const SHOWN = 10;
const INDENT = '    ';

/** `Source of referral (N00152)`: what the return calls it, beside the tag that the message uses. */
function itemInWords(index: WorkspaceIndex, id: string): string {
  const item = index.items.get(itemId(id));
  return item === undefined ? id : `${item.name}${item.cbds === '' ? '' : ` (${item.cbds})`}`;
}

/** One item: the gravest of its gaps in full, and the other places where it is short. */
function describeItem(number: number, findings: readonly Finding[], index: WorkspaceIndex): readonly string[] {
  const [gravest, ...others] = findings;
  if (gravest === undefined) return [];
  const places = others.flatMap((finding) => finding.places.slice(0, 1).map((place) => placeInWords(index, place)));
  return [
    ...wrap(itemInWords(index, gravest.items[0] ?? ''), `${String(number).padStart(2)}. `),
    ...describeFinding(gravest, INDENT, index),
    ...(places.length === 0 ? [] : wrap(`Also at ${places.join('; ')}.`, INDENT)),
  ];
}

/** Why no gap is listed: where nothing falls due, nothing was looked for. */
function nothingMissing(audit: Audit): string {
  if (audit.coverage.some((item) => item.status !== 'not-triggered')) return 'Nothing that waits for a decision.';
  return 'No item falls due anywhere, so nothing could be missing: nothing was looked for.';
}

/** The items that are short and that nobody has decided about, the gravest first, each with a route that shows it. */
export function describeGaps(audit: Audit, index: WorkspaceIndex): readonly string[] {
  const gaps = undecided(audit.findings, 'coverage/item-missing', 'coverage/item-gap', 'coverage/item-late');
  const items = [...groupBy(gaps, (finding) => finding.items[0] ?? null).values()];
  const more = items.length - SHOWN;
  const others = undecided(audit.findings, 'coverage/').length - gaps.length;
  return [
    ...heading('What is missing, the gravest first'),
    ...(items.length === 0 ? [nothingMissing(audit)] : []),
    ...items.slice(0, SHOWN).flatMap((findings, place) => describeItem(place + 1, findings, index)),
    ...(more > 0 ? [`${INDENT}and ${count(more, 'more item')}; all of them with --json.`] : []),
    ...(others > 0
      ? [`Besides, ${count(others, 'smaller finding')} about where items are read from; with --json.`]
      : []),
  ];
}
