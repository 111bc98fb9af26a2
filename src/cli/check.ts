import type { Problem } from '#model/finding.ts';
import { type Arguments, findOption } from './arguments.ts';
import type { Command } from './command.ts';
import { openAt } from './open.ts';
import { countProblems, describeProblems } from './report/problems.ts';
import { EXIT, type ExitCode, type Failure, fail, type Shell } from './shell.ts';
import { writeJson } from './write-result.ts';

async function report(
  problems: readonly Problem[],
  files: number,
  target: string | null,
  shell: Shell,
): Promise<Failure | null> {
  if (target === null) {
    shell.print(describeProblems(problems, files));
    return null;
  }
  const written = await writeJson(shell, target, { format: 'throughline-check/1', problems });
  if (written === null && problems.length > 0) shell.say(`${countProblems(problems)}.`);
  return written;
}

async function runCheck(given: Arguments, shell: Shell): Promise<ExitCode> {
  const opened = await openAt(shell, given.words[0] ?? '.');
  if ('failure' in opened) return fail(shell, opened);
  const { problems, fileCount } = opened;
  const reported = await report(problems, fileCount, findOption(given, 'json'), shell);
  if (reported !== null) return fail(shell, reported);
  return problems.some((problem) => problem.severity === 'error') ? EXIT.badInput : EXIT.fine;
}

/** Says what in the files of a workspace could not be understood. */
export const CHECK_COMMAND: Command = {
  name: 'check',
  usage: 'throughline check [WORKSPACE] [--json FILE|-]',
  says: 'Lists the problems in the files.',
  details: [
    '',
    '  --json FILE   writes them as JSON to FILE, or to the screen for -',
    '',
    'Each problem stands with its file, row and column. The exit code is 1 when one of them is an error.',
  ],
  options: { json: { takes: 'value' } },
  words: 1,
  run: runCheck,
};
