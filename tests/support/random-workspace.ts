import * as fc from 'fast-check';
import { assertNever } from '#model/assert.ts';
import { codeSetId, eventId, factId, formId, lookupId, stepTypeId } from '#model/ids.ts';
import {
  ACTIVITY_KINDS,
  ENTRIES,
  FACT_KINDS,
  MAPPING_STATUSES,
  MOMENTS,
  QUESTION_TYPES,
  SOURCE_KINDS,
  STEP_DATES,
  SUBJECTS,
  USES,
} from '#model/words.ts';
import type {
  Clause,
  EventPlace,
  Fact,
  NextAction,
  NextActionRule,
  Question,
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
} from './a-workspace.ts';

export { aWorkspace } from './a-workspace.ts';

/*
 * Small workspaces without a fault in them. Every reference is first a plain number, read as "that one, counted round
 * the list": so a shrunk example stays valid whatever was taken away, and ends as small as it can be.
 */

export interface WorkspaceOptions {
  readonly maxSteps?: number;
  readonly maxActions?: number;
  readonly maxQuestions?: number;
  readonly maxFacts?: number;
  readonly maxSources?: number;
  /** False: next actions have no rules but `always` and `immediate`. */
  readonly choiceRules?: boolean;
}

const SCOPES_USED = [
  'child',
  'referral',
  'assessment',
  'section-47',
  'initial-conference',
  'protection-plan',
  'review',
  'visit',
  'step',
] as const;
const OPENED = SCOPES_USED.filter((scope) => scope !== 'child' && scope !== 'step');
const ANSWERS = ['Yes', 'No', 'Not known'];
const REFS = ['SEX', 'ETHNICITY', 'DISABILITY'];

const flag = (of = 2): fc.Arbitrary<boolean> => fc.nat(of - 1).map((n) => n > 0 && n === of - 1);
const pick = fc.nat(20);
const word = <Word>(words: readonly Word[]): fc.Arbitrary<Word> => fc.constantFrom(...words);

const at = <Value>(values: readonly Value[], index: number): Value | undefined => values[index % values.length];

const ruleSeed = (
  choiceRules: boolean,
): fc.Arbitrary<{ readonly kind: NextActionRule['kind']; readonly pick: number }> =>
  fc.record({
    kind: choiceRules
      ? word(['one-of', 'requires', 'mandatory-if', 'immediate', 'always'] as const)
      : word(['immediate', 'always'] as const),
    pick,
  });

const list = <Value>(seed: fc.Arbitrary<Value>, min: number, max: number): fc.Arbitrary<Value[]> =>
  fc.array(seed, { minLength: min, maxLength: max });

