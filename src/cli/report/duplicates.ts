import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding } from '#model/finding.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { factName, placeInWords } from './names.ts';
import { heading, wrap } from './text.ts';

const SHOWN_FACTS = 12;
const SHOWN_PLACES = 8;

/** A fact that is recorded more than once, and where. */
interface DuplicatedFact {
  readonly name: string;
  readonly isOnEveryRoute: boolean;
  readonly places: readonly string[];
}

const isCounted = (finding: Finding): boolean =>
  finding.kind.startsWith('duplicate/') &&
  finding.kind !== 'duplicate/same-wording' &&
  finding.decision?.decision !== 'not-a-duplicate';

function toDuplicatedFact(index: WorkspaceIndex, fact: string, findings: readonly Finding[]): DuplicatedFact {
  const places = findings.flatMap((finding) => finding.places).map((place) => placeInWords(index, place));
  return {
    name: factName(index, fact),
    isOnEveryRoute: findings.some((finding) => finding.certainty === 'every-route'),
    places: [...new Set(places)].filter((place) => place !== ''),
  };
}

function describeFact(fact: DuplicatedFact): readonly string[] {
  const more = fact.places.length - SHOWN_PLACES;
  const when = fact.isOnEveryRoute ? 'every route' : 'some routes';
  return [
    ...wrap(`${fact.name}: ${count(fact.places.length, 'place')}, ${when}`),
    ...fact.places.slice(0, SHOWN_PLACES).flatMap((place) => wrap(place, '  - ')),
    ...(more > 0 ? [`    and ${count(more, 'more', 'more')}`] : []),
  ];
}

/** What is recorded more than once, fact by fact: those asked on every route first, then by number of places. */
export function describeDuplicates(audit: Audit, index: WorkspaceIndex): readonly string[] {
  const byFact = groupBy(audit.findings.filter(isCounted), (finding) => finding.fact);
  const facts = [...byFact]
    .map(([fact, findings]) => toDuplicatedFact(index, fact, findings))
    .toSorted((a, b) => Number(b.isOnEveryRoute) - Number(a.isOnEveryRoute) || b.places.length - a.places.length);
  const title = heading('What is recorded more than once');
  if (facts.length === 0) return [...title, 'Nothing was found.'];
  const more = facts.length - SHOWN_FACTS;
  return [
    ...title,
    ...wrap(`${count(facts.length, 'fact')} recorded more than once; entries beyond the first: ${entries(audit)}.`),
    '',
    ...facts.slice(0, SHOWN_FACTS).flatMap(describeFact),
    ...(more > 0 ? [`and ${count(more, 'more fact')}; all of them with --json.`] : []),
  ];
}

const entries = (audit: Audit): string => audit.summary.duplicateEntries.toLocaleString('en-GB');
