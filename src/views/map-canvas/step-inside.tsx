import type { DiagramForm, DiagramQuestion, DiagramStep } from '#diagram/diagram.ts';
import { heightOfFormRow, heightOfQuestionRow } from '#diagram/draw-inside.ts';
import { INSIDE } from '#diagram/lettering.ts';
import { useHighlight } from './highlight.ts';
import { formRowKey, type InsideRow, keyOfQuestion, moreRowKey, moreWords, pressRow } from './inside-rows.ts';
import { useCanvas } from './map-actions.ts';

export const rowElementId = (step: string, row: string): string => `row-${step}-${row}`;

/** The map keeps the focus: it is one Tab stop, and its own keys go through the rows. */
const keepFocus = (event: React.MouseEvent): void => event.preventDefault();

interface RowProps {
  readonly step: DiagramStep;
  readonly row: InsideRow;
  readonly height: number;
  readonly variant: string;
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
  readonly title?: string;
  readonly children: React.ReactNode;
}

function Row({ step, row, height, variant, isPressed, isExpanded, title, children }: RowProps): React.JSX.Element {
  const { actions, activeRow } = useCanvas();
  const { active } = useHighlight();
  const isActive = active === step.stepType && activeRow === row.key;
  return (
    <button
      type="button"
      tabIndex={-1}
      id={rowElementId(step.stepType, row.key)}
      className={`inside-row inside-row--${variant}${isActive ? ' inside-row--active' : ''}`}
      style={{ height }}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      title={title}
      onMouseDown={keepFocus}
      onClick={(event) => {
        event.stopPropagation();
        pressRow(step, row, actions);
      }}
    >
      {children}
    </button>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }): React.JSX.Element => (
  <>
    {lines.map((line, index) => (
      <span key={`${index} ${line}`} className="inside-row__line">
        {line}{' '}
      </span>
    ))}
  </>
);

function QuestionRow({
  step,
  question,
}: {
  readonly step: DiagramStep;
  readonly question: DiagramQuestion;
}): React.JSX.Element {
  const { questionMarks, selectedQuestion } = useHighlight();
  const key = keyOfQuestion(question);
  const mark = questionMarks.get(key);
  return (
    <Row
      step={step}
      row={{ kind: 'question', key, question }}
      height={heightOfQuestionRow(question)}
      variant={selectedQuestion === key ? 'question inside-row--selected' : 'question'}
      isPressed={selectedQuestion === key}
    >
      <Lines lines={question.textLines} />
      <span className="inside-row__about">
        <span className="inside-row__code">{question.about}</span>
        {mark !== undefined && (
          <span className={`tone-mark tone-mark--${mark.tone}`}>
            <span aria-hidden="true">{mark.sign}</span> {mark.word}
          </span>
        )}
      </span>
    </Row>
  );
}

function FormRows({ step, form }: { readonly step: DiagramStep; readonly form: DiagramForm }): React.JSX.Element {
  return (
    <div className="step-inside__form">
      <Row
        step={step}
        row={{ kind: 'form', key: formRowKey(form), form }}
        height={heightOfFormRow(form)}
        variant="form"
        isExpanded={form.isOpen}
      >
        <span className="inside-row__sign" aria-hidden="true">
          {form.isOpen ? '▾' : '▸'}
        </span>
        <Lines lines={form.titleLines} />
        <span className="inside-row__about">{form.about}</span>
      </Row>
      {form.questions.map((question) => (
        <QuestionRow key={question.question} step={step} question={question} />
      ))}
      {form.more > 0 && (
        <Row step={step} row={{ kind: 'more', key: moreRowKey(form), form }} height={INSIDE.moreHeight} variant="more">
          {moreWords(form)}
        </Row>
      )}
    </div>
  );
}

/** What is inside an open step: its forms as buttons that open, and their questions as buttons that choose. */
export function StepInside({ step }: { readonly step: DiagramStep }): React.JSX.Element {
  return (
    <div className="step-inside">
      {step.inside.map((form) => (
        <FormRows key={form.form} step={step} form={form} />
      ))}
    </div>
  );
}