function seeds(options: WorkspaceOptions) {
  return fc.record({
    steps: list(
      fc.record({ mayStart: flag(3), mayEnd: flag(3), opens: fc.uniqueArray(word(OPENED), { maxLength: 2 }) }),
      2,
      options.maxSteps ?? 7,
    ),
    actions: list(
      fc.record({ from: pick, to: pick, rules: list(ruleSeed(options.choiceRules ?? true), 0, 2) }),
      1,
      options.maxActions ?? 12,
    ),
    formCount: fc.integer({ min: 1, max: 3 }),
    questions: list(
      fc.record({
        form: pick,
        type: word(['yes-no', 'choice', ...QUESTION_TYPES] as const),
        mandatory: fc.boolean(),
        clauses: list(fc.record({ on: pick, answers: fc.uniqueArray(word(ANSWERS), { maxLength: 2 }) }), 0, 2),
        conditional: flag(4),
        unreadable: flag(12),
        entry: word(['typed', 'typed', 'typed', ...ENTRIES] as const),
        pulled: fc.option(pick),
        perChild: flag(5),
      }),
      0,
      options.maxQuestions ?? 8,
    ),
    activities: list(
      fc.record({
        step: pick,
        form: pick,
        mandatory: fc.nat(2).map((n) => n < 2),
        kind: word(['form', ...ACTIVITY_KINDS] as const),
      }),
      0,
      7,
    ),
    facts: list(
      fc.record({ scope: word(SCOPES_USED), kind: word(FACT_KINDS), subject: word(SUBJECTS), protected: flag(5) }),
      1,
      options.maxFacts ?? 5,
    ),
    sources: list(
      fc.record({
        fact: pick,
        kind: word(['question', 'question', 'step-date', ...SOURCE_KINDS] as const),
        step: fc.option(pick),
        pick,
        refs: fc.uniqueArray(pick, { minLength: 1, maxLength: 2 }),
        use: word(['feeds', ...USES] as const),
        order: fc.option(fc.integer({ min: 1, max: 3 })),
        assured: fc.option(fc.boolean(), { freq: 2 }),
        status: word(['confirmed', 'confirmed', ...MAPPING_STATUSES] as const),
      }),
      0,
      options.maxSources ?? 10,
    ),
    places: list(fc.record({ event: pick, step: pick, moment: word(MOMENTS), action: fc.option(pick) }), 0, 4),
    items: list(
      fc.record({
        fact: fc.option(pick, { freq: 6 }),
        event: fc.option(pick, { freq: 8 }),
        min: fc.nat(1),
        conditional: flag(3),
        coded: flag(3),
      }),
      0,
      5,
    ),
    coded: list(
      fc.record({ answer: word(ANSWERS), code: word(['', '0', '1', '9']), status: word(MAPPING_STATUSES) }),
      0,
      3,
    ),
  });
}

type Seeds = ReturnType<typeof seeds> extends fc.Arbitrary<infer Value> ? Value : never;

/** Step types S0, S1 …; the first one that may start is S0 when no other may. */
function toStepTypes(seed: Seeds): readonly StepType[] {
  const none = seed.steps.every((step) => !step.mayStart);
  return seed.steps.map((step, index) =>
    aStepType(`S${index}`, {
      ...step,
      mayStart: step.mayStart || (none && index === 0),
      at: { file: 'workflows/step-types.csv', row: index + 2 },
    }),
  );
}

function toActivities(seed: Seeds): readonly StepForm[] {
  const activities = seed.activities.map(
    ({ step, form, mandatory, kind }, index): StepForm => ({
      stepType: stepTypeId(`S${step % seed.steps.length}`),
      form: formId(`F${form % seed.formCount}`),
      mandatory,
      kind,
      at: { file: 'workflows/step-forms.csv', row: index + 2 },
    }),
  );
  return [...new Map(activities.map((activity) => [`${activity.stepType} ${activity.form}`, activity])).values()];
}

/** A question's condition is about an earlier question of its form, so conditions never run in a circle. */
function toQuestions(seed: Seeds): readonly Question[] {
  const made: Question[] = [];
  for (const [index, given] of seed.questions.entries()) {
    const form = `F${given.form % seed.formCount}`;
    const earlier = made.filter((question) => question.form === form);
    const shownIf = given.conditional ? given.clauses.flatMap((clause) => toClause(clause, earlier)) : [];
    const pulledFrom = given.pulled === null ? undefined : at(made, given.pulled);
    made.push(
      aQuestion(form, `Q${index}`, {
        order: index + 1,
        type: given.type,
        mandatory: given.mandatory,
        shownIf: given.unreadable ? [] : shownIf,
        conditional: given.unreadable || shownIf.length > 0,
        entry: given.entry,
        pulledFrom:
          given.entry === 'typed' || given.entry === 'system'
            ? null
            : pulledFrom === undefined
              ? { kind: 'person', field: 'SEX' }
              : { kind: 'question', form: pulledFrom.form, question: pulledFrom.code },
        perChild: given.perChild,
        lookup: given.type === 'choice' || given.type === 'multi-choice' ? lookupId('ANSWERS') : null,
        at: { file: 'workflows/questions.csv', row: index + 2 },
      }),
    );
  }
  return made;
}

