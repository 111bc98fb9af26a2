import { type FormVersions, sortForms } from './form-versions.ts';
import { type MadeTable, standingRows, type Tables } from './made-table.ts';
import { type AnswerWithCode, makeLookups } from './make-lookups.ts';
import { makeNextActions } from './make-next-actions.ts';
import { listQuestions, makeQuestions } from './make-questions.ts';
import { makeStepForms } from './make-step-forms.ts';
import { type Choices, makeSteps } from './make-steps.ts';
import { makeUsage } from './make-usage.ts';
import type { Extracts } from './read-extract.ts';
import type { Told } from './told.ts';

/** How much of the extracts was set aside. */
export interface SetAside {
  readonly formVersions: number;
  readonly questionRows: number;
  readonly answerRows: number;
  readonly adultSteps: number;
  readonly adultForms: number;
  /** Step types that may be left out. */
  readonly retired: readonly string[];
}

/** The tables of a workspace that extracts give. */
export interface MadeTables {
  readonly tables: readonly MadeTable[];
  readonly codes: readonly AnswerWithCode[];
  readonly setAside: SetAside;
}

const column = (
  rows: readonly { readonly says: Readonly<Record<string, string>> }[],
  name: string,
): readonly string[] => rows.map(({ says }) => says[name] ?? '');

/** Where questions and forms stand, in the extracts and in the workspace. */
interface Places {
  readonly formsOfStep: ReadonlyMap<string, ReadonlySet<string>>;
  readonly formsOfCode: ReadonlyMap<string, ReadonlySet<string>>;
}

function group(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [key, value] of pairs) groups.set(key, (groups.get(key) ?? new Set()).add(value));
  return groups;
}

function placesOf(stepForms: MadeTable, questions: MadeTable, tables: Tables): Places {
  const made = (table: MadeTable, key: string, value: string): readonly (readonly [string, string])[] =>
    table.rows.map(({ says }) => [says[key] ?? '', says[value] ?? '']);
  const standing = (table: MadeTable, key: string, value: string): readonly (readonly [string, string])[] =>
    standingRows(tables, table.file).map(({ cell }) => [cell(key), cell(value)]);
  return {
    formsOfStep: group([...made(stepForms, 'step_type', 'form'), ...standing(stepForms, 'step_type', 'form')]),
    formsOfCode: group([...made(questions, 'question', 'form'), ...standing(questions, 'question', 'form')]),
  };
}

function makeForms(
  extracts: Extracts,
  tables: Tables,
  told: Told,
): {
  readonly versions: FormVersions;
  readonly questions: MadeTable;
  readonly codes: readonly AnswerWithCode[];
  readonly lookups: MadeTable;
  readonly old: Pick<SetAside, 'questionRows' | 'answerRows'>;
} {
  const versions = sortForms(extracts, tables);
  const list = listQuestions(extracts, versions, told);
  const lookups = makeLookups(extracts, list, standingRows(tables, 'workflows/questions.csv'));
  const questions = makeQuestions(extracts, list, lookups.lookupOf, told);
  const old = { questionRows: list.old, answerRows: lookups.old };
  return { versions, questions, codes: lookups.codes, lookups: lookups.table, old };
}

/** Turns extracts into the tables of a workspace. What stands in the workspace serves to know things again. */
export function makeTables(extracts: Extracts, tables: Tables, choices: Choices, told: Told): MadeTables {
  const standingSteps = standingRows(tables, 'workflows/step-types.csv');
  const known = new Set(standingSteps.map(({ cell }) => cell('step_type')));
  const steps = makeSteps(extracts, known, choices, told);
  const ids = new Set([...known, ...column(steps.table.rows, 'step_type')]);
  const names = new Map([
    ...standingSteps.map(({ cell }) => [cell('step_type'), cell('name')] as const),
    ...steps.table.rows.map(({ says }) => [says['step_type'] ?? '', says['name'] ?? ''] as const),
  ]);
  const { versions, questions, codes, lookups, old } = makeForms(extracts, tables, told);
  const stepForms = makeStepForms(extracts, versions, ids, told);
  const { formsOfStep, formsOfCode } = placesOf(stepForms, questions, tables);
  const formsWith = (step: string, code: string): readonly string[] =>
    [...(formsOfStep.get(step) ?? [])].filter((form) => formsOfCode.get(code)?.has(form));
  const nextActions = makeNextActions(
    extracts,
    { steps: ids, nameOf: (step) => names.get(step) ?? step, formsWith },
    told,
  );
  const usage = makeUsage(
    extracts,
    versions,
    {
      has: (form, code) => formsOfCode.get(code)?.has(form) === true,
      formsWith: (code) => [...(formsOfCode.get(code) ?? [])],
      steps: ids,
    },
    told,
  );
  const { adult: adultSteps, retired } = steps;
  const setAside = { formVersions: versions.old, adultForms: versions.adult, adultSteps, retired, ...old };
  return { tables: [steps.table, nextActions, stepForms, versions.table, questions, lookups, usage], codes, setAside };
}
