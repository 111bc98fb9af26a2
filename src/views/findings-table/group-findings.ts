import { nameOfStep } from '#diagram/describe-step.ts';
import { describeKind, describeTopic, topicOf } from '#diagram/finding-words.ts';
import { SEVERITY_WORDS } from '#diagram/status-words.ts';
import { FINDING_KINDS, type Finding, type FindingKind, SEVERITIES } from '#model/finding.ts';
import { asWord, factId, formId, itemId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Grouping } from './findings-query.ts';
import { stepsAbout } from './match-findings.ts';

/** Findings that are listed under one heading. A finding about two items stands under both. */
export interface FindingsGroup {
  readonly key: string;
  readonly words: string;
  readonly findings: readonly Finding[];
}

interface GroupingBy {
  /** A finding's groups; empty for none. */
  readonly keysOf: (finding: Finding) => readonly string[];
  readonly wordsOf: (key: string) => string;
  /** All keys in the order in which their groups stand; keys it lacks follow by name. */
  readonly order: readonly string[];
  readonly without: string;
}

/** "Duplicates: on route". */
export const describeFully = (kind: FindingKind): string =>
  `${describeTopic(topicOf(kind))}: ${describeKind(kind).toLowerCase()}`;

const kindWords = (key: string): string => {
  const kind = asWord(FINDING_KINDS, key);
  return kind === undefined ? key : describeFully(kind);
};

const severityWords = (key: string): string => {
  const severity = asWord(SEVERITIES, key);
  return severity === undefined ? key : `${SEVERITY_WORDS[severity].sign} ${SEVERITY_WORDS[severity].word}`;
};

function itemWords(index: WorkspaceIndex, key: string): string {
  const item = index.items.get(itemId(key));
  return item === undefined ? key : [item.tag, item.cbds].filter((part) => part !== '').join(' · ');
}

function groupingBy(index: WorkspaceIndex, grouping: Exclude<Grouping, 'none'>): GroupingBy {
  const ALL: Readonly<Record<Exclude<Grouping, 'none'>, () => GroupingBy>> = {
    kind: () => ({ keysOf: ({ kind }) => [kind], wordsOf: kindWords, order: FINDING_KINDS, without: '' }),
    topic: () => ({
      keysOf: ({ kind }) => [topicOf(kind)],
      wordsOf: describeTopic,
      order: [...new Set(FINDING_KINDS.map(topicOf))],
      without: '',
    }),
    severity: () => ({ keysOf: ({ severity }) => [severity], wordsOf: severityWords, order: SEVERITIES, without: '' }),
    step: () => ({
      keysOf: (finding) => stepsAbout(index, finding).slice(0, 1),
      wordsOf: (key) => nameOfStep(index, stepTypeId(key)),
      order: [...index.stepTypes.keys()],
      without: 'No step',
    }),
    form: () => ({
      keysOf: ({ places }) => places.flatMap(({ form }) => (form === undefined ? [] : [form])).slice(0, 1),
      wordsOf: (key) => index.forms.get(formId(key))?.title || key,
      order: [...index.forms.keys()],
      without: 'No form',
    }),
    fact: () => ({
      keysOf: ({ fact }) => (fact === '' ? [] : [fact]),
      wordsOf: (key) => index.facts.get(factId(key))?.name || key,
      order: [],
      without: 'No fact',
    }),
    item: () => ({
      keysOf: ({ items }) => items,
      wordsOf: (key) => itemWords(index, key),
      order: [...index.items.keys()],
      without: 'No item',
    }),
  };
  return ALL[grouping]();
}

const WITHOUT = '-';

function collect(findings: readonly Finding[], keysOf: GroupingBy['keysOf']): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const keys = keysOf(finding);
    for (const key of keys.length === 0 ? [WITHOUT] : keys) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [finding]);
      else group.push(finding);
    }
  }
  return groups;
}

/** The findings under their headings, each group in the order given; those without a group come last. */
export function groupFindings(
  index: WorkspaceIndex,
  findings: readonly Finding[],
  grouping: Exclude<Grouping, 'none'>,
): readonly FindingsGroup[] {
  const { keysOf, wordsOf, order, without } = groupingBy(index, grouping);
  const places = new Map(order.map((key, place) => [key, place]));
  const groups = [...collect(findings, keysOf)].map(([key, own]) => ({
    key,
    words: key === WITHOUT ? without : wordsOf(key),
    findings: own,
    place: key === WITHOUT ? Number.POSITIVE_INFINITY : (places.get(key) ?? Number.MAX_SAFE_INTEGER),
  }));
  return groups.toSorted((a, b) => (a.place === b.place ? a.words.localeCompare(b.words, 'en-GB') : a.place - b.place));
}
