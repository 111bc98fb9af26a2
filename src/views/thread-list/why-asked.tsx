import type { Reason, WhyAsked as WhyAskedAnswer } from '#diagram/thread/why-asked.ts';
import type { FormId, ItemId, QuestionCode, StepTypeId } from '#model/ids.ts';
import { TextButton } from '#views/shared/text-button.tsx';

export interface WhyAskedProps {
  readonly why: WhyAskedAnswer;
  readonly onItem: (item: ItemId) => void;
  readonly onStep: (step: StepTypeId) => void;
  readonly onQuestion: (form: FormId, question: QuestionCode) => void;
}

function Link({
  reason,
  onItem,
  onStep,
  onQuestion,
}: { readonly reason: Reason } & Omit<WhyAskedProps, 'why'>): React.JSX.Element | null {
  const { item, step, question } = reason;
  if (item !== null) return <TextButton onClick={() => onItem(item)}>Show the item</TextButton>;
  if (step !== null) return <TextButton onClick={() => onStep(step)}>Show the step</TextButton>;
  if (question === null) return null;
  return <TextButton onClick={() => onQuestion(question.form, question.question)}>Show the question</TextButton>;
}

/** "Why is this asked?": each reason that is known, with what it rests on. */
export function WhyAsked({ why, ...links }: WhyAskedProps): React.JSX.Element {
  return (
    <section className="why-asked" aria-label={`Why is “${why.title}” asked?`}>
      <h3 className="panel__heading">Why is this asked?</h3>
      <p>{why.summary}</p>
      <ul className="plain-list">
        {why.reasons.map((reason) => (
          <li key={reason.words} className="why-asked__reason">
            {reason.words} <Link reason={reason} {...links} />
            {reason.evidence !== '' && <div className="quiet">{reason.evidence}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
