/** Everything a command touches outside the program, handed in so that a test can stand in for it. */
export interface Shell {
  /** Where relative paths start. */
  readonly folder: string;
  /** A result, to stdout. */
  readonly print: (text: string) => void;
  /** A message, to stderr. */
  readonly say: (text: string) => void;
  /** What is being done now, to stderr; shown only once the work has taken more than a second. */
  readonly progress: (text: string) => void;
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

const SLOW_AFTER_MS = 1000;

function progressFrom(start: number): (text: string) => void {
  return (text) => {
    if (performance.now() - start > SLOW_AFTER_MS) process.stderr.write(`${text}\n`);
  };
}

/** The shell of the running program. A reader that stops listening, such as `head`, ends it without a word. */
export function processShell(): Shell {
  process.stdout.on('error', () => process.exit());
  return {
    folder: process.cwd(),
    print: (text) => process.stdout.write(`${text}\n`),
    say: (text) => process.stderr.write(`${text}\n`),
    progress: progressFrom(performance.now()),
    today: new Date().toISOString().slice(0, 10),
  };
}
