import type { ArgumentRules, Arguments } from './arguments.ts';
import type { ExitCode, Shell } from './shell.ts';

/** One command of the program: how it is called, what it says of itself, and what it does. */
export interface Command extends ArgumentRules {
  readonly name: string;
  readonly usage: string;
  /** One sentence for the list of commands. */
  readonly says: string;
  /** What else its own help says, a line each. */
  readonly details: readonly string[];
  readonly run: (given: Arguments, shell: Shell) => Promise<ExitCode>;
}
