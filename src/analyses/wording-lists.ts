/*
 * The words by which forms of children's social care say the same thing, and those by which they tell two things apart.
 * Written for English councils; each list errs towards keeping two wordings apart, as a suggestion that is wrong costs
 * more trust than one that is missing.
 */

/** Abbreviations that stand as a word of their own, written out. Phrases are brought together afterwards. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['addr', 'address'],
  ['asd', 'autism'],
  ['cafa', 'child and family assessment'],
  ['cfa', 'child and family assessment'],
  ['cce', 'child criminal exploitation'],
  ['cin', 'child in need'],
  ['cla', 'looked after child'],
  ['cp', 'child protection'],
  ['cpc', 'child protection conference'],
  ['cpp', 'child protection plan'],
  ['cse', 'child sexual exploitation'],
  ['cwd', 'disabled child'],
  ['cyp', 'child'],
  ['da', 'domestic abuse'],
  ['dob', 'date of birth'],
  ['dod', 'date of death'],
  ['dv', 'domestic abuse'],
  ['edd', 'expected date of birth'],
  ['edt', 'out of hours team'],
  ['eh', 'early help'],
  ['ehcp', 'ehc plan'],
  ['fgc', 'family group conference'],
  ['fgdm', 'family group decision making'],
  ['fgm', 'female genital mutilation'],
  ['hv', 'health visitor'],
  ['icpc', 'initial child protection conference'],
  ['iro', 'independent reviewing officer'],
  ['la', 'local authority'],
  ['lac', 'looked after child'],
  ['lbp', 'letter before proceedings'],
  ['mgr', 'manager'],
  ['nfa', 'no further action'],
  ['plo', 'pre-proceedings'],
  ['pp', 'pre-proceedings'],
  ['pr', 'parental responsibility'],
  ['rcpc', 'review child protection conference'],
  ['rhi', 'return home interview'],
  ['sec47', 'section 47'],
  ['s47', 'section 47'],
  ['s17', 'section 17'],
  ['sen', 'special educational needs'],
  ['send', 'special educational needs'],
  ['sgo', 'special guardianship order'],
  ['strat', 'strategy discussion'],
  ['sw', 'social worker'],
  ['tel', 'phone'],
  ['tm', 'team manager'],
  ['uasc', 'unaccompanied asylum seeking child'],
  ['upn', 'unique pupil number'],
  ['uln', 'unique learner number'],
  ['yp', 'child'],
]);

/** Phrases that name one thing, brought to one wording. Applied in this order, to lower-case words with single spaces. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:in|over|within|during) the (?:last|past|next) \w+ (?:months?|weeks?|years?|days?)\b/gu, ''],
  [/\b(?:please say|next steps?)\b/gu, ''],
  [/\b(?:tell|tells|told|say|says|said|show|showed) (?:us|you)\b/gu, 'view'],
  [/\b(?:mov(?:e|es|ed|ing)|com(?:e|es|ing)|transferr?(?:ed|ing)?) from\b/gu, 'move_from'],
  [/\b(?:mov(?:e|es|ed|ing)|transferr?(?:ed|ing)?) to\b/gu, 'move_to'],
  [/\bearly years?\b/gu, 'early_years'],
  [/\b(?:main|preferred) languages?\b/gu, 'first_language'],
  [/\bor (?:the )?expected date of birth(?: if unborn)?\b/gu, ''],
  [/\b(?:parents?|mothers?|fathers?)(?: (?:and|or))? (?:main )?carers?\b/gu, 'parent'],
  [/\bs(?:ection)? ?47 (?:enquir(?:y|ies)|investigations?|assessments?)\b/gu, 's47'],
  [/\bs(?:ection)? ?47\b/gu, 'section_47 enquiry'],
  [/\bs(?:ection)? ?17\b/gu, 'section_17'],
  [/\bfax(?: (?:number|no))?\b/gu, 'fax'],
  [/\b(?:mobile|telephone|phone|tel|contact) (?:number|no)s?\b/gu, 'phone'],
  [/\b(nhs|reference|case|ref) no\b/gu, '$1 number'],
  [/\b(?:email|e mail)\b/gu, 'email'],
  [/\bunique pupil numbers?\b/gu, 'unique_pupil_number'],
  [/\bno further action\b/gu, 'no_further_action'],
  [/\bparental responsibility\b/gu, 'parental_responsibility'],
  [/\bpre proceedings\b/gu, 'pre_proceedings'],
  [/\b(?:known as|preferred name|(?:likes?|wish(?:es)?) to be called)\b/gu, 'preferred name'],
  [/\bspecial educational needs?\b/gu, 'special_educational_needs'],
  [/\bfirst languages?\b/gu, 'first_language'],
  [/\bethnic (?:origin|group|background)s?\b/gu, 'ethnicity'],
  [
    /\b(?:on (?:his|her|its|their) own|without (?:the |their )?(?:parents?|carers?)(?: (?:or|and) carers?)?)\b/gu,
    'alone',
  ],
  [/\b(?:baby|child) (?:is |be )?due\b/gu, 'expected birth'],
  [/\bchild(?:ren)?s? (?:and|&) family assessments?\b/gu, 'assessment'],
  [/\b(?:single|core|c f) assessments?\b/gu, 'assessment'],
  [/\b(?:child|children) protection (?:case )?conferences?\b/gu, 'conference'],
  [/\binitial case conferences?\b/gu, 'initial conference'],
  [/\b(?:child|children) protection\b/gu, 'child_protection'],
  [/\b(?:child|children) in need\b/gu, 'child_in_need'],
  [/\b(?:looked after|in care) child(?:ren)?\b/gu, 'looked_after'],
  [/\b(?:child(?:ren)? )?looked after\b/gu, 'looked_after'],
  [/\bearly help\b/gu, 'early_help'],
  [/\bstrategy (?:discussion|meeting)s?\b/gu, 'strategy discussion'],
  [/\bcore groups?(?: meetings?)?\b/gu, 'core_group'],
  [/\breview (?:point|meeting)\b/gu, 'review'],
  [/\bfamily group (?:decision making|conferences?)(?: meetings?)?\b/gu, 'family_group_meeting'],
  [/\breturn (?:home )?interviews?\b/gu, 'return_interview'],
  [/\b(?:social|case|key) workers?\b/gu, 'worker'],
  [/\b(?:become|became|made) subject (?:to|of)\b/gu, 'start'],
  [/\b(?:take|takes|took|taking) part\b/gu, 'participate'],
  [/\b(?:take|takes|took|taken) place\b/gu, ''],
  [/\bdates? and times?\b/gu, 'date'],
  [/\bcurrent categor(?:y|ies)\b/gu, 'latest category'],
];

/** Words that say the same for our purpose, brought to one of them; to nothing where they add nothing. */
export const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alone: 'alone by-oneself',
    birth: 'birthday birthdate born',
    child: 'children baby unborn young',
    mother: 'mum mums mothers maternal',
    father: 'dad dads fathers paternal',
    parent: 'parents parental',
    start: 'began begin begins begun beginning commence commenced commencement starts started starting opened',
    end: 'ended ends ending finish finished finishes ceased ceases',
    closure: 'closed closing close closes',
    complete: 'completed completion completes',
    last: 'previous previously prior recent',
    earlier: 'former formerly',
    next: 'following future',
    expected: 'due target planned',
    reason: 'why reasons rationale cause',
    date: 'dates',
    outcome: 'outcomes result results',
    decision: 'decisions decided decide decides',
    name: 'names forename forenames surname surnames',
    phone: 'telephone mobile',
    visit: 'visited visits visiting',
    meeting: 'met meet meetings',
    identity: 'identify identifies',
    ethnicity: 'ethnicities',
    disability: 'disabled disabilities',
    religion: 'religious faith religions',
    address: 'addresses',
    abuse: 'abused abusive',
    enquiry: 'enquiries investigation investigations',
    participate: 'participation participated',
    contact: 'contacts',
    other: 'others another',
    sign: 'signed signing signs signature',
    refer: 'referred',
    school: 'nursery college preschool',
    need: 'needs needed require required requires',
    say: 'says said view views wishes feelings opinion opinions think',
    type: 'kind kinds types',
    interpreter: 'signer',
    speak: 'spoke spoken speaks',
    concern: 'concerns concerned worry worries worried',
    '': 'person people held this these current currently',
  }).flatMap(([word, same]) => same.split(' ').map((each): [string, string] => [each, word])),
);

