/** How a question is worded, taken apart so that two wordings can be compared. */
export interface Wording {
  /** The words that carry meaning, each once, abbreviations written out. */
  readonly words: ReadonlySet<string>;
  /** The contrast words among them, by class, as one text: two wordings that differ here are never the same fact. */
  readonly contrasts: string;
}

/** The trade's abbreviations, written out. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  addr: 'address',
  asd: 'autism',
  ca: 'child assessment',
  cafa: 'child family assessment',
  cfa: 'child family assessment',
  cin: 'child need',
  cla: 'looked after child',
  cp: 'child protection',
  cpc: 'child protection conference',
  cpp: 'child protection plan',
  cse: 'child sexual exploitation',
  cce: 'child criminal exploitation',
  cyp: 'child',
  dob: 'date birth',
  dod: 'date death',
  edd: 'expected date birth',
  edt: 'out hours team',
  eh: 'early help',
  fgc: 'family group conference',
  fgdm: 'family group decision making',
  fgm: 'female genital mutilation',
  gp: 'gp',
  icpc: 'initial child protection conference',
  iro: 'independent reviewing officer',
  la: 'local authority',
  lac: 'looked after child',
  lbp: 'letter before proceedings',
  mash: 'mash',
  nfa: 'no further action',
  nhs: 'nhs',
  plo: 'pre proceedings',
  pp: 'pre proceedings',
  pr: 'parental responsibility',
  rcpc: 'review child protection conference',
  rhi: 'return home interview',
  s17: 'section 17',
  s47: 'section 47',
  sec47: 'section 47',
  sgo: 'special guardianship order',
  strat: 'strategy discussion',
  sw: 'social worker',
  tel: 'phone',
  tm: 'team manager',
  uasc: 'unaccompanied asylum child',
  upn: 'unique pupil number',
  yp: 'child',
};

/** Words that say the same for our purpose, brought to one of them. */
const SAME: Readonly<Record<string, string>> = {
  birthday: 'birth',
  born: 'birth',
  pupil: 'child',
  young: '',
  person: '',
  people: '',
  mum: 'mother',
  maternal: 'mother',
  dad: 'father',
  paternal: 'father',
  began: 'start',
  begin: 'start',
  begun: 'start',
  commenced: 'start',
  commencement: 'start',
  started: 'start',
  starting: 'start',
  opened: 'start',
  ended: 'end',
  ending: 'end',
  finished: 'end',
  finish: 'end',
  ceased: 'end',
  closed: 'closure',
  closing: 'closure',
  close: 'closure',
  completed: 'complete',
  completion: 'complete',
  previous: 'last',
  latest: 'last',
  recent: 'last',
  following: 'next',
  future: 'next',
  why: 'reason',
  reasons: 'reason',
  rationale: 'reason',
  when: 'date',
  day: 'date',
  dates: 'date',
  result: 'outcome',
  decision: 'outcome',
  called: 'name',
  names: 'name',
  telephone: 'phone',
  mobile: 'phone',
  visited: 'visit',
  visits: 'visit',
  met: 'meeting',
  ethnic: 'ethnicity',
  gender: 'sex',
  disabled: 'disability',
  disabilities: 'disability',
  religious: 'religion',
  faith: 'religion',
  languages: 'language',
  spoken: 'language',
  addresses: 'address',
  postcode: 'address',
  abused: 'abuse',
  categories: 'category',
  enquiries: 'enquiry',
  investigation: 'enquiry',
  conferences: 'conference',
  held: '',
};

const FILLER: ReadonlySet<string> = new Set(
  (
    'a about all also an and any are as at be been being by can could details did do does for from give had has have he her his how i ' +
    'if in into is it its known least may of on or our please record recorded s select she should state tell that the their them ' +
    'there these they this those to us used was we were what where which who whom will with would you your enter add type box tick ' +
    'applicable appropriate relevant brief briefly describe detail information note notes provide specify summary actual full'
  ).split(' '),
);

/** Words whose difference makes a different fact, class by class. */
const CONTRASTS: readonly (readonly string[])[] = [
  ['start', 'end', 'closure', 'complete'],
  ['mother', 'father', 'parent', 'sibling', 'worker', 'carer'],
  ['date', 'source', 'reason', 'outcome', 'name', 'phone', 'number', 'address'],
  ['last', 'next', 'first', 'expected'],
  ['visit', 'review', 'conference', 'assessment', 'meeting', 'discussion', 'enquiry'],
  ['need', 'protection'],
  ['alone'],
  ['identity'],
  ['not', 'no'],
];

const singular = (word: string): string =>
  word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

function meaning(word: string): readonly string[] {
  const written = ABBREVIATIONS[word];
  if (Object.hasOwn(ABBREVIATIONS, word) && written !== undefined) return written.split(' ');
  const same = Object.hasOwn(SAME, word) ? SAME[word] : undefined;
  if (same !== undefined) return same === '' ? [] : [same];
  return FILLER.has(word) ? [] : [singular(word)];
}

/** Takes a wording apart. Order, case, punctuation and filler words make no difference. */
export function wordingOf(text: string): Wording {
  const raw = text
    .toLowerCase()
    .replace(/['’]s?\b/gu, '')
    .replace(/section\s+47/gu, 's47')
    .split(/[^a-z0-9]+/u);
  const words = new Set(raw.filter((word) => word !== '').flatMap(meaning));
  const contrasts = CONTRASTS.map((family) => family.filter((word) => words.has(word)).join('+')).join('|');
  return { words, contrasts };
}

/** The share of words that two wordings have in common, 0 to 1 (Jaccard). */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/** True when two wordings share enough words and differ in no contrast word. */
export const readAlike = (a: Wording, b: Wording, least = 0.5): boolean =>
  a.contrasts === b.contrasts && overlap(a.words, b.words) >= least;
