/** Everything a command touches outside the program, handed in so that a test can stand in for it. */
export interface Shell {
  /** Where relative paths start. */
  readonly folder: string;
  /** A result, to stdout. */
  readonly print: (text: string) => void;
  /** A message, to stderr. */
  readonly say: (text: string) => void;
  /** The ISO date of today. */
  readonly today: string;
}

/** What the program's exit code says. */
export const EXIT = { fine: 0, badInput: 1, checkFailed: 2, wrongUsage: 64 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something the outside world refused, in a sentence to show. */
export interface Failure {
  readonly failure: string;
}

/** Says a failure, and what the program's exit code is for it. */
export function fail(shell: Shell, { failure }: Failure): ExitCode {
  shell.say(failure);
  return EXIT.badInput;
}

/** The shell of the running program. A reader that stops listening, such as `head`, ends it without a word. */
export function processShell(): Shell {
  process.stdout.on('error', () => process.exit());
  return {
    folder: process.cwd(),
    print: (text) => process.stdout.write(`${text}\n`),
    say: (text) => process.stderr.write(`${text}\n`),
    today: new Date().toISOString().slice(0, 10),
  };
}
