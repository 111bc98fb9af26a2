import type { Dialect } from './dialects.ts';
import { period, type Query, small } from './query.ts';

const stepTypes: Query = {
  file: 'step_types',
  says: 'Step types, with how many steps there were in the period.',
  notes: [
    'CONTEXT, AVAILABLE, MAY_INITIATE, ALWAYS_TERMINATOR and SINGLE_SUBJECT_ONLY help too: add them under these names.',
  ],
  sql: (to) => `WITH STEPS AS (
    SELECT st.WORKFLOW_STEP_TYPE_ID,
           COUNT(*) AS CREATED,
           SUM(CASE WHEN st.STEP_STATUS = 'COMPLETED' THEN 1 ELSE 0 END) AS COMPLETED,
           SUM(CASE WHEN st.STEP_STATUS = 'CANCELLED' THEN 1 ELSE 0 END) AS CANCELLED
    FROM MO_WORKFLOW_STEPS st
    WHERE COALESCE(st.INCOMING_ON, st.STARTED_ON) >= ${to.from}
      AND COALESCE(st.INCOMING_ON, st.STARTED_ON) < ${to.to}
    GROUP BY st.WORKFLOW_STEP_TYPE_ID
), SIGNS AS (
    SELECT ds.WORKFLOW_STEP_TYPE_ID,
           MAX(ds.IS_CHILD_CONTACT) AS IS_CHILD_CONTACT,
           MAX(ds.IS_SECTION_47_ENQUIRY) AS IS_SECTION_47_ENQUIRY,
           MAX(ds.CP_CONFERENCE_CATEGORY) AS CP_CONFERENCE_CATEGORY
    FROM DM_WORKFLOW_STEPS ds
    GROUP BY ds.WORKFLOW_STEP_TYPE_ID
)
SELECT ty.WORKFLOW_STEP_TYPE_ID, ty.DESCRIPTION,
       sg.IS_CHILD_CONTACT, sg.IS_SECTION_47_ENQUIRY, sg.CP_CONFERENCE_CATEGORY,
       dt.IS_CONTINUOUS_ASSESSMENT, dt.IS_CASE_CLOSURE,
       ${small(to, 'COALESCE(n.CREATED, 0)')} AS STEPS_CREATED,
       ${small(to, 'COALESCE(n.COMPLETED, 0)')} AS STEPS_COMPLETED,
       ${small(to, 'COALESCE(n.CANCELLED, 0)')} AS STEPS_CANCELLED,
       ${period(to)}
FROM MO_WORKFLOW_STEP_TYPES ty
LEFT JOIN STEPS n ON n.WORKFLOW_STEP_TYPE_ID = ty.WORKFLOW_STEP_TYPE_ID
LEFT JOIN SIGNS sg ON sg.WORKFLOW_STEP_TYPE_ID = ty.WORKFLOW_STEP_TYPE_ID
LEFT JOIN DM_WORKFLOW_STEP_TYPES dt ON dt.WORKFLOW_STEP_TYPE_ID = ty.WORKFLOW_STEP_TYPE_ID
ORDER BY ty.WORKFLOW_STEP_TYPE_ID`,
};

const linked = (to: Dialect): string => `LINKED AS (
    SELECT lk.WORKFLOW_NEXT_ACTION_TYPE_ID,
           src.WORKFLOW_STEP_TYPE_ID AS SOURCE_STEP_TYPE_ID,
           tgt.WORKFLOW_STEP_TYPE_ID AS TARGET_STEP_TYPE_ID,
           COUNT(*) AS LINKS
    FROM MO_WORKFLOW_LINKS lk
    JOIN MO_WORKFLOW_STEPS src ON src.WORKFLOW_STEP_ID = lk.SOURCE_STEP_ID
    JOIN MO_WORKFLOW_STEPS tgt ON tgt.WORKFLOW_STEP_ID = lk.TARGET_STEP_ID
    WHERE tgt.STEP_STATUS NOT IN ('CANCELLED', 'PROPOSED')
      AND COALESCE(tgt.INCOMING_ON, tgt.STARTED_ON) >= ${to.from}
      AND COALESCE(tgt.INCOMING_ON, tgt.STARTED_ON) < ${to.to}
    GROUP BY lk.WORKFLOW_NEXT_ACTION_TYPE_ID, src.WORKFLOW_STEP_TYPE_ID, tgt.WORKFLOW_STEP_TYPE_ID
)`;

