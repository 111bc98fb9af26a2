import { spawn } from 'node:child_process';
import { buildCommandLineWhenStale, COMMAND_LINE } from './lib/built.mjs';

try {
  await buildCommandLineWhenStale();
} catch (error) {
  console.error(`The command line could not be built: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

const child = spawn(process.execPath, [COMMAND_LINE, ...process.argv.slice(2)], {
  stdio: 'inherit',
  // npm runs its scripts in the package's folder; relative paths are meant from where the person stands.
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 130);
});
