import { flagFrom, keyFrom } from './cells-from.ts';
import { type MadeRow, type MadeTable, standingRows, type Tables } from './made-table.ts';
import { cellOf, type ExtractRow, type Extracts } from './read-extract.ts';

const FORMS = 'workflows/forms.csv';

/** Which form each version of a template is of, and which version is the newest. */
export interface FormVersions {
  readonly formOf: (template: string) => string;
  readonly isNewest: (template: string) => boolean;
  readonly isAdult: (template: string) => boolean;
  readonly table: MadeTable;
  /** Versions that are history. */
  readonly old: number;
  readonly adult: number;
}

const numberIn = (text: string): number => Number(/\d+(?:\.\d+)?/u.exec(text)?.[0] ?? -1);

/** Newest first: what says so of itself, then the highest version, then the highest id. */
function byAge(one: ExtractRow, other: ExtractRow): number {
  const latest = (row: ExtractRow): number => (flagFrom(cellOf(row, 'IS_LATEST')) === 'Y' ? 1 : 0);
  return (
    latest(other) - latest(one) ||
    numberIn(cellOf(other, 'VERSION')) - numberIn(cellOf(one, 'VERSION')) ||
    numberIn(cellOf(other, 'TEMPLATE_ID')) - numberIn(cellOf(one, 'TEMPLATE_ID'))
  );
}

const isAdult = (row: ExtractRow): boolean => /^a(?:dults?)?$/iu.test(cellOf(row, 'CONTEXT'));

function versionsByForm(rows: readonly ExtractRow[]): ReadonlyMap<string, readonly ExtractRow[]> {
  const forms = new Map<string, ExtractRow[]>();
  for (const row of rows) {
    const template = cellOf(row, 'TEMPLATE_ID');
    const key = cellOf(row, 'TEMPLATE_USER_CODE') || keyFrom(cellOf(row, 'TITLE')) || template;
    if (key === '' || template === '') continue;
    const standing = forms.get(key);
    if (standing === undefined) forms.set(key, [row]);
    else standing.push(row);
  }
  return new Map([...forms].map(([key, versions]) => [key, versions.toSorted(byAge)]));
}

/** Without a list of forms, templates that the workspace knows are known again, and the others are forms by their number. */
function versionsWithout(extracts: Extracts, tables: Tables): FormVersions {
  const standing = standingRows(tables, FORMS);
  const known = new Map(standing.map(({ cell }) => [cell('template_id') || cell('form'), cell('form')]));
  const formOf = (template: string): string => known.get(template) ?? template;
  const templates = new Set(extracts.rows('questions').map((row) => cellOf(row, 'TEMPLATE_ID')));
  const table: MadeTable = {
    file: FORMS,
    what: 'form',
    isComplete: false,
    wording: ['title'],
    id: null,
    rows: [...templates]
      .filter((template) => template !== '' && !known.has(template))
      .map((template) => ({
        says: { form: template, template_id: template },
        fills: {},
        proposes: { title: `Template ${template}` },
      })),
  };
  return { formOf, isNewest: () => true, isAdult: () => false, table, old: 0, adult: 0 };
}

function rowOf(form: string, newest: ExtractRow): MadeRow {
  const says = {
    form,
    title: cellOf(newest, 'TITLE'),
    version: cellOf(newest, 'VERSION'),
    template_id: cellOf(newest, 'TEMPLATE_ID'),
  };
  return { says, fills: {}, proposes: {} };
}

/** Sorts the versions of forms: the newest of each is read, the others are set aside. */
export function sortForms(extracts: Extracts, tables: Tables): FormVersions {
  if (!extracts.has('forms')) return versionsWithout(extracts, tables);
  const rows = extracts.rows('forms');
  const adult = new Set(rows.filter(isAdult).map((row) => cellOf(row, 'TEMPLATE_ID')));
  const forms = versionsByForm(rows.filter((row) => !isAdult(row)));
  const templates = [...forms].flatMap(([form, versions]) =>
    versions.map((row, at) => ({ form, template: cellOf(row, 'TEMPLATE_ID'), isNewest: at === 0 })),
  );
  const formOf = new Map(templates.map(({ form, template }) => [template, form]));
  const newest = new Set(templates.flatMap(({ template, isNewest }) => (isNewest ? [template] : [])));
  const table: MadeTable = {
    file: FORMS,
    what: 'form',
    isComplete: true,
    wording: ['title'],
    id: null,
    rows: [...forms].flatMap(([form, [row]]) => (row === undefined ? [] : [rowOf(form, row)])),
  };
  return {
    formOf: (template) => formOf.get(template) ?? '',
    isNewest: (template) => newest.has(template),
    isAdult: (template) => adult.has(template),
    table,
    old: templates.length - newest.size,
    adult: adult.size,
  };
}
