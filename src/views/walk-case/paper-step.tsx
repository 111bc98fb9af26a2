import type { FieldView } from '#walk/field-view.ts';
import type { FormBlock, FormView } from '#walk/form-view.ts';
import { describeAnswer } from '#walk/history-words.ts';
import type { WorkItem } from '#walk/work-list.ts';

interface PaperStepProps {
  readonly item: WorkItem;
  readonly form: FormView;
  /** Labels of the next actions taken. */
  readonly taken: readonly string[];
}

interface Answered {
  readonly field: FieldView;
  /** The child or the row that it is about; empty where there is one alone. */
  readonly about: string;
}

const isAnswered = ({ field: { value } }: Answered): boolean => value.length > 0;

function fieldsOf(block: FormBlock): readonly Answered[] {
  if (block.kind === 'field') return [{ field: block.field, about: '' }];
  const copies = block.kind === 'table' ? block.rows : block.children;
  return copies.flatMap(({ title, fields }) => fields.map((field) => ({ field, about: title })));
}

function Answers({ title, fields }: { readonly title: string; readonly fields: readonly Answered[] }) {
  const answered = fields.filter(isAnswered);
  return (
    <>
      <h4 className="case-paper__form">{title}</h4>
      {answered.length === 0 && <p className="case-quiet">Nothing is answered.</p>}
      <dl className="case-paper__answers">
        {answered.map(({ field, about }) => (
          <div key={field.place} className="case-paper__answer">
            <dt>
              {field.text}
              {about !== '' && <span className="case-quiet"> ({about})</span>}
            </dt>
            <dd>
              {describeAnswer(field.value)}
              {field.mark !== '' && <span className="case-quiet"> {field.mark}.</span>}
              {field.known.says !== '' && <span className="case-quiet"> {field.known.says}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A step as it stands on paper: what was answered in it, and where it led. */
export function PaperStep({ item, form, taken }: PaperStepProps): React.JSX.Element {
  const { name, says, from } = item;
  return (
    <section className="case-paper__step">
      <h3 className="case-paper__name">{name}</h3>
      <p className="case-quiet">
        {says}
        {from === '' ? '' : `, ${from}`}
      </p>
      {form.activities.map(({ form: id, title, sections }) => (
        <Answers key={id} title={title} fields={sections.flatMap(({ blocks }) => blocks.flatMap(fieldsOf))} />
      ))}
      {form.screens.map(({ title, fields }) => (
        <Answers key={title} title={title} fields={fields.map((field) => ({ field, about: '' }))} />
      ))}
      {taken.length > 0 && <p>Next actions: {taken.join('; ')}</p>}
    </section>
  );
}
