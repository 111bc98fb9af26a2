import { factId, formId, questionCode, stepTypeId } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import { MAPPING_STATUSES, SOURCE_KINDS, type SourceKind, STEP_DATES, USES, type Use } from '#model/words.ts';
import type { NextAction, Source, StepForm } from '#model/workspace.ts';
import { leaveOutCircles } from './calculated-circles.ts';
import { parseList } from './cells.ts';
import type { Line } from './line.ts';
import * as cell from './line.ts';
import { keyedLines, type Names, neededReferOf, referOf, tellMissing } from './names.ts';
import { anyOf, quoted } from './problems.ts';
import { describeMissing, type QuestionIndex } from './question-index.ts';
import { warnUnfedInputs } from './unfed-inputs.ts';

/** What a source may refer to. */
export interface SourceNames {
  readonly facts: Names;
  readonly steps: Names;
  readonly forms: Names;
  readonly actions: Names;
  readonly questions: QuestionIndex;
  readonly nextActions: readonly NextAction[];
  readonly stepForms: readonly StepForm[];
  /** Facts that belong to an item of any known return. */
  readonly due: ReadonlySet<string>;
}

/** The members that follow from a source's kind. */
type Recorded = Pick<Source, 'stepType' | 'form' | 'question' | 'ref'>;

/** What is looked up once for all sources. */
interface Around extends SourceNames {
  readonly fromOf: ReadonlyMap<string, string>;
  readonly standing: ReadonlySet<string>;
  /** Facts that others are worked out from. */
  readonly inputs: ReadonlySet<string>;
}

const NOTHING: Recorded = { stepType: null, form: null, question: null, ref: '' };

function tellLacks(line: Line, kind: SourceKind, column: string, wanted: string): void {
  cell.errorAt(
    line,
    column,
    `A source of kind ${kind} needs ${wanted} in the column "${column}", so the row was left out. Write it there.`,
  );
}

/** The step type of a source whose kind needs one. */
function stepOf(line: Line, kind: SourceKind, around: Around): Recorded | undefined {
  if (cell.keyOf(line, 'step_type') === '') {
    tellLacks(line, kind, 'step_type', 'a step type');
    return undefined;
  }
  const stepType = neededReferOf(line, 'step_type', around.steps);
  return stepType === undefined
    ? undefined
    : { ...NOTHING, stepType: stepTypeId(stepType), ref: cell.keyOf(line, 'ref') };
}

/** A place that may name a step type and may leave it open. */
function openOf(line: Line, around: Around): Recorded | undefined {
  const stepType = referOf(line, 'step_type', around.steps);
  if (stepType === undefined) return undefined;
  return { ...NOTHING, stepType: stepType === null ? null : stepTypeId(stepType), ref: cell.keyOf(line, 'ref') };
}

function screenOf(line: Line, around: Around, kind: SourceKind): Recorded | undefined {
  if (cell.keyOf(line, 'ref') === '' && (kind === 'person-field' || kind === 'register-field')) {
    cell.warnAt(line, 'ref', `A source of kind ${kind} does not say which field. Write its name in the column "ref".`);
  }
  return openOf(line, around);
}

function questionOf(line: Line, around: Around): Recorded | undefined {
  const code = cell.keyOf(line, 'question');
  if (cell.keyOf(line, 'form') === '') tellLacks(line, 'question', 'form', 'a form');
  if (code === '') tellLacks(line, 'question', 'question', "a question's code");
  const form = referOf(line, 'form', around.forms);
  const stepType = referOf(line, 'step_type', around.steps);
  if (form === undefined || form === null || code === '' || stepType === undefined) return undefined;
  if (!around.questions.byKey.has(questionKey(formId(form), questionCode(code)))) {
    const missing = describeMissing(line, around.questions, form, code);
    cell.errorAt(line, 'question', `The source names the question ${quoted(code)}, ${missing}`);
    return undefined;
  }
  if (stepType !== null && !around.standing.has(`${stepType}\n${form}`)) {
    const says = `The source names the step ${quoted(stepType)} and the form ${quoted(form)}, which does not stand on it`;
    cell.warnAt(
      line,
      'form',
      `${says}. Add the form to the step in workflows/step-forms.csv, or leave step_type empty.`,
    );
  }
  return {
    stepType: stepType === null ? null : stepTypeId(stepType),
    form: formId(form),
    question: questionCode(code),
    ref: '',
  };
}

function stepDateOf(line: Line, around: Around): Recorded | undefined {
  const recorded = stepOf(line, 'step-date', around);
  if (cell.keyOf(line, 'ref') === '') tellLacks(line, 'step-date', 'ref', anyOf(STEP_DATES));
  const ref = cell.wordOf(line, 'ref', STEP_DATES, undefined);
  return recorded === undefined || ref === undefined ? undefined : { ...recorded, ref };
}

