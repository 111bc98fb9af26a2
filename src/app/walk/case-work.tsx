import { useMemo } from 'react';
import { WorkListView } from '#views/walk-case/work-list-view.tsx';
import { firstSteps, workList } from '#walk/work-list.ts';
import type { CaseActs } from './case-acts.ts';
import { startEvents } from './case-events.ts';
import type { WalkNow } from './walk-now.ts';

interface CaseWorkProps {
  readonly walk: WalkNow;
  readonly act: CaseActs['act'];
}

/** The work list of the case. */
export function CaseWork({ walk, act }: CaseWorkProps): React.JSX.Element {
  const { index } = walk.rules;
  const { state } = walk.moment;
  const { on, step, choose } = walk;
  const list = useMemo(() => workList(index, state, on), [index, state, on]);
  const first = useMemo(() => firstSteps(index), [index]);
  return (
    <section className="walk__work work-list" aria-labelledby="work-list">
      <h3 className="work-list__title" id="work-list">
        Work list
      </h3>
      <WorkListView
        list={list}
        firstSteps={first}
        chosen={step?.key ?? null}
        today={on}
        onChoose={choose}
        onStart={(key, day) => act({ events: startEvents(key, day, on, ''), says: 'Started.', goTo: key })}
        onBegin={({ stepType, name }, stepSource) =>
          act({ events: [{ type: 'begin', stepType, on, stepSource }], says: `${name} begun.`, goTo: null })
        }
      />
    </section>
  );
}
