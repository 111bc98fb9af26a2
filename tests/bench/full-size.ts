import type { Item } from '#model/data-return.ts';
import { codeSetId, eventId, factId, formId, lookupId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import type { Purpose, QuestionType, Scope } from '#model/words.ts';
import type {
  CodeMapping,
  EventPlace,
  Fact,
  LookupAnswer,
  NextAction,
  NextActionRule,
  Question,
  QuestionUsage,
  Source,
  StepForm,
  StepType,
  Workspace,
} from '#model/workspace.ts';
import {
  aFact,
  aForm,
  aNextAction,
  anItem,
  aQuestion,
  aReturn,
  aSource,
  aStepType,
  emptyWorkspace,
} from '../support/a-workspace.ts';

/** How large a workspace is made. The defaults are a full Mosaic export (design, section 10). */
export interface FullSize {
  readonly seed: number;
  readonly steps: number;
  readonly nextActions: number;
  readonly forms: number;
  readonly questions: number;
  readonly lookupAnswers: number;
  readonly facts: number;
  readonly sources: number;
  readonly items: number;
}

export const FULL_SIZE: FullSize = {
  seed: 1,
  steps: 250,
  nextActions: 900,
  forms: 250,
  questions: 15_000,
  lookupAnswers: 40_000,
  facts: 300,
  sources: 4_000,
  items: 60,
};

/** A full-size workspace, so many times over: steps, forms, questions, sources alike. */
export const timesFullSize = (by: number, seed = 1): FullSize => ({
  seed,
  steps: FULL_SIZE.steps * by,
  nextActions: FULL_SIZE.nextActions * by,
  forms: FULL_SIZE.forms * by,
  questions: FULL_SIZE.questions * by,
  lookupAnswers: FULL_SIZE.lookupAnswers * by,
  facts: FULL_SIZE.facts,
  sources: FULL_SIZE.sources * by,
  items: FULL_SIZE.items,
});

/** Seeded random numbers (mulberry32): the same seed always gives the same workspace. */
export interface Dice {
  /** From 0 up to 1. */
  readonly roll: () => number;
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly chance: (share: number) => boolean;
  readonly of: <Value>(values: readonly Value[]) => Value;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(roll() * limit);
  return { roll, below, chance: (share) => roll() < share, of: (values) => values[below(values.length)]! };
}

const LANES = [
  ['Front door', 'contact'],
  ['Assessment', 'assessment'],
  ['Child protection', 'section-47'],
  ['Conferences', 'initial-conference'],
  ['Child in need', 'cin-plan'],
  ['Reviews', 'review-conference'],
  ['Visits', 'protection-visit'],
  ['Looked after', 'cla-review'],
  ['Pre-proceedings', 'pre-proceedings'],
  ['Closure and transfer', 'closure'],
] as const;

const OPENED: Readonly<Record<string, Scope>> = {
  'Front door': 'referral',
  Assessment: 'assessment',
  'Child protection': 'section-47',
  Conferences: 'initial-conference',
  'Child in need': 'cin-plan',
  Reviews: 'review',
  Visits: 'visit',
};

const TYPES: readonly QuestionType[] = [
  'choice',
  'choice',
  'choice',
  'long-text',
  'long-text',
  'rich-text',
  'date',
  'date',
  'yes-no',
  'yes-no',
  'short-text',
  'short-text',
  'multi-choice',
  'number',
  'person',
  'sign-off',
  'address',
  'file',
];

const WORDS =
  'date start end child family parent carer worker manager visit review conference plan assessment referral reason outcome decision agreed seen alone home school health address name ethnicity disability language contact agency police risk harm need support service summary views wishes feelings details history concerns actions next other known given recorded started completed information consent'.split(
    ' ',
  );

const DEFINITE_PURPOSES: readonly (readonly Purpose[])[] = [
  ['return'],
  ['return', 'practice'],
  ['practice'],
  ['decision'],
  ['statutory', 'oversight'],
  ['indicator'],
  [],
];

const step = (n: number): string => `STEP_${n}`;
const form = (n: number): string => `FORM_${n}`;

/** Steps in chains of ten, two or three chains a lane; cases begin at every other chain, so that all steps have volumes. */
const CHAIN = 10;
const laneOf = (n: number, steps: number): (typeof LANES)[number] =>
  LANES[Math.min(LANES.length - 1, Math.floor((n / steps) * LANES.length))]!;

function toSteps({ steps }: FullSize, roll: Dice): readonly StepType[] {
  return Array.from({ length: steps }, (_, n) => {
    const [workflow, role] = laneOf(n, steps);
    const opens = OPENED[workflow];
    return aStepType(step(n), {
      name: `${workflow} step ${n}`,
      workflow,
      team: `Team ${n % 12}`,
      roles: n % CHAIN === 0 ? [role] : [],
      mayStart: n % (2 * CHAIN) === 0,
      opens: n % CHAIN === 0 && opens !== undefined ? [opens] : [],
      per: roll.chance(0.7) ? 'group' : 'child',
      clock: roll.chance(0.4)
        ? { length: 5 + roll.below(40), unit: 'working days', from: role, basis: 'statutory' }
        : null,
      at: { file: 'workflows/step-types.csv', row: n + 2 },
    });
  });
}

interface Way {
  readonly from: number;
  readonly to: number | null;
  readonly rules: readonly NextActionRule[];
}

/** From each step: on along its chain or to the next, sometimes back, sometimes beside, or to the end. */
function toWays({ steps, nextActions }: FullSize, roll: Dice): readonly Way[] {
  const outcome: NextActionRule = { kind: 'one-of', group: 'OUTCOME' };
  const ways: Way[] = Array.from({ length: steps }, (_, from): Way[] => [
    { from, to: from + 1 < steps ? from + 1 : null, rules: [outcome] },
    { from, to: null, rules: [outcome] },
  ]).flat();
  while (ways.length < nextActions) {
    const from = roll.below(steps);
    const near = from + 1 + roll.below(3 * CHAIN);
    const to = roll.chance(0.12) ? Math.max(0, from - roll.below(CHAIN)) : Math.min(steps - 1, near);
    ways.push({ from, to, rules: roll.chance(0.75) ? [outcome] : roll.chance(0.3) ? [{ kind: 'immediate' }] : [] });
  }
  return ways.slice(0, nextActions);
}

/** Volumes that add up: cases flow from the first steps, and each step shares its completions among its next actions. */
function withVolumes(size: FullSize, steps: readonly StepType[], ways: readonly Way[], roll: Dice) {
  const shares = ways.map(() => 0);
  for (let from = 0; from < size.steps; from += 1) {
    const own = ways.flatMap((way, n) => (way.from === from ? [n] : []));
    const grouped = own.filter((n) => ways[n]!.rules.some((rule) => rule.kind === 'one-of'));
    const weights = grouped.map(
      (n) => 0.2 + roll.roll() * ((ways[n]!.to ?? 0) <= from && ways[n]!.to !== null ? 0.5 : 1),
    );
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [at, n] of grouped.entries()) shares[n] = weights[at]! / all;
    for (const n of own) if (!grouped.includes(n)) shares[n] = 0.05;
  }
  const begun = steps.map((one) => (one.mayStart ? 6_000 : 0));
  let visits: number[] = [...begun];
  for (let round = 0; round < 400; round += 1) {
    const next: number[] = [...begun];
    for (const [n, way] of ways.entries()) if (way.to !== null) next[way.to]! += visits[way.from]! * shares[n]!;
    visits = next;
  }
  return { completed: visits.map(Math.round), used: ways.map((way, n) => Math.round(visits[way.from]! * shares[n]!)) };
}

