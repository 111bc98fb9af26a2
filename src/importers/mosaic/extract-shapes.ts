/** The extracts that can be read, in the order in which they are spoken of. */
export const EXTRACT_KINDS = [
  'step-types',
  'next-actions',
  'observed-transitions',
  'step-forms',
  'forms',
  'questions',
  'lookups',
  'mappings',
  'question-usage',
  'question-pairs',
] as const;
export type ExtractKind = (typeof EXTRACT_KINDS)[number];

/** One kind of extract: the columns that it is known by, and the others that are read where they are there. */
export interface ExtractShape {
  readonly kind: ExtractKind;
  readonly says: string;
  readonly needed: readonly string[];
  readonly others: readonly string[];
}

const shape = (kind: ExtractKind, says: string, needed: string, others: string): ExtractShape => ({
  kind,
  says,
  needed: needed.split(' '),
  others: others.split(' '),
});

/** Columns as Mosaic's tables name them where those names are known, otherwise as the queries that ship here write them. */
export const EXTRACT_SHAPES: readonly ExtractShape[] = [
  shape(
    'step-types',
    'step types',
    'WORKFLOW_STEP_TYPE_ID DESCRIPTION',
    'CONTEXT AVAILABLE MAY_INITIATE ALWAYS_TERMINATOR CASE_OPENING CASE_CLOSING SINGLE_SUBJECT_ONLY IS_CHILD_CONTACT ' +
      'IS_CHILD_REFERRAL IS_CONTINUOUS_ASSESSMENT IS_SECTION_47_ENQUIRY CP_CONFERENCE_CATEGORY IS_CASE_CLOSURE ' +
      'STEPS_CREATED STEPS_COMPLETED STEPS_CANCELLED MEDIAN_DAYS_OPEN PERIOD_FROM PERIOD_TO',
  ),
  shape(
    'next-actions',
    'next actions and their rules',
    'WORKFLOW_NEXT_ACTION_TYPE_ID DESCRIPTION SOURCE_STEP_TYPE_ID',
    'TARGET_STEP_TYPE_ID DELAY_DAYS IS_NO_FURTHER_ACTION RULE_KIND RULE_DETAIL TIMES_USED',
  ),
  shape(
    'observed-transitions',
    'observed transitions',
    'SOURCE_STEP_TYPE_ID TARGET_STEP_TYPE_ID LINKS',
    'WORKFLOW_NEXT_ACTION_TYPE_ID MEDIAN_DAYS',
  ),
  shape('step-forms', 'forms of steps', 'WORKFLOW_STEP_TYPE_ID TEMPLATE_ID', 'ACTIVITY_KIND MANDATORY FORMS'),
  shape('forms', 'forms', 'TEMPLATE_ID TITLE', 'TEMPLATE_USER_CODE VERSION CONTEXT CATEGORY FORM_GROUP_CODE IS_LATEST'),
  shape(
    'questions',
    'questions',
    'TEMPLATE_ID QUESTION_USER_CODE QUESTION_TEXT ANSWER_DATATYPE',
    'QUESTION_ID MANDATORY EDITABLE SECTION SUBSECTION QUESTION_COLLECTION PER_CHILD DISPLAY_ORDER PREPOPULATED_FROM ' +
      'PREPOPULATED_FROM_REF',
  ),
  shape(
    'lookups',
    'answers of questions',
    'QUESTION_USER_CODE ANSWER',
    'QUESTION_ID QUESTION_LOOKUP_ID RETURN_CODE TIMES_CHOSEN',
  ),
  shape(
    'mappings',
    'reporting filters and groups',
    'MAPPING_KIND NAME MAPPED_VALUE',
    'CATEGORY_VALUE MAPPED_KIND MAPPED_LABEL',
  ),
  shape(
    'question-usage',
    'use of questions',
    'QUESTION_USER_CODE FORMS_COMPLETED ANSWERED_COUNT',
    'TEMPLATE_ID WORKFLOW_STEP_TYPE_ID PERIOD_FROM PERIOD_TO BLANK_RATE DISTINCT_VALUES TOP_VALUE TOP_VALUE_SHARE ' +
      'AVG_CHARS PREPOP_COMPARED UNCHANGED_COUNT UNCHANGED_SHARE',
  ),
  shape(
    'question-pairs',
    'pairs of questions',
    'QUESTION_USER_CODE_A QUESTION_USER_CODE_B CHILDREN_WITH_BOTH',
    'SAME_VALUE_COUNT WINDOW_DAYS',
  ),
];

/** A header as it is compared: `Workflow step type ID` is `WORKFLOW_STEP_TYPE_ID`. */
export const plainHeader = (header: string): string =>
  header
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '');

const fits = ({ needed }: ExtractShape, headers: ReadonlySet<string>): boolean =>
  needed.every((column) => headers.has(column));

const known = ({ needed, others }: ExtractShape, headers: ReadonlySet<string>): number =>
  [...needed, ...others].filter((column) => headers.has(column)).length;

/** The extract that a header belongs to; null for none. */
export function recogniseExtract(headers: ReadonlySet<string>): ExtractShape | null {
  const fitting = EXTRACT_SHAPES.filter((each) => fits(each, headers));
  return fitting.reduce<ExtractShape | null>(
    (best, each) => (best === null || known(each, headers) > known(best, headers) ? each : best),
    null,
  );
}

/** What a header lacks to be the extract that it is nearest to. */
export function describeUnknown(headers: ReadonlySet<string>): string {
  const [nearest] = EXTRACT_SHAPES.map((each) => ({ each, share: known(each, headers) / each.needed.length }))
    .filter(({ share }) => share >= 0.5)
    .toSorted((one, other) => other.share - one.share);
  if (nearest === undefined) return 'Its columns are those of no Mosaic extract, so it was left alone.';
  const missing = nearest.each.needed.filter((column) => !headers.has(column));
  return `It looks like ${nearest.each.says}, but has no column ${missing.join(', ')}. Add it, and import again.`;
}
