import { isUtf8 } from 'node:buffer';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import { returnFileOf, runScript, type ScriptRun, tellPlayed } from '#pipeline/play-script.ts';
import { schemaOf, type WalkRules, walkRulesOf } from '#pipeline/walk-case.ts';
import { type Arguments, findOption } from './arguments.ts';
import type { Command } from './command.ts';
import { findReturn } from './find-return.ts';
import { openAt } from './open.ts';
import { EXIT, type ExitCode, type Failure, fail, type Shell } from './shell.ts';
import { describeCase } from './walk/case-report.ts';
import { runGenerate } from './walk/generate.ts';
import { type Flags, readFlags } from './walk/read-flags.ts';
import { sayUnfit } from './walk/say-unfit.ts';

/** What was asked for, or what is wrong with it. */
interface Wanted {
  readonly script: string | null;
  readonly xml: string | null;
  readonly schema: string | null;
  readonly flags: Flags;
}

type Files = Pick<Wanted, 'script' | 'xml' | 'schema'>;

/** What is wrong where two of the files are one: the script would be lost, or one of the two results. */
function sameFile({ folder }: Shell, { script, xml, schema }: Files): string | null {
  const names = new Map<string, string>();
  for (const [name, file] of Object.entries({ script, xml, schema })) {
    if (file === null || file === '-') continue;
    const path = resolve(folder, file);
    const other = names.get(path);
    if (other !== undefined)
      return `--${other} and --${name} name the same file, ${file}: choose another for --${name}.`;
    names.set(path, name);
  }
  return null;
}

/** What is wrong with the files asked for; null where nothing is. */
function wrongFiles(shell: Shell, files: Files): string | null {
  const { script, xml, schema } = files;
  if (script === null && schema === null)
    return 'Say which case to play: --script FILE. Or make cases up: --generate --return ID -o FOLDER.';
  if (script === null && xml !== null) return '--xml is written from a case: say which with --script FILE.';
  if (xml === '-' && schema === '-') return 'Only one of --xml and --schema can go to the screen.';
  return sameFile(shell, files);
}

