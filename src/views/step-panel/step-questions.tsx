import type { FormId, QuestionCode, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import { usePages } from '#views/shared/use-pages.ts';

interface StepQuestionsProps {
  readonly index: WorkspaceIndex;
  readonly step: StepTypeId;
  readonly onQuestion: (form: FormId, question: QuestionCode) => void;
}

const questionsOf = (index: WorkspaceIndex, step: StepTypeId): readonly Question[] =>
  (index.formsOfStep.get(step) ?? []).flatMap(({ form }) => index.questionsOfForm.get(form) ?? []);

/** The questions asked in a step: pressing one tells why it is asked. */
export function StepQuestions({ index, step, onQuestion }: StepQuestionsProps): React.JSX.Element | null {
  const questions = questionsOf(index, step);
  const { shown, left, showMore } = usePages(questions, step);
  if (questions.length === 0) return null;
  return (
    <details className="details step-questions">
      <summary>Why is each of its {questions.length.toLocaleString('en-GB')} questions asked?</summary>
      <ul className="plain-list">
        {shown.map(({ form, code, text }) => (
          <li key={`${form}/${code}`}>
            <TextButton onClick={() => onQuestion(form, code)}>{text === '' ? code : text}</TextButton>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="small-button" onClick={showMore}>
          Show more of the {left.toLocaleString('en-GB')} left
        </button>
      )}
    </details>
  );
}
