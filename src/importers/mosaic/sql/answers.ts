import type { Dialect } from './dialects.ts';
import { period, type Query, small } from './query.ts';

const done = (to: Dialect): string => `DONE AS (
    SELECT fo.FORM_ID, fo.TEMPLATE_ID, st.WORKFLOW_STEP_TYPE_ID
    FROM MO_FORMS fo
    JOIN MO_WORKFLOW_STEPS st ON st.WORKFLOW_STEP_ID = fo.WORKFLOW_STEP_ID
    WHERE st.STEP_STATUS = 'COMPLETED'
      AND st.COMPLETED_ON >= ${to.from}
      AND st.COMPLETED_ON < ${to.to}
)`;

const lookups: Query = {
  file: 'lookups',
  says: 'The answers of each question, and how often each was chosen in the period.',
  notes: ['The name QUESTION_ID in MO_QUESTION_LOOKUPS is inferred: look it up on your build.'],
  sql: (to) => `WITH ${done(to)}, CHOSEN AS (
    SELECT an.QUESTION_LOOKUP_ID, COUNT(DISTINCT an.FORM_ID) AS TIMES
    FROM MO_FORM_LOOKUP_ANSWERS an
    JOIN DONE dn ON dn.FORM_ID = an.FORM_ID
    GROUP BY an.QUESTION_LOOKUP_ID
)
SELECT qu.QUESTION_USER_CODE, qu.QUESTION_ID, lo.QUESTION_LOOKUP_ID, lo.ANSWER,
       ${small(to, 'COALESCE(ch.TIMES, 0)')} AS TIMES_CHOSEN
FROM MO_QUESTION_LOOKUPS lo
JOIN MO_QUESTIONS qu ON qu.QUESTION_ID = lo.QUESTION_ID
LEFT JOIN CHOSEN ch ON ch.QUESTION_LOOKUP_ID = lo.QUESTION_LOOKUP_ID
ORDER BY qu.QUESTION_ID, lo.QUESTION_LOOKUP_ID`,
};

const answersOf = (to: Dialect): string => `ANSWERS AS (
    SELECT FORM_ID, QUESTION_ID, ${to.dateText('DATE_ANSWER')} AS SAID FROM MO_FORM_DATE_ANSWERS
    UNION ALL
    SELECT FORM_ID, QUESTION_ID, ${to.text('BOOLEAN_ANSWER')} FROM MO_FORM_BOOLEAN_ANSWERS
    UNION ALL
    SELECT FORM_ID, QUESTION_ID, ${to.text('SHORT_TEXT_ANSWER')} FROM MO_FORM_SHORT_TEXT_ANSWERS
    UNION ALL
    SELECT FORM_ID, QUESTION_ID, ${to.text('QUESTION_LOOKUP_ID')} FROM MO_FORM_LOOKUP_ANSWERS
)`;

const usage: Query = {
  file: 'question_usage',
  says: 'How often each question is answered: counts and lengths, never an answer.',
  notes: [
    'It reads many answers: run it on the reporting copy, out of hours.',
    'Long and rich text stand in tables whose columns are not public: add them to ANSWERS as a further part.',
    'The share of the commonest answer is left out where it would tell of 1 to 5 others.',
    'A question that a form hides counts as not answered, and a box without a tick may not be kept at all.',
  ],
  sql: (to) => `WITH ${done(to)}, ${answersOf(to)}, GIVEN AS (
    SELECT dn.TEMPLATE_ID, dn.WORKFLOW_STEP_TYPE_ID, an.QUESTION_ID, an.FORM_ID, an.SAID
    FROM ANSWERS an
    JOIN DONE dn ON dn.FORM_ID = an.FORM_ID
    WHERE ${to.isSaid('an.SAID')}
), BY_ANSWER AS (
    SELECT TEMPLATE_ID, WORKFLOW_STEP_TYPE_ID, QUESTION_ID, SAID, COUNT(DISTINCT FORM_ID) AS TIMES
    FROM GIVEN
    GROUP BY TEMPLATE_ID, WORKFLOW_STEP_TYPE_ID, QUESTION_ID, SAID
), COMMONEST AS (
    SELECT TEMPLATE_ID, WORKFLOW_STEP_TYPE_ID, QUESTION_ID, COUNT(*) AS DIFFERENT, MAX(TIMES) AS TOP_TIMES
    FROM BY_ANSWER
    GROUP BY TEMPLATE_ID, WORKFLOW_STEP_TYPE_ID, QUESTION_ID
), ANSWERED AS (
    SELECT TEMPLATE_ID, WORKFLOW_STEP_TYPE_ID, QUESTION_ID,
           COUNT(DISTINCT FORM_ID) AS TIMES, AVG(1.0 * ${to.length('SAID')}) AS CHARS
    FROM GIVEN
    GROUP BY TEMPLATE_ID, WORKFLOW_STEP_TYPE_ID, QUESTION_ID
), FINISHED AS (
    SELECT TEMPLATE_ID, WORKFLOW_STEP_TYPE_ID, COUNT(*) AS FORMS
    FROM DONE
    GROUP BY TEMPLATE_ID, WORKFLOW_STEP_TYPE_ID
)
SELECT qu.QUESTION_USER_CODE, fi.TEMPLATE_ID, fi.WORKFLOW_STEP_TYPE_ID,
       ${period(to)},
       ${small(to, 'fi.FORMS')} AS FORMS_COMPLETED,
       ${small(to, 'COALESCE(an.TIMES, 0)')} AS ANSWERED_COUNT,
       ${small(to, 'COALESCE(co.DIFFERENT, 0)')} AS DISTINCT_VALUES,
       CASE WHEN co.TOP_TIMES > 5 AND (an.TIMES >= 1000 OR an.TIMES - co.TOP_TIMES NOT BETWEEN 1 AND 5)
            THEN ROUND(1.0 * co.TOP_TIMES / an.TIMES, 2) END AS TOP_VALUE_SHARE,
       CASE WHEN an.TIMES > 5 THEN ROUND(an.CHARS, 0) END AS AVG_CHARS
FROM FINISHED fi
JOIN MO_QUESTIONS qu ON qu.TEMPLATE_ID = fi.TEMPLATE_ID
LEFT JOIN ANSWERED an ON an.TEMPLATE_ID = fi.TEMPLATE_ID
      AND an.WORKFLOW_STEP_TYPE_ID = fi.WORKFLOW_STEP_TYPE_ID AND an.QUESTION_ID = qu.QUESTION_ID
LEFT JOIN COMMONEST co ON co.TEMPLATE_ID = fi.TEMPLATE_ID
      AND co.WORKFLOW_STEP_TYPE_ID = fi.WORKFLOW_STEP_TYPE_ID AND co.QUESTION_ID = qu.QUESTION_ID
ORDER BY fi.WORKFLOW_STEP_TYPE_ID, fi.TEMPLATE_ID, qu.QUESTION_USER_CODE`,
};

/** What looks at answers, to count them. */
export const ANSWERS: readonly Query[] = [lookups, usage];