function toClause(
  { on, answers }: { readonly on: number; readonly answers: readonly string[] },
  earlier: readonly Question[],
): readonly Clause[] {
  const question = at(earlier, on);
  if (question === undefined) return [];
  return [
    answers.length === 0
      ? { kind: 'answered', question: question.code }
      : { kind: 'one-of', question: question.code, answers },
  ];
}

function toNextActions(
  seed: Seeds,
  activities: readonly StepForm[],
  questions: readonly Question[],
): readonly NextAction[] {
  const steps = seed.steps.length;
  const bare = seed.actions.map(({ from, to }, index) => {
    const target = to % (steps + 3);
    const key = target < steps ? `S${target}` : target === steps ? '?' : 'end';
    return aNextAction(`N${index}`, `S${from % steps}`, key, {
      at: { file: 'workflows/next-actions.csv', row: index + 2 },
    });
  });
  return bare.map((action, index) => {
    const beside = bare.filter((other) => other.from === action.from && other !== action);
    const forms = activities.filter(({ stepType }) => stepType === action.from).map(({ form }) => form);
    const asked = questions.filter(({ form }) => forms.includes(form));
    const rules = (seed.actions[index]?.rules ?? []).flatMap((rule) => toRule(rule, beside, asked));
    return { ...action, rules: [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()] };
  });
}

function toRule(
  rule: { readonly kind: NextActionRule['kind']; readonly pick: number },
  beside: readonly NextAction[],
  asked: readonly Question[],
): readonly NextActionRule[] {
  switch (rule.kind) {
    case 'always':
    case 'immediate':
      return [{ kind: rule.kind }];
    case 'one-of':
      return [{ kind: 'one-of', group: rule.pick % 2 === 0 ? 'X' : 'Y' }];
    case 'requires': {
      const other = at(beside, rule.pick);
      return other === undefined ? [] : [{ kind: 'requires', nextAction: other.id }];
    }
    case 'mandatory-if': {
      const question = at(asked, rule.pick);
      if (question === undefined) return [];
      return [
        { kind: 'mandatory-if', form: question.form, question: question.code, answer: at(ANSWERS, rule.pick) ?? 'Yes' },
      ];
    }
    default:
      return assertNever(rule.kind);
  }
}

const toFacts = (seed: Seeds): readonly Fact[] =>
  seed.facts.map((fact, index) =>
    aFact(`fact${index}`, {
      ...fact,
      protected: fact.protected ? 'needed in law' : '',
      at: { file: 'mappings/facts.csv', row: index + 2 },
    }),
  );

interface Places {
  readonly steps: number;
  readonly activities: readonly StepForm[];
  readonly questions: readonly Question[];
  readonly actions: readonly NextAction[];
}

type SourceSeed = Seeds['sources'][number];
const stepOf = (pick: number, places: Places): StepType['id'] => stepTypeId(`S${pick % places.steps}`);

/** What is particular to a source of the kind; null where the workspace has no place for one. */
function toPlace(seed: SourceSeed, fact: number, places: Places): Partial<Source> | null {
  switch (seed.kind) {
    case 'question':
      return toQuestionPlace(seed, places);
    case 'step-date':
      return { stepType: stepOf(seed.pick, places), ref: at(STEP_DATES, seed.refs[0] ?? 0) ?? 'started' };
    case 'next-action': {
      const action = at(places.actions, seed.pick);
      return action === undefined ? null : { stepType: action.from, ref: action.id };
    }
    case 'step-path':
      return { stepType: stepOf(seed.pick, places), ref: seed.refs.map((step) => stepOf(step, places)).join('; ') };
    case 'step-source':
      return { stepType: stepOf(seed.pick, places) };
    case 'calculated':
      // Worked out from earlier facts only, so calculations chain and never run in a circle.
      return fact === 0 ? null : { ref: [...new Set(seed.refs.map((ref) => `fact${ref % fact}`))].join('; ') };
    case 'generated':
      return {};
    case 'outside':
      return { ref: 'case note' };
    case 'person-field':
    case 'register-field':
    case 'legal-status':
    case 'service-user-group':
      return {
        stepType: seed.step === null ? null : stepOf(seed.step, places),
        ref: at(REFS, seed.pick) ?? 'SEX',
      };
    default:
      return assertNever(seed.kind);
  }
}

