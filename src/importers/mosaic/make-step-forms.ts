import { flagFrom } from './cells-from.ts';
import type { FormVersions } from './form-versions.ts';
import type { MadeRow, MadeTable } from './made-table.ts';
import { cellOf, type Extracts } from './read-extract.ts';
import type { Told } from './told.ts';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['FORM', 'form'],
  ['LETTER', 'letter'],
  ['SCHEDULE', 'schedule'],
]);

/** The forms that stand on step types, each once, whatever version of it was used. */
export function makeStepForms(
  extracts: Extracts,
  versions: FormVersions,
  steps: ReadonlySet<string>,
  told: Told,
): MadeTable {
  const rows = new Map<string, MadeRow>();
  for (const row of extracts.rows('step-forms')) {
    const [step, template] = [cellOf(row, 'WORKFLOW_STEP_TYPE_ID'), cellOf(row, 'TEMPLATE_ID')];
    const kind = KINDS.get(cellOf(row, 'ACTIVITY_KIND').toUpperCase());
    const form = versions.formOf(template);
    if (versions.isAdult(template) || !steps.has(step)) continue;
    if (kind === undefined)
      told.warn({ ...row, column: 'ACTIVITY_KIND' }, 'Only forms, letters and schedules are brought in, not this.');
    else if (form === '')
      told.warn({ ...row, column: 'TEMPLATE_ID' }, 'The template is not in the extract of forms, so it was left out.');
    else if (!rows.has(`${step}\n${form}`) || versions.isNewest(template)) {
      const says = { step_type: step, form, mandatory: flagFrom(cellOf(row, 'MANDATORY')), kind };
      rows.set(`${step}\n${form}`, { says, fills: {}, proposes: {} });
    }
  }
  return {
    file: 'workflows/step-forms.csv',
    what: 'form of a step',
    isComplete: extracts.has('step-forms'),
    wording: [],
    id: null,
    rows: [...rows.values()],
  };
}
