import { describePlace } from '#diagram/describe-place.ts';
import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding, Place } from '#model/finding.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { countOf } from './findings.ts';
import { factName, stepName } from './names.ts';
import { heading, wrap } from './text.ts';

const SHOWN_FACTS = 12;
const SHOWN_QUESTIONS = 8;
const NOT_ON_A_FORM = 'Not on a form: the step’s own date, or another screen';
const HELD_BEFORE = 'Not on a form: held before the first step';

/** A question about a fact, and the steps in which it is asked. */
interface Asked {
  readonly words: string;
  readonly steps: readonly string[];
}

/** A fact that is recorded more than once, and where. */
interface DuplicatedFact {
  readonly name: string;
  readonly isOnEveryRoute: boolean;
  readonly asked: readonly Asked[];
  /** Places: a question asked in three steps is three. */
  readonly places: number;
}

const isCounted = (finding: Finding): boolean =>
  finding.kind.startsWith('duplicate/') &&
  finding.kind !== 'duplicate/same-wording' &&
  finding.decision?.decision !== 'not-a-duplicate';

function toAsked(index: WorkspaceIndex, words: string, places: readonly Place[]): Asked {
  const steps = places.flatMap((place) => (place.stepType === undefined ? [] : [stepName(index, place.stepType)]));
  const outside = steps.length === 0 ? HELD_BEFORE : NOT_ON_A_FORM;
  return { words: words === '' ? outside : words, steps: [...new Set(steps)].toSorted() };
}

function toDuplicatedFact(index: WorkspaceIndex, fact: string, findings: readonly Finding[]): DuplicatedFact {
  const places = findings.flatMap((finding) => finding.places);
  const asked = [...groupBy(places, (place) => describePlace(index, place))]
    .map(([words, group]) => toAsked(index, words, group))
    .toSorted((a, b) => b.steps.length - a.steps.length);
  return {
    name: factName(index, fact),
    isOnEveryRoute: findings.some((finding) => finding.certainty === 'every-route'),
    asked,
    places: asked.reduce((sum, each) => sum + Math.max(1, each.steps.length), 0),
  };
}

const describeAsked = ({ words, steps }: Asked): readonly string[] =>
  wrap(steps.length === 0 ? words : `${words} (${steps.join(', ')})`, '  - ');

function describeFact(fact: DuplicatedFact): readonly string[] {
  const more = fact.asked.length - SHOWN_QUESTIONS;
  const when = fact.isOnEveryRoute ? 'recorded again on every route' : 'recorded again on some routes';
  return [
    ...wrap(`${fact.name}: ${count(fact.places, 'place')}, ${when}`),
    ...fact.asked.slice(0, SHOWN_QUESTIONS).flatMap(describeAsked),
    ...(more > 0 ? [`    and ${count(more, 'more question')}`] : []),
  ];
}

function duplicatedFacts(audit: Audit, index: WorkspaceIndex): readonly DuplicatedFact[] {
  return [...groupBy(audit.findings.filter(isCounted), (finding) => finding.fact)]
    .map(([fact, findings]) => toDuplicatedFact(index, fact, findings))
    .toSorted((a, b) => Number(b.isOnEveryRoute) - Number(a.isOnEveryRoute) || b.places - a.places);
}

function describeAlike(audit: Audit): readonly string[] {
  const pairs = countOf(audit.findings, 'duplicate/same-wording');
  if (pairs === 0) return [];
  return wrap(`Besides, ${count(pairs, 'pair')} of questions worded alike: suggestions, not counted; with --json.`);
}

/** What is recorded more than once, fact by fact: those on every route first, then by number of places. */
export function describeDuplicates(audit: Audit, index: WorkspaceIndex): readonly string[] {
  const facts = duplicatedFacts(audit, index);
  const title = heading('What is recorded more than once');
  const alike = describeAlike(audit);
  if (facts.length === 0) return [...title, 'Nothing was found.', ...alike];
  const beyond = count(audit.summary.duplicateEntries, 'entry', 'entries');
  const more = facts.length - SHOWN_FACTS;
  return [
    ...title,
    ...wrap(`${count(facts.length, 'fact')} recorded more than once: ${beyond} beyond the first of each.`),
    '',
    ...facts.slice(0, SHOWN_FACTS).flatMap(describeFact),
    ...(more > 0 ? [`and ${count(more, 'more fact')}; all of them with --json.`] : []),
    ...alike,
  ];
}
