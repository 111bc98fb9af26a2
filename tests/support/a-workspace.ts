import type { Code, DataReturn, Item } from '#model/data-return.ts';
import {
  asWord,
  codeSetId,
  eventId,
  factId,
  formId,
  itemId,
  lookupId,
  nextActionId,
  questionCode,
  returnId,
  stepTypeId,
} from '#model/ids.ts';
import {
  ACTIVITY_KINDS,
  ENTRIES,
  FACT_KINDS,
  FORMATS,
  MAPPING_STATUSES,
  MOMENTS,
  QUESTION_TYPES,
  SCOPES,
  SOURCE_KINDS,
  SUBJECTS,
  USES,
} from '#model/words.ts';
import type {
  Clause,
  CodeMapping,
  EventPlace,
  Fact,
  Form,
  LookupAnswer,
  NextAction,
  NextActionRule,
  PulledFrom,
  Question,
  RowRef,
  Source,
  StepForm,
  StepType,
  Target,
  Workspace,
} from '#model/workspace.ts';

/*
 * A workspace for a test, one line of words a row. The first word is the key; the others stand in any order, and
 * what is left out has the default of the files. What a later line names and no earlier line describes (a step of a
 * next action, a form of a question, a fact of a source) is made with defaults.
 *
 *   aWorkspace({
 *     steps:      ['A may-start opens:referral', 'B may-end role:review group'],
 *     actions:    ['A > B always', 'A > C one-of:X', 'B > end', 'C > ? requires:C>end', 'again: C > B immediate delay:7'],
 *     activities: ['A F', 'B F optional letter'],
 *     questions:  ['F.Q mandatory yes-no', 'F.R mandatory shown:Q=Yes|No shown:S', 'F.S pulled-locked from:F.Q per-child rows:Visits',
 *                  'F.T pulled-editable from:person.SEX'],
 *     facts:      ['due event referral', 'born family', 'view judgement step protected'],
 *     sources:    ['born F.Q', 'born F.Q @A records order:1', 'due step-date started @A', 'way next-action A>B @A',
 *                  'sex person-field GENDER', 'sex person-field GENDER @A assured', 'age calculated born due'],
 *     events:     ['begun A started', 'sent A completed A>B'],
 *     items:      ['Sex fact:sex on:begun min:0 conditional code-set:SEX', 'Due fact:due format:date max:n'],
 *     lookups:    ['ANSWERS Male Female'],
 *     codes:      ['SEX M F'],
 *     mappings:   ['ANSWERS Male SEX M'],
 *   })
 *
 * A next action without a `key:` is called `A>B`. Rules: always, immediate, one-of:GROUP, requires:KEY, if:F.Q=Answer.
 * Numbers of rows follow the order of the lines, so that places can be told apart.
 */
export interface WorkspaceWords {
  readonly steps?: readonly string[];
  readonly actions?: readonly string[];
  readonly activities?: readonly string[];
  readonly questions?: readonly string[];
  readonly facts?: readonly string[];
  readonly sources?: readonly string[];
  readonly events?: readonly string[];
  readonly items?: readonly string[];
  readonly lookups?: readonly string[];
  readonly codes?: readonly string[];
  readonly mappings?: readonly string[];
}

interface Words {
  readonly key: string;
  readonly rest: readonly string[];
  readonly at: RowRef;
  readonly has: (word: string) => boolean;
  /** What stands after `name:` in the words; every one of them for `all`. */
  readonly value: (name: string) => string | undefined;
  readonly all: (name: string) => readonly string[];
  /** The first word that a closed list holds. */
  readonly of: <Word extends string>(words: readonly Word[]) => Word | undefined;
}

function readWords(line: string, at: RowRef): Words {
  const [key = '', ...rest] = line.trim().split(/\s+/u);
  const all = (name: string): readonly string[] =>
    rest.filter((word) => word.startsWith(`${name}:`)).map((word) => word.slice(name.length + 1));
  return {
    key,
    rest,
    at,
    has: (word) => rest.includes(word),
    all,
    value: (name) => all(name)[0],
    of: (words) => rest.map((word) => asWord(words, word)).find((word) => word !== undefined),
  };
}

const NOWHERE: RowRef = { file: '', row: 0 };

/** A step type with the defaults of an empty row, and what is given. */
export const aStepType = (key: string, given: Partial<StepType> = {}): StepType => ({
  id: stepTypeId(key),
  name: key,
  workflow: 'Main',
  roles: [],
  mayStart: false,
  mayEnd: false,
  opens: [],
  per: 'child',
  team: '',
  clock: null,
  completedPerYear: null,
  notes: '',
  at: NOWHERE,
  ...given,
});

