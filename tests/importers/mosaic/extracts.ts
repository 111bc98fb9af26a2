import { newEditor } from '#pipeline/edit-workspace.ts';
import { importMosaic, type MosaicImport } from '#pipeline/import-mosaic.ts';
import { type OpenedWorkspace, openWorkspace } from '#pipeline/open-workspace.ts';
import { shippedFiles } from '../../support/open-example.ts';

/** A small council's extracts, awkward on purpose: old versions, adults' work, odd headers, rules, small counts. Invented. */
export const EXTRACTS: Readonly<Record<string, string>> = {
  'steps.csv': `WORKFLOW_STEP_TYPE_ID,DESCRIPTION,CONTEXT,MAY_INITIATE,ALWAYS_TERMINATOR,SINGLE_SUBJECT_ONLY,IS_CONTINUOUS_ASSESSMENT,STEPS_COMPLETED
335,Contact,C,Y,N,N,,9120
340,Referral,C,N,N,N,,4640
1186,C+F Assessment,B,N,N,Y,Y,3
1191,Case closure,C,N,True,Y,,4100
700,Adult safeguarding,A,Y,N,N,,10
900,ZZ Core assessment (old),C,N,Y,N,,0
`,
  'Next actions.csv': `workflow next action type id;description;Source step type id;TARGET_STEP_TYPE_ID;IS_NO_FURTHER_ACTION;RULE_KIND;RULE_DETAIL;TIMES_USED;Extra
1;Accept as a referral;335;340;N;MAX_ONE_OF;1,2;4640;x
2;No further action;335;;Y;MAX_ONE_OF;1,2;4480;x
3;Assess;340;;N;;;3;x
4;Close;1186;1191;N;MANDATORY_IF;outcome=Close; 12;x
`,
  'links.csv':
    'SOURCE_STEP_TYPE_ID,TARGET_STEP_TYPE_ID,WORKFLOW_NEXT_ACTION_TYPE_ID,LINKS\n340,1186,3,2304\n340,1191,3,<6\n',
  'step_forms.csv':
    'WORKFLOW_STEP_TYPE_ID,TEMPLATE_ID,ACTIVITY_KIND,MANDATORY\n335,10,FORM,Y\n340,20,FORM,Y\n1186,30,FORM,True\n1186,31,FORM,Y\n1191,40,CARE_PACKAGE,N\n',
  'forms.csv':
    'TEMPLATE_ID,TEMPLATE_USER_CODE,TITLE,VERSION,CONTEXT\n10,CONTACT,Contact record,1,C\n20,REF,Referral record,1,C\n30,CFA_MAIN,Assessment,6,C\n31,CFA_MAIN,Assessment record,7,C\n40,CLOSE,Closure record,2,C\n50,ADULT,Adult form,1,A\n',
  'questions.csv': `\uFEFFTEMPLATE_ID,QUESTION_ID,QUESTION_USER_CODE,QUESTION_TEXT,ANSWER_DATATYPE,MANDATORY,EDITABLE,SECTION,SUBSECTION,PREPOPULATED_FROM,PREPOPULATED_FROM_REF
10,1,con_date,Date of contact,DATE,True,True,Contact,,,
20,2,REP_CIN_ReferralSource,Who referred the child?,Lookup,Y,True,Referral,Source,,
30,3,outcome,Outcome,Lookup,Y,True,Outcome,,,
31,4,outcome,Outcome of the assessment,Lookup,Y,True,Outcome,,,
31,5,cfa_end,"Date, authorised",date_time,Y,False,Outcome,,,
31,6,cfa_con_date,Date of contact,DATE,N,False,Outcome,,FORM,CONTACT.con_date
40,7,why,Reason,Dropdown,Y,True,Closure,,,
50,8,adult,An adult's question,DATE,N,True,,,,
`,
  'lookups.csv': `QUESTION_USER_CODE,QUESTION_ID,QUESTION_LOOKUP_ID,ANSWER,RETURN_CODE,TIMES_CHOSEN
REP_CIN_ReferralSource,2,100,School,2A,1200
REP_CIN_ReferralSource,2,101,Police,6,3
outcome,3,102,Old answer,,
outcome,4,103,Close,,400
outcome,4,104,Plan,,300
why,7,105,Adopted,RC1,14
why,7,106,Died,RC2,<6
`,
  'mappings.csv':
    'MAPPING_KIND,NAME,CATEGORY_VALUE,MAPPED_VALUE,MAPPED_KIND\nFILTER,Workflow Step End Date (Document),,5,QUESTION\n',
  'usage.csv':
    'QUESTION_USER_CODE,TEMPLATE_ID,WORKFLOW_STEP_TYPE_ID,PERIOD_FROM,PERIOD_TO,FORMS_COMPLETED,ANSWERED_COUNT,TOP_VALUE,TOP_VALUE_SHARE\noutcome,30,1186,01/04/2025,31/03/2026,100,90,Secret,0.5\noutcome,31,1186,2025-04-01,2026-03-31,200,4,Secret,0.25\n',
};

export const TODAY = '2026-11-22';

export const bytesOf = (texts: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(texts).map(([file, text]) => [file, new TextEncoder().encode(text)]));

const MANIFEST = bytesOf({
  'workflows/workspace.json':
    '{"format": "throughline/1", "authority": "Testborough", "title": "Test", "returns": ["cin-2026-27"], "asAt": "2026-11-01"}\n',
});

export const emptyWorkspace = (): OpenedWorkspace => openWorkspace(MANIFEST, shippedFiles());

/** What extracts do to a workspace; throws where they are refused. */
export async function brought(
  texts: Readonly<Record<string, string>>,
  opened: OpenedWorkspace = emptyWorkspace(),
  leaveOutRetired = false,
): Promise<MosaicImport> {
  const imported = await importMosaic({ opened, files: bytesOf(texts), today: TODAY, leaveOutRetired });
  if (imported === null || 'personal' in imported) throw new Error('The extracts were refused.');
  return imported;
}

/** A workspace with everything of the extracts taken over. */
export async function withExtracts(
  texts: Readonly<Record<string, string>>,
  opened: OpenedWorkspace = emptyWorkspace(),
  leaveOutRetired = false,
): Promise<OpenedWorkspace> {
  const { edits } = await brought(texts, opened, leaveOutRetired);
  return newEditor().change(opened, edits);
}
