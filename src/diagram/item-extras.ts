import type { ItemCoverage } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import type { Finding, FindingKind } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { count } from './describe-step.ts';
import { countSays } from './item-words.ts';

/** A few words beside an item's status, and the findings that they sum up. */
export interface ItemExtra {
  readonly words: string;
  readonly findings: readonly string[];
}

interface Topic {
  readonly kinds: readonly FindingKind[];
  readonly words: (findings: readonly Finding[]) => string;
}

const always = (words: string) => (): string => words;

/** What is worth a word beside a status, weightiest first. */
const TOPICS: readonly Topic[] = [
  { kinds: ['coverage/optional-source'], words: always('optional source') },
  { kinds: ['coverage/item-late'], words: always('recorded late') },
  { kinds: ['codes/gap'], words: ({ length }) => countSays(length, 'answer', 'has no code', 'have no code') },
  {
    kinds: ['codes/retired'],
    words: ({ length }) => countSays(length, 'answer', 'leads to a retired code', 'lead to retired codes'),
  },
  { kinds: ['codes/unreachable'], words: ({ length }) => countSays(length, 'code', 'has no answer', 'have no answer') },
  { kinds: ['codes/type-mismatch'], words: always('question type does not fit') },
  { kinds: ['coverage/no-precedence'], words: always('no order of precedence') },
  {
    kinds: ['duplicate/on-form', 'duplicate/in-step', 'duplicate/on-route', 'duplicate/per-child'],
    words: ({ length }) => count(length, 'duplicate'),
  },
];

/** The kinds that count as duplicates of an item: wordings that are only alike are suggestions. */
export const isDuplicate = ({ kind, decision }: Finding): boolean =>
  kind.startsWith('duplicate/') && kind !== 'duplicate/same-wording' && decision?.decision !== 'not-a-duplicate';

const stillStands = (finding: Finding): boolean => finding.decision?.decision !== 'not-a-duplicate';

/** Why a missing item is missing: nothing records it, or the return does not read what does. */
function missingWords(index: WorkspaceIndex, item: Item): string {
  const sources = (item.fact === null ? undefined : index.sourcesOfFact.get(item.fact)) ?? [];
  const counting = sources.filter(({ status, use }) => status !== 'ignored' && use !== 'supports');
  if (counting.length === 0) return 'no source';
  if (counting.every(({ kind }) => kind === 'outside')) return 'kept outside Mosaic';
  return counting.some(({ use }) => use === 'feeds') ? 'no source reaches it' : 'recorded, not read';
}

const isAccepted = ({ kind, decision }: Finding): boolean =>
  (kind === 'coverage/item-gap' || kind === 'coverage/item-missing') && decision?.decision === 'accept-gap';

/** What else is worth knowing of an item beside its status, in a few words each. `about` are the findings that name it. */
export function itemExtras(
  index: WorkspaceIndex,
  item: Item,
  coverage: ItemCoverage | undefined,
  about: readonly Finding[],
): readonly ItemExtra[] {
  const missing = about.filter(({ kind }) => kind === 'coverage/item-missing').map(({ id }) => id);
  const accepted = about.filter(isAccepted).map(({ id }) => id);
  const topics = TOPICS.map(({ kinds, words }) => {
    const findings = about.filter((finding) => kinds.includes(finding.kind) && stillStands(finding));
    return { words: findings.length === 0 ? '' : words(findings), findings: findings.map(({ id }) => id) };
  });
  return [
    ...(coverage?.status === 'missing' ? [{ words: missingWords(index, item), findings: missing }] : []),
    ...(accepted.length === 0 ? [] : [{ words: 'gap accepted', findings: accepted }]),
    ...topics.filter(({ words }) => words !== ''),
  ];
}
