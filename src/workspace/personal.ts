import { quoted, type Reading, tellError, wholeFile } from './problems.ts';
import type { Table } from './table.ts';

const PERSONAL: ReadonlySet<string> = new Set(
  [
    'personid person_name persons child childid child_name childs_name clientid client_name mosaicid mosaic_personid mosaic_workerid caseid case_number',
    'name fullname full_name forename forenames firstname givenname surname lastname familyname knownas initials title_and_name',
    'dob dateofbirth birthdate birth_date age gender sex ethnicity nhs nhsno nhsnumber nhsid upn uln ni nino nationalinsurance ninumber laachildid la_child_id',
    'address addressline postcode email emailaddress phone telephone mobile worker workername worker_id social_worker practitioner username staffname',
    'stepid workflowstepid subjectid familyid householdid groupid answer answertext answer_text responsetext value freetext',
  ]
    .join(' ')
    .split(' ')
    .map((name) => name.replaceAll('_', '')),
);

/** Parts of names that nothing but personal data has. */
const PERSONAL_PART =
  /birth|surname|forename|firstname|lastname|nhsn|postcode|personid|childid|serviceuser|email|phone/;

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');

/** The columns of a table that look as if they held something about one person. */
export const personalColumns = (table: Pick<Table, 'columnAt'>): readonly string[] =>
  [...table.columnAt.keys()].filter((name) => PERSONAL.has(plain(name)) || PERSONAL_PART.test(plain(name)));

/** Says that a file of counts holds personal data, and that nothing of it was taken in. */
export function tellPersonal(reading: Reading, file: string, columns: readonly string[]): void {
  const which = columns.length === 1 ? 'The column' : 'The columns';
  const message =
    `${which} ${columns.map(quoted).join(', ')} may hold personal data, so the whole file was refused: nothing of it was read and no copy is kept. ` +
    'This file is for counts only. Take the columns out and add the rows up.';
  tellError(reading, { ...wholeFile(file), column: columns[0] ?? '' }, message);
}
