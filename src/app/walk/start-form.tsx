import { useId, useState } from 'react';
import { today } from '#app/use-author.ts';
import { newCase, type PlayedCase } from '#cases/played-case.ts';
import { isIsoDate } from '#model/dates.ts';
import { type WalkRules, walkRulesOf } from '#pipeline/walk-case.ts';
import { LabelledSelect, LabelledText } from '#views/shared/labelled.tsx';
import { heldFields } from '#walk/held-fields.ts';
import { describeRefusals } from '#walk/refusal-words.ts';
import { type FirstStep, firstSteps } from '#walk/work-list.ts';
import { PersonFields } from './person-fields.tsx';
import { inputOf, inventedDraft, type PersonDraft } from './start-draft.ts';

interface StartFormProps {
  readonly index: WalkRules['index'];
  /** How many cases there are already: the next one's invented child is another. */
  readonly cases: number;
  readonly onStart: (played: PlayedCase) => void;
}

interface Start {
  readonly name: string;
  readonly step: string;
  readonly source: string;
}

/** The case as it was described, with its first step begun; or why that is not possible, in sentences. */
function begun(rules: WalkRules, { name, step, source }: Start, person: PersonDraft): PlayedCase | readonly string[] {
  const first = firstSteps(rules.index).find(({ stepType }) => stepType === step);
  if (name.trim() === '') return ['Write a name for the case.'];
  if (!isIsoDate(person.on)) return ['Choose the day on which the case begins.'];
  if (first === undefined) return ['Choose the step that the case begins with.'];
  const played = newCase(name.trim(), inputOf(heldFields(rules.index), person));
  const stepSource = first.sources === null ? '' : source.trim();
  const asked = rules.player.ask(played, {
    type: 'begin',
    stepType: first.stepType,
    on: person.on,
    ...(stepSource === '' ? {} : { stepSource }),
  });
  return asked.kind === 'done' ? asked.played : describeRefusals(rules.index, asked.reasons);
}

function StepSource(props: {
  readonly first: FirstStep | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): React.JSX.Element | null {
  const { first, value, onChange } = props;
  const id = useId();
  if (first === undefined || first.sources === null) return null;
  return (
    <>
      <LabelledText label={`Source of ${first.name}`} list={id} value={value} onChange={onChange} />
      <datalist id={id}>
        {first.sources.map((source) => (
          <option key={source} value={source}>
            {source}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Asks for all that a case begins with. */
export function StartForm({ index, cases, onStart }: StartFormProps): React.JSX.Element {
  const steps = firstSteps(index);
  const [start, setStart] = useState<Start>({ name: `Case ${cases + 1}`, step: steps[0]?.stepType ?? '', source: '' });
  const [person, setPerson] = useState(() => inventedDraft(index, today(), cases + 1));
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const first = steps.find(({ stepType }) => stepType === start.step);
  if (steps.length === 0)
    return <p>No step type of this workspace may start. On the map, mark one as a step that may start.</p>;
  return (
    <form
      className="walk-start"
      onSubmit={(event) => {
        event.preventDefault();
        const result = begun(walkRulesOf(index), start, person);
        if ('branches' in result) onStart(result);
        else setRefusals(result);
      }}
    >
      <div className="walk-start__fields">
        <LabelledText label="Name of the case" value={start.name} onChange={(name) => setStart({ ...start, name })} />
        <LabelledText label="Begins on" type="date" value={person.on} onChange={(on) => setPerson({ ...person, on })} />
        <LabelledSelect
          label="First step"
          value={start.step}
          options={steps.map(({ stepType, name }) => [stepType, name])}
          onChange={(step) => setStart({ ...start, step })}
        />
        <StepSource first={first} value={start.source} onChange={(source) => setStart({ ...start, source })} />
      </div>
      <h4 className="walk-start__title">Person record</h4>
      <PersonFields index={index} draft={person} onChange={setPerson} />
      <div role="alert">
        {refusals.map((refusal) => (
          <p key={refusal} className="walk-start__refused">
            {refusal}
          </p>
        ))}
      </div>
      <button type="submit" className="small-button small-button--first">
        Start the case
      </button>
    </form>
  );
}