/** A next action; `to` is a step type, `end`, or `?` for a target nobody has said. */
export const aNextAction = (key: string, from: string, to: string, given: Partial<NextAction> = {}): NextAction => ({
  id: nextActionId(key),
  label: key,
  from: stepTypeId(from),
  to: aTarget(to),
  rules: [],
  delayDays: null,
  isNfa: false,
  timesUsed: null,
  notes: '',
  at: NOWHERE,
  ...given,
});

function aTarget(to: string): Target {
  if (to === 'end') return { kind: 'end' };
  return to === '?' ? { kind: 'unknown' } : { kind: 'step', stepType: stepTypeId(to) };
}

export const aForm = (key: string, given: Partial<Form> = {}): Form => ({
  id: formId(key),
  title: key,
  version: '1',
  notes: '',
  at: NOWHERE,
  ...given,
});

/** A typed short text question, neither mandatory nor conditional unless given. */
export const aQuestion = (form: string, code: string, given: Partial<Question> = {}): Question => ({
  form: formId(form),
  code: questionCode(code),
  order: null,
  section: '',
  text: code,
  type: 'short-text',
  mandatory: false,
  conditional: (given.shownIf ?? []).length > 0,
  shownIf: [],
  entry: 'typed',
  pulledFrom: null,
  perChild: false,
  collection: '',
  lookup: null,
  enteredBy: '',
  typicalWords: null,
  purposes: { assessed: false, values: [] },
  readers: { assessed: false, values: [] },
  tags: [],
  notes: '',
  at: NOWHERE,
  ...given,
});

/** A static fact about the child. */
export const aFact = (key: string, given: Partial<Fact> = {}): Fact => ({
  id: factId(key),
  name: key,
  subject: 'child',
  scope: 'child',
  kind: 'static',
  protected: '',
  definition: '',
  shipped: false,
  at: NOWHERE,
  ...given,
});

/** A confirmed source that feeds. */
export const aSource = (fact: string, kind: Source['kind'], given: Partial<Source> = {}): Source => ({
  fact: factId(fact),
  kind,
  stepType: null,
  form: null,
  question: null,
  ref: '',
  use: 'feeds',
  order: null,
  assured: null,
  status: 'confirmed',
  by: '',
  on: '',
  why: '',
  at: NOWHERE,
  ...given,
});

/** A required text item that nothing makes due. */
export const anItem = (key: string, given: Partial<Item> = {}): Item => ({
  id: itemId(key),
  tag: key,
  path: key,
  module: 'Test',
  name: key,
  cbds: '',
  format: { kind: given.codeSet === undefined || given.codeSet === null ? 'text' : 'code' },
  codeSet: null,
  min: 1,
  max: 1,
  event: null,
  condition: '',
  fact: null,
  childProtection: false,
  confidence: 'verified',
  source: '',
  ...given,
});

/** The return `test`, of the family `test`. */
export const aReturn = (given: Partial<DataReturn> = {}): DataReturn => ({
  id: returnId('test'),
  name: 'Test return',
  year: '2026-27',
  period: { from: '2026-04-01', to: '2027-03-31' },
  source: '',
  notVerified: [],
  family: 'test',
  items: [],
  codes: [],
  rules: [],
  events: [],
  shipped: false,
  ...given,
});

/** A workspace in which nothing is said but what is given. */
export const emptyWorkspace = (given: Partial<Workspace> = {}): Workspace => ({
  manifest: { authority: 'Testshire', title: 'Test', returns: [returnId('test')], asAt: '2026-11-01' },
  stepTypes: [],
  nextActions: [],
  stepForms: [],
  forms: [],
  questions: [],
  lookupAnswers: [],
  usage: [],
  timings: [],
  positions: [],
  facts: [],
  sources: [],
  eventPlaces: [],
  codeMappings: [],
  reviews: [],
  returns: [aReturn()],
  ...given,
});

const toStepType = (words: Words): StepType =>
  aStepType(words.key, {
    mayStart: words.has('may-start'),
    mayEnd: words.has('may-end'),
    opens: words.all('opens').map((scope) => asWord(SCOPES, scope) ?? 'child'),
    roles: words.all('role'),
    workflow: words.value('workflow') ?? 'Main',
    per: words.has('group') ? 'group' : 'child',
    at: words.at,
  });

/** `F.Q=Answer` or `F.Q`; the answer may hold `_` for a space. */
function splitPlace(raw: string): { form: string; question: string; answer: string } {
  const [place = '', answer = ''] = raw.split('=');
  const [form = '', question = ''] = place.split('.');
  return { form, question, answer: answer.replaceAll('_', ' ') };
}

