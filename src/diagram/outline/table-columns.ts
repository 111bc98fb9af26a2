import { type FieldColumn, type FieldMark, flagText } from '#diagram/fields/field-column.ts';
import { TONE_SIGNS, type Tone } from '#diagram/overlays/overlay.ts';
import { ACTIVITY_KINDS, CLOCK_BASES, CLOCK_UNITS, PER, ROLES, SCOPES } from '#model/words.ts';
import type { ActionLine, ActivityLine, StepLine } from './table-lines.ts';

type Described<Row> = Partial<FieldColumn<Row>> & Pick<FieldColumn<Row>, 'description'>;
type Written = { readonly texts: StepLine['texts'] };

/** A column that a person writes, under its own name in the file. */
const written = <Row extends Written>(
  cell: string,
  title: string,
  width: number,
  more: Described<Row>,
): FieldColumn<Row> => ({ id: cell, title, width, kind: 'text', cell, text: ({ texts }) => texts(cell), ...more });

const flag = <Row extends Written>(cell: string, title: string, description: string): FieldColumn<Row> =>
  written(cell, title, 96, { kind: 'flag', description, text: ({ texts }) => flagText(texts(cell)) });

const number = <Row extends Written>(cell: string, title: string, description: string): FieldColumn<Row> =>
  written(cell, title, 100, { kind: 'number', isNumeric: true, description });

const notes = <Row extends Written>(): FieldColumn<Row> =>
  written('notes', 'Notes', 260, { kind: 'words', description: 'Anything else that is worth knowing.' });

const shown = <Row>(
  id: string,
  title: string,
  width: number,
  more: Described<Row> & Pick<FieldColumn<Row>, 'text'>,
): FieldColumn<Row> => ({
  id,
  title,
  width,
  kind: 'readonly',
  cell: null,
  ...more,
});

const MARK_OF: Readonly<Record<Tone, FieldMark['tone']>> = {
  always: 'good',
  sometimes: 'some',
  never: 'bad',
  records: 'info',
  high: 'some',
  medium: 'info',
  low: 'quiet',
  none: 'quiet',
};

/** What the overlay says of each step, under its own title. */
export const overlayColumn = (title: string): FieldColumn<StepLine> =>
  shown('overlay', title, 220, {
    description: `What the overlay says of each step: ${title}.`,
    isNumeric: true,
    text: ({ mark }) => (mark === null ? '' : `${mark.badge === '' ? '' : `${mark.badge} · `}${mark.words}`),
    mark: ({ mark }) =>
      mark === null ? null : { tone: MARK_OF[mark.tone], sign: TONE_SIGNS[mark.tone], word: mark.words },
  });

/** The numbers of each step on the route that is lit. */
export const ROUTE_COLUMN: FieldColumn<StepLine> = shown('route', 'Route', 70, {
  description: 'Its numbers on the route that is shown.',
  isNumeric: true,
  text: ({ route }) => route.join(', '),
});

/** What step-types.csv holds, in the order in which people ask for it. */
export const STEP_COLUMNS: readonly FieldColumn<StepLine>[] = [
  written('name', 'Name', 210, { description: 'What people call the step.' }),
  shown('step_type', 'Key', 120, { description: 'Stable key of the step type.', text: ({ step }) => step.id }),
  written('workflow', 'Lane', 130, { description: 'The lane it is drawn in.' }),
  written('roles', 'Roles', 130, { list: true, words: ROLES, description: 'What the step is for the returns.' }),
  flag('may_start', 'May start', 'Work may start here.'),
  flag('may_end', 'May end', 'It may be finished with no next action.'),
  written('opens', 'Opens', 130, { list: true, words: SCOPES, description: 'Of what a new instance begins with it.' }),
  written('per', 'Per', 80, { words: PER, description: 'Recorded for each child, or for the family together.' }),
  written('team', 'Team', 150, { description: 'Who does the work.' }),
  number('clock_length', 'Clock', 'How long it may take. The other three columns say how it is counted.'),
  written('clock_unit', 'Clock unit', 120, { words: CLOCK_UNITS, description: 'What the clock is counted in.' }),
  written('clock_from', 'Clock from', 130, {
    words: ROLES,
    description: 'The role whose start the clock counts from.',
  }),
  written('clock_basis', 'Clock basis', 110, { words: CLOCK_BASES, description: 'Statutory, or the council’s own.' }),
  number('completed_per_year', 'A year', 'How many are finished in a year.'),
  notes(),
];

/** What next-actions.csv holds. */
export const ACTION_COLUMNS: readonly FieldColumn<ActionLine>[] = [
  written('label', 'Next action', 230, { description: 'What people choose.' }),
  shown('next_action', 'Key', 130, { description: 'Stable key of the next action.', text: ({ action }) => action.id }),
  written('from', 'From', 170, { description: 'The step that it is chosen in.' }),
  written('to', 'To', 170, { description: 'Where it leads: a step, the end, or not known.' }),
  written('rules', 'Rules', 230, {
    description: 'always; immediate; one-of:GROUP; requires:KEY; mandatory-if:FORM/QUESTION=ANSWER. Several with ;',
  }),
  number('delay_days', 'Delay', 'Days until the next step starts.'),
  flag('is_nfa', 'No further action', 'It means no further action.'),
  number('times_used', 'Used', 'How often it was chosen.'),
  notes(),
];

/** What step-forms.csv holds, and what its forms are called. */
export const ACTIVITY_COLUMNS: readonly FieldColumn<ActivityLine>[] = [
  shown('step_type', 'Step', 190, {
    description: 'The step that carries it.',
    text: ({ step }) => step.name || step.id,
  }),
  shown('title', 'Form', 230, {
    description: 'What the form is called.',
    text: ({ form, activity }) => form?.title || activity.form,
  }),
  shown('form', 'Key', 130, { description: 'Stable key of the form.', text: ({ activity }) => activity.form }),
  flag('mandatory', 'Mandatory', 'The step cannot be finished without it.'),
  written('kind', 'Kind', 100, { words: ACTIVITY_KINDS, description: 'Form, letter or schedule.' }),
  shown('questions', 'Questions', 100, {
    kind: 'link',
    isNumeric: true,
    description: 'How many questions it asks. Opens them in Fields.',
    text: ({ questions }) => String(questions),
  }),
  shown('steps', 'On steps', 90, {
    isNumeric: true,
    description: 'On how many steps the form stands.',
    text: ({ steps }) => String(steps),
  }),
];
