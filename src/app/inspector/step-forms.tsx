import { useState } from 'react';
import { count } from '#diagram/describe-step.ts';
import { addForm, setForm, takeFormOff } from '#edits/edit-forms.ts';
import { addActivity, setActivity } from '#edits/edit-steps.ts';
import { formId } from '#model/ids.ts';
import { ACTIVITY_KINDS } from '#model/words.ts';
import type { StepForm, StepType } from '#model/workspace.ts';
import { FIRST_VIEW } from '#store/view.ts';
import { ChoiceField } from '#views/inspector/choice-field.tsx';
import { TextField } from '#views/inspector/text-field.tsx';
import { TickField } from '#views/inspector/tick-field.tsx';
import { TextButton } from '#views/shared/text-button.tsx';
import type { Inspecting } from './inspected.ts';
import { Planned } from './planned.tsx';
import { tryEdit } from './try-edit.ts';

interface StepFormsProps extends Inspecting {
  readonly step: StepType;
}

const KIND_WORDS = { form: 'Form', letter: 'Letter', schedule: 'Schedule' } as const;

function Activity({
  store,
  shown,
  isReadOnly,
  activity,
}: Inspecting & { readonly activity: StepForm }): React.JSX.Element {
  const [isLeaving, setLeaving] = useState(false);
  const { index, view } = shown;
  const form = index.forms.get(activity.form);
  const title = form?.title || activity.form;
  const questions = index.questionsOfForm.get(activity.form) ?? [];
  function openQuestions(): void {
    const where = `form.one-of.${encodeURIComponent(activity.form).replaceAll('.', '%2E')}`;
    store.goTo({ ...FIRST_VIEW, dataReturn: view.dataReturn, screen: 'fields', own: { where } });
  }
  return (
    <li className="inspector-card">
      <div className="inspector-card__head">
        <b>{title}</b> <TextButton onClick={openQuestions}>{count(questions.length, 'question')}</TextButton>
      </div>
      {form !== undefined && (
        <TextField
          label="Title"
          value={form.title}
          isReadOnly={isReadOnly}
          onCommit={(text) => tryEdit(store, () => setForm(form, { title: text }))}
        />
      )}
      <div className="inspector-row">
        <ChoiceField
          label="Kind"
          of={title}
          width="narrow"
          value={activity.kind}
          options={ACTIVITY_KINDS.map((kind) => [kind, KIND_WORDS[kind]])}
          isReadOnly={isReadOnly}
          onChange={(kind) => tryEdit(store, () => setActivity(activity, { kind }))}
        />
        <TickField
          label="Mandatory"
          isTicked={activity.mandatory}
          isReadOnly={isReadOnly}
          onChange={(is) => tryEdit(store, () => setActivity(activity, { mandatory: is ? 'Y' : 'N' }))}
        />
        {!isReadOnly && !isLeaving && <TextButton onClick={() => setLeaving(true)}>Take off…</TextButton>}
      </div>
      {isLeaving && (
        <Planned
          store={store}
          shown={shown}
          title={`Take “${title}” off this step`}
          button="Take it off"
          edit={takeFormOff(index.workspace, activity)}
          onDone={() => setLeaving(false)}
        />
      )}
    </li>
  );
}

function AddForms({ store, shown, step }: StepFormsProps): React.JSX.Element {
  const [isNew, setNew] = useState(false);
  const { index } = shown;
  const here = new Set((index.formsOfStep.get(step.id) ?? []).map((activity) => activity.form));
  const others = index.workspace.forms.filter((form) => !here.has(form.id));
  return (
    <>
      <ChoiceField
        label="Add a form"
        value=""
        isReadOnly={false}
        options={[['', 'Choose a form…'], ...others.map((form) => [form.id, form.title || form.id] as const)]}
        onChange={(id) => {
          if (id !== '') tryEdit(store, () => addActivity(step, formId(id)));
        }}
      />
      {isNew ? (
        <TextField
          label="Title of the new form"
          value=""
          hint="Enter adds it, without questions yet."
          isReadOnly={false}
          onCommit={(title) => {
            if (title !== '') tryEdit(store, ({ value }) => addForm(value, title, step));
            setNew(false);
            return null;
          }}
        />
      ) : (
        <button type="button" className="small-button" onClick={() => setNew(true)}>
          New form…
        </button>
      )}
    </>
  );
}

/** The forms, letters and schedules that a step carries. */
export function StepForms(props: StepFormsProps): React.JSX.Element {
  const { shown, step, isReadOnly } = props;
  const forms = shown.index.formsOfStep.get(step.id) ?? [];
  return (
    <section aria-label="Forms">
      <h3 className="panel__heading">{count(forms.length, 'form')}</h3>
      <ul className="plain-list">
        {forms.map((activity) => (
          <Activity key={activity.form} {...props} activity={activity} />
        ))}
      </ul>
      {!isReadOnly && <AddForms {...props} />}
    </section>
  );
}
