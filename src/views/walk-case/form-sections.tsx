import type { ActivityView, CopyView, FormBlock, SectionView } from '#walk/form-view.ts';
import type { ScreenView } from '#walk/screen-fields.ts';
import { Field, type FieldDoing } from './field.tsx';

/** What every field of a form is drawn with. */
export interface Drawing {
  readonly doing: FieldDoing;
  readonly isOpen: boolean;
  readonly today: string;
  /** Places that are pointed at. */
  readonly lit: ReadonlySet<string>;
  readonly onAddRow: (row: string) => void;
}

type Fields = CopyView['fields'];

function FieldList({ fields, drawing }: { readonly fields: Fields; readonly drawing: Drawing }): React.JSX.Element {
  const { doing, isOpen, today, lit } = drawing;
  return (
    <>
      {fields.map((field) => (
        <Field
          key={field.place}
          field={field}
          doing={doing}
          isOpen={isOpen}
          isLit={lit.has(field.place)}
          today={today}
        />
      ))}
    </>
  );
}

function Copies({
  copies,
  drawing,
}: {
  readonly copies: readonly CopyView[];
  readonly drawing: Drawing;
}): React.JSX.Element {
  return (
    <>
      {copies.map(({ copy, title, isBegun, fields }) => (
        <div key={copy} role="group" className="case-copy" aria-label={title} data-begun={isBegun}>
          <p className="case-copy__title">{title}</p>
          <FieldList fields={fields} drawing={drawing} />
        </div>
      ))}
    </>
  );
}

function Block({ block, drawing }: { readonly block: FormBlock; readonly drawing: Drawing }): React.JSX.Element {
  if (block.kind === 'field') return <FieldList fields={[block.field]} drawing={drawing} />;
  if (block.kind === 'children')
    return (
      <div role="group" className="case-copies" aria-label={`${block.name}, for each child`}>
        <Copies copies={block.children} drawing={drawing} />
      </div>
    );
  const isAsked = block.rows.some(({ isBegun }) => !isBegun);
  return (
    <div role="group" className="case-copies" aria-label={`${block.name}, a table`} data-next-row={block.nextRow}>
      <Copies copies={block.rows} drawing={drawing} />
      {drawing.isOpen && !isAsked && (
        <button type="button" className="small-button case-add" onClick={() => drawing.onAddRow(block.nextRow)}>
          Add another row <span className="visually-hidden">to {block.name}</span>
        </button>
      )}
    </div>
  );
}

/** The id of a section on the page. */
export const sectionId = (key: string): string => `section-${key.replaceAll(/\s/gu, '_')}`;

/** The id of a form's heading on the page. */
export const activityId = (form: string): string => `form-${form.replaceAll(/\s/gu, '_')}`;

const blockKey = (block: FormBlock): string =>
  block.kind === 'field' ? block.field.place : `${block.kind} ${block.name}`;

function Section({
  section,
  drawing,
}: {
  readonly section: SectionView;
  readonly drawing: Drawing;
}): React.JSX.Element {
  return (
    <section className="case-section" aria-labelledby={sectionId(section.key)}>
      <h5 className="case-section__title" id={sectionId(section.key)} tabIndex={-1}>
        {section.title}
      </h5>
      {section.blocks.map((block) => (
        <Block key={blockKey(block)} block={block} drawing={drawing} />
      ))}
    </section>
  );
}

const KIND_WORDS = { form: '', letter: ' (letter)', schedule: ' (schedule)' } as const;

/** The forms of a step, section by section. */
export function FormSections({
  activities,
  drawing,
}: {
  readonly activities: readonly ActivityView[];
  readonly drawing: Drawing;
}): React.JSX.Element {
  return (
    <>
      {activities.map(({ form, title, kind, sections }) => (
        <section key={form} className="case-activity" aria-labelledby={activityId(form)}>
          <h4 className="case-activity__title" id={activityId(form)} tabIndex={-1}>
            {title}
            {KIND_WORDS[kind]}
          </h4>
          {sections.length === 0 && <p className="case-quiet">No questions.</p>}
          {sections.map((section) => (
            <Section key={section.key} section={section} drawing={drawing} />
          ))}
        </section>
      ))}
    </>
  );
}

/** Person record, register and other screens on which something is recorded in this step. */
export function ScreenSections({
  screens,
  drawing,
}: {
  readonly screens: readonly ScreenView[];
  readonly drawing: Drawing;
}): React.JSX.Element | null {
  if (screens.length === 0) return null;
  return (
    <section className="case-activity" aria-labelledby={sectionId('outside')}>
      <h4 className="case-activity__title" id={sectionId('outside')} tabIndex={-1}>
        Screens outside the form
      </h4>
      {screens.map(({ title, fields }) => (
        <section key={title} className="case-section" aria-label={title}>
          <h5 className="case-section__title">{title}</h5>
          <FieldList fields={fields} drawing={drawing} />
        </section>
      ))}
    </section>
  );
}