function toRules(words: Words): readonly NextActionRule[] {
  return words.rest.flatMap((word): readonly NextActionRule[] => {
    if (word === 'always' || word === 'immediate') return [{ kind: word }];
    const [kind = '', value = ''] = word.split(/:(.*)/su);
    if (kind === 'one-of') return [{ kind, group: value }];
    if (kind === 'requires') return [{ kind, nextAction: nextActionId(value) }];
    if (kind !== 'if') return [];
    const { form, question, answer } = splitPlace(value);
    return [{ kind: 'mandatory-if', form: formId(form), question: questionCode(question), answer }];
  });
}

function toNextAction(line: string, at: RowRef): NextAction {
  const named = /^(\S+):\s+(.*)$/u.exec(line.trim());
  const [from = '', , to = '', ...rest] = (named?.[2] ?? line).trim().split(/\s+/u);
  const words = readWords(['rules', ...rest].join(' '), at);
  const delay = words.value('delay');
  return aNextAction(named?.[1] ?? `${from}>${to}`, from, to, {
    rules: toRules(words),
    delayDays: delay === undefined ? null : Number(delay),
    at,
  });
}

const toStepForm = ({ key, rest, has, of, at }: Words): StepForm => ({
  stepType: stepTypeId(key),
  form: formId(rest[0] ?? ''),
  mandatory: !has('optional'),
  kind: of(ACTIVITY_KINDS) ?? 'form',
  at,
});

function toClause(raw: string): Clause {
  const [question = '', answers] = raw.split('=');
  const code = questionCode(question);
  if (answers === undefined) return { kind: 'answered', question: code };
  return { kind: 'one-of', question: code, answers: answers.split('|').map((answer) => answer.replaceAll('_', ' ')) };
}

const toPulledFrom = ({ form, question }: ReturnType<typeof splitPlace>): PulledFrom =>
  form === 'person'
    ? { kind: 'person', field: question }
    : { kind: 'question', form: formId(form), question: questionCode(question) };

function toQuestion(words: Words): Question {
  const { form, question } = splitPlace(words.key);
  const from = words.value('from');
  const pulled = from === undefined ? null : splitPlace(from);
  const lookup = words.value('lookup');
  return aQuestion(form, question, {
    type: words.of(QUESTION_TYPES) ?? (lookup === undefined ? 'short-text' : 'choice'),
    mandatory: words.has('mandatory'),
    shownIf: words.all('shown').map(toClause),
    entry: words.of(ENTRIES) ?? (pulled === null ? 'typed' : 'pulled-editable'),
    pulledFrom: pulled === null ? null : toPulledFrom(pulled),
    perChild: words.has('per-child'),
    collection: words.value('rows') ?? '',
    lookup: lookup === undefined ? null : lookupId(lookup),
    at: words.at,
  });
}

const toFact = (words: Words): Fact =>
  aFact(words.key, {
    // `child` and `review` name several things; the subject is the child unless another is said.
    subject: words.of(SUBJECTS.filter((subject) => subject !== 'child')) ?? 'child',
    scope: words.of(SCOPES) ?? 'child',
    kind: words.of(FACT_KINDS) ?? 'static',
    protected: words.has('protected') ? 'needed in law' : '',
    at: words.at,
  });

function toSource(words: Words): Source {
  const step = words.rest.find((word) => word.startsWith('@'))?.slice(1);
  const order = words.value('order');
  const kind = words.of(SOURCE_KINDS) ?? 'question';
  const said = [kind, ...USES, ...MAPPING_STATUSES, 'assured', 'not-assured'];
  const refs = words.rest.filter((word) => !said.includes(word) && !word.startsWith('@') && !word.startsWith('order:'));
  const place = kind === 'question' ? splitPlace(refs[0] ?? '') : null;
  return aSource(words.key, kind, {
    stepType: step === undefined ? null : stepTypeId(step),
    form: place === null ? null : formId(place.form),
    question: place === null ? null : questionCode(place.question),
    ref: kind === 'question' ? '' : refs.join('; '),
    use: words.of(USES) ?? 'feeds',
    order: order === undefined ? null : Number(order),
    assured: words.has('assured') ? true : words.has('not-assured') ? false : null,
    status: words.of(MAPPING_STATUSES) ?? 'confirmed',
    at: words.at,
  });
}

const toEventPlace = ({ key, rest, of, at }: Words): EventPlace => ({
  event: eventId(key),
  stepType: stepTypeId(rest[0] ?? ''),
  moment: of(MOMENTS) ?? 'completed',
  nextAction: rest[2] === undefined ? null : nextActionId(rest[2]),
  at,
});

