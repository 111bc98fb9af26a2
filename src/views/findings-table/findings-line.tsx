import { memo } from 'react';
import type { Finding } from '#model/finding.ts';
import { describeDecision } from '#views/decision-form/decisions-for.ts';
import { SeverityTag } from '#views/shared/status-tag.tsx';
import type { FindingsRow } from './findings-rows.ts';
import { describeFully } from './group-findings.ts';

const CERTAINTY_WORDS = { 'every-route': 'every route', 'some-routes': 'some routes' } as const;

interface LineProps {
  readonly row: FindingsRow;
  readonly isMarked: boolean;
}

function GroupLine({ row }: { readonly row: Extract<FindingsRow, { kind: 'group' }> }): React.JSX.Element {
  const all = row.ids.length.toLocaleString('en-GB');
  return (
    <span className="findings-line__group">
      <span className="findings-line__turn" aria-hidden="true">
        {row.isOpen ? '▾' : '▸'}
      </span>
      <span className="findings-line__words">{row.words}</span>
      <span className="findings-line__count">
        {row.decided === 0 ? all : `${row.decided.toLocaleString('en-GB')} of ${all} decided`}
      </span>
    </span>
  );
}

function FindingLine({ finding }: { readonly finding: Finding }): React.JSX.Element {
  const { decision, certainty } = finding;
  return (
    <span className="findings-line__finding">
      <span className="findings-line__head">
        <SeverityTag severity={finding.severity} />
        <span className="quiet">
          {describeFully(finding.kind)}
          {certainty === null ? '' : ` · ${CERTAINTY_WORDS[certainty]}`}
        </span>
        {decision !== null && (
          <strong className="findings-line__decision">
            <span aria-hidden="true">✓</span> <span className="visually-hidden">Decided: </span>
            {describeDecision(decision.decision)}
          </strong>
        )}
      </span>
      <span className="findings-line__message">{finding.message}</span>
    </span>
  );
}

/** What stands on one line of the list. */
export const FindingsLine = memo(function FindingsLine({ row, isMarked }: LineProps): React.JSX.Element {
  const box = (
    <span className="findings-line__box" data-mark="" aria-hidden="true">
      <span className="findings-line__tick">{isMarked ? '✓' : ''}</span>
    </span>
  );
  if (row.kind === 'group')
    return (
      <>
        {box}
        <GroupLine row={row} />
      </>
    );
  if (row.kind === 'finding')
    return (
      <>
        {box}
        <FindingLine finding={row.finding} />
      </>
    );
  return (
    <>
      {box}
      <span className="findings-line__finding">
        <span className="findings-line__head">
          <span className="quiet">No longer found</span>
          <strong className="findings-line__decision">
            <span aria-hidden="true">✓</span> {describeDecision(row.review.decision)}
          </strong>
        </span>
        <span className="findings-line__message">{row.review.finding.split('|').join(' · ')}</span>
      </span>
    </>
  );
});
