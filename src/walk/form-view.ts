import { isPresent, type ShownQuestion, shownIn, shownQuestions } from '#machine/shown.ts';
import type { ActivityDefinition, StepDefinition } from '#machine/step-definition.ts';
import type { FormId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { ActivityKind } from '#model/words.ts';
import type { Question } from '#model/workspace.ts';
import { type FieldView, type Looked, questionField } from './field-view.ts';
import { type ScreenView, screenViews } from './screen-fields.ts';

/** One row of a repeating table, or what is asked about one child. */
export interface CopyView {
  readonly copy: number;
  /** "Row 2", or the child. */
  readonly title: string;
  /** False for the empty row at the end of a table. */
  readonly isBegun: boolean;
  readonly fields: readonly FieldView[];
}

/** What stands in a section: a field, a repeating table, or questions asked for each child. */
export type FormBlock =
  | { readonly kind: 'field'; readonly field: FieldView }
  | {
      readonly kind: 'table';
      readonly name: string;
      /** The key of the row that would be next. */
      readonly nextRow: string;
      readonly rows: readonly CopyView[];
    }
  | { readonly kind: 'children'; readonly name: string; readonly children: readonly CopyView[] };

export interface SectionView {
  /** Unique in the step. */
  readonly key: string;
  readonly title: string;
  readonly blocks: readonly FormBlock[];
  /** How many mandatory questions of it are not answered. */
  readonly waiting: number;
}

/** A form, letter or schedule that the step carries. */
export interface ActivityView {
  readonly form: FormId;
  readonly title: string;
  readonly kind: ActivityKind;
  readonly mandatory: boolean;
  readonly sections: readonly SectionView[];
}

/** What a practitioner sees of a step. */
export interface FormView {
  readonly activities: readonly ActivityView[];
  /** Optional ones that nobody has added. */
  readonly toAdd: readonly Omit<ActivityView, 'sections'>[];
  readonly screens: readonly ScreenView[];
  /** How many questions show, how many have an answer, and how many mandatory ones have none. */
  readonly shown: number;
  readonly answered: number;
  readonly waiting: number;
}

/** The key by which an empty row at the end of a repeating table is asked for; another row has another. */
export const blankRow = (form: FormId, collection: string, copy: number): string => `${form}\t${collection}\t${copy}`;

interface Building {
  readonly looked: Looked;
  /** Empty rows that somebody has asked for, by `blankRow`. */
  readonly blanks: ReadonlySet<string>;
  readonly shownOf: ReadonlyMap<Question, readonly ShownQuestion[]>;
  readonly questions: readonly Question[];
}

const isWaiting = ({ required, answer }: ShownQuestion): boolean => required && answer === null;

/** What stands together: a table's questions, those asked per child, or a question alone. */
function blockOf({ collection, perChild }: Question, children: number): string {
  if (perChild && children > 1) return `children ${collection}`;
  return perChild || collection === '' ? '' : `table ${collection}`;
}

/** Values in order, cut wherever the word for them changes; values with an empty word stand alone. */
function runs<Value>(values: readonly Value[], word: (value: Value) => string): readonly (readonly Value[])[] {
  const cut: Value[][] = [];
  let before = '';
  for (const value of values) {
    const now = word(value);
    const last = cut.at(-1);
    if (last !== undefined && now !== '' && now === before) last.push(value);
    else cut.push([value]);
    before = now;
  }
  return cut;
}

function copies(
  building: Building,
  questions: readonly Question[],
  title: (copy: number) => string,
): readonly CopyView[] {
  const shown = questions.flatMap((question) => building.shownOf.get(question) ?? []);
  const numbers = [...new Set(shown.map(({ copy }) => copy))].toSorted((one, other) => one - other);
  return numbers.map((copy) => ({
    copy,
    title: title(copy),
    isBegun: true,
    fields: shown.filter((one) => one.copy === copy).map((one) => questionField(building.looked, one)),
  }));
}

/** The empty row after the last of a table, as far as its questions show. */
function emptyRow(building: Building, table: readonly Question[], copy: number): readonly CopyView[] {
  const [first] = table;
  if (first === undefined || !building.blanks.has(blankRow(first.form, first.collection, copy))) return [];
  const shown = shownIn(building.questions, building.looked.step.answers, copy);
  const fields = table
    .filter((question) => shown.has(question))
    .map((question) => questionField(building.looked, { question, copy, answer: null, required: question.mandatory }));
  return [{ copy, title: `Row ${copy + 1}, not begun`, isBegun: false, fields }];
}

function tableBlock(building: Building, table: readonly Question[], { form, collection }: Question): FormBlock {
  const begun = copies(building, table, (copy) => `Row ${copy + 1}`);
  const next = Math.max(1, ...begun.map(({ copy }) => copy + 1));
  return {
    kind: 'table',
    name: collection,
    nextRow: blankRow(form, collection, next),
    rows: [...begun, ...emptyRow(building, table, next)],
  };
}

function childrenBlock(building: Building, questions: readonly Question[], collection: string): FormBlock {
  const siblings = building.looked.state.input.siblings ?? [];
  const nameOf = (copy: number): string =>
    copy === 0 ? 'The child whose case it is' : siblings[copy - 1] || `Brother or sister ${copy}`;
  return { kind: 'children', name: collection || 'For each child', children: copies(building, questions, nameOf) };
}

function blocksOf(building: Building, questions: readonly Question[]): readonly FormBlock[] {
  const { step } = building.looked;
  return runs(questions, (question) => blockOf(question, step.children)).flatMap((run): readonly FormBlock[] => {
    const [first] = run;
    if (first === undefined) return [];
    if (first.perChild && step.children > 1) return [childrenBlock(building, run, first.collection)];
    if (first.collection !== '' && !first.perChild) return [tableBlock(building, run, first)];
    return (building.shownOf.get(first) ?? []).map((shown) => ({
      kind: 'field',
      field: questionField(building.looked, shown),
    }));
  });
}

function sectionsOf(building: Building): readonly SectionView[] {
  const cut = runs(building.questions, ({ section }) => section || ' ');
  return cut.flatMap((questions, number) => {
    const [first] = questions;
    const blocks = blocksOf(building, questions).filter(
      (block) => block.kind === 'field' || (block.kind === 'table' ? block.rows : block.children).length > 0,
    );
    if (first === undefined || blocks.length === 0) return [];
    const shown = questions.flatMap((question) => building.shownOf.get(question) ?? []);
    return [
      {
        key: `${first.form}-${number}`,
        title: first.section || 'Questions',
        blocks,
        waiting: shown.filter(isWaiting).length,
      },
    ];
  });
}

/** The form of a step as it stands on a day. `blanks` are empty rows asked for, by `blankRow`. */
export function formView(looked: Looked, definition: StepDefinition, blanks: ReadonlySet<string>): FormView {
  const { index, step } = looked;
  const shown = shownQuestions(definition, step);
  const shownOf = groupBy(shown, ({ question }) => question);
  const about = ({ activity }: ActivityDefinition): Omit<ActivityView, 'sections'> => ({
    form: activity.form,
    title: index.forms.get(activity.form)?.title || activity.form,
    kind: activity.kind,
    mandatory: activity.mandatory,
  });
  const present = definition.activities.filter((activity) => isPresent(activity, step));
  return {
    activities: present.map((activity) => ({
      ...about(activity),
      sections: sectionsOf({ looked, blanks, shownOf, questions: activity.questions }),
    })),
    toAdd: definition.activities.filter((activity) => !present.includes(activity)).map(about),
    screens: screenViews(looked, definition),
    shown: shown.length,
    answered: shown.filter(({ answer }) => answer !== null).length,
    waiting: shown.filter(isWaiting).length,
  };
}