export const FILLER: ReadonlySet<string> = new Set(
  (
    'a about all also an and any are as at be become became been being by can could details did do does for from give given had has have he her his how i ' +
    'if in into is it its known least may of on or our please record recorded s select she should so state subject tell that the their them ' +
    'there they those to under us used was we were what where which who whom will with would you your enter add box tick ' +
    'applicable appropriate relevant brief briefly describe detail information note notes provide specify actual full main now like want wants still went go goes going gone'
  ).split(' '),
);

/** How a contrast word tells two things apart. `context`: the section or form may say it in the question's place. */
export interface Contrast {
  /** Contrast words of one mark are near enough for a proposal of a fact, which a person looks at, but not for a pair. */
  readonly mark: string;
  readonly kind: 'moment' | 'who' | 'what' | 'order' | 'event' | 'regime' | 'manner';
}

const contrastsOf = (kind: Contrast['kind'], marks: Readonly<Record<string, string>>): [string, Contrast][] =>
  Object.entries(marks).flatMap(([mark, words]) =>
    words.split(' ').map((word): [string, Contrast] => [word, { mark, kind }]),
  );

/** Words whose difference makes a different fact. The child is who a question is about when it names nobody. */
export const CONTRASTS: ReadonlyMap<string, Contrast> = new Map([
  ...contrastsOf('moment', {
    start: 'start',
    end: 'end closure complete',
    authorise: 'authorise authorised authorisation',
  }),
  ...contrastsOf('who', {
    parent: 'mother father parent carer adult',
    sibling: 'sibling brother sister',
    worker: 'worker',
    manager: 'manager',
    referrer: 'referrer',
    relative: 'grandparent partner relative',
  }),
  ...contrastsOf('what', {
    date: 'date',
    source: 'source',
    reason: 'reason',
    outcome: 'outcome decision',
    name: 'name',
    phone: 'phone email',
    number: 'number',
    address: 'address',
    category: 'category',
    fax: 'fax',
    status: 'status',
    answer: 'answer reply',
  }),
  ...contrastsOf('order', {
    last: 'last earlier',
    latest: 'latest',
    next: 'next',
    first: 'first initial',
    expected: 'expected',
  }),
  ...contrastsOf('event', {
    visit: 'visit',
    review: 'review',
    conference: 'conference',
    assessment: 'assessment',
    meeting: 'meeting',
    discussion: 'discussion',
    enquiry: 'enquiry',
    core_group: 'core_group',
    interview: 'interview return_interview',
    supervision: 'supervision',
    placement: 'placement',
    letter: 'letter',
    plan: 'plan',
  }),
  ...contrastsOf('regime', {
    child_in_need: 'child_in_need',
    child_protection: 'child_protection',
    looked_after: 'looked_after',
    early_help: 'early_help',
    pre_proceedings: 'pre_proceedings',
    adoption: 'adoption',
  }),
  ...contrastsOf('manner', { alone: 'alone', identity: 'identity', not: 'not no never', other: 'other', move_from: 'move_from', move_to: 'move_to', preferred: 'preferred' }),
]);
