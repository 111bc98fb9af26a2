import { generateInTurns as makeInTurns, type PlayedCases } from '#cases/generate/generate-cases.ts';
import type { GeneratedCases, GeneratingProgress, Goal } from '#cases/generate/generated-cases.ts';
import { writeScript } from '#cases/write-script.ts';
import type { NextActionId, ReturnId } from '#model/ids.ts';
import { indexWorkspace, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { type ChildReturn, RETURN_OPTIONS, type ReturnOptions } from '#returns/child-return.ts';
import { lackingItems } from '#returns/write-xml.ts';
import { describeCoverage } from '#walk/generated-words.ts';
import { returnOfMoment, schemaOf, type WalkRules, walkRulesOf, writeReturnFile } from './walk-case.ts';

/** A case that the return file does not have, and why, as a whole sentence. */
export interface LeftOutCase {
  readonly name: string;
  readonly says: string;
}

/** Made-up cases, and the one return file that all of them make. */
export interface Generated {
  readonly cases: GeneratedCases;
  readonly leftOut: readonly LeftOutCase[];
  /** The return file, with a line end after each element. */
  readonly file: string;
  /** The XML Schema that the file passes. */
  readonly schema: string;
}

/** A pause after every so many milliseconds of work, in which something more urgent may be done. */
export interface Turns {
  readonly turn: number;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
}

type TellProgress = (progress: GeneratingProgress) => void;

function whyLeftOut({ isIncluded, ...child }: ChildReturn): string | null {
  if (!isIncluded) return 'Nothing in it is sent: it comes to no referral that the return is about.';
  const lacking = lackingItems({ isIncluded, ...child });
  if (lacking.length === 0) return null;
  const names = [...new Set(lacking.map(({ item }) => item.name || item.tag))].join(', ');
  return `The return must have what nothing in this case records: ${names}.`;
}

function withFile(rules: WalkRules, { generated, states }: PlayedCases, options: ReturnOptions): Generated {
  const children = states.map((state) => returnOfMoment(rules, state, options));
  const reasons = children.map(whyLeftOut);
  const sent = children.filter((_, at) => reasons[at] === null);
  return {
    cases: generated,
    leftOut: generated.cases.flatMap(({ script }, at) => {
      const says = reasons[at] ?? null;
      return says === null ? [] : [{ name: script.name, says }];
    }),
    file: [...writeReturnFile(rules, sent, options)].join(''),
    schema: schemaOf(rules.index),
  };
}

/** Makes up the smallest practical set of cases of a workspace for a return (null: its first), and its return file. */
export function generateCases(
  workspace: Workspace,
  wanted: ReturnId | null = null,
  tell: TellProgress = () => undefined,
  flags: ReturnOptions['flags'] = RETURN_OPTIONS.flags,
): Generated {
  const index = indexWorkspace(workspace, wanted);
  const making = makeInTurns(index);
  for (;;) {
    const next = making.next();
    if (next.done === true) return withFile(walkRulesOf(index), next.value, { ...RETURN_OPTIONS, flags });
    tell(next.value);
  }
}

/** The same with pauses; null where `isStopped` says so in one of them. */
export async function generateInTurns(
  workspace: Workspace,
  wanted: ReturnId | null,
  { turn, now, pause }: Turns,
  { tell, isStopped }: { readonly tell: TellProgress; readonly isStopped: () => boolean },
): Promise<Generated | null> {
  const index = indexWorkspace(workspace, wanted);
  const making = makeInTurns(index);
  let start = now();
  for (;;) {
    const next = making.next();
    if (next.done === true) return withFile(walkRulesOf(index), next.value, RETURN_OPTIONS);
    if (now() - start < turn) continue;
    tell(next.value);
    await pause();
    if (isStopped()) return null;
    start = now();
  }
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 60)
    .replace(/-$/u, '');

/** The names of the files that cases are written to are these. */
export const CASE_FILE: RegExp = /^case-\d{2,}(?:-[a-z0-9-]*)?\.json$/u;
export const RETURN_FILE = 'return.xml';
export const SCHEMA_FILE = 'schema.xsd';

/** The files of made-up cases by their names: a script for each, the return file and its schema. */
export function generatedFiles({ cases: { cases }, file, schema }: Generated): ReadonlyMap<string, string> {
  const scripts = cases.map(({ script }): readonly [string, string] => [
    `${slug(script.name)}.json`,
    writeScript(script),
  ]);
  return new Map([...scripts, [RETURN_FILE, file], [SCHEMA_FILE, schema]]);
}

const quoted = (text: string): string => `“${text}”`;

function describeNextAction({ nextActions, stepTypes }: WorkspaceIndex, id: NextActionId): string {
  const action = nextActions.get(id);
  const from = action === undefined ? '' : stepTypes.get(action.from)?.name || action.from;
  return `next action ${quoted(action?.label || id)} of ${from} (${id})`;
}

/** A goal in words: what is taken or answered, and where. */
export function describeGoal(index: WorkspaceIndex, goal: Goal): string {
  if (goal.kind === 'next-action') return describeNextAction(index, goal.nextAction);
  const { form, question, stepType } = goal;
  const text = index.questions.get(questionKey(form, question))?.text || question;
  const where = stepType === null ? '' : ` in ${index.stepTypes.get(stepType)?.name || stepType}`;
  return `question ${quoted(text)} on ${index.forms.get(form)?.title || form}${where} (${questionKey(form, question)})`;
}

/** How many next actions are taken and how many questions answered, of all, in words. */
export const coverageOf = ({ goals, notCovered }: GeneratedCases): string => describeCoverage(goals, notCovered);