function readWanted(given: Arguments, shell: Shell): Wanted | { readonly wrong: string } {
  const flags = readFlags(given);
  if (typeof flags !== 'string') return flags;
  if (given.options.has('output'))
    return { wrong: '-o is the folder of --generate. One case is written with --xml FILE.' };
  const fileOf = (name: string): string | null => findOption(given, name);
  const files = { script: fileOf('script'), xml: fileOf('xml'), schema: fileOf('schema') };
  const wrong = wrongFiles(shell, files);
  return wrong === null ? { ...files, flags } : { wrong };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function readScriptFile(shell: Shell, file: string): Promise<string | Failure> {
  try {
    const bytes = await readFile(resolve(shell.folder, file));
    // UTF-16 of plain letters is UTF-8 too, with a null beside each letter.
    return isUtf8(bytes) && !bytes.includes(0)
      ? bytes.toString('utf8')
      : { failure: `${file} is not written in UTF-8, so its letters cannot be told: save it as UTF-8.` };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { failure: isMissing ? `There is no file ${file}.` : `${file} could not be read: ${reasonOf(error)}` };
  }
}

/** Writes a text to a file, or to the screen for `-`. */
async function write(shell: Shell, target: string, text: string): Promise<Failure | null> {
  if (target === '-') {
    shell.print(text.trimEnd());
    return null;
  }
  try {
    await writeFile(resolve(shell.folder, target), text);
    shell.say(`Written: ${target}`);
    return null;
  } catch (error) {
    return { failure: `${target} could not be written: ${reasonOf(error)}` };
  }
}

/** More of one kind is no help: a broken script has thousands. */
const MOST_SAID = 50;
/** Longer sentences have a whole text in them. */
const LONGEST_SENTENCE = 1000;

const short = (sentence: string): string =>
  sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE)}…` : sentence;

/** Says what is wrong with a script, each with file and line as an editor opens it. */
function sayProblems(shell: Shell, file: string, { problems, stop }: ScriptRun): void {
  for (const { line, severity, message } of problems.slice(0, MOST_SAID))
    shell.say(`${file}:${line} ${severity}: ${short(message)}`);
  if (problems.length > MOST_SAID) shell.say(`${file}: … and ${problems.length - MOST_SAID} more.`);
  if (stop === null) return;
  const reasons = stop.reasons.map(short).join(' ');
  shell.say(`${file}:${stop.line} error: Entry ${stop.entry} of “steps” cannot be played. ${reasons}`);
}

async function walkScript(shell: Shell, rules: WalkRules, file: string, wanted: Wanted): Promise<ExitCode> {
  const text = await readScriptFile(shell, file);
  if (typeof text !== 'string') return fail(shell, text);
  const run = runScript(rules, text);
  sayProblems(shell, file, run);
  if (run.case === null) return EXIT.badInput;
  const isOnScreen = wanted.xml === '-' || wanted.schema === '-';
  if (!isOnScreen) shell.print(describeCase(tellPlayed(rules, run.case)));
  if (run.stop !== null) return EXIT.badInput;
  if (wanted.xml === null) return EXIT.fine;
  const { text: written, isIncluded, lacking } = returnFileOf(rules, run.case, wanted.flags);
  const failed = await write(shell, wanted.xml, written);
  if (failed !== null) return fail(shell, failed);
  sayUnfit(shell, { isIncluded, lacking });
  return EXIT.fine;
}

/** Opens the workspace, held against the return asked for. */
async function openIndex(shell: Shell, given: Arguments, wanted: Wanted): Promise<WorkspaceIndex | Failure> {
  const opened = await openAt(shell, given.words[0] ?? '.');
  if ('failure' in opened) return opened;
  const id = findReturn(opened.workspace, findOption(given, 'return'));
  if (id !== null && typeof id === 'object') return id;
  const index = indexWorkspace(opened.workspace, id);
  const isWritten = wanted.schema !== null || wanted.xml !== null;
  return isWritten && index.dataReturn === null
    ? { failure: 'The workspace names no return that is known: say which with --return ID.' }
    : index;
}

async function walkWanted(shell: Shell, given: Arguments, wanted: Wanted): Promise<ExitCode> {
  const index = await openIndex(shell, given, wanted);
  if ('failure' in index) return fail(shell, index);
  const { script, schema } = wanted;
  const failed = schema === null ? null : await write(shell, schema, schemaOf(index));
  if (failed !== null) return fail(shell, failed);
  return script === null ? EXIT.fine : walkScript(shell, walkRulesOf(index), script, wanted);
}

async function runWalk(given: Arguments, shell: Shell): Promise<ExitCode> {
  const isGenerating = given.options.has('generate');
  if (isGenerating && !given.options.has('script')) return runGenerate(given, shell);
  const wanted = isGenerating ? { wrong: 'Take --generate or --script, not both.' } : readWanted(given, shell);
  if (!('wrong' in wanted)) return walkWanted(shell, given, wanted);
  shell.say(wanted.wrong);
  return EXIT.wrongUsage;
}

/** Plays a case without a screen, or makes cases up. */
export const WALK_COMMAND: Command = {
  name: 'walk',
  usage: 'throughline walk [WORKSPACE] --script FILE [--return ID] [--xml FILE|-] [--schema FILE|-] [--flags 1-0]',
  says: 'Plays a case: what is recorded, and what it sends to the return.',
  details: [
    '       throughline walk [WORKSPACE] --generate --return ID -o FOLDER',
    '',
    '  --script FILE  the case: its format is described in workflows/README.md',
    '  --return ID    the return, such as cin-2026-27; else the first that the workspace names',
    '  --xml FILE     writes the return of this one case to FILE, or to the screen for - in place of the report',
    '  --schema FILE  writes the XML Schema of the return, with or without a case',
    '  --flags 1-0    writes true and false as 1 and 0',
    '  --generate     makes up cases that between them take every next action, as scripts and one return file',
    '  -o FOLDER      where --generate writes',
    '',
    'Where a step is not possible, the line of the script is said with the reason, and the exit code is 1; what was',
    'recorded up to there is printed. Nothing is ever written into the workspace.',
  ],
  options: {
    script: { takes: 'value' },
    return: { takes: 'value' },
    xml: { takes: 'value' },
    schema: { takes: 'value' },
    flags: { takes: 'value' },
    generate: { takes: 'nothing' },
    output: { takes: 'value', short: 'o' },
  },
  words: 1,
  run: runWalk,
};
