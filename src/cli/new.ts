import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Arguments } from './arguments.ts';
import type { Command } from './command.ts';
import { EXIT, type ExitCode, type Shell } from './shell.ts';
import { starterFiles } from './starter-files.ts';

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

async function findInTheWay(folder: string, paths: Iterable<string>): Promise<string | null> {
  for (const path of paths) if (await exists(join(folder, path))) return join(folder, path);
  return null;
}

async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text, { flag: 'wx' });
  }
}

async function runNew(given: Arguments, shell: Shell): Promise<ExitCode> {
  const [name] = given.words;
  if (name === undefined || name.trim() === '') {
    shell.say('Say which folder to write to: throughline new FOLDER');
    return EXIT.wrongUsage;
  }
  const folder = resolve(shell.folder, name);
  const files = starterFiles(shell.today);
  const inTheWay = await findInTheWay(folder, files.keys());
  if (inTheWay !== null) {
    shell.say(`${inTheWay} is there already, and nothing was written. Choose another folder.`);
    return EXIT.badInput;
  }
  try {
    await writeAll(folder, files);
  } catch (error) {
    shell.say(`${folder} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.badInput;
  }
  shell.print(`${files.size} files written to ${folder}.\nRead ${join(folder, 'README.txt')} for what to do next.`);
  return EXIT.fine;
}

/** Writes a workspace to start from, and never over a file that is there. */
export const NEW_COMMAND: Command = {
  name: 'new',
  usage: 'throughline new FOLDER',
  says: 'Writes a workspace to start from.',
  details: ['Nothing is overwritten: when a file is in the way, nothing is written and the exit code is 1.'],
  options: {},
  words: 1,
  run: runNew,
};
