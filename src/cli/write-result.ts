import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Failure, Shell } from './shell.ts';

/** One member of a list a line: an audit of a whole council stays small, and a diff shows which findings changed. */
function memberText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((each) => JSON.stringify(each)).join(',\n')}\n]`;
}

function toText(value: object): string {
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${memberText(member)}`);
  return `{\n${members.join(',\n')}\n}`;
}

/** Writes a result as JSON to a file, or to stdout for `-`; null when that went well. */
export async function writeJson(shell: Shell, target: string, value: object): Promise<Failure | null> {
  const text = toText(value);
  if (target === '-') {
    shell.print(text);
    return null;
  }
  try {
    await writeFile(resolve(shell.folder, target), `${text}\n`);
    shell.say(`Written: ${target}`);
    return null;
  } catch (error) {
    return { failure: `${target} could not be written: ${error instanceof Error ? error.message : String(error)}` };
  }
}
