import { countFrom, dateFrom } from './cells-from.ts';
import type { FormVersions } from './form-versions.ts';
import type { MadeRow, MadeTable } from './made-table.ts';
import { cellOf, type ExtractRow, type Extracts } from './read-extract.ts';
import type { Told } from './told.ts';

/** The questions that use may be said of. */
export interface UsedNames {
  readonly has: (form: string, code: string) => boolean;
  readonly formsWith: (code: string) => readonly string[];
  readonly steps: ReadonlySet<string>;
}

/** Counts of several versions added up; a suppressed one adds nothing that is known. */
function sum(rows: readonly ExtractRow[], column: string): string {
  const counts = rows.map((row) => countFrom(cellOf(row, column))).filter((count) => count !== '');
  const numbers = counts.filter((count) => count !== '<6').map(Number);
  if (counts.length === 0) return '';
  const total = numbers.reduce((one, other) => one + other, 0);
  return total === 0 && counts.includes('<6') ? '<6' : String(total);
}

const answered = (row: ExtractRow): number => Number(countFrom(cellOf(row, 'ANSWERED_COUNT')).replace('<6', '3'));

function shareFrom(cell: string): string {
  const share = Number(cell);
  return cell !== '' && share >= 0 && share <= 1 ? String(Math.round(share * 10_000) / 10_000) : '';
}

function decimalFrom(cell: string): string {
  const value = Number(cell);
  return cell !== '' && Number.isFinite(value) && value >= 0 ? String(Math.round(value * 10) / 10) : '';
}

/** Shares and lengths are those of the version with the most answers; counts are added up. */
function rowOf(key: readonly string[], rows: readonly ExtractRow[]): MadeRow {
  const [form = '', question = '', step = ''] = key;
  const [most] = rows.toSorted((one, other) => answered(other) - answered(one));
  const of = (column: string): string => (most === undefined ? '' : cellOf(most, column));
  const days = (column: string): readonly string[] =>
    rows
      .map((row) => dateFrom(cellOf(row, column)))
      .filter((day) => day !== '')
      .toSorted();
  return {
    says: {
      form,
      question,
      step_type: step,
      from: days('PERIOD_FROM')[0] ?? '',
      to: days('PERIOD_TO').at(-1) ?? '',
      shown: sum(rows, 'FORMS_COMPLETED'),
      answered: sum(rows, 'ANSWERED_COUNT'),
      distinct: countFrom(of('DISTINCT_VALUES')),
      top_share: shareFrom(of('TOP_VALUE_SHARE')),
      avg_chars: decimalFrom(of('AVG_CHARS')),
      compared: sum(rows, 'PREPOP_COMPARED'),
      unchanged: sum(rows, 'UNCHANGED_COUNT'),
    },
    fills: {},
    proposes: {},
  };
}

/** How questions were used, the versions of a form together. */
export function makeUsage(extracts: Extracts, versions: FormVersions, names: UsedNames, told: Told): MadeTable {
  const groups = new Map<string, ExtractRow[]>();
  for (const row of extracts.rows('question-usage')) {
    const [code, template, step] = [
      cellOf(row, 'QUESTION_USER_CODE'),
      cellOf(row, 'TEMPLATE_ID'),
      cellOf(row, 'WORKFLOW_STEP_TYPE_ID'),
    ];
    if (versions.isAdult(template) || (step !== '' && !names.steps.has(step))) continue;
    const forms = template === '' ? names.formsWith(code) : [versions.formOf(template)];
    const [form = ''] = forms;
    if (forms.length > 1)
      told.warn({ ...row, column: 'TEMPLATE_ID' }, 'Several forms ask this question, so its use was left out.');
    else if (!names.has(form, code))
      told.warn({ ...row, column: 'QUESTION_USER_CODE' }, 'No form asks this question now, so its use was left out.');
    else {
      const key = [form, code, step].join('\n');
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [row]);
      else own.push(row);
    }
  }
  return {
    file: 'workflows/question-usage.csv',
    what: 'count of use',
    isComplete: false,
    wording: [],
    id: null,
    rows: [...groups].map(([key, rows]) => rowOf(key.split('\n'), rows)),
  };
}
