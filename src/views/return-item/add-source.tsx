import { useState } from 'react';
import type { StepChoice } from '#diagram/event-places.ts';
import type { QuestionChoice } from '#diagram/source-choices.ts';
import { asWord, type StepTypeId, stepTypeId } from '#model/ids.ts';
import { SOURCE_KINDS, type SourceKind, STEP_DATES, USES } from '#model/words.ts';
import { LabelledSelect, LabelledText, type Option } from '#views/shared/labelled.tsx';
import { QuestionPicker } from './question-picker.tsx';
import { KIND_WORDS, lacksOf, type SourceDraft } from './source-draft.ts';

export interface AddSourceProps {
  /** The step that the place stands in. */
  readonly here: StepTypeId | null;
  readonly steps: readonly StepChoice[];
  readonly questions: readonly QuestionChoice[];
  /** What is chosen at first, where a question has been proposed. */
  readonly first: QuestionChoice | null;
  readonly onAdd: (draft: SourceDraft) => void;
  readonly onCancel: () => void;
}

const USE_WORDS: readonly Option[] = [
  ['feeds', 'Feeds: the return reads it'],
  ['records', 'Records: no return reads it'],
  ['supports', 'Supports: background'],
];

const stepOptions = (steps: readonly StepChoice[]): readonly Option[] => steps.map(({ id, name }) => [id, name]);

interface PartProps extends AddSourceProps {
  readonly draft: SourceDraft;
  readonly onDraft: (change: Partial<SourceDraft>) => void;
}

function StepSelect({ draft, onDraft, steps, none }: PartProps & { readonly none: string }): React.JSX.Element {
  return (
    <LabelledSelect
      label="Step"
      value={draft.stepType ?? ''}
      options={[...(none === '' ? [] : [['', none] as const]), ...stepOptions(steps)]}
      onChange={(step) => onDraft({ stepType: step === '' ? null : stepTypeId(step) })}
    />
  );
}

function QuestionPart(props: PartProps): React.JSX.Element {
  const { draft, onDraft, questions, here, steps } = props;
  const chosen = questions.find(({ form, question }) => form === draft.form && question === draft.question) ?? null;
  const name = steps.find(({ id }) => id === here)?.name ?? '';
  return (
    <>
      <QuestionPicker
        questions={questions}
        chosen={chosen}
        onPick={(one) => onDraft({ form: one?.form ?? null, question: one?.question ?? null, stepType: null })}
      />
      {chosen?.isHere === true && (
        <LabelledSelect
          label="Where it is read"
          value={draft.stepType ?? ''}
          options={[
            ['', 'On every step with the form'],
            [here ?? '', `Only on ${name}`],
          ]}
          onChange={(step) => onDraft({ stepType: step === '' ? null : stepTypeId(step) })}
        />
      )}
    </>
  );
}

function ActionPart({ draft, onDraft, steps, here }: PartProps): React.JSX.Element {
  const ofHere = steps.filter(({ id }) => id === here);
  const groups = [...ofHere, ...steps.filter(({ id }) => id !== here)].filter(({ actions }) => actions.length > 0);
  return (
    <LabelledSelect
      label="Next action"
      value={draft.ref}
      options={[['', 'Choose…']]}
      onChange={(ref) => {
        const step = steps.find(({ actions }) => actions.some(({ id }) => id === ref));
        onDraft({ ref, stepType: step?.id ?? null });
      }}
    >
      {groups.map(({ id, name, actions }) => (
        <optgroup key={id} label={name}>
          {actions.map((action) => (
            <option key={action.id} value={action.id}>
              {action.label}
            </option>
          ))}
        </optgroup>
      ))}
    </LabelledSelect>
  );
}

function DatePart(props: PartProps): React.JSX.Element {
  return (
    <>
      <StepSelect {...props} none="" />
      <LabelledSelect
        label="Which date"
        value={props.draft.ref}
        options={STEP_DATES.map((date) => [date, date] as const)}
        onChange={(ref) => props.onDraft({ ref })}
      />
    </>
  );
}

