import { type Arguments, findOption } from '#cli/arguments.ts';
import { asWord } from '#model/ids.ts';

const FLAGS = ['true-false', '1-0'] as const;
export type Flags = (typeof FLAGS)[number];

/** How true and false are to be written; what is wrong where it is neither way. */
export const readFlags = (given: Arguments): Flags | { readonly wrong: string } =>
  asWord(FLAGS, findOption(given, 'flags') ?? 'true-false') ?? {
    wrong: `--flags is ${FLAGS.join(' or ')}: how true and false are written.`,
  };
