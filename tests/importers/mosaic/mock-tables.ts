const range = (length: number): readonly number[] => Array.from({ length }, (_, at) => at + 1);
const values = (rows: readonly string[]): string => rows.map((row) => `(${row})`).join(', ');

/** Contacts 1 to 9, of which the ninth was cancelled; referrals 101 to 107, which followed the first seven. */
const STEPS = [
  ...range(9).map(
    (id) => `${id}, 335, '${id === 9 ? 'CANCELLED' : 'COMPLETED'}', '2025-05-01', '2025-05-01', '2025-05-02'`,
  ),
  ...range(7).map((id) => `${100 + id}, 340, 'COMPLETED', '2025-05-02', '2025-05-02', '2025-05-03'`),
  // Before the period.
  "500, 335, 'COMPLETED', '2024-05-01', '2024-05-01', '2024-05-02'",
];

/** A mock of the tables of Mosaic that the queries read. Invented; columns that nobody has seen are as the queries assume. */
export const MOCK = `
CREATE TABLE MO_WORKFLOW_STEP_TYPES (WORKFLOW_STEP_TYPE_ID int, DESCRIPTION varchar(200));
INSERT INTO MO_WORKFLOW_STEP_TYPES VALUES (335, 'Contact'), (340, 'Referral'), (900, 'ZZ Old');
CREATE TABLE DM_WORKFLOW_STEP_TYPES (WORKFLOW_STEP_TYPE_ID int, IS_CONTINUOUS_ASSESSMENT char(1), IS_CASE_CLOSURE char(1));
INSERT INTO DM_WORKFLOW_STEP_TYPES VALUES (335, 'N', 'N'), (340, 'N', 'N');
CREATE TABLE MO_WORKFLOW_STEPS (WORKFLOW_STEP_ID int, WORKFLOW_STEP_TYPE_ID int, STEP_STATUS varchar(20), INCOMING_ON timestamp, STARTED_ON timestamp, COMPLETED_ON timestamp);
INSERT INTO MO_WORKFLOW_STEPS VALUES ${values(STEPS)};
CREATE TABLE DM_WORKFLOW_STEPS (WORKFLOW_STEP_TYPE_ID int, IS_CHILD_CONTACT char(1), IS_SECTION_47_ENQUIRY char(1), CP_CONFERENCE_CATEGORY varchar(20));
INSERT INTO DM_WORKFLOW_STEPS VALUES (335, 'Y', 'N', NULL), (335, 'N', 'N', NULL), (340, 'N', 'N', NULL);
CREATE TABLE MO_WORKFLOW_NEXT_ACTION_TYPES (WORKFLOW_NEXT_ACTION_TYPE_ID int, DESCRIPTION varchar(200));
INSERT INTO MO_WORKFLOW_NEXT_ACTION_TYPES VALUES (1, 'Accept'), (2, 'No further action');
CREATE TABLE DM_WORKFLOW_NXT_ACTION_TYPES (WORKFLOW_NEXT_ACTION_TYPE_ID int, SOURCE_STEP_TYPE_ID int, IS_NO_FURTHER_ACTION char(1));
INSERT INTO DM_WORKFLOW_NXT_ACTION_TYPES VALUES (1, 335, 'N'), (2, 335, 'Y');
CREATE TABLE MO_WORKFLOW_LINKS (SOURCE_STEP_ID int, TARGET_STEP_ID int, WORKFLOW_NEXT_ACTION_TYPE_ID int);
INSERT INTO MO_WORKFLOW_LINKS VALUES ${values(range(7).map((id) => `${id}, ${100 + id}, 1`))};
CREATE TABLE MO_TEMPLATES (TEMPLATE_ID int, TEMPLATE_USER_CODE varchar(50), TITLE varchar(200), VERSION int, CONTEXT char(1));
INSERT INTO MO_TEMPLATES VALUES (10, 'CONTACT', 'Contact record', 1, 'C');
CREATE TABLE MO_QUESTIONS (QUESTION_ID int, TEMPLATE_ID int, QUESTION_USER_CODE varchar(100), QUESTION_TEXT varchar(400), ANSWER_DATATYPE varchar(30));
INSERT INTO MO_QUESTIONS VALUES (11, 10, 'con_date', 'Date of contact', 'DATE'), (12, 10, 'outcome', 'Outcome', 'LOOKUP'), (13, 10, 'note', 'Note', 'SHORT_TEXT');
CREATE TABLE MO_QUESTION_LOOKUPS (QUESTION_LOOKUP_ID int, QUESTION_ID int, ANSWER varchar(400));
INSERT INTO MO_QUESTION_LOOKUPS VALUES (70, 12, 'Close'), (71, 12, 'Plan');
CREATE TABLE MO_FORMS (FORM_ID int, WORKFLOW_STEP_ID int, TEMPLATE_ID int);
INSERT INTO MO_FORMS VALUES ${values(range(9).map((id) => `${1000 + id}, ${id}, 10`))};
CREATE TABLE MO_FORM_DATE_ANSWERS (FORM_ID int, QUESTION_ID int, FORM_ANSWER_ROW_ID int, DATE_ANSWER timestamp);
INSERT INTO MO_FORM_DATE_ANSWERS VALUES ${values(range(7).map((id) => `${1000 + id}, 11, ${id}, '2025-05-0${id === 7 ? 2 : 1}'`))};
CREATE TABLE MO_FORM_BOOLEAN_ANSWERS (FORM_ID int, QUESTION_ID int, FORM_ANSWER_ROW_ID int, BOOLEAN_ANSWER char(1));
CREATE TABLE MO_FORM_SHORT_TEXT_ANSWERS (FORM_ID int, QUESTION_ID int, FORM_ANSWER_ROW_ID int, SHORT_TEXT_ANSWER varchar(4000));
INSERT INTO MO_FORM_SHORT_TEXT_ANSWERS VALUES (1001, 13, 21, 'Secret words'), (1002, 13, 22, '');
CREATE TABLE MO_FORM_LOOKUP_ANSWERS (FORM_ID int, QUESTION_ID int, FORM_ANSWER_ROW_ID int, QUESTION_LOOKUP_ID int);
INSERT INTO MO_FORM_LOOKUP_ANSWERS VALUES ${values(range(7).map((id) => `${1000 + id}, 12, ${30 + id}, ${id === 7 ? 71 : 70}`))};
CREATE TABLE DM_MAPPING_FILTERS (FILTER_NAME varchar(200), MAPPED_VALUE varchar(200));
INSERT INTO DM_MAPPING_FILTERS VALUES ('Child CIN Episodes', '340');
CREATE TABLE DM_MAPPING_GROUPS (GROUP_NAME varchar(200), CATEGORY_VALUE varchar(200), MAPPED_VALUE varchar(200));
INSERT INTO DM_MAPPING_GROUPS VALUES ('Child CP Conference Episodes', 'Initial', '1860');
`;
