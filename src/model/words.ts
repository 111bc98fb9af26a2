/** The closed lists of words of the workspace files, as `design` states them. Order is the order they are offered in. */

export const ROLES = [
  'contact',
  'mash',
  'referral',
  'assessment',
  'strategy-discussion',
  'section-47',
  'conference-request',
  'initial-conference',
  'protection-plan',
  'core-group',
  'protection-visit',
  'review-conference',
  'cin-plan',
  'cin-visit',
  'cin-review',
  'step-down',
  'closure',
  'transfer',
  'early-help',
  'missing',
  'pre-proceedings',
  'cla-visit',
  'cla-review',
  'cla-plan',
  'cla-health',
  'other',
] as const;

/** Roles whose work runs against a statutory clock. Source: Working Together, as procedure pages repeat it (not verified). */
export const CLOCKED_ROLES = [
  'referral',
  'assessment',
  'initial-conference',
  'core-group',
  'review-conference',
] as const;

export const SCOPES = [
  'child',
  'referral',
  'assessment',
  'section-47',
  'initial-conference',
  'cin-plan',
  'cin-review',
  'protection-plan',
  'review',
  'core-group',
  'visit',
  'pre-proceedings',
  'step',
] as const;
export type Scope = (typeof SCOPES)[number];

export const SUBJECTS = ['child', 'parent', 'family', 'worker', 'other'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const FACT_KINDS = ['static', 'changing', 'event', 'judgement'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export const PER = ['child', 'group'] as const;
export type Per = (typeof PER)[number];

export const CLOCK_UNITS = ['working days', 'days', 'months'] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

export const CLOCK_BASES = ['statutory', 'local'] as const;
export type ClockBasis = (typeof CLOCK_BASES)[number];

export const ACTIVITY_KINDS = ['form', 'letter', 'schedule'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const QUESTION_TYPES = [
  'short-text',
  'long-text',
  'rich-text',
  'number',
  'date',
  'date-time',
  'yes-no',
  'choice',
  'multi-choice',
  'person',
  'address',
  'file',
  'sign-off',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

export const ENTRIES = ['typed', 'pulled-editable', 'pulled-locked', 'system'] as const;
export type Entry = (typeof ENTRIES)[number];

export const PURPOSES = [
  'return',
  'statutory',
  'decision',
  'practice',
  'childs-record',
  'oversight',
  'indicator',
  'finance',
  'partner',
  'letter',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const SOURCE_KINDS = [
  'question',
  'step-date',
  'next-action',
  'step-path',
  'step-source',
  'person-field',
  'register-field',
  'legal-status',
  'service-user-group',
  'calculated',
  'generated',
  'outside',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Screens outside forms: recorded by people, in no step's form. */
export const SCREEN_KINDS = ['person-field', 'register-field', 'legal-status', 'service-user-group'] as const;

export const USES = ['feeds', 'records', 'supports'] as const;
export type Use = (typeof USES)[number];

export const MAPPING_STATUSES = ['suggested', 'confirmed', 'flagged', 'ignored'] as const;
export type MappingStatus = (typeof MAPPING_STATUSES)[number];

export const STEP_DATES = ['incoming', 'started', 'completed'] as const;

export const MOMENTS = ['started', 'completed'] as const;
export type Moment = (typeof MOMENTS)[number];

export const DECISIONS = [
  'keep',
  'keep-and-explain',
  'pull-forward',
  'merge',
  'show-when-needed',
  'reword',
  'move',
  'stop-collecting',
  'not-a-duplicate',
  'accept-gap',
] as const;
export type DecisionWord = (typeof DECISIONS)[number];

export const FORMATS = ['date', 'date-time', 'code', 'true-false', 'whole-number', 'text'] as const;
export type FormatWord = (typeof FORMATS)[number];

export const RULE_TYPES = ['error', 'query'] as const;
export type RuleType = (typeof RULE_TYPES)[number];
