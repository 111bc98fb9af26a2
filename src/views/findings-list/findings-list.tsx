import { useMemo, useState } from 'react';
import { count } from '#diagram/describe-step.ts';
import { countTopics } from '#diagram/finding-words.ts';
import type { Finding } from '#model/finding.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import { usePages } from '#views/shared/use-pages.ts';
import { EVERYTHING, filterFindings } from './filter-findings.ts';
import { FindingRow } from './finding-row.tsx';
import { FindingsFilterBar } from './findings-filter-bar.tsx';

/** Everything the analysis says, to filter and to choose from. */
export function FindingsList({
  findings,
  chosen,
  onChoose,
}: {
  readonly findings: readonly Finding[];
  readonly chosen: string | null;
  readonly onChoose: (finding: Finding | null) => void;
}): React.JSX.Element {
  const [filter, setFilter] = useState(EVERYTHING);
  const topics = useMemo(() => countTopics(findings), [findings]);
  const listed = useMemo(() => filterFindings(findings, filter), [findings, filter]);
  const paged = usePages(listed, JSON.stringify(filter));
  return (
    <>
      <FindingsFilterBar topics={topics} filter={filter} onChange={setFilter} />
      <p className="panel__note" aria-live="polite">
        {listed.length === findings.length
          ? `${count(findings.length, 'finding')}. Choose one to light its route on the map.`
          : `${listed.length.toLocaleString('en-GB')} of ${count(findings.length, 'finding')}.`}
      </p>
      <ul className="findings">
        {paged.shown.map((finding) => (
          <FindingRow key={finding.id} finding={finding} isChosen={finding.id === chosen} onChoose={onChoose} />
        ))}
      </ul>
      {paged.left > 0 && <TextButton onClick={paged.showMore}>Show more ({count(paged.left, 'finding')} left)</TextButton>}
    </>
  );
}
