import { readArguments } from './arguments.ts';
import { AUDIT_COMMAND } from './audit.ts';
import { CHECK_COMMAND } from './check.ts';
import type { Command } from './command.ts';
import { EXPORT_COMMAND } from './export.ts';
import { IMPORT_COMMAND } from './import.ts';
import { didYouMean } from './nearest.ts';
import { NEW_COMMAND } from './new.ts';
import { readVersion } from './package-root.ts';
import { EXIT, type ExitCode, type Shell } from './shell.ts';
import { SUGGEST_COMMAND } from './suggest.ts';
import { WALK_COMMAND } from './walk.ts';

/** Every command there is. A new one is one file and one line here. */
const COMMANDS: readonly Command[] = [
  CHECK_COMMAND,
  AUDIT_COMMAND,
  EXPORT_COMMAND,
  IMPORT_COMMAND,
  SUGGEST_COMMAND,
  WALK_COMMAND,
  NEW_COMMAND,
];

const WORDS_BESIDE = ['help', '--help', '--version'] as const;

function usage(): string {
  const widest = Math.max(...COMMANDS.map((command) => command.usage.length));
  return [
    'Usage:',
    ...COMMANDS.map((command) => `  ${command.usage.padEnd(widest)}  ${command.says}`),
    `  ${'throughline help COMMAND'.padEnd(widest)}  Says more about one command.`,
    `  ${'throughline --version'.padEnd(widest)}  Prints the version.`,
    '',
    'The workspace is a folder, or a zip of it, with workflows/ and mappings/ in it; without one, this folder.',
    'Exit codes: 0 fine, 1 the input is bad, 2 a check asked for has failed, 64 wrong usage.',
  ].join('\n');
}

const helpOf = (command: Command): string =>
  [`Usage: ${command.usage}`, '', command.says, ...command.details].join('\n');

const findCommand = (name: string | undefined): Command | undefined =>
  COMMANDS.find((command) => command.name === name);

function wrong(shell: Shell, says: string, how: string): ExitCode {
  shell.say(`${says}\n\n${how}`);
  return EXIT.wrongUsage;
}

function refuseUnknown(shell: Shell, name: string): ExitCode {
  const known = [...COMMANDS.map((command) => command.name), ...WORDS_BESIDE];
  return wrong(shell, `There is no command "${name}".${didYouMean(name, known)}`, usage());
}

function help(shell: Shell, name: string | undefined): ExitCode {
  const command = findCommand(name);
  if (name !== undefined && command === undefined) return refuseUnknown(shell, name);
  shell.print(command === undefined ? usage() : helpOf(command));
  return EXIT.fine;
}

async function runCommand(command: Command, args: readonly string[], shell: Shell): Promise<ExitCode> {
  const given = readArguments(command, args);
  if ('failure' in given) return wrong(shell, given.failure, helpOf(command));
  return command.run(given, shell);
}

async function dispatch(args: readonly string[], shell: Shell): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) return wrong(shell, 'Say what to do.', usage());
  if (name === 'help' || name === '--help' || name === '-h') return help(shell, rest[0]);
  if (name === '--version') {
    shell.print(await readVersion());
    return EXIT.fine;
  }
  const command = findCommand(name);
  if (command === undefined) return refuseUnknown(shell, name);
  return rest.includes('--help') || rest.includes('-h') ? help(shell, name) : runCommand(command, rest, shell);
}

/** Runs one command line. A fault of the program itself is one plain sentence, unless THROUGHLINE_DEBUG asks for more. */
export async function main(args: readonly string[], shell: Shell): Promise<ExitCode> {
  try {
    return await dispatch(args, shell);
  } catch (error) {
    if (process.env['THROUGHLINE_DEBUG']) throw error;
    const says = error instanceof Error ? error.message : String(error);
    shell.say(`Throughline stopped because of a fault of its own: ${says} (THROUGHLINE_DEBUG=1 shows where.)`);
    return EXIT.badInput;
  }
}