function nextActionOf(line: Line, around: Around): Recorded | undefined {
  if (cell.keyOf(line, 'ref') === '') tellLacks(line, 'next-action', 'ref', 'a next action');
  const action = referOf(line, 'ref', around.actions);
  const stepType = referOf(line, 'step_type', around.steps);
  if (action === undefined || action === null || stepType === undefined) return undefined;
  const from = around.fromOf.get(action) ?? '';
  if (stepType !== null && stepType !== from) {
    const says = `The source names the step ${quoted(stepType)} and the next action ${quoted(action)}, which belongs to the step ${quoted(from)}`;
    cell.warnAt(line, 'ref', `${says}. Name the same step, or leave step_type empty.`);
  }
  return { ...NOTHING, stepType: stepTypeId(stepType ?? from), ref: action };
}

/** True when `ref` is a list of keys that are all known. */
function refersTo(line: Line, kind: SourceKind, names: Names): boolean {
  const members = parseList(cell.textOf(line, 'ref'));
  if (members.length === 0) tellLacks(line, kind, 'ref', `the ${names.what}s`);
  const unknown = members.filter((member) => !names.known.has(member));
  for (const member of unknown) tellMissing(line, 'ref', names, member);
  return members.length > 0 && unknown.length === 0;
}

function stepPathOf(line: Line, around: Around): Recorded | undefined {
  const recorded = stepOf(line, 'step-path', around);
  return refersTo(line, 'step-path', around.steps) ? recorded : undefined;
}

type Reader = (line: Line, around: Around, kind: SourceKind) => Recorded | undefined;

/** How the members of each kind are read. */
const READERS: Readonly<Record<SourceKind, Reader>> = {
  question: questionOf,
  'step-date': stepDateOf,
  'next-action': nextActionOf,
  'step-path': stepPathOf,
  'step-source': (line, around, kind) => stepOf(line, kind, around),
  'person-field': screenOf,
  'register-field': screenOf,
  'legal-status': screenOf,
  'service-user-group': screenOf,
  calculated: (line, around, kind) => (refersTo(line, kind, around.facts) ? openOf(line, around) : undefined),
  generated: openOf,
  outside: openOf,
};

function warnOddUse(line: Line, source: Source, around: Around): void {
  const fact = quoted(source.fact);
  if (source.use === 'feeds' && !around.due.has(source.fact) && !around.inputs.has(source.fact)) {
    cell.warnAt(
      line,
      'use',
      `The source feeds the fact ${fact}, which no item of a known return asks for or is worked out from. Write records, or map the item to the fact.`,
    );
  }
  if (source.use === 'feeds' && source.kind === 'outside' && cell.keyOf(line, 'use') !== '') {
    cell.warnAt(
      line,
      'use',
      `The source feeds the fact ${fact} from outside Mosaic, where nothing is held as data. Write records or supports.`,
    );
  }
}

function sourceOf(line: Line, around: Around): Source | undefined {
  const fact = neededReferOf(line, 'fact', around.facts);
  const kind = cell.neededWordOf(line, 'kind', SOURCE_KINDS);
  const recorded = kind === undefined ? undefined : READERS[kind](line, around, kind);
  const assumed: Use = fact !== undefined && around.due.has(fact) ? 'feeds' : 'records';
  const use = cell.wordOf(line, 'use', USES, assumed);
  const order = cell.numberOf(line, 'order');
  const assured = cell.maybeFlagOf(line, 'assured');
  const status = cell.wordOf(line, 'status', MAPPING_STATUSES, 'suggested');
  const [by, on, why] = [cell.textOf(line, 'by'), cell.dateOf(line, 'on'), cell.textOf(line, 'why')];
  if (fact === undefined || kind === undefined || recorded === undefined) return undefined;
  const source = { fact: factId(fact), kind, ...recorded, use, order, assured, status, by, on, why, at: line.at };
  warnOddUse(line, source, around);
  return source;
}

const PLACE: readonly string[] = ['fact', 'kind', 'step_type', 'form', 'question', 'ref'];

const inputsIn = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(
    lines.flatMap((line) => (cell.keyOf(line, 'kind') === 'calculated' ? parseList(cell.textOf(line, 'ref')) : [])),
  );

/** Reads where facts are recorded; facts calculated in a circle are said and left out. */
export function readSources(lines: readonly Line[], names: SourceNames): readonly Source[] {
  const around = {
    ...names,
    fromOf: new Map<string, string>(names.nextActions.map((action) => [action.id, action.from])),
    inputs: inputsIn(lines),
    standing: new Set(names.stepForms.map((activity) => `${activity.stepType}\n${activity.form}`)),
  };
  const read = keyedLines(lines, PLACE, PLACE.slice(2)).flatMap(({ line }) => {
    const source = sourceOf(line, around);
    return source === undefined ? [] : [{ line, source }];
  });
  const kept = leaveOutCircles(read);
  const isKept = new Set(kept);
  warnUnfedInputs(read.filter(({ source }) => isKept.has(source)));
  return kept;
}
