import { useDeferredValue, useMemo, useState } from 'react';
import type { Shown } from '#app/use-shown.ts';
import type { Finding } from '#model/finding.ts';
import type { Review } from '#model/workspace.ts';
import { type FindingsRow, rowsOf } from '#views/findings-table/findings-rows.ts';
import { groupFindings } from '#views/findings-table/group-findings.ts';
import { type DecidingProgress, matchFindings, progressOf, withReviews } from '#views/findings-table/match-findings.ts';
import { sortFindings } from '#views/findings-table/sort-findings.ts';
import { type FindingsView, findingsViewOf } from './findings-view.ts';

/** What the screen lists, worked out from the audit, the decisions as they are now, and the address. */
export interface ListedFindings {
  readonly all: readonly Finding[];
  /** Those that pass the filters, in order. */
  readonly listed: readonly Finding[];
  /** Every decision whose finding is no longer there. */
  readonly gone: readonly Review[];
  readonly rows: readonly FindingsRow[];
  readonly progress: DecidingProgress;
  /** Of those that pass every filter but the one for decisions. */
  readonly filteredProgress: DecidingProgress;
  readonly look: FindingsView;
}

const NO_FINDINGS: readonly Finding[] = [];

/** Decisions whose finding the audit no longer has. While the audit is behind, those are kept that were so before. */
function useGone({ index, audit, isFresh }: Shown): readonly Review[] {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const { reviews } = index.workspace;
  const gone = useMemo(() => {
    const there = new Set(audit?.findings.map((finding) => finding.id));
    return audit === null ? [] : reviews.filter((review) => !there.has(review.finding));
  }, [audit, reviews]);
  const isNew = isFresh && (gone.length !== kept.size || gone.some((review) => !kept.has(review.finding)));
  if (isNew) setKept(new Set(gone.map((review) => review.finding)));
  return useMemo(() => (isFresh ? gone : gone.filter((review) => kept.has(review.finding))), [isFresh, gone, kept]);
}

const goneMatching = (gone: readonly Review[], { decided, text, ...others }: FindingsView['filters']) => {
  const isListed = (decided === '' || decided === 'gone') && Object.values(others).every((word) => word === '');
  const words = text.trim().toLowerCase();
  return isListed ? gone.filter(({ finding, reason }) => `${finding}\n${reason}`.toLowerCase().includes(words)) : [];
};

/** The value of before as long as the new one says the same, so that what follows from it is not worked out again. */
function useSame<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  const isSame = JSON.stringify(kept) === JSON.stringify(value);
  if (!isSame) setKept(value);
  return isSame ? kept : value;
}

/** Null until the audit is there. */
export function useListed(shown: Shown): ListedFindings | null {
  const { index, audit, view } = shown;
  const look = findingsViewOf(view);
  const shut = useSame(look.shut);
  // Typing stays quick: the list follows when it can.
  const filters = useDeferredValue(useSame(look.filters));
  const gone = useGone(shown);
  const all = useMemo(() => withReviews(audit?.findings ?? NO_FINDINGS, index.reviews), [audit, index.reviews]);
  const filtered = useMemo(() => matchFindings(index, all, { ...filters, decided: '' }), [index, all, filters]);
  const listed = useMemo(
    () => sortFindings(index, matchFindings(index, filtered, filters), look.sorting),
    [index, filtered, filters, look.sorting],
  );
  const groups = useMemo(
    () => (look.grouping === 'none' ? null : groupFindings(index, listed, look.grouping)),
    [index, listed, look.grouping],
  );
  const shownGone = useMemo(() => goneMatching(gone, filters), [gone, filters]);
  const rows = useMemo(
    () => rowsOf({ findings: listed, groups, gone: shownGone }, shut),
    [listed, groups, shownGone, shut],
  );
  const progress = useMemo(() => progressOf(all), [all]);
  const filteredProgress = useMemo(() => progressOf(filtered), [filtered]);
  return audit === null ? null : { all, listed, gone, rows, progress, filteredProgress, look };
}
