import { parseArgs } from 'node:util';
import { didYouMean } from './nearest.ts';
import type { Failure } from './shell.ts';

/** An option that takes a value, or stands alone. */
export interface OptionRule {
  readonly takes: 'value' | 'nothing';
  /** One letter that stands for it: `o` for `-o`. */
  readonly short?: string;
}

/** What a command may be given. */
export interface ArgumentRules {
  readonly options: Readonly<Record<string, OptionRule>>;
  /** How many words may stand beside the options, such as the workspace. */
  readonly words: number;
}

/** What a command was given. An option given twice has two values. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** The last value of an option, or null where it was not given. */
export const findOption = (given: Arguments, name: string): string | null => given.options.get(name)?.at(-1) ?? null;

function tokensOf(rules: ArgumentRules, args: readonly string[]): readonly Token[] {
  const options = Object.fromEntries(
    Object.entries(rules.options).map(([name, rule]) => [
      name,
      {
        type: rule.takes === 'value' ? ('string' as const) : ('boolean' as const),
        multiple: true,
        ...(rule.short === undefined ? {} : { short: rule.short }),
      },
    ]),
  );
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true }).tokens;
}

function faultOf(token: OptionToken, rules: ArgumentRules): string | null {
  const rule = rules.options[token.name];
  if (rule === undefined) {
    const known = Object.keys(rules.options).map((name) => `--${name}`);
    return `There is no option ${token.rawName}.${didYouMean(token.rawName, known)}`;
  }
  if (rule.takes === 'nothing') return token.value === undefined ? null : `--${token.name} takes no value.`;
  const taken = token.value ?? '';
  const isMissing = taken === '' || (token.inlineValue !== true && taken.length > 1 && taken.startsWith('-'));
  return isMissing ? `${token.rawName} needs a value after it.` : null;
}

/** Reads a command's arguments; a failure says which one is wrong. */
export function readArguments(rules: ArgumentRules, args: readonly string[]): Arguments | Failure {
  const words: string[] = [];
  const options = new Map<string, readonly string[]>();
  for (const token of tokensOf(rules, args)) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const fault = faultOf(token, rules);
    if (fault !== null) return { failure: fault };
    options.set(token.name, [...(options.get(token.name) ?? []), token.value ?? '']);
  }
  const extra = words[rules.words];
  if (extra !== undefined) return { failure: `"${extra}" is one word too many.` };
  return { words, options };
}