function ScreenPart(props: PartProps): React.JSX.Element {
  return (
    <>
      <LabelledText label="Which field" value={props.draft.ref} onChange={(ref) => props.onDraft({ ref })} />
      <StepSelect {...props} none="Held before the first step" />
    </>
  );
}

const BeginPart = (props: PartProps): React.JSX.Element => <StepSelect {...props} none="" />;

const OutsidePart = ({ draft, onDraft }: PartProps): React.JSX.Element => (
  <LabelledText label="Where it is kept" value={draft.ref} onChange={(ref) => onDraft({ ref })} />
);

const NoPart = (): null => null;

/** What each kind of place asks for. */
const PARTS: Readonly<Record<SourceKind, (props: PartProps) => React.JSX.Element | null>> = {
  question: QuestionPart,
  'step-date': DatePart,
  'next-action': ActionPart,
  'step-source': BeginPart,
  'person-field': ScreenPart,
  'register-field': ScreenPart,
  'legal-status': ScreenPart,
  'service-user-group': ScreenPart,
  outside: OutsidePart,
  generated: NoPart,
  calculated: NoPart,
  'step-path': NoPart,
};

/** What a place of a kind is at first: of the step that is looked at. */
function startOf(kind: SourceDraft['kind'], here: StepTypeId | null): Partial<SourceDraft> {
  const isOfStep = kind === 'step-date' || kind === 'step-source';
  const ref = kind === 'step-date' ? 'completed' : '';
  // What is kept outside Mosaic is not data, so nothing can read it.
  const use = kind === 'outside' ? 'records' : 'feeds';
  return { kind, stepType: isOfStep ? here : null, form: null, question: null, ref, use };
}

const EMPTY: SourceDraft = {
  kind: 'question',
  stepType: null,
  form: null,
  question: null,
  ref: '',
  use: 'feeds',
  order: '',
  why: '',
};

const firstDraft = (first: QuestionChoice | null): SourceDraft =>
  first === null ? EMPTY : { ...EMPTY, form: first.form, question: first.question, why: first.why };

/** Names a place where the fact is recorded; one press writes it down as confirmed. */
export function AddSource(props: AddSourceProps): React.JSX.Element {
  const { here, first, onAdd, onCancel } = props;
  const [draft, setDraft] = useState(() => firstDraft(first));
  const [lacks, setLacks] = useState<string | null>(null);
  const onDraft = (change: Partial<SourceDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const Part = PARTS[draft.kind];
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    const reason = lacksOf(draft);
    setLacks(reason);
    if (reason === null) onAdd({ ...draft, ref: draft.ref.trim(), order: draft.order.trim() });
  }
  return (
    <form className="add-source" aria-label="Add a source" onSubmit={submit}>
      <LabelledSelect
        label="Kind of place"
        value={draft.kind}
        options={KIND_WORDS}
        onChange={(kind) => onDraft(startOf(asWord(SOURCE_KINDS, kind) ?? 'question', here))}
      />
      <Part {...props} draft={draft} onDraft={onDraft} />
      <div className="add-source__pair">
        <LabelledSelect
          label="Use"
          value={draft.use}
          options={USE_WORDS}
          onChange={(use) => onDraft({ use: asWord(USES, use) ?? 'feeds' })}
        />
        <LabelledText label="Order" inputMode="numeric" value={draft.order} onChange={(order) => onDraft({ order })} />
      </div>
      <LabelledText label="Why" value={draft.why} onChange={(why) => onDraft({ why })} />
      {lacks !== null && (
        <p role="alert" className="form-error">
          {lacks}
        </p>
      )}
      <div className="form-buttons">
        <button type="submit" className="main-button">
          Add this source
        </button>
        <button type="button" className="small-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
