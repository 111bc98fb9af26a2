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

/** What a terminal would obey instead of showing: control characters but tab and line feed, and turns of direction. */
const COMMANDS = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/** Text in which nothing is a command to a terminal: `\u001b` in letters, which JSON reads as what it was. */
export const harmless = (text: string): string =>
  text.replaceAll(COMMANDS, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A reader that stops listening, such as `head`, changes nothing: the command goes on to its exit code. */
function onLost(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The result could not be written: ${error.message}\n`);
  process.exit(EXIT.badInput);
}

/** The shell of the running program. */
export function processShell(): Shell {
  process.stdout.on('error', onLost);
  process.stderr.on('error', () => undefined);
  return {
    folder: process.cwd(),
    print: (text) => process.stdout.write(`${harmless(text)}\n`),
    say: (text) => process.stderr.write(`${harmless(text)}\n`),
    today: new Date().toISOString().slice(0, 10),
  };
}
