import type { Audit } from '#model/audit.ts';
import type { Finding, Problem } from '#model/finding.ts';
import type { FormId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Suggestions } from '#model/suggestion.ts';
import type { Question, RowRef, Source, StepForm, StepType } from '#model/workspace.ts';
import type { CellTexts } from './field-column.ts';
import { standingOf } from './mapping-standing.ts';
import type { QuestionRow } from './question-row.ts';
import { findingsByQuestion, problemsByRow, suggestionsByQuestion, timesByQuestion } from './row-lookups.ts';
import { sameFindings, sameInputs } from './settle-row.ts';

/** What rows are made from. */
export interface RowsFrom {
  readonly index: WorkspaceIndex;
  readonly audit: Audit | null;
  readonly suggestions: Suggestions | null;
  readonly problems: readonly Problem[];
  readonly textsAt: (at: RowRef) => CellTexts;
}

export const QUESTIONS_FILE = 'workflows/questions.csv';

const NONE: readonly never[] = [];

/** A row and what it was made from. */
interface Made {
  readonly from: readonly unknown[];
  readonly row: QuestionRow;
}

const latest = new WeakMap<Question, Made>();

interface Standings {
  readonly activities: readonly StepForm[];
  readonly steps: readonly StepType[];
}

/** The steps of each form, found once for all its questions. */
function standingsOf(index: WorkspaceIndex): (form: FormId) => Standings {
  const known = new Map<FormId, Standings>();
  return (form) => {
    const held = known.get(form);
    if (held !== undefined) return held;
    const activities = index.stepsOfForm.get(form) ?? NONE;
    const steps = activities.flatMap(({ stepType }) => index.stepTypes.get(stepType) ?? NONE);
    const made = { activities, steps };
    known.set(form, made);
    return made;
  };
}

const counts = (source: Source): boolean => source.status !== 'ignored' && source.use === 'feeds';

/** What rows are made from, looked up once for all of them. */
interface Around extends Pick<RowsFrom, 'index' | 'textsAt'> {
  readonly findings: ReturnType<typeof findingsByQuestion>;
  readonly times: ReturnType<typeof timesByQuestion>;
  readonly proposals: ReturnType<typeof suggestionsByQuestion>;
  readonly problems: ReturnType<typeof problemsByRow>;
  readonly standings: (form: FormId) => Standings;
}

type MappedPart = Pick<QuestionRow, 'facts' | 'items' | 'suggestion' | 'proposed' | 'standing'>;

/** What is looked up for one question. */
type Found = Pick<QuestionRow, 'key' | 'texts' | 'form' | 'sources' | 'suggestion' | 'usage' | 'time'> & {
  readonly activities: readonly StepForm[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
};

const listIn = <Value>(lists: ReadonlyMap<string, readonly Value[]> | null, key: string): readonly Value[] =>
  lists?.get(key) ?? NONE;

function find(around: Around, question: Question): Found {
  const { index, findings, times, proposals, problems } = around;
  const key = questionKey(question.form, question.code);
  const sources = listIn(index.sourcesOfQuestion, key);
  return {
    key,
    texts: around.textsAt(question.at),
    form: index.forms.get(question.form) ?? null,
    activities: index.stepsOfForm.get(question.form) ?? NONE,
    sources,
    suggestion: sources.length > 0 ? null : (listIn(proposals, key)[0] ?? null),
    findings: listIn(findings, key),
    usage: listIn(index.usageOfQuestion, key),
    time: times?.get(key) ?? null,
    problems: problems.get(question.at.row) ?? NONE,
  };
}

/** All that a row depends on, as values that stay the same while nothing of it changes. */
function inputsOf({ index }: Around, found: Found): readonly unknown[] {
  const { workspace, dataReturn } = index;
  const { texts, form, activities, sources, suggestion, usage, time, problems } = found;
  const hours = time?.hoursPerYear;
  // Each audit and each asking makes these anew: what they say is compared, not which they are.
  const said = [hours?.low, hours?.usual, hours?.high, suggestion?.fact, suggestion?.score];
  return [texts, form, activities, sources, usage, problems, workspace.stepTypes, workspace.facts, dataReturn, ...said];
}

/** What follows from the sources of a question, and from there being none. */
function mappedOf({ index }: Around, question: Question, { sources, suggestion }: Found): MappedPart {
  const standing = standingOf(question, sources);
  const proposed = suggestion === null ? null : (index.facts.get(suggestion.fact) ?? null);
  if (sources.length === 0) return { facts: NONE, items: NONE, suggestion, proposed, standing };
  const facts = sources.flatMap((source) => index.facts.get(source.fact) ?? NONE);
  const items = sources.filter(counts).flatMap((source) => index.itemsOfFact.get(source.fact) ?? NONE);
  return { facts, items, suggestion, proposed, standing };
}

function rowOf(around: Around, question: Question): QuestionRow {
  const found = find(around, question);
  const before = latest.get(question);
  const from = inputsOf(around, found);
  if (before !== undefined && sameInputs(before.from, from) && sameFindings(before.row.findings, found.findings))
    return before.row;
  const steps = around.standings(question.form);
  const row: QuestionRow = { kind: 'question', question, ...found, ...steps, ...mappedOf(around, question, found) };
  latest.set(question, { from, row });
  return row;
}

/** A row for every question, in the order of the file. What has not changed since the last time is the same row as then. */
export function questionRows({ index, audit, suggestions, problems, textsAt }: RowsFrom): readonly QuestionRow[] {
  const around: Around = {
    index,
    textsAt,
    findings: findingsByQuestion(audit),
    times: timesByQuestion(audit),
    proposals: suggestionsByQuestion(suggestions),
    problems: problemsByRow(problems, QUESTIONS_FILE),
    standings: standingsOf(index),
  };
  return index.workspace.questions.map((question) => rowOf(around, question));
}
