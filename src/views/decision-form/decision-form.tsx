import { count } from '#diagram/describe-step.ts';
import type { Decision } from '#model/finding.ts';
import type { DecisionWord } from '#model/words.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import { describeDecision, type Offer, offerOf } from './decisions-for.ts';
import { ReasonForm } from './reason-form.tsx';

export interface DecisionFormProps {
  readonly offers: readonly Offer[];
  /** What has been decided about the one finding that is read. */
  readonly decision: Decision | null;
  /** How many findings are marked; 0: the one that is read. */
  readonly marked: number;
  /** How many of them have a decision that can be taken back. */
  readonly decided: number;
  /** The decision whose reason is being asked for. */
  readonly asking: DecisionWord | null;
  readonly onAsk: (decision: DecisionWord | null) => void;
  readonly onDecide: (decision: DecisionWord, reason: string) => void;
  readonly onUndecide: () => void;
  readonly onUnmark: () => void;
}

/** What was decided, with who, when and why. */
function Decided({ decision, onAsk }: Pick<DecisionFormProps, 'onAsk'> & { readonly decision: Decision }) {
  const who = [decision.by, decision.on].filter((part) => part !== '').join(', ');
  return (
    <div className="decided">
      <p className="decided__what">
        <span aria-hidden="true">✓</span> Decided: <strong>{describeDecision(decision.decision).toLowerCase()}</strong>
        {who === '' ? '' : ` (${who})`}
      </p>
      {decision.reason !== '' && <p className="decided__reason">{decision.reason}</p>}
      <TextButton onClick={() => onAsk(decision.decision)}>
        {decision.reason === '' ? 'Add a reason' : 'Change the reason'}
      </TextButton>
    </div>
  );
}

function Buttons({ offers, decision, decided, ...props }: DecisionFormProps): React.JSX.Element {
  const isGiven = (offer: Offer): boolean => props.marked === 0 && decision?.decision === offer.decision;
  return (
    <div className="decision-form__buttons">
      {offers.map((offer) => (
        <button
          key={offer.decision}
          type="button"
          className="decide-button"
          title={offer.means}
          aria-keyshortcuts={offer.key}
          aria-pressed={isGiven(offer)}
          onClick={() => (offer.needsReason ? props.onAsk(offer.decision) : props.onDecide(offer.decision, ''))}
        >
          {offer.words}
          {offer.needsReason ? '…' : ''} <kbd>{offer.key}</kbd>
        </button>
      ))}
      {decided > 0 && (
        <button type="button" className="small-button" aria-keyshortcuts="u" onClick={props.onUndecide}>
          {props.marked === 0 ? 'Undecide' : `Undecide ${decided.toLocaleString('en-GB')}`} <kbd>u</kbd>
        </button>
      )}
    </div>
  );
}

/** Decides about the finding that is read, or about all that are marked. */
export function DecisionForm(props: DecisionFormProps): React.JSX.Element {
  const { offers, decision, marked, asking, onAsk, onDecide, onUnmark } = props;
  return (
    <section className="decision-form" aria-label="Decide">
      {marked > 0 && (
        <p className="decision-form__marked">
          <strong>For the {count(marked, 'marked finding')}</strong> <TextButton onClick={onUnmark}>Unmark</TextButton>
        </p>
      )}
      {marked === 0 && decision !== null && <Decided decision={decision} onAsk={onAsk} />}
      {offers.length === 0 && <p className="panel__note">No one decision makes sense for all of these together.</p>}
      {asking === null ? (
        <Buttons {...props} />
      ) : (
        <ReasonForm
          key={asking}
          offer={offerOf(asking)}
          reason={marked === 0 && decision?.decision === asking ? decision.reason : ''}
          onSave={(reason) => onDecide(asking, reason)}
          onCancel={() => onAsk(null)}
        />
      )}
    </section>
  );
}
