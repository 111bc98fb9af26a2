import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Arguments, findOption } from '#cli/arguments.ts';
import { findReturn } from '#cli/find-return.ts';
import { openAt } from '#cli/open.ts';
import { heading, wrap } from '#cli/report/text.ts';
import { EXIT, type ExitCode, type Failure, fail, type Shell } from '#cli/shell.ts';
import { groupBy, indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import {
  CASE_FILE,
  coverageOf,
  describeGoal,
  type Generated,
  generateCases,
  generatedFiles,
  RETURN_FILE,
  SCHEMA_FILE,
} from '#pipeline/generate-cases.ts';
import { type Flags, readFlags } from './read-flags.ts';

/** From here on somebody wonders whether anything is going on. */
const LONG_MS = 1000;
/** How often it is said how far it is. */
const EVERY_MS = 2000;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isOurs = (name: string): boolean => CASE_FILE.test(name) || name === RETURN_FILE || name === SCHEMA_FILE;

/** The files of an earlier run that stand in a folder; a failure where anything else does. */
async function earlierFiles(folder: string, given: string): Promise<readonly string[] | Failure> {
  try {
    const names = await readdir(folder);
    const other = names.find((name) => !isOurs(name));
    if (other === undefined) return names;
    return {
      failure: `${given} holds ${other}, which is no file of this command, so nothing was written. Choose an empty folder.`,
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    return { failure: `${given} could not be opened: ${reasonOf(error)}` };
  }
}

/** Writes the files in place of those of an earlier run; null when that went well. */
async function writeAll(
  folder: string,
  files: ReadonlyMap<string, string>,
  earlier: readonly string[],
): Promise<Failure | null> {
  try {
    await mkdir(folder, { recursive: true });
    for (const name of earlier) if (!files.has(name)) await rm(join(folder, name));
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    return null;
  } catch (error) {
    return { failure: `${folder} could not be written: ${reasonOf(error)}` };
  }
}

/** Says how far it is, once it takes longer than a moment. */
function progressTo(shell: Shell): (progress: { readonly done: number; readonly of: number }) => void {
  const start = performance.now();
  let said = start + LONG_MS - EVERY_MS;
  return ({ done, of }) => {
    const now = performance.now();
    if (now - said < EVERY_MS) return;
    said = now;
    shell.say(`Making up cases: ${Math.floor((100 * done) / of)} % …`);
  };
}

function describeCases({ cases: { cases } }: Generated, names: readonly string[]): readonly string[] {
  return cases.flatMap(({ script, staysOpen }, at) => {
    const open = staysOpen.length === 0 ? '' : ` Stays open: ${staysOpen.join(', ')}.`;
    return [script.name, ...wrap(`${script.about}${open}`, '    '), `    ${names[at] ?? ''}`];
  });
}

/** What was made up, as lines to read. */
function describeGenerated(index: WorkspaceIndex, generated: Generated, names: readonly string[]): string {
  const { cases, leftOut } = generated;
  const sent = cases.cases.length - leftOut.length;
  return [
    ...heading('Cases'),
    ...(cases.cases.length === 0 ? ['None.'] : describeCases(generated, names)),
    '',
    ...wrap(`Covered: ${coverageOf(cases)} ${cases.returnId ?? ''}.`),
    ...(cases.notCovered.length === 0 ? [] : ['', ...heading('Not covered')]),
    ...cases.notCovered.flatMap(({ goal, says }) => wrap(`${describeGoal(index, goal)}: ${says}`, '  ')),
    '',
    ...heading('Return file'),
    ...wrap(`${RETURN_FILE} holds ${sent} of ${cases.cases.length} cases.`),
    ...[...groupBy(leftOut, ({ says }) => says)].flatMap(([says, those]) =>
      wrap(`Left out: ${those.map(({ name }) => name.split(':', 1)[0]).join(', ')}. ${says}`, '  '),
    ),
  ].join('\n');
}

interface Wanted {
  readonly target: string;
  readonly wanted: string;
  readonly flags: Flags;
}

/** What --generate takes no file for: it writes both into its folder. */
const INTO_FOLDER: Readonly<Record<string, string>> = { xml: RETURN_FILE, schema: SCHEMA_FILE };

function readWanted(given: Arguments): Wanted | { readonly wrong: string } {
  const target = findOption(given, 'output');
  const wanted = findOption(given, 'return');
  if (wanted === null) return { wrong: 'Say which return the cases are for: --return ID, such as cin-2026-27.' };
  if (target === null) return { wrong: 'Say which folder to write to: -o FOLDER.' };
  if (target === '-') return { wrong: '-o is a folder: several files cannot go to the screen.' };
  for (const [name, file] of Object.entries(INTO_FOLDER))
    if (given.options.has(name)) return { wrong: `Leave out --${name}: --generate writes ${file} into its folder.` };
  const flags = readFlags(given);
  return typeof flags === 'string' ? { target, wanted, flags } : flags;
}

async function writeGenerated(
  workspace: Workspace,
  { target, wanted, flags }: Wanted,
  shell: Shell,
): Promise<ExitCode> {
  const folder = resolve(shell.folder, target);
  const id = findReturn(workspace, wanted);
  if (id !== null && typeof id === 'object') return fail(shell, id);
  const earlier = await earlierFiles(folder, target);
  if ('failure' in earlier) return fail(shell, earlier);
  const generated = generateCases(workspace, id, progressTo(shell), flags);
  const files = generatedFiles(generated);
  const written = await writeAll(folder, files, earlier);
  if (written !== null) return fail(shell, written);
  shell.print(describeGenerated(indexWorkspace(workspace, id), generated, [...files.keys()]));
  if (earlier.length > 0) shell.say(`The files of an earlier run in ${target} were replaced.`);
  shell.say(`Written: ${files.size} files to ${target}`);
  return EXIT.fine;
}

/** Makes up cases for a return and writes them, with the file that they make, to a folder. */
export async function runGenerate(given: Arguments, shell: Shell): Promise<ExitCode> {
  const wanted = readWanted(given);
  if ('wrong' in wanted) {
    shell.say(wanted.wrong);
    return EXIT.wrongUsage;
  }
  const opened = await openAt(shell, given.words[0] ?? '.');
  if ('failure' in opened) return fail(shell, opened);
  return writeGenerated(opened.workspace, wanted, shell);
}
