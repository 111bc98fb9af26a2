import { useMemo } from 'react';
import type { Shown } from '#app/use-shown.ts';
import { count } from '#diagram/describe-step.ts';
import { percent } from '#diagram/overlays/figures-in-words.ts';
import { decidedByTopic } from '#diagram/overview/decided-by-topic.ts';
import { duplicatesByFact } from '#diagram/overview/duplicates-by-fact.ts';
import { hoursByKind } from '#diagram/overview/hours-by-kind.ts';
import { countStatuses, coverageByModule } from '#diagram/overview/module-coverage.ts';
import { notVerifiedOf } from '#diagram/overview/not-verified.ts';
import type { HrefOf } from '#diagram/overview/place-behind.ts';
import { worstGaps } from '#diagram/overview/worst-gaps.ts';
import type { Audit } from '#model/audit.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { BarPatterns } from '#views/chart/bar-patterns.tsx';
import { type Changes, ChangesList } from '#views/overview/changes-list.tsx';
import { DecidedTable } from '#views/overview/decided-table.tsx';
import { DuplicatesFigure, duplicatesChart } from '#views/overview/duplicates-figure.tsx';
import { GapsList } from '#views/overview/gaps-list.tsx';
import { HoursFigure, hoursChart } from '#views/overview/hours-figure.tsx';
import { KeyFigures } from '#views/overview/key-figures.tsx';
import { ModuleFigure, moduleChart } from '#views/overview/module-figure.tsx';
import { NotVerifiedList } from '#views/overview/not-verified-list.tsx';
import { hrefsIn } from './address-of.ts';
import { keyFiguresOf } from './key-figures-of.ts';

const GAPS_SHOWN = 5;
const FACTS_SHOWN = 10;

/** An address of the app is followed as any other: the page hears of it as of a pressed link. */
const follow = (href: string): void => {
  window.location.hash = href;
};

interface PartProps {
  readonly index: WorkspaceIndex;
  readonly audit: Audit;
  readonly hrefOf: HrefOf;
}

function Coverage({ index, audit, hrefOf }: PartProps): React.JSX.Element {
  const modules = useMemo(() => coverageByModule(index, audit), [index, audit]);
  const chart = useMemo(() => moduleChart(modules, hrefOf), [modules, hrefOf]);
  const totals = countStatuses(audit.coverage);
  return <ModuleFigure chart={chart} modules={modules} totals={totals} hrefOf={hrefOf} onFollow={follow} />;
}

function Duplicates({ index, audit, hrefOf }: PartProps): React.JSX.Element {
  const all = useMemo(() => duplicatesByFact(index, audit), [index, audit]);
  const facts = useMemo(() => all.slice(0, FACTS_SHOWN), [all]);
  const chart = useMemo(() => duplicatesChart(facts, hrefOf), [facts, hrefOf]);
  return (
    <DuplicatesFigure
      chart={chart}
      facts={facts}
      allFacts={all.length}
      duplicateEntries={audit.summary.duplicateEntries}
      hrefOf={hrefOf}
      onFollow={follow}
    />
  );
}

function Hours({ audit, hrefOf }: Omit<PartProps, 'index'>): React.JSX.Element {
  const hours = audit.figures.workspace.hoursPerYear;
  const rows = useMemo(() => (hours === null ? [] : hoursByKind(hours)), [hours]);
  const chart = useMemo(() => hoursChart(rows, hrefOf), [rows, hrefOf]);
  if (hours !== null) return <HoursFigure chart={chart} rows={rows} total={hours.total} onFollow={follow} />;
  return (
    <section aria-labelledby="overview-hours">
      <h3 id="overview-hours" className="summary__heading">
        Modelled entry time a year
      </h3>
      <p>Not known: no step type says how often it is completed in a year.</p>
    </section>
  );
}

function Assessed({ audit, hrefOf }: Omit<PartProps, 'index'>): React.JSX.Element {
  const { reviewCandidates, assessedShare } = audit.summary;
  return (
    <p className="summary__note">
      <a href={hrefOf({ kind: 'findings', which: { topic: 'value', kind: 'value/review-candidate' } })}>
        {count(reviewCandidates, 'review candidate')}
      </a>
      ;{' '}
      <a href={hrefOf({ kind: 'questions', filter: 'not-assessed' })}>
        {percent(assessedShare)} of {count(audit.figures.workspace.returns.questions, 'question')} assessed
      </a>
    </p>
  );
}

interface OverviewBodyProps {
  readonly shown: Shown;
  readonly audit: Audit;
  readonly changes: Changes;
}

/** What the workspace says, in one screen. */
export function OverviewBody({ shown, audit, changes }: OverviewBodyProps): React.JSX.Element {
  const { index, opened, view } = shown;
  const { dataReturn } = view;
  const hrefOf = useMemo(() => hrefsIn({ dataReturn }), [dataReturn]);
  const gaps = useMemo(() => worstGaps(index, audit), [index, audit]);
  const figures = useMemo(() => keyFiguresOf(audit, countStatuses(audit.coverage), hrefOf), [audit, hrefOf]);
  const topics = useMemo(() => decidedByTopic(audit), [audit]);
  const notVerified = useMemo(() => notVerifiedOf(index.dataReturn), [index.dataReturn]);
  const { problems } = opened;
  return (
    <>
      <BarPatterns />
      <KeyFigures figures={figures} />
      <div className="summary__parts">
        <Coverage index={index} audit={audit} hrefOf={hrefOf} />
        <GapsList gaps={gaps} shown={GAPS_SHOWN} hrefOf={hrefOf} />
        <Duplicates index={index} audit={audit} hrefOf={hrefOf} />
        <Hours audit={audit} hrefOf={hrefOf} />
        <DecidedTable topics={topics} hrefOf={hrefOf}>
          <Assessed audit={audit} hrefOf={hrefOf} />
        </DecidedTable>
        <div className="summary__stack">
          <ChangesList changes={changes} hrefOf={hrefOf} />
          <NotVerifiedList
            notVerified={notVerified}
            files={new Set(problems.map(({ file }) => file)).size}
            problems={problems.length}
            hrefOf={hrefOf}
          />
        </div>
      </div>
    </>
  );
}
