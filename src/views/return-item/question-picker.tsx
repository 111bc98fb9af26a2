import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { QuestionChoice } from '#diagram/source-choices.ts';

/** More than this nobody reads; typing narrows them down. */
const MOST = 80;

function matching(questions: readonly QuestionChoice[], typed: string): readonly QuestionChoice[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const holds = ({ text, id, formTitle }: QuestionChoice): boolean => {
    const said = `${text} ${id} ${formTitle}`.toLowerCase();
    return words.every((word) => said.includes(word));
  };
  return (words.length === 0 ? questions : questions.filter(holds)).slice(0, MOST);
}

const hintOf = ({ formTitle, isHere, isSure, why }: QuestionChoice): string =>
  [
    why === '' ? '' : `Suggested: ${why}`,
    formTitle,
    isHere ? 'on this step' : '',
    isSure ? 'asked every time' : 'not asked every time',
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** Picks a question by its text, user code or form. */
export function QuestionPicker({
  questions,
  chosen,
  onPick,
}: {
  readonly questions: readonly QuestionChoice[];
  readonly chosen: QuestionChoice | null;
  readonly onPick: (question: QuestionChoice | null) => void;
}): React.JSX.Element {
  const [typed, setTyped] = useState(chosen?.text ?? '');
  // What stands there once something is chosen is no search.
  const wanted = chosen !== null && typed === chosen.text ? '' : typed;
  const items = useMemo(() => matching(questions, wanted), [questions, wanted]);
  function pick(key: unknown): void {
    if (key === null) return;
    const question = questions.find(({ id }) => id === key) ?? null;
    setTyped(question?.text ?? '');
    onPick(question);
  }
  return (
    <ComboBox
      className="question-picker"
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={chosen?.id ?? null}
      onSelectionChange={pick}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label>Question</Label>
      <div className="question-picker__box">
        <Input className="field" placeholder="Words, form or user code" />
        <Button className="small-button" aria-label="Show the questions">
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className="question-picker__popover">
        <ListBox<QuestionChoice> renderEmptyState={() => <p className="quiet">No such question.</p>}>
          {(question) => (
            <ListBoxItem id={question.id} textValue={question.text} className="question-picker__choice">
              {question.text} <code className="quiet">{question.question}</code>
              <span className="question-picker__hint">{hintOf(question)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
