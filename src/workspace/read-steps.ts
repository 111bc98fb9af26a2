import { formId, lookupId, stepTypeId } from '#model/ids.ts';
import { ACTIVITY_KINDS, CLOCK_BASES, CLOCK_UNITS, PER, ROLES, SCOPES } from '#model/words.ts';
import type { Clock, Form, LookupAnswer, Position, StepForm, StepType } from '#model/workspace.ts';
import type { Line } from './line.ts';
import * as cell from './line.ts';
import { keyedLines, type Names, neededReferOf } from './names.ts';
import { anyOf, quoted } from './problems.ts';

const ROLE_WORDS: readonly string[] = ROLES;

function warnUnknownRole(line: Line, column: string, role: string): void {
  if (ROLE_WORDS.includes(role)) return;
  const message = `The role ${quoted(role)} is not one the product knows; it is kept and shown, and nothing is worked out from it.`;
  cell.warnAt(line, column, `${message}${cell.hintFor(line, role, ROLE_WORDS)}`);
}

const CLOCK_COLUMNS: readonly string[] = ['clock_length', 'clock_unit', 'clock_from', 'clock_basis'];

function clockOf(line: Line): Clock | null {
  const empty = CLOCK_COLUMNS.filter((column) => cell.keyOf(line, column) === '');
  if (empty.length === CLOCK_COLUMNS.length) return null;
  const length = cell.amountOf(line, 'clock_length');
  const unit = cell.wordOf(line, 'clock_unit', CLOCK_UNITS, null);
  const from = cell.keyOf(line, 'clock_from');
  const basis = cell.wordOf(line, 'clock_basis', CLOCK_BASES, 'local');
  if (from !== '') warnUnknownRole(line, 'clock_from', from);
  if (empty.length > 0) {
    const kept =
      length === null || unit === null ? 'the step was read as having no clock' : 'the rest of the clock was read';
    cell.warnAt(
      line,
      empty[0] ?? '',
      `The clock is half filled, without ${anyOf(empty)}: ${kept}. Fill all four columns or none.`,
    );
  }
  return length === null || unit === null ? null : { length, unit, from, basis };
}

function stepTypeOf(line: Line, key: string): StepType {
  const roles = cell.listOf(line, 'roles');
  for (const role of roles) warnUnknownRole(line, 'roles', role);
  return {
    id: stepTypeId(key),
    name: cell.textOf(line, 'name'),
    workflow: cell.textOf(line, 'workflow'),
    roles,
    mayStart: cell.flagOf(line, 'may_start'),
    mayEnd: cell.flagOf(line, 'may_end'),
    opens: cell.wordsOf(line, 'opens', SCOPES),
    per: cell.wordOf(line, 'per', PER, 'child'),
    team: cell.textOf(line, 'team'),
    clock: clockOf(line),
    completedPerYear: cell.wholeOf(line, 'completed_per_year'),
    notes: cell.textOf(line, 'notes'),
    at: line.at,
  };
}

export const readStepTypes = (lines: readonly Line[]): readonly StepType[] =>
  keyedLines(lines, ['step_type']).map(({ line, key }) => stepTypeOf(line, key));

export const readForms = (lines: readonly Line[]): readonly Form[] =>
  keyedLines(lines, ['form']).map(({ line, key }) => ({
    id: formId(key),
    title: cell.textOf(line, 'title'),
    version: cell.textOf(line, 'version'),
    notes: cell.textOf(line, 'notes'),
    at: line.at,
  }));

export const readLookups = (lines: readonly Line[]): readonly LookupAnswer[] =>
  keyedLines(lines, ['lookup', 'answer']).map(({ line }) => ({
    lookup: lookupId(cell.keyOf(line, 'lookup')),
    order: cell.numberOf(line, 'order'),
    answer: cell.keyOf(line, 'answer'),
    timesChosen: cell.countOf(line, 'times_chosen'),
    at: line.at,
  }));

export function readStepForms(lines: readonly Line[], steps: Names, forms: Names): readonly StepForm[] {
  return keyedLines(lines, ['step_type', 'form']).flatMap(({ line }) => {
    const stepType = neededReferOf(line, 'step_type', steps);
    const form = neededReferOf(line, 'form', forms);
    const mandatory = cell.flagOf(line, 'mandatory');
    const kind = cell.wordOf(line, 'kind', ACTIVITY_KINDS, 'form');
    if (stepType === undefined || form === undefined) return [];
    return [{ stepType: stepTypeId(stepType), form: formId(form), mandatory, kind, at: line.at }];
  });
}

export function readPositions(lines: readonly Line[], steps: Names): readonly Position[] {
  return keyedLines(lines, ['step_type']).flatMap(({ line }) => {
    const stepType = neededReferOf(line, 'step_type', steps);
    const x = cell.neededNumberOf(line, 'x');
    const y = cell.neededNumberOf(line, 'y');
    return stepType === undefined || x === null || y === null
      ? []
      : [{ stepType: stepTypeId(stepType), x, y, at: line.at }];
  });
}
