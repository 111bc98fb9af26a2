import { flagFrom, typeFrom } from './cells-from.ts';
import type { FormVersions } from './form-versions.ts';
import type { MadeRow, MadeTable } from './made-table.ts';
import { cellOf, type ExtractRow, type Extracts } from './read-extract.ts';
import type { Told } from './told.ts';

/** A question of the newest version of its form. */
export interface NewQuestion {
  readonly form: string;
  readonly code: string;
  /** Mosaic's own number of it in this version; empty where the extract does not say. */
  readonly id: string;
  readonly row: ExtractRow;
}

/** The questions that are asked now. */
export interface QuestionList {
  readonly questions: readonly NewQuestion[];
  /** Rows of old versions and of adults' forms. */
  readonly old: number;
}

/** Reads the rows of questions once: those of old versions are counted and set aside. */
export function listQuestions(extracts: Extracts, versions: FormVersions, told: Told): QuestionList {
  const seen = new Set<string>();
  const questions: NewQuestion[] = [];
  let old = 0;
  for (const row of extracts.rows('questions')) {
    const template = cellOf(row, 'TEMPLATE_ID');
    const code = cellOf(row, 'QUESTION_USER_CODE');
    const form = versions.formOf(template);
    if (!versions.isNewest(template) || versions.isAdult(template)) {
      old += 1;
      if (form === '' && !versions.isAdult(template))
        told.warn(
          { ...row, column: 'TEMPLATE_ID' },
          'The template is not in the extract of forms, so it was left out.',
        );
      continue;
    }
    const key = `${form}\n${code}`;
    if (code === '' || form === '')
      told.error({ ...row, column: 'QUESTION_USER_CODE' }, 'The row has no user code or no template: it was left out.');
    else if (seen.has(key))
      told.warn({ ...row, column: 'QUESTION_USER_CODE' }, 'The form has the code twice; the first was read.');
    else questions.push({ form, code, id: cellOf(row, 'QUESTION_ID'), row });
    seen.add(key);
  }
  return { questions, old };
}

/** What a question is filled from, and whether it may be changed then. */
function pulledOf(row: ExtractRow, known: (form: string, code: string) => boolean, told: Told): MadeRow['says'] {
  const kind = cellOf(row, 'PREPOPULATED_FROM').toUpperCase();
  const isLocked = flagFrom(cellOf(row, 'EDITABLE')) === 'N';
  const entry = isLocked ? 'pulled-locked' : 'pulled-editable';
  if (kind === '') return isLocked ? { entry } : {};
  const from = cellOf(row, 'PREPOPULATED_FROM_REF');
  if (kind === 'PERSON') return { entry, pulled_from: from === '' ? '' : `person:${from}` };
  const dot = from.indexOf('.');
  const isKnown = dot > 0 && known(from.slice(0, dot), from.slice(dot + 1));
  if (!isKnown && from !== '')
    told.warn(
      { ...row, column: 'PREPOPULATED_FROM_REF' },
      'It names no question as FORM.QUESTION, so it was left out.',
    );
  return { entry, pulled_from: isKnown ? from : '' };
}

function sectionOf(row: ExtractRow): string {
  return [cellOf(row, 'SECTION'), cellOf(row, 'SUBSECTION')].filter((part) => part !== '').join(': ');
}

function typeOf(row: ExtractRow, told: Told): string {
  const type = typeFrom(cellOf(row, 'ANSWER_DATATYPE'));
  if (type === undefined)
    told.warn(
      { ...row, column: 'ANSWER_DATATYPE' },
      'The type of answer is not known, and short text was taken for it.',
    );
  return type ?? '';
}

/** The questions as rows; `lookupOf` is the list of answers of each, empty for none. */
export function makeQuestions(
  extracts: Extracts,
  { questions }: QuestionList,
  lookupOf: (question: NewQuestion) => string,
  told: Told,
): MadeTable {
  const codes = new Set(questions.map(({ form, code }) => `${form}\n${code}`));
  const known = (form: string, code: string): boolean => codes.has(`${form}\n${code}`);
  const places = new Map<string, number>();
  const rows = questions.map((question): MadeRow => {
    const { form, code, row } = question;
    const place = (places.get(form) ?? 0) + 1;
    places.set(form, place);
    const type = typeOf(row, told);
    const says = {
      form,
      question: code,
      order: cellOf(row, 'DISPLAY_ORDER'),
      section: sectionOf(row),
      text: cellOf(row, 'QUESTION_TEXT'),
      type,
      mandatory: flagFrom(cellOf(row, 'MANDATORY')),
      per_child: flagFrom(cellOf(row, 'PER_CHILD')),
      collection: cellOf(row, 'QUESTION_COLLECTION'),
      ...pulledOf(row, known, told),
    };
    return { says, fills: { lookup: lookupOf(question) }, proposes: { type: 'short-text', order: String(place) } };
  });
  const isComplete = extracts.has('questions');
  return { file: 'workflows/questions.csv', what: 'question', isComplete, wording: ['text', 'type'], id: null, rows };
}
