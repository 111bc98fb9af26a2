import { useMemo } from 'react';
import { branchOf, onBranch, playedTo, renamedBranch, withoutBranch } from '#cases/played-case.ts';
import { BranchList } from '#views/walk-frame/branch-list.tsx';
import { HistoryList } from '#views/walk-frame/history-list.tsx';
import { branchPoints } from '#walk/branch-points.ts';
import { historyRuns } from '#walk/history-words.ts';
import type { WalkNow } from './walk-now.ts';

/** Every event of the case in words, and the branches of its history. */
export function HistoryPanel(walk: WalkNow & { readonly onClose: () => void }): React.JSX.Element {
  const { played, rules, stops, change, onClose } = walk;
  const { events } = branchOf(played);
  const { branches } = played;
  const runs = useMemo(() => {
    // The names of steps are those of the whole history, so that a line says the same wherever the case stands.
    const input = played.input;
    const end = rules.player.momentOf({
      name: '',
      about: '',
      input,
      branches: [{ name: '', events }],
      branch: 0,
      at: events.length,
    });
    return historyRuns(rules.index, end.state, events);
  }, [rules, played.input, events]);
  return (
    <section className="walk-history" aria-labelledby="walk-history-title">
      <div className="walk-history__head">
        <h3 id="walk-history-title" className="walk-history__title">
          History
        </h3>
        <button type="button" className="small-button" onClick={onClose}>
          Close<span className="visually-hidden"> the history</span>
        </button>
      </div>
      {branches.length > 1 && (
        <BranchList
          branches={branches.map(({ name, events: all }) => ({ name, events: all.length }))}
          chosen={played.branch}
          onChoose={(branch) => change((now) => onBranch(now, branch))}
          onRename={(branch, name) => change((now) => renamedBranch(now, branch, name))}
          onRemove={(branch) => change((now) => withoutBranch(now, branch))}
        />
      )}
      <HistoryList
        runs={runs}
        at={played.at}
        limit={stops?.at ?? events.length}
        branches={branchPoints(played)}
        onGo={(at) => change((now) => playedTo(now, at))}
        onBranch={(branch) => change((now) => onBranch(now, branch))}
      />
      {played.at < events.length && (
        <p className="quiet walk-history__note">
          Whatever you do next begins a branch of its own here; what came later stays in “{branchOf(played).name}”.
        </p>
      )}
    </section>
  );
}
