import { expect, test } from 'vitest';
import { findPersonalColumns } from '#importers/personal-columns.ts';
import * as mappings from '#workspace/shapes-mappings.ts';
import * as workflows from '#workspace/shapes-workflows.ts';
import { openExample } from '../support/open-example.ts';
import { sheetsOf, workbookOf } from '../support/workbook-edits.ts';

test.each([
  'PERSON_ID',
  'Person ID',
  'Child’s name',
  'Child name',
  'Client No',
  'First name',
  'Surname',
  'D.O.B.',
  'dob',
  'Date of birth',
  'NHS Number',
  'UPN',
  'LAchildID',
  'Postcode',
  'Email address',
  'Social worker name',
  'ANSWER_TEXT',
  'Mosaic ID',
  'WORKFLOW_STEP_ID',
])('%s heads a column about people', (header) => {
  expect(findPersonalColumns(['Form', header, ''])).toEqual([header]);
});

test.each([
  'Name',
  'Answer',
  'Form name',
  'Step type',
  'WORKFLOW_STEP_TYPE_ID',
  'QUESTION_ID',
  'TEMPLATE_ID',
  'IS_CHILD_CONTACT',
  'Per child',
  'Practitioner view',
  'Value',
  'Common name',
  'CHILDREN_WITH_BOTH',
])('%s does not', (header) => {
  expect(findPersonalColumns([header])).toEqual([]);
});

test('no column of the workspace’s own files, and no header of its workbook, looks personal', async () => {
  const shapes = [...Object.values(workflows), ...Object.values(mappings)];
  const sheets = await sheetsOf(await workbookOf(openExample()));
  const headers = [
    ...shapes.flatMap(({ columns }) => columns.map(({ name }) => name)),
    ...sheets.flatMap(({ rows }) => (rows[0] ?? []).map(String)),
  ];
  expect(headers.length).toBeGreaterThan(200);
  expect(findPersonalColumns(headers)).toEqual([]);
});
