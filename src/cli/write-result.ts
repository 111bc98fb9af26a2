import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Failure, Shell } from './shell.ts';

/** Writes a result as JSON to a file, or to stdout for `-`; null when that went well. */
export async function writeJson(shell: Shell, target: string, value: unknown): Promise<Failure | null> {
  const text = JSON.stringify(value, null, 2);
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