const nextActions: Query = {
  file: 'next_actions',
  says: 'Next actions, where they led most often, and how often they were used.',
  notes: [
    'Where your build shows the configured target, take that for TARGET_STEP_TYPE_ID.',
    'Rules and delays are set on screens whose columns are not public: add RULE_KIND, RULE_DETAIL and DELAY_DAYS by hand.',
  ],
  sql: (to) => `WITH ${linked(to)}, RANKED AS (
    SELECT l.*,
           SUM(l.LINKS) OVER (PARTITION BY l.WORKFLOW_NEXT_ACTION_TYPE_ID, l.SOURCE_STEP_TYPE_ID) AS ALL_LINKS,
           ROW_NUMBER() OVER (PARTITION BY l.WORKFLOW_NEXT_ACTION_TYPE_ID, l.SOURCE_STEP_TYPE_ID
                              ORDER BY l.LINKS DESC, l.TARGET_STEP_TYPE_ID) AS PLACE
    FROM LINKED l
)
SELECT na.WORKFLOW_NEXT_ACTION_TYPE_ID, na.DESCRIPTION,
       COALESCE(r.SOURCE_STEP_TYPE_ID, da.SOURCE_STEP_TYPE_ID) AS SOURCE_STEP_TYPE_ID,
       r.TARGET_STEP_TYPE_ID,
       da.IS_NO_FURTHER_ACTION,
       ${small(to, 'COALESCE(r.ALL_LINKS, 0)')} AS TIMES_USED
FROM MO_WORKFLOW_NEXT_ACTION_TYPES na
LEFT JOIN DM_WORKFLOW_NXT_ACTION_TYPES da ON da.WORKFLOW_NEXT_ACTION_TYPE_ID = na.WORKFLOW_NEXT_ACTION_TYPE_ID
LEFT JOIN RANKED r ON r.WORKFLOW_NEXT_ACTION_TYPE_ID = na.WORKFLOW_NEXT_ACTION_TYPE_ID AND r.PLACE = 1
ORDER BY na.WORKFLOW_NEXT_ACTION_TYPE_ID`,
};

const transitions: Query = {
  file: 'observed_transitions',
  says: 'Which step types followed which, by the next action chosen.',
  notes: [],
  sql: (to) => `WITH ${linked(to)}
SELECT l.SOURCE_STEP_TYPE_ID, l.TARGET_STEP_TYPE_ID, l.WORKFLOW_NEXT_ACTION_TYPE_ID,
       ${small(to, 'l.LINKS')} AS LINKS
FROM LINKED l
ORDER BY l.SOURCE_STEP_TYPE_ID, l.TARGET_STEP_TYPE_ID, l.WORKFLOW_NEXT_ACTION_TYPE_ID`,
};

const stepForms: Query = {
  file: 'step_forms',
  says: 'Which forms were used on which step types.',
  notes: ['Add MANDATORY and ACTIVITY_KIND from MO_WORKFLOW_ACTIVITY_TYPES, whose columns are not public.'],
  sql: (to) => `SELECT st.WORKFLOW_STEP_TYPE_ID, fo.TEMPLATE_ID,
       'FORM' AS ACTIVITY_KIND,
       ${small(to, 'COUNT(*)')} AS FORMS
FROM MO_FORMS fo
JOIN MO_WORKFLOW_STEPS st ON st.WORKFLOW_STEP_ID = fo.WORKFLOW_STEP_ID
GROUP BY st.WORKFLOW_STEP_TYPE_ID, fo.TEMPLATE_ID
ORDER BY st.WORKFLOW_STEP_TYPE_ID, fo.TEMPLATE_ID`,
};

const forms: Query = {
  file: 'forms',
  says: 'Forms, a row for each version.',
  notes: ['The names of all columns but TEMPLATE_ID are inferred: look them up on your build.'],
  sql: () => `SELECT te.TEMPLATE_ID, te.TEMPLATE_USER_CODE, te.TITLE, te.VERSION, te.CONTEXT
FROM MO_TEMPLATES te
ORDER BY te.TEMPLATE_ID`,
};

const questions: Query = {
  file: 'questions',
  says: 'The questions of every version of every form.',
  notes: [
    'The names QUESTION_TEXT and ANSWER_DATATYPE are inferred: look them up on your build.',
    'MANDATORY, EDITABLE, SECTION, DISPLAY_ORDER and what a question is filled from stand in the .moform files.',
  ],
  sql: () => `SELECT qu.TEMPLATE_ID, qu.QUESTION_ID, qu.QUESTION_USER_CODE, qu.QUESTION_TEXT, qu.ANSWER_DATATYPE
FROM MO_QUESTIONS qu
ORDER BY qu.TEMPLATE_ID, qu.QUESTION_ID`,
};

const mappings: Query = {
  file: 'mappings',
  says: 'Reporting filters and groups.',
  notes: ['Mosaic keeps answers as a mark of their wording: give the wording itself as MAPPED_LABEL where you can.'],
  sql: (to) => `SELECT 'FILTER' AS MAPPING_KIND, mf.FILTER_NAME AS NAME, NULL AS CATEGORY_VALUE,
       ${to.text('mf.MAPPED_VALUE')} AS MAPPED_VALUE
FROM DM_MAPPING_FILTERS mf
UNION ALL
SELECT 'GROUP', mg.GROUP_NAME, ${to.text('mg.CATEGORY_VALUE')}, ${to.text('mg.MAPPED_VALUE')}
FROM DM_MAPPING_GROUPS mg
ORDER BY 1, 2, 3, 4`,
};

/** How Mosaic is set up: no record of anybody is looked at but to be counted. */
export const CONFIGURATION: readonly Query[] = [
  stepTypes,
  nextActions,
  transitions,
  stepForms,
  forms,
  questions,
  mappings,
];
