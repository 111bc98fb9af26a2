import { count } from '#diagram/describe-step.ts';
import { countTopics } from '#diagram/finding-words.ts';
import { SEVERITY_WORDS } from '#diagram/status-words.ts';
import { type Finding, SEVERITIES } from '#model/finding.ts';
import { factId, itemId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { DECISIONS } from '#model/words.ts';
import { describeDecision } from '#views/decision-form/decisions-for.ts';
import type { Grouping, Sorting } from './findings-query.ts';

/** One thing that can be chosen in a filter. */
export interface Choice {
  readonly value: string;
  readonly words: string;
}

export const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  kind: 'Kind',
  topic: 'Topic',
  severity: 'Severity',
  step: 'Step',
  form: 'Form',
  fact: 'Fact',
  item: 'Item',
  none: 'No groups',
};

export const SORTING_WORDS: Readonly<Record<Sorting, string>> = {
  severity: 'Severity',
  kind: 'Kind',
  step: 'Step',
  decision: 'Decision',
};

export const SEVERITY_CHOICES: readonly Choice[] = SEVERITIES.map((value) => ({
  value,
  words: `${SEVERITY_WORDS[value].sign} ${SEVERITY_WORDS[value].word}`,
}));

export const CERTAINTY_CHOICES: readonly Choice[] = [
  { value: 'every-route', words: 'Every route' },
  { value: 'some-routes', words: 'Some routes' },
  { value: 'none', words: 'Not about routes' },
];

export const DECIDED_CHOICES: readonly Choice[] = [
  { value: 'to-decide', words: 'To decide' },
  { value: 'undecided', words: 'Undecided, suggestions too' },
  { value: 'decided', words: 'Decided' },
  ...DECISIONS.map((value) => ({ value, words: `Decided: ${describeDecision(value).toLowerCase()}` })),
  { value: 'gone', words: 'Decision without a finding' },
];

const byWords = (choices: readonly Choice[]): readonly Choice[] =>
  choices.toSorted((a, b) => a.words.localeCompare(b.words, 'en-GB'));

const named = (values: readonly string[]): readonly Choice[] =>
  [...new Set(values)].filter((value) => value !== '').map((value) => ({ value, words: value }));

/** Topics and, within each, its kinds, with how many findings each has. */
export const kindChoices = (
  findings: readonly Finding[],
): readonly { readonly topic: Choice; readonly kinds: readonly Choice[] }[] =>
  countTopics(findings).map(({ topic, words, findings: number, kinds }) => ({
    topic: { value: topic, words: `All of ${words.toLowerCase()} (${number.toLocaleString('en-GB')})` },
    kinds: kinds.map((one) => ({
      value: one.kind,
      words: `${one.words} (${one.findings.toLocaleString('en-GB')})`,
    })),
  }));

/** What the findings name, to filter by. */
export interface AboutChoices {
  readonly lane: readonly Choice[];
  readonly team: readonly Choice[];
  readonly step: readonly Choice[];
  readonly item: readonly Choice[];
  readonly fact: readonly Choice[];
}

export function aboutChoices(index: WorkspaceIndex, findings: readonly Finding[]): AboutChoices {
  const steps = [...index.stepTypes.values()];
  const items = [...new Set(findings.flatMap((finding) => finding.items))];
  const facts = [...new Set(findings.flatMap(({ fact }) => (fact === '' ? [] : [fact])))];
  const wordsOfItem = (id: string): string => {
    const item = index.items.get(itemId(id));
    return item === undefined ? id : `${item.tag || item.id} ${item.cbds}`.trim();
  };
  return {
    lane: named(steps.map((step) => step.workflow)),
    team: byWords(named(steps.map((step) => step.team))),
    step: byWords(steps.map(({ id, name }) => ({ value: id, words: name || id }))),
    item: byWords(items.map((value) => ({ value, words: wordsOfItem(value) }))),
    fact: byWords(facts.map((value) => ({ value, words: index.facts.get(factId(value))?.name || value }))),
  };
}

/** "38 of 112 decided". */
export const describeProgress = ({ decided, all }: { readonly decided: number; readonly all: number }): string =>
  `${decided.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} decided`;

/** "12 findings", "3 of 12 findings". */
export const describeListed = (listed: number, all: number): string =>
  listed === all ? count(all, 'finding') : `${listed.toLocaleString('en-GB')} of ${count(all, 'finding')}`;