function toFormat(raw: string | undefined): Partial<Item> {
  const kind = raw === undefined ? undefined : asWord(FORMATS, raw);
  if (kind !== undefined) return { format: { kind } };
  return raw === 'pattern' ? { format: { kind: 'pattern', pattern: '^.*$' } } : {};
}

function toItem(words: Words): Item {
  const codeSet = words.value('code-set');
  const event = words.value('on');
  const fact = words.value('fact');
  return anItem(words.key, {
    codeSet: codeSet === undefined ? null : codeSetId(codeSet),
    event: event === undefined ? null : eventId(event),
    fact: fact === undefined ? null : factId(fact),
    ...toFormat(words.value('format')),
    min: Number(words.value('min') ?? 1),
    max: words.value('max') === 'n' ? 'n' : Number(words.value('max') ?? 1),
    condition: words.has('conditional') ? 'where it applies' : '',
  });
}

const toAnswers = ({ key, rest, at }: Words): readonly LookupAnswer[] =>
  rest.map((answer, index) => ({ lookup: lookupId(key), order: index + 1, answer, timesChosen: null, at }));

const toCodes = ({ key, rest }: Words): readonly Code[] =>
  rest.map((code) => ({ codeSet: codeSetId(key), code, label: code }));

const toCodeMapping = ({ key, rest, of, at }: Words): CodeMapping => ({
  lookup: key,
  answer: rest[0] ?? '',
  codeSet: rest[1] ?? '',
  code: rest[2] ?? '',
  status: of(MAPPING_STATUSES) ?? 'confirmed',
  by: '',
  on: '',
  why: '',
  at,
});

/** The values, and one more for every key that is needed and that none of them has. */
function withNeeded<Value>(
  values: readonly Value[],
  key: (value: Value) => string,
  needed: readonly string[],
  make: (key: string) => Value,
): readonly Value[] {
  const known = new Set(values.map(key));
  return [...values, ...[...new Set(needed)].filter((wanted) => !known.has(wanted)).map(make)];
}

function read<Value>(
  lines: readonly string[] | undefined,
  file: string,
  to: (words: Words) => Value,
): readonly Value[] {
  return (lines ?? []).map((line, index) => to(readWords(line, { file, row: index + 2 })));
}

/** A workspace from lines of words (see above), with anything else put in by `also`. */
export function aWorkspace(words: WorkspaceWords, also: Partial<Workspace> = {}): Workspace {
  const nextActions = (words.actions ?? []).map((line, index) =>
    toNextAction(line, { file: 'workflows/next-actions.csv', row: index + 2 }),
  );
  const stepForms = read(words.activities, 'workflows/step-forms.csv', toStepForm);
  const questions = read(words.questions, 'workflows/questions.csv', toQuestion);
  const sources = read(words.sources, 'mappings/sources.csv', toSource);
  const eventPlaces = read(words.events, 'mappings/events.csv', toEventPlace);
  const items = read(words.items, 'items.csv', toItem);
  const steps = [
    ...nextActions.flatMap(({ from, to }) => (to.kind === 'step' ? [from, to.stepType] : [from])),
    ...stepForms.map((activity) => activity.stepType),
    ...[...sources, ...eventPlaces].flatMap(({ stepType }) => (stepType === null ? [] : [stepType])),
  ];
  const events = [...eventPlaces.map((place) => place.event), ...items.flatMap(({ event }) => event ?? [])];
  const factsNeeded = [...sources.map((source) => source.fact), ...items.flatMap(({ fact }) => fact ?? [])];
  return emptyWorkspace({
    stepTypes: withNeeded(
      read(words.steps, 'workflows/step-types.csv', toStepType),
      ({ id }) => id,
      steps,
      (key) => aStepType(key),
    ),
    nextActions,
    stepForms,
    forms: withNeeded<Form>(
      [],
      ({ id }) => id,
      [...stepForms, ...questions].map(({ form }) => form),
      (key) => aForm(key),
    ),
    questions,
    lookupAnswers: read(words.lookups, 'workflows/lookups.csv', toAnswers).flat(),
    facts: withNeeded(
      read(words.facts, 'mappings/facts.csv', toFact),
      ({ id }) => id,
      factsNeeded,
      (key) => aFact(key),
    ),
    sources,
    eventPlaces,
    codeMappings: read(words.mappings, 'mappings/codes.csv', toCodeMapping),
    returns: [
      aReturn({
        items,
        codes: read(words.codes, 'codes.csv', toCodes).flat(),
        events: [...new Set(events)].map((id) => ({ id, name: id, defaultRoles: [] })),
      }),
    ],
    ...also,
  });
}
