import type { Finding } from '#model/finding.ts';
import type { Review } from '#model/workspace.ts';
import type { FindingsGroup } from './group-findings.ts';

interface Standing {
  readonly key: string;
  /** Place among its siblings, from 1. */
  readonly at: number;
  readonly of: number;
  readonly level: 1 | 2;
}

/** One line of the list: a heading, a finding, or a decision whose finding is no longer there. */
export type FindingsRow =
  | (Standing & {
      readonly kind: 'group';
      readonly group: string;
      readonly words: string;
      readonly ids: readonly string[];
      readonly decided: number;
      readonly isOpen: boolean;
    })
  | (Standing & { readonly kind: 'finding'; readonly finding: Finding })
  | (Standing & { readonly kind: 'gone'; readonly review: Review });

/** Which headings are shut: those named, or all but those named. */
export interface Shut {
  readonly allBut: boolean;
  readonly groups: readonly string[];
}

export const isShut = ({ allBut, groups }: Shut, group: string): boolean => groups.includes(group) !== allBut;

/** The group of decisions whose finding is no longer there. */
export const GONE = 'gone';
export const GONE_WORDS = 'Decisions without a finding';

/** The finding or decision that a line is about; null for a heading. */
export function idOf(row: FindingsRow): string | null {
  if (row.kind === 'group') return null;
  return row.kind === 'finding' ? row.finding.id : row.review.finding;
}

const findingRow = (prefix: string, level: 1 | 2) => (finding: Finding, place: number, all: readonly Finding[]) =>
  ({ kind: 'finding', key: `${prefix}${finding.id}`, finding, at: place + 1, of: all.length, level }) as const;

const goneRow = (review: Review, place: number, all: readonly Review[]): FindingsRow => ({
  kind: 'gone',
  key: `${GONE} ${review.finding}`,
  review,
  at: place + 1,
  of: all.length,
  level: 2,
});

/** What the list holds: headings with their findings (null: no headings), and decisions without a finding. */
export interface Listed {
  readonly findings: readonly Finding[];
  readonly groups: readonly FindingsGroup[] | null;
  readonly gone: readonly Review[];
}

type GroupRow = Extract<FindingsRow, { kind: 'group' }>;
type Heading = Pick<GroupRow, 'group' | 'words' | 'at' | 'ids' | 'decided'>;

/** The lines of the list from top to bottom; those below a heading that is shut are left out. */
export function rowsOf({ findings, groups, gone }: Listed, shut: Shut): readonly FindingsRow[] {
  const count = (groups?.length ?? 0) + (gone.length > 0 ? 1 : 0);
  const heading = ({ group, ...said }: Heading): GroupRow => ({
    kind: 'group',
    key: `heading ${group}`,
    group,
    ...said,
    of: count,
    level: 1,
    isOpen: !isShut(shut, group),
  });
  const rows: FindingsRow[] = groups === null ? findings.map(findingRow('', 1)) : [];
  for (const [place, group] of (groups ?? []).entries()) {
    const ids = group.findings.map((finding) => finding.id);
    const decided = group.findings.filter((finding) => finding.decision !== null).length;
    const head = heading({ group: group.key, words: group.words, at: place + 1, ids, decided });
    rows.push(head);
    if (head.isOpen) rows.push(...group.findings.map(findingRow(`${group.key} `, 2)));
  }
  if (gone.length > 0) {
    const ids = gone.map((review) => review.finding);
    const head = heading({ group: GONE, words: GONE_WORDS, at: count, ids, decided: ids.length });
    rows.push(head, ...(head.isOpen ? gone.map(goneRow) : []));
  }
  return rows;
}

/** The next finding on the screen that nobody has decided, below those decided just now and then from the top. */
export function nextUndecided(rows: readonly FindingsRow[], decidedNow: ReadonlySet<string>): string | null {
  const isJustDecided = (row: FindingsRow): boolean => decidedNow.has(idOf(row) ?? '');
  const start = (decidedNow.size === 1 ? rows.findIndex(isJustDecided) : rows.findLastIndex(isJustDecided)) + 1;
  const isOpen = (row: FindingsRow): boolean =>
    row.kind === 'finding' && row.finding.decision === null && !isJustDecided(row);
  const next = rows.slice(start).find(isOpen) ?? rows.slice(0, start).find(isOpen);
  return next === undefined ? null : idOf(next);
}
