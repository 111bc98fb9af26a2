import { useMemo, useState } from 'react';
import { count } from '#diagram/describe-step.ts';
import { countTopics } from '#diagram/finding-words.ts';
import type { Finding } from '#model/finding.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import { usePages } from '#views/shared/use-pages.ts';
import { EVERYTHING, filterFindings } from './filter-findings.ts';
import { FindingDetails } from './finding-details.tsx';
import { FindingRow } from './finding-row.tsx';
import { FindingsFilterBar } from './findings-filter-bar.tsx';

export interface FindingsListProps {
  readonly index: WorkspaceIndex;
  readonly findings: readonly Finding[];
  readonly chosen: Finding | null;
  readonly onChoose: (finding: Finding | null) => void;
  readonly onStep: (step: StepTypeId) => void;
}

/** The chosen finding stays in the list whatever is filtered, so that what lights the map can always be read. */
const withChosen = (shown: readonly Finding[], chosen: Finding | null): readonly Finding[] =>
  chosen === null || shown.includes(chosen) ? shown : [chosen, ...shown];

/** Everything the analysis says, to filter and to choose from. */
export function FindingsList({ index, findings, chosen, onChoose, onStep }: FindingsListProps): React.JSX.Element {
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
        {withChosen(paged.shown, chosen).map((finding) => (
          <FindingRow key={finding.id} finding={finding} isChosen={finding === chosen} onChoose={onChoose}>
            {finding === chosen && (
              <FindingDetails index={index} finding={finding} onStep={onStep} onClear={() => onChoose(null)} />
            )}
          </FindingRow>
        ))}
      </ul>
      {paged.left > 0 && (
        <TextButton onClick={paged.showMore}>Show more ({count(paged.left, 'finding')} left)</TextButton>
      )}
    </>
  );
}
