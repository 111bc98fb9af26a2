import Papa from 'papaparse';
import type { DataReturn } from '#model/data-return.ts';
import type { Assessed, Question, Workspace } from '#model/workspace.ts';
import { formatCondition } from '#workspace/condition.ts';
import type { WorkspaceFiles } from '#workspace/files.ts';
import { formatRules } from '#workspace/rules.ts';

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;

const flag = (value: boolean): string => (value ? 'Y' : 'N');
const list = (values: readonly string[]): string => values.join('; ');
const assessed = ({ assessed: known, values }: Assessed<string>): string =>
  known && values.length === 0 ? 'none' : list(values);

function pulledFrom({ pulledFrom: from }: Question): string {
  if (from === null) return '';
  return from.kind === 'person' ? `person:${from.field}` : `${from.form}.${from.question}`;
}

const toQuestionRow = (question: Question): Row => ({
  form: question.form,
  question: question.code,
  order: question.order,
  section: question.section,
  text: question.text,
  type: question.type,
  mandatory: flag(question.mandatory),
  shown_if: formatCondition(question.shownIf),
  entry: question.entry,
  pulled_from: pulledFrom(question),
  per_child: flag(question.perChild),
  collection: question.collection,
  lookup: question.lookup,
  entered_by: question.enteredBy,
  typical_words: question.typicalWords,
  purposes: assessed(question.purposes),
  readers: assessed(question.readers),
  tags: list(question.tags),
  notes: question.notes,
});

const workflowTables = (workspace: Workspace): Readonly<Record<string, readonly Row[]>> => ({
  'workflows/step-types.csv': workspace.stepTypes.map(({ id, clock, ...step }) => ({
    step_type: id,
    name: step.name,
    workflow: step.workflow,
    roles: list(step.roles),
    may_start: flag(step.mayStart),
    may_end: flag(step.mayEnd),
    opens: list(step.opens),
    per: step.per,
    team: step.team,
    clock_length: clock?.length ?? null,
    clock_unit: clock?.unit ?? '',
    clock_from: clock?.from ?? '',
    clock_basis: clock?.basis ?? '',
    completed_per_year: step.completedPerYear,
    notes: step.notes,
  })),
  'workflows/next-actions.csv': workspace.nextActions.map((action) => ({
    next_action: action.id,
    label: action.label,
    from: action.from,
    to: action.to.kind === 'step' ? action.to.stepType : action.to.kind === 'end' ? 'end' : '?',
    rules: formatRules(action.rules),
    delay_days: action.delayDays,
    is_nfa: flag(action.isNfa),
    times_used: action.timesUsed,
    notes: action.notes,
  })),
  'workflows/step-forms.csv': workspace.stepForms.map(({ stepType, form, mandatory, kind }) => ({
    step_type: stepType,
    form,
    mandatory: flag(mandatory),
    kind,
  })),
  'workflows/forms.csv': workspace.forms.map(({ id, title, version, notes }) => ({ form: id, title, version, notes })),
  'workflows/questions.csv': workspace.questions.map(toQuestionRow),
  'workflows/lookups.csv': workspace.lookupAnswers.map(({ lookup, order, answer, timesChosen }) => ({
    lookup,
    order,
    answer,
    times_chosen: timesChosen,
  })),
  'workflows/question-usage.csv': workspace.usage.map((row) => ({
    form: row.form,
    question: row.question,
    step_type: row.stepType,
    from: row.from,
    to: row.to,
    shown: row.shown,
    answered: row.answered,
    distinct: row.distinct,
    top_share: row.topShare,
    avg_chars: row.avgChars,
    compared: row.compared,
    unchanged: row.unchanged,
    not_helpful: row.notHelpful,
    hard_to_answer: row.hardToAnswer,
    helpful: row.helpful,
    data_user_needs: row.dataUserNeeds,
  })),
});

const mappingTables = (workspace: Workspace): Readonly<Record<string, readonly Row[]>> => ({
  'mappings/facts.csv': workspace.facts.map((fact) => ({
    fact: fact.id,
    name: fact.name,
    subject: fact.subject,
    scope: fact.scope,
    kind: fact.kind,
    protected: fact.protected,
    definition: fact.definition,
  })),
  'mappings/sources.csv': workspace.sources.map(({ stepType, assured, ...source }) => ({
    fact: source.fact,
    kind: source.kind,
    step_type: stepType,
    form: source.form,
    question: source.question,
    ref: source.ref,
    use: source.use,
    order: source.order,
    assured: assured === null ? '' : flag(assured),
    status: source.status,
    by: source.by,
    on: source.on,
    why: source.why,
  })),
  'mappings/events.csv': workspace.eventPlaces.map(({ event, stepType, moment, nextAction }) => ({
    event,
    step_type: stepType,
    moment,
    next_action: nextAction,
  })),
  'mappings/codes.csv': workspace.codeMappings.map(({ codeSet, ...mapping }) => ({
    lookup: mapping.lookup,
    answer: mapping.answer,
    code_set: codeSet,
    code: mapping.code,
    status: mapping.status,
    by: mapping.by,
    on: mapping.on,
    why: mapping.why,
  })),
});

const returnTables = ({ items, codes, events }: DataReturn): Readonly<Record<string, readonly Row[]>> => ({
  'items.csv': items.map((item) => ({
    item: item.id,
    tag: item.tag,
    path: item.path,
    module: item.module,
    name: item.name,
    cbds: item.cbds,
    format: item.format.kind === 'pattern' ? `pattern:${item.format.pattern}` : item.format.kind,
    code_set: item.codeSet,
    min: item.min,
    max: item.max,
    event: item.event,
    condition: item.condition,
    fact: item.fact,
    child_protection: flag(item.childProtection),
    confidence: item.confidence,
    source: item.source,
  })),
  'codes.csv': codes.map(({ codeSet, code, label }) => ({ code_set: codeSet, code, label })),
  'events.csv': events.map(({ id, name, defaultRoles }) => ({
    event: id,
    name,
    default_roles: list(defaultRoles),
  })),
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const tableBytes = (rows: readonly Row[]): Uint8Array => bytesOf(`${Papa.unparse([...rows], { newline: '\n' })}\n`);

function returnFiles(one: DataReturn): readonly (readonly [string, Uint8Array])[] {
  const { id, name, year, period, family, source, notVerified } = one;
  const folder = `mappings/returns/${id}`;
  const about = JSON.stringify({ id, name, year, period, family, source, notVerified });
  const tables = Object.entries(returnTables(one)).filter(([, rows]) => rows.length > 0);
  return [
    [`${folder}/return.json`, bytesOf(about)],
    ...tables.map(([file, rows]) => [`${folder}/${file}`, tableBytes(rows)] as const),
  ];
}

/** The files that say what a workspace made for measuring says. Timings, positions and decisions are not written. */
export function asFiles(workspace: Workspace): WorkspaceFiles {
  const tables = { ...workflowTables(workspace), ...mappingTables(workspace) };
  return new Map([
    ['workflows/workspace.json', bytesOf(JSON.stringify({ format: 'throughline/1', ...workspace.manifest }))],
    ...Object.entries(tables).map(([file, rows]) => [file, tableBytes(rows)] as const),
    ...workspace.returns.flatMap(returnFiles),
  ]);
}
