import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject, onTestFinished } from 'vitest';
import { COMMAND_LINE, ROOT } from '../../scripts/lib/built.mjs';

/** What a person at the terminal gets: the exit code, results and messages. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly messages: string;
}

/** Runs a program with this Node and waits for its end. */
export function run(
  program: string,
  args: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let messages = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      messages += text;
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, messages }));
  });
}

/** Runs the built command line in a folder, the project's own by default. */
export function throughline(args: readonly string[], folder: string = ROOT): Promise<Ran> {
  const fault = inject('buildFault');
  if (fault !== '') throw new Error(`The command line could not be built: ${fault}`);
  return run(COMMAND_LINE, args, folder);
}

/** An empty folder that is gone after the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The workspace of `fixtures/cli/<name>`, where it stands. Commands never write into a workspace they read. */
export const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/cli/${name}`, import.meta.url));

/** A copy of a fixture to break. */
export async function copyOf(name: string): Promise<string> {
  const folder = join(await newFolder(), name);
  await cp(fixture(name), folder, { recursive: true });
  return folder;
}
