import { cellOf, type ExtractRow } from './read-extract.ts';

/** What a step type seems to be, and why. */
export interface RoleProposal {
  readonly roles: readonly string[];
  readonly lane: string;
  /** Scopes of which a new instance begins with it. */
  readonly opens: readonly string[];
  readonly why: string;
}

interface RoleWords {
  readonly role: string;
  readonly lane: string;
  readonly opens: string;
  readonly names: RegExp;
}

const words = (role: string, lane: string, opens: string, names: RegExp): RoleWords => ({ role, lane, opens, names });

const CARED_FOR = String.raw`(?:cla|lac|looked[ -]after|children (?:we )?(?:look after|in care)|care[ -]experienced)`;
const PROTECTION = String.raw`(?:child(?:ren)? protection|\bcpp?\b|safeguarding)`;
const IN_NEED = String.raw`(?:child(?:ren)? in need|\bcin\b)`;
const named = (text: string): RegExp => new RegExp(text, 'iu');

/** Names that councils give to step types: the first line that fits a name decides. */
const NAMES: readonly RoleWords[] = [
  words('early-help', 'Early help', '', /early help|\beh\b|\bcaf\b|team around the (?:child|family)/iu),
  words('missing', 'Missing', '', /missing|return (?:home )?interview/iu),
  words('pre-proceedings', 'Pre-proceedings', 'pre-proceedings', /pre-?\s?proceedings|\bplo\b|letter before/iu),
  words('strategy-discussion', 'Child protection', '', /strategy (?:discussion|meeting)/iu),
  words('section-47', 'Child protection', 'section-47', /section 47|\bs\.?\s?47\b|child protection enquir/iu),
  words(
    'conference-request',
    'Child protection',
    '',
    /conference.*(?:request|set-?\s?up|booking|invit)|(?:request|book|arrange).*conference/iu,
  ),
  words('transfer', 'Child protection', 'initial-conference', /transfer.*conference/iu),
  words('review-conference', 'Child protection', 'review', /review.*conference|conference.*review|\brcpc\b/iu),
  words('initial-conference', 'Child protection', 'initial-conference', /initial.*conference|\bicpc\b/iu),
  words('core-group', 'Child protection', 'core-group', /core group/iu),
  words('cla-visit', 'Looked after', 'visit', named(String.raw`${CARED_FOR}.*visit|statutory visit`)),
  words('cla-review', 'Looked after', '', named(`${CARED_FOR}.*review`)),
  words('cla-health', 'Looked after', '', named(String.raw`${CARED_FOR}.*health|health assessment`)),
  words('cla-plan', 'Looked after', '', named(String.raw`${CARED_FOR}.*plan|care plan|placement plan|pathway plan`)),
  words('protection-visit', 'Child protection', 'visit', named(`${PROTECTION}.*visit`)),
  words('protection-plan', 'Child protection', 'protection-plan', named(`${PROTECTION}.*plan`)),
  words('cin-visit', 'Child in need', 'visit', named(`${IN_NEED}.*visit`)),
  words('cin-review', 'Child in need', 'cin-review', named(`${IN_NEED}.*(?:review|meeting)`)),
  words('cin-plan', 'Child in need', 'cin-plan', named(`${IN_NEED}.*plan`)),
  words(
    'assessment',
    'Assessment',
    'assessment',
    /(?:famil(?:y|ies)|single|core|initial|social work|\bc\s?(?:\+|&|and)\s?f) assessment|\bcfa\b/iu,
  ),
  words('mash', 'Front door', '', /\bmash\b|multi-?\s?agency safeguarding hub|front door|screening/iu),
  words('referral', 'Front door', '', /referral/iu),
  words('contact', 'Front door', '', /\bcontact\b|enquiry/iu),
  words('step-down', 'Closure', '', /step(?:ping)?[ -]down/iu),
  words('closure', 'Closure', '', /clos(?:e|ing|ure)/iu),
  words('transfer', 'Transfer', '', /transfer/iu),
];

/** Flags of the extract that say more than a name does. */
const FLAGS: readonly (readonly [column: string, value: RegExp, role: string])[] = [
  ['IS_SECTION_47_ENQUIRY', /^(?:y|yes|true|1)$/iu, 'section-47'],
  ['CP_CONFERENCE_CATEGORY', /^initial/iu, 'initial-conference'],
  ['CP_CONFERENCE_CATEGORY', /^review/iu, 'review-conference'],
  ['IS_CONTINUOUS_ASSESSMENT', /^(?:y|yes|true|1)$/iu, 'assessment'],
  ['IS_CHILD_CONTACT', /^(?:y|yes|true|1)$/iu, 'contact'],
  ['IS_CHILD_REFERRAL', /^(?:y|yes|true|1)$/iu, 'referral'],
  ['IS_CASE_CLOSURE', /^(?:y|yes|true|1)$/iu, 'closure'],
];

const OTHER_LANE = 'Other work';

const wordsFor = (role: string): RoleWords | undefined => NAMES.find((each) => each.role === role);

function proposal(found: readonly RoleWords[], why: string): RoleProposal {
  const opens = found.flatMap((each) => (each.opens === '' ? [] : [each.opens]));
  return {
    roles: [...new Set(found.map(({ role }) => role))],
    lane: found[0]?.lane ?? OTHER_LANE,
    opens: [...new Set(opens)],
    why,
  };
}

/** The roles and the lane of a step type: from its flags, from a reporting group, otherwise from its name. */
export function proposeRole(row: ExtractRow, grouped: string | undefined): RoleProposal {
  const flagged = FLAGS.filter(([column, value]) => value.test(cellOf(row, column)));
  if (flagged.length > 0) {
    const found = flagged.flatMap(([, , role]) => wordsFor(role) ?? []);
    const columns = [...new Set(flagged.map(([column]) => column))].join(' and ');
    return proposal(found, `Role proposed from ${columns}.`);
  }
  const group = grouped === undefined ? undefined : wordsFor(grouped);
  if (group !== undefined) return proposal([group], 'Role proposed from the reporting groups.');
  const name = cellOf(row, 'DESCRIPTION');
  const first = NAMES.find(({ names }) => names.test(name));
  if (first === undefined) return { roles: [], lane: OTHER_LANE, opens: [], why: '' };
  const isBoth = first.role === 'referral' && /\bcontact\b/iu.test(name);
  const contact = isBoth ? wordsFor('contact') : undefined;
  return proposal(contact === undefined ? [first] : [contact, first], 'Role proposed from the name.');
}