function toNextActions(ways: readonly Way[], used: readonly number[]): readonly NextAction[] {
  return ways.map(({ from, to, rules }, n) =>
    aNextAction(`NA_${n}`, step(from), to === null ? 'end' : step(to), {
      id: nextActionId(`NA_${n}`),
      label: `${WORDS[n % WORDS.length]} ${WORDS[(n * 7) % WORDS.length]}`,
      rules,
      timesUsed: used[n] ?? null,
      isNfa: to === null && n % 3 === 0,
      at: { file: 'workflows/next-actions.csv', row: n + 2 },
    }),
  );
}

/** Each step carries a form of its own, and every fourth one a form of another step too. */
function toActivities({ steps, forms }: FullSize, roll: Dice): readonly StepForm[] {
  const activities = Array.from({ length: steps }, (_, n): readonly Omit<StepForm, 'at'>[] => {
    const activity = (of: number, mandatory: boolean): Omit<StepForm, 'at'> => ({
      stepType: stepTypeId(step(n)),
      form: formId(form(of % forms)),
      mandatory,
      kind: 'form',
    });
    return n % 4 === 0 && forms > 1
      ? [activity(n, true), activity(n + 1 + roll.below(forms - 1), false)]
      : [activity(n, true)];
  }).flat();
  return activities.map((activity, n) => ({ ...activity, at: { file: 'workflows/step-forms.csv', row: n + 2 } }));
}