function toQuestionPlace(seed: SourceSeed, { activities, questions }: Places): Partial<Source> | null {
  const question = at(questions, seed.pick);
  if (question === undefined) return null;
  const standing = activities.filter((activity) => activity.form === question.form);
  const stepType = seed.step === null ? null : (at(standing, seed.step)?.stepType ?? null);
  return { form: question.form, question: question.code, stepType };
}

const sourceKey = ({ fact, kind, stepType, form, question, ref }: Source): string =>
  [fact, kind, stepType, form, question, ref].join(' ');

function toSources(seed: Seeds, places: Places): readonly Source[] {
  const sources = seed.sources.flatMap((given, index) => {
    const fact = given.fact % seed.facts.length;
    const place = toPlace(given, fact, places);
    if (place === null) return [];
    const { use, order, assured, status } = given;
    return [
      aSource(`fact${fact}`, given.kind, {
        ...place,
        use,
        order,
        assured,
        status,
        at: { file: 'mappings/sources.csv', row: index + 2 },
      }),
    ];
  });
  return [...new Map(sources.map((source) => [sourceKey(source), source])).values()];
}

function toEventPlaces(seed: Seeds, actions: readonly NextAction[]): readonly EventPlace[] {
  return seed.places.map(({ event, step, moment, action }, index) => {
    const stepType = stepTypeId(`S${step % seed.steps.length}`);
    const own = actions.filter(({ from }) => from === stepType);
    const nextAction = action === null || moment === 'started' ? undefined : at(own, action);
    return {
      event: eventId(`E${event % 2}`),
      stepType,
      moment,
      nextAction: nextAction?.id ?? null,
      at: { file: 'mappings/events.csv', row: index + 2 },
    };
  });
}

const toReturn = (seed: Seeds): Workspace['returns'][number] =>
  aReturn({
    items: seed.items.map(({ fact, event, min, conditional, coded }, index) =>
      anItem(`Item${index}`, {
        fact: fact === null ? null : factId(`fact${fact % seed.facts.length}`),
        event: event === null ? null : eventId(`E${event % 2}`),
        min,
        condition: conditional ? 'where it applies' : '',
        codeSet: coded ? codeSetId('YESNO') : null,
      }),
    ),
    codes: ['0', '1'].map((code) => ({ codeSet: codeSetId('YESNO'), code, label: code })),
    events: ['E0', 'E1'].map((event) => ({ id: eventId(event), name: event, defaultRoles: [] })),
  });

function toWorkspace(seed: Seeds): Workspace {
  const activities = toActivities(seed);
  const questions = toQuestions(seed);
  const nextActions = toNextActions(seed, activities, questions);
  const places = { steps: seed.steps.length, activities, questions, actions: nextActions };
  return emptyWorkspace({
    stepTypes: toStepTypes(seed),
    nextActions,
    stepForms: activities,
    forms: Array.from({ length: seed.formCount }, (_, index) => aForm(`F${index}`)),
    questions,
    lookupAnswers: ANSWERS.map((answer, index) => ({
      lookup: lookupId('ANSWERS'),
      order: index + 1,
      answer,
      timesChosen: null,
      at: { file: 'workflows/lookups.csv', row: index + 2 },
    })),
    facts: toFacts(seed),
    sources: toSources(seed, places),
    eventPlaces: toEventPlaces(seed, nextActions),
    codeMappings: seed.coded.map((given, index) => ({
      lookup: 'ANSWERS',
      codeSet: 'YESNO',
      ...given,
      by: '',
      on: '',
      why: '',
      at: { file: 'mappings/codes.csv', row: index + 2 },
    })),
    returns: [toReturn(seed)],
  });
}

/** Small workspaces that read without an error. The return is `test`, its events E0 and E1. */
export const arbitraryWorkspace = (options: WorkspaceOptions = {}): fc.Arbitrary<Workspace> =>
  seeds(options).map(toWorkspace);
