import type { Item } from '#model/data-return.ts';
import type { Finding, Place } from '#model/finding.ts';
import type { AnalysisInput } from './analysis-input.ts';
import type { FedList } from './codes-lists.ts';
import { severityOfItems } from './codes-words.ts';
import { findingId, placeOfSource, withDecision } from './describe.ts';

/** What a finding on codes says, and of which items and lists. */
export interface CodesFound {
  readonly kind: 'codes/gap' | 'codes/unreachable' | 'codes/retired';
  readonly about: readonly string[];
  readonly items: readonly Item[];
  readonly own: Place;
  readonly lists: readonly FedList[];
  readonly message: string;
  /** Nothing is lost: only worth knowing. */
  readonly harmless?: boolean;
}

/** A finding on codes: its own place first, then every place that feeds the lists. */
export function codesFinding(input: AnalysisInput, found: CodesFound): Finding {
  const facts = new Set(found.items.map((item) => item.fact));
  const [fact] = facts;
  const sources = new Set(found.lists.flatMap((list) => list.sources));
  return withDecision(input.index, {
    id: findingId(found.kind, ...found.about),
    kind: found.kind,
    severity: found.harmless === true ? 'info' : severityOfItems(found.items),
    certainty: null,
    fact: facts.size === 1 ? (fact ?? '') : '',
    items: found.items.map((item) => item.id),
    places: [found.own, ...[...sources].map((source) => placeOfSource(source))],
    route: null,
    message: found.message,
  });
}