const wording = (roll: Dice): string => {
  const words = Array.from({ length: 3 + roll.below(5) }, () => roll.of(WORDS)).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

function toQuestions({ questions, forms, lookupAnswers }: FullSize, roll: Dice): readonly Question[] {
  const lookups = Math.max(1, Math.floor(lookupAnswers / 16));
  return Array.from({ length: questions }, (_, n) => {
    const type = roll.of(TYPES);
    const of = n % forms;
    const inForm = Math.floor(n / forms);
    const isConditional = inForm > 0 && roll.chance(0.3);
    const isText = type === 'long-text' || type === 'rich-text';
    return aQuestion(form(of), `Q_${inForm}`, {
      order: inForm + 1,
      section: `Section ${Math.floor(inForm / 10) + 1}`,
      text: wording(roll),
      type,
      mandatory: roll.chance(0.45),
      conditional: isConditional,
      shownIf: isConditional ? [{ kind: 'answered', question: questionCode(`Q_${roll.below(inForm)}`) }] : [],
      entry: roll.chance(0.85) ? 'typed' : roll.of(['pulled-editable', 'pulled-locked', 'system'] as const),
      perChild: roll.chance(0.15),
      collection: roll.chance(0.1) ? `Table ${inForm % 3}` : '',
      lookup: type === 'choice' || type === 'multi-choice' ? lookupId(`LOOKUP_${roll.below(lookups)}`) : null,
      typicalWords: isText && roll.chance(0.5) ? 20 + roll.below(200) : null,
      purposes: roll.chance(0.6)
        ? { assessed: true, values: roll.of(DEFINITE_PURPOSES) }
        : { assessed: false, values: [] },
      readers: roll.chance(0.4) ? { assessed: true, values: ['Team manager'] } : { assessed: false, values: [] },
      at: { file: 'workflows/questions.csv', row: n + 2 },
    });
  });
}

const toAnswers = ({ lookupAnswers }: FullSize): readonly LookupAnswer[] =>
  Array.from({ length: lookupAnswers }, (_, n) => ({
    lookup: lookupId(`LOOKUP_${Math.floor(n / 16)}`),
    order: (n % 16) + 1,
    answer: `Answer ${n % 16} ${WORDS[n % WORDS.length]}`,
    timesChosen: (n * 37) % 900,
    at: { file: 'workflows/lookups.csv', row: n + 2 },
  }));

function toUsage(
  questions: readonly Question[],
  filled: ReadonlyMap<string, number>,
  roll: Dice,
): readonly QuestionUsage[] {
  return questions.map((question, n) => {
    const all = filled.get(question.form) ?? 0;
    const shown = Math.round(all * (question.conditional ? roll.roll() : 1) * (question.perChild ? 1.8 : 1));
    const answered = question.mandatory ? shown : Math.round(shown * roll.roll());
    return {
      form: question.form,
      question: question.code,
      stepType: null,
      from: '2025-10-01',
      to: '2026-09-30',
      shown: shown > 0 && shown < 6 ? '<6' : shown,
      answered: answered > 0 && answered < 6 ? '<6' : answered,
      distinct: null,
      topShare: Math.round(roll.roll() * 1000) / 1000,
      avgChars: null,
      compared: null,
      unchanged: null,
      notHelpful: null,
      hardToAnswer: null,
      helpful: null,
      dataUserNeeds: null,
      at: { file: 'workflows/question-usage.csv', row: n + 2 },
    };
  });
}

const FACT_SCOPES: readonly Scope[] = [
  'child',
  'child',
  'referral',
  'assessment',
  'section-47',
  'initial-conference',
  'cin-plan',
  'review',
  'visit',
];

const toFacts = ({ facts }: FullSize, roll: Dice): readonly Fact[] =>
  Array.from({ length: facts }, (_, n) =>
    aFact(`fact.${n}`, {
      name: wording(roll),
      scope: FACT_SCOPES[n % FACT_SCOPES.length] ?? 'child',
      kind: roll.chance(0.1) ? 'judgement' : roll.of(['static', 'changing', 'event'] as const),
      at: { file: 'mappings/facts.csv', row: n + 2 },
    }),
  );

/** Rows that say the same place of the same fact twice are left out. */
function toSources(size: FullSize, questions: readonly Question[], roll: Dice): readonly Source[] {
  const drawn = Array.from({ length: size.sources }, (_, n) => {
    const fact = `fact.${roll.below(size.facts)}`;
    const at = { file: 'mappings/sources.csv', row: n + 2 };
    const use = roll.chance(0.4) ? ('feeds' as const) : ('records' as const);
    const status = roll.chance(0.7) ? ('confirmed' as const) : ('suggested' as const);
    if (n % 10 === 0)
      return aSource(fact, 'step-date', {
        stepType: stepTypeId(step(roll.below(size.steps))),
        ref: 'started',
        use,
        status,
        at,
      });
    if (n % 25 === 1) return aSource(fact, 'person-field', { ref: `FIELD_${n}`, use, status, at });
    const question = questions[(n * 7919) % questions.length]!;
    return aSource(fact, 'question', {
      form: question.form,
      question: question.code,
      use,
      status,
      order: roll.chance(0.5) ? n : null,
      at,
    });
  });
  const distinct = new Map(
    drawn.map((one) => [[one.fact, one.kind, one.stepType, one.form, one.question, one.ref].join('|'), one]),
  );
  return [...distinct.values()].map((one, n) => ({ ...one, at: { ...one.at, row: n + 2 } }));
}

const EVENTS = 8;

const toItems = ({ items, facts }: FullSize): readonly Item[] =>
  Array.from({ length: items }, (_, n) =>
    anItem(`Item${n}`, {
      fact: factId(`fact.${(n * 3) % facts}`),
      event: eventId(`event-${n % EVENTS}`),
      min: n % 3 === 0 ? 0 : 1,
      condition: n % 4 === 0 ? 'where it applies' : '',
      codeSet: n % 5 === 0 ? codeSetId('CODES') : null,
    }),
  );

const toEventPlaces = ({ steps }: FullSize): readonly EventPlace[] =>
  Array.from({ length: EVENTS * 4 }, (_, n) => ({
    event: eventId(`event-${n % EVENTS}`),
    stepType: stepTypeId(step((n * 53) % steps)),
    moment: n % 2 === 0 ? 'completed' : 'started',
    nextAction: null,
    at: { file: 'mappings/events.csv', row: n + 2 },
  }));

const toCodes = (): readonly CodeMapping[] =>
  Array.from({ length: 160 }, (_, n) => ({
    lookup: `LOOKUP_${Math.floor(n / 16)}`,
    answer: `Answer ${n % 16} ${WORDS[n % WORDS.length]}`,
    codeSet: 'CODES',
    code: `${n % 16}`,
    status: 'confirmed',
    by: '',
    on: '',
    why: '',
    at: { file: 'mappings/codes.csv', row: n + 2 },
  }));

/** A workspace of the size of a council's whole Mosaic, without a fault in it, whose volumes add up. */
export function fullSizeWorkspace(size: FullSize = FULL_SIZE): Workspace {
  const roll = dice(size.seed);
  const bare = toSteps(size, roll);
  const ways = toWays(size, roll);
  const { completed, used } = withVolumes(size, bare, ways, roll);
  const stepTypes = bare.map((one, n) => ({ ...one, completedPerYear: completed[n] ?? null }));
  const stepForms = toActivities(size, roll);
  const filled = new Map<string, number>();
  for (const activity of stepForms.filter(({ mandatory }) => mandatory)) {
    const visits = stepTypes.find(({ id }) => id === activity.stepType)?.completedPerYear ?? 0;
    filled.set(activity.form, (filled.get(activity.form) ?? 0) + visits);
  }
  const questions = toQuestions(size, roll);
  const lookupAnswers = toAnswers(size);
  return emptyWorkspace({
    manifest: { ...emptyWorkspace().manifest, authority: 'Full-size example', title: `Full size, seed ${size.seed}` },
    stepTypes,
    nextActions: toNextActions(ways, used),
    stepForms,
    forms: Array.from({ length: size.forms }, (_, n) =>
      aForm(form(n), { title: `Form ${n}`, at: { file: 'workflows/forms.csv', row: n + 2 } }),
    ),
    questions,
    lookupAnswers,
    usage: toUsage(questions, filled, roll),
    facts: toFacts(size, roll),
    sources: toSources(size, questions, roll),
    eventPlaces: toEventPlaces(size),
    codeMappings: toCodes(),
    returns: [
      aReturn({
        items: toItems(size),
        codes: Array.from({ length: 18 }, (_, n) => ({
          codeSet: codeSetId('CODES'),
          code: `${n}`,
          label: `Code ${n}`,
        })),
        events: Array.from({ length: EVENTS }, (_, n) => ({
          id: eventId(`event-${n}`),
          name: `Event ${n}`,
          defaultRoles: [],
        })),
      }),
    ],
  });
}
