import { memo, useEffect, useRef } from 'react';
import { describeKind, describeTopic, topicOf } from '#diagram/finding-words.ts';
import type { Decision, Finding } from '#model/finding.ts';
import { SeverityTag } from '#views/shared/status-tag.tsx';

const CERTAINTY_WORDS = { 'every-route': 'on every route', 'some-routes': 'on some routes' } as const;

/** What a person decided, with who, when and why. */
function DecisionLine({ decision }: { readonly decision: Decision }): React.JSX.Element {
  const who = [decision.by, decision.on].filter((part) => part !== '').join(', ');
  return (
    <div className="decision">
      <strong>Decided: {decision.decision.replaceAll('-', ' ')}</strong>
      {decision.reason === '' ? '' : ` – ${decision.reason}`} {who === '' ? '' : `(${who})`}
    </div>
  );
}

/** The first line of a finding: how serious, what kind, how certain. */
function FindingHead({ finding }: { readonly finding: Finding }): React.JSX.Element {
  return (
    <span className="finding__head">
      <SeverityTag severity={finding.severity} />
      <span className="finding__kind">
        {describeTopic(topicOf(finding.kind))}: {describeKind(finding.kind).toLowerCase()}
        {finding.certainty === null ? '' : `, ${CERTAINTY_WORDS[finding.certainty]}`}
      </span>
    </span>
  );
}

/** One finding of the list: pressing it lights its route; what is inside it then opens below. */
export const FindingRow = memo(function FindingRow({
  finding,
  isChosen,
  onChoose,
  children,
}: {
  readonly finding: Finding;
  readonly isChosen: boolean;
  readonly onChoose: (finding: Finding | null) => void;
  readonly children?: React.ReactNode;
}): React.JSX.Element {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <li ref={row} className={isChosen ? 'finding-row finding-row--chosen' : 'finding-row'}>
      <button
        type="button"
        className="finding"
        aria-pressed={isChosen}
        onClick={() => onChoose(isChosen ? null : finding)}
      >
        <FindingHead finding={finding} />
        <span className="finding__message">{finding.message}</span>
        {finding.decision !== null && <DecisionLine decision={finding.decision} />}
      </button>
      {children}
    </li>
  );
});
