import type { FactProposal } from '#diagram/fields/fact-proposals.ts';
import { percentOf } from './fact-picker.tsx';

interface ProposalsListProps {
  readonly proposals: readonly FactProposal[];
  readonly onAccept: (proposal: FactProposal) => void;
  readonly onReject: (proposal: FactProposal) => void;
}

const MOST = 5;

/** Facts proposed for a question, with the reasons. A person accepts one, or says that it is not the one. */
export function ProposalsList({ proposals, onAccept, onReject }: ProposalsListProps): React.JSX.Element {
  return (
    <ol className="plain-list proposals">
      {proposals.slice(0, MOST).map((proposal) => {
        const { fact, score, reasons } = proposal;
        return (
          <li key={fact.id} className="proposal">
            <div className="proposal__head">
              <b>{fact.name}</b>
              {score !== null && <span className="proposal__score">{percentOf(score)}</span>}
            </div>
            <p className="source-card__key">
              <code>{fact.id}</code>
            </p>
            <p className="proposal__reasons">{reasons.join(' · ')}</p>
            <div className="button-row">
              <button
                type="button"
                className="small-button"
                aria-label={`Accept ${fact.name}`}
                onClick={() => onAccept(proposal)}
              >
                Accept
              </button>
              <button
                type="button"
                className="small-button"
                aria-label={`Reject ${fact.name}`}
                onClick={() => onReject(proposal)}
              >
                Reject
              </button>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
