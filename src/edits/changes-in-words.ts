import { assertNever } from '#model/assert.ts';
import type { RowRef, Workspace } from '#model/workspace.ts';
import type { Change } from '#workspace/apply-edit.ts';
import { findShape } from '#workspace/find-shape.ts';
import { STEP_TYPES } from '#workspace/shapes-workflows.ts';
import { counted } from './cells.ts';

/** What an edit does to the rows of one file. */
export interface ChangeLine {
  readonly does: 'removes' | 'changes' | 'adds';
  /** `3 next actions`. */
  readonly rows: string;
  /** Each row by its name, with what its cells become. */
  readonly names: readonly string[];
}

type Named = readonly [at: RowRef, name: string];

const sourceName = ({ fact, kind, question, ref }: Workspace['sources'][number]): string =>
  `${fact} (${[kind.replaceAll('-', ' '), question ?? ref].filter((part) => part !== '').join(' ')})`;

/** The rows that edits of steps, next actions and forms touch, by their names. */
function namesOf(workspace: Workspace): readonly Named[] {
  const { stepTypes, nextActions, stepForms, forms, sources, eventPlaces, positions, usage } = workspace;
  const steps = new Map(stepTypes.map((step) => [step.id, step.name || step.id]));
  const titles = new Map(forms.map((form) => [form.id, form.title || form.id]));
  return [
    ...stepTypes.map((step): Named => [step.at, step.name || step.id]),
    ...nextActions.map(
      (action): Named => [action.at, `${action.label || action.id}, from ${steps.get(action.from) ?? action.from}`],
    ),
    ...stepForms.map((activity): Named => [activity.at, titles.get(activity.form) ?? activity.form]),
    ...forms.map((form): Named => [form.at, form.title || form.id]),
    ...sources.map((source): Named => [source.at, sourceName(source)]),
    ...eventPlaces.map((place): Named => [place.at, `${place.event} when ${place.moment}`]),
    ...positions.map((position): Named => [position.at, position.stepType]),
    ...usage.map((row): Named => [row.at, row.question]),
  ];
}

const keyOf = (file: string, row: number): string => `${file}\n${row}`;

const COLUMN_WORDS: Readonly<Record<string, string>> = {
  step_type: 'step',
  may_end: 'may end',
  may_start: 'may start',
  ref: 'chain of steps',
};

/** Columns that hold the key of a step type. */
const STEP_COLUMNS: ReadonlySet<string> = new Set(['from', 'to', 'step_type']);

interface Names {
  readonly rows: ReadonlyMap<string, string>;
  /** Of step types, those included that are to be added. */
  readonly steps: ReadonlyMap<string, string>;
}

const nameAt = ({ rows }: Names, file: string, row: number): string => rows.get(keyOf(file, row)) ?? `row ${row}`;

function describeCell(
  { steps }: Names,
  { column, value }: { readonly column: string; readonly value: string },
): string {
  const words = COLUMN_WORDS[column] ?? column;
  if (column === 'to' && value === '') return `${words} becomes not known`;
  const said = STEP_COLUMNS.has(column) ? (steps.get(value) ?? value) : value;
  return `${words} becomes ${said || 'empty'}`;
}

const nounOf = (file: string): string => findShape(file)?.row ?? 'row';

/** `2 activities`, `3 next actions`: the rows of a file, counted. */
const countRows = (file: string, count: number): string => {
  const noun = nounOf(file);
  return counted(count, noun, noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);
};

type Cells = Extract<Change, { kind: 'cells' }>;
type Rows = Exclude<Change, { kind: 'file' }>;

/** Changes of one kind in one file belong together, however many an edit holds. */
function grouped<One extends Rows>(changes: readonly One[]): readonly (readonly [file: string, own: readonly One[]])[] {
  const files = [...new Set(changes.map((change) => change.file))];
  return files.map((file) => [file, changes.filter((change) => change.file === file)] as const);
}

function changedLine(file: string, changes: readonly Cells[], names: Names): ChangeLine {
  const cells = changes.flatMap((change) => change.cells);
  const rows = [...new Set(cells.map((cell) => cell.row))];
  const said = rows.map((row) => {
    const own = cells.filter((cell) => cell.row === row).map((cell) => describeCell(names, cell));
    return `${nameAt(names, file, row)} (${own.join('; ')})`;
  });
  return { does: 'changes', rows: countRows(file, rows.length), names: said };
}

function namesFor(workspace: Workspace, changes: readonly Change[]): Names {
  const added = changes.flatMap((change) =>
    change.kind === 'add' && change.file === STEP_TYPES.file ? change.rows : [],
  );
  return {
    rows: new Map(namesOf(workspace).map(([at, name]) => [keyOf(at.file, at.row), name])),
    steps: new Map([
      ...workspace.stepTypes.map((step) => [String(step.id), step.name || step.id] as const),
      ...added.map((row) => [row['step_type'] ?? '', row['name'] ?? ''] as const),
    ]),
  };
}

/** What an edit will do, in words, before it is done: what goes, what changes, what is new. */
export function changesInWords(workspace: Workspace, changes: readonly Change[]): readonly ChangeLine[] {
  const names = namesFor(workspace, changes);
  const removed = grouped(changes.filter((change) => change.kind === 'remove'));
  const changed = grouped(changes.filter((change) => change.kind === 'cells'));
  const added = grouped(changes.filter((change) => change.kind === 'add'));
  return [
    ...removed.map(([file, own]): ChangeLine => {
      const rows = [...new Set(own.flatMap((change) => change.rows))];
      return {
        does: 'removes',
        rows: countRows(file, rows.length),
        names: rows.map((row) => nameAt(names, file, row)),
      };
    }),
    ...changed.map(([file, own]) => changedLine(file, own, names)),
    ...added.map(([file, own]): ChangeLine => {
      const rows = own.flatMap((change) => change.rows);
      return { does: 'adds', rows: countRows(file, rows.length), names: rows.map(newName) };
    }),
  ];
}

const newName = (row: Readonly<Record<string, string>>): string =>
  row['name'] ?? row['label'] ?? row['title'] ?? Object.values(row)[0] ?? '';

/** What a line does, as the start of a sentence. */
export function doesWords(does: ChangeLine['does']): string {
  switch (does) {
    case 'removes':
      return 'Removes';
    case 'changes':
      return 'Changes';
    case 'adds':
      return 'Adds';
    default:
      return assertNever(does);
  }
}
