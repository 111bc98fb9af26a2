import { formId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { NextAction, NextActionRule, StepForm, Target } from '#model/workspace.ts';
import type { Line } from './line.ts';
import * as cell from './line.ts';
import { type Keyed, keyedLines, type Names, neededReferOf, newNames, referOf, tellMissing } from './names.ts';
import { anyOf, quoted } from './problems.ts';
import {
  describeMissing,
  describeUnoffered,
  findQuestionName,
  type QuestionIndex,
  type QuestionName,
} from './question-index.ts';
import { parseRules, type WrittenRule } from './rules.ts';

interface Around {
  readonly questions: QuestionIndex;
  /** Where each next action comes from. */
  readonly fromOf: ReadonlyMap<string, string>;
  readonly actions: Names;
  readonly formsOfStep: ReadonlyMap<string, readonly string[]>;
}

function targetOf(line: Line, steps: Names): Target {
  const written = cell.keyOf(line, 'to');
  if (written === 'end') return { kind: 'end' };
  if (written.toLowerCase() === 'end' && !steps.known.has(written)) {
    cell.errorAt(line, 'to', `The column "to" says ${quoted(written)}, which is no step type. Did you mean "end"?`);
    return { kind: 'unknown' };
  }
  const to = referOf(line, 'to', steps);
  return typeof to === 'string' ? { kind: 'step', stepType: stepTypeId(to) } : { kind: 'unknown' };
}

/** The question of a `mandatory-if` without its form: the one form of the step that has the code. */
function bareQuestion(line: Line, around: Around, from: string, code: string): QuestionName | undefined {
  const forms = around.formsOfStep.get(from) ?? [];
  const having = forms.filter((form) => around.questions.byKey.has(questionKey(formId(form), questionCode(code))));
  const [form] = having;
  if (form !== undefined && having.length === 1) return { form: formId(form), question: questionCode(code) };
  const says = `The rule "mandatory-if" names the question ${quoted(code)}`;
  if (form !== undefined) {
    cell.errorAt(
      line,
      'rules',
      `${says}, which the forms ${having.join(', ')} of the step all have. Write ${anyOf(having.map((name) => `${name}/${code}`))}.`,
    );
    return undefined;
  }
  const codes = forms.flatMap((name) => around.questions.codesOf.get(name) ?? []);
  cell.errorAt(
    line,
    'rules',
    `${says}, which no form of the step ${quoted(from)} has.${cell.hintFor(line, code, codes)}`,
  );
  return undefined;
}

function conditionQuestion(line: Line, around: Around, from: string, written: string): QuestionName | undefined {
  const slash = written.indexOf('/');
  if (slash === -1) return bareQuestion(line, around, from, written);
  const name = findQuestionName(around.questions, written, '/');
  if (name === undefined) {
    const missing = describeMissing(line, around.questions, written.slice(0, slash), written.slice(slash + 1));
    cell.errorAt(line, 'rules', `The rule "mandatory-if" names the question ${quoted(written)}, ${missing}`);
  } else if (!(around.formsOfStep.get(from) ?? []).includes(name.form)) {
    const says = `The rule "mandatory-if" names the form ${quoted(name.form)}, which does not stand on the step ${quoted(from)}`;
    cell.warnAt(line, 'rules', `${says}. Add it to workflows/step-forms.csv, or name a form of the step.`);
  }
  return name;
}

function requiredAction(line: Line, around: Around, from: string, key: string): readonly NextActionRule[] {
  const other = around.fromOf.get(key);
  if (other === undefined) {
    tellMissing(line, 'rules', { ...around.actions, namer: 'The rule "requires"' }, key);
    return [];
  }
  if (other !== from) {
    cell.warnAt(
      line,
      'rules',
      `The rule "requires" names the next action ${quoted(key)}, which belongs to the step ${quoted(other)} and not to ${quoted(from)}. Name one of the same step.`,
    );
  }
  return [{ kind: 'requires', nextAction: nextActionId(key) }];
}

function ruleOf(line: Line, around: Around, from: string, rule: WrittenRule): readonly NextActionRule[] {
  if (rule.kind === 'requires') return requiredAction(line, around, from, rule.nextAction);
  if (rule.kind !== 'mandatory-if') return [rule];
  const name = conditionQuestion(line, around, from, rule.question);
  if (name === undefined) return [];
  const question = around.questions.byKey.get(questionKey(name.form, name.question));
  const unoffered = describeUnoffered(line, around.questions, question, rule.answer);
  if (unoffered !== '') cell.warnAt(line, 'rules', unoffered);
  return [{ kind: 'mandatory-if', ...name, answer: rule.answer }];
}

function rulesOf(line: Line, around: Around, from: string): readonly NextActionRule[] {
  const { values, problems } = parseRules(cell.textOf(line, 'rules'));
  for (const problem of problems) cell.errorAt(line, 'rules', problem);
  return values.flatMap((rule) => ruleOf(line, around, from, rule));
}

function groupForms(stepForms: readonly StepForm[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { stepType, form } of stepForms) {
    const group = groups.get(stepType);
    if (group === undefined) groups.set(stepType, [form]);
    else group.push(form);
  }
  return groups;
}

function aroundOf(
  keyed: readonly Keyed[],
  steps: Names,
  questions: QuestionIndex,
  stepForms: readonly StepForm[],
): Around {
  const standing = keyed.filter(({ line }) => steps.known.has(cell.keyOf(line, 'from')));
  const leftOut = new Map(
    keyed.filter(({ line }) => !steps.known.has(cell.keyOf(line, 'from'))).map(({ line, key }) => [key, line.at]),
  );
  const names = newNames(
    'next action',
    'which workflows/next-actions.csv does not have',
    standing.map(({ key }) => key),
  );
  return {
    questions,
    fromOf: new Map(standing.map(({ line, key }) => [key, cell.keyOf(line, 'from')])),
    actions: { ...names, leftOut },
    formsOfStep: groupForms(stepForms),
  };
}

function nextActionOf(line: Line, key: string, from: string, parts: Pick<NextAction, 'to' | 'rules'>): NextAction {
  return {
    id: nextActionId(key),
    label: cell.textOf(line, 'label'),
    from: stepTypeId(from),
    ...parts,
    delayDays: cell.wholeOf(line, 'delay_days'),
    isNfa: cell.flagOf(line, 'is_nfa'),
    timesUsed: cell.wholeOf(line, 'times_used'),
    notes: cell.textOf(line, 'notes'),
    at: line.at,
  };
}

/** Reads the next actions; one whose step is not known is left out. */
export function readNextActions(
  lines: readonly Line[],
  steps: Names,
  questions: QuestionIndex,
  stepForms: readonly StepForm[],
): readonly NextAction[] {
  const keyed = keyedLines(lines, ['next_action']);
  const around = aroundOf(keyed, steps, questions, stepForms);
  return keyed.flatMap(({ line, key }) => {
    const from = neededReferOf(line, 'from', steps);
    if (from === undefined) return [];
    return [nextActionOf(line, key, from, { to: targetOf(line, steps), rules: rulesOf(line, around, from) })];
  });
}
