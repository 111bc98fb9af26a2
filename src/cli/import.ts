import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Arguments, findOption } from './arguments.ts';
import type { Command } from './command.ts';
import type { ImportKind } from './import-kind.ts';
import { importMosaicFolder, isFolder, writeMosaicSql } from './import-mosaic.ts';
import { WORKBOOK_IMPORT } from './import-workbook.ts';
import { BPMN_IMPORT, CHART_IMPORT } from './import-workflow.ts';
import { openAt } from './open.ts';
import { EXIT, type ExitCode, type Failure, fail, type Shell } from './shell.ts';

/** Every kind of file that can be brought in. A new one is one file and one line here. */
const KINDS: readonly ImportKind[] = [WORKBOOK_IMPORT, BPMN_IMPORT, CHART_IMPORT];

function wrong(shell: Shell, says: string): ExitCode {
  shell.say(says);
  return EXIT.wrongUsage;
}

async function readFrom(shell: Shell, from: string): Promise<Uint8Array | Failure> {
  try {
    return await readFile(resolve(shell.folder, from));
  } catch (error) {
    return { failure: `${from} could not be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function runImport(given: Arguments, shell: Shell): Promise<ExitCode> {
  const from = findOption(given, 'from');
  const sql = findOption(given, 'sql');
  if (sql !== null) return writeMosaicSql(shell, sql, findOption(given, 'output'));
  if (from === null) return wrong(shell, 'Say what to bring in: --from FILE.');
  const accept = given.options.has('dry-run') ? null : findOption(given, 'accept');
  const workspace = given.words[0] ?? '.';
  const leaveOutRetired = given.options.has('leave-out-retired');
  if (await isFolder(shell, from)) return importMosaicFolder({ shell, workspace, from, accept, leaveOutRetired });
  const kind = KINDS.find(({ reads }) => reads(from));
  if (kind === undefined) return wrong(shell, `${from} is none of: ${KINDS.map(({ says }) => says).join('; ')}.`);
  const bytes = await readFrom(shell, from);
  if ('failure' in bytes) return fail(shell, bytes);
  const opened = await (kind.open ?? openAt)(shell, workspace);
  return 'failure' in opened ? fail(shell, opened) : kind.run({ shell, workspace, opened, from, bytes, accept });
}

/** Brings what stands in another file into a workspace. */
export const IMPORT_COMMAND: Command = {
  name: 'import',
  usage: 'throughline import [WORKSPACE] --from FILE|FOLDER [--accept all|N,N]',
  says: 'Lists what another file would change, and writes what is accepted.',
  details: [
    '',
    ...KINDS.map(({ says }) => `  --from FILE   ${says}`),
    '  --from FOLDER extracts of Mosaic as CSV files, known by their columns; into an empty or new folder too',
    '  --leave-out-retired  without step types that look retired and are not in the workspace yet',
    '  --sql mssql|oracle -o FOLDER  writes queries that make the extracts, with notes on privacy',
    '  --accept all  takes every change of the list over; --accept 1,4,7-9 takes those',
    '  --dry-run     only lists, whatever else is said; so does leaving --accept out',
    '',
    'Only files in which something was accepted are written, and only into a folder. What cannot be taken is said with',
    'its cell, and the exit code is 1.',
  ],
  options: {
    from: { takes: 'value' },
    accept: { takes: 'value' },
    'dry-run': { takes: 'nothing' },
    'leave-out-retired': { takes: 'nothing' },
    sql: { takes: 'value' },
    output: { takes: 'value', short: 'o' },
  },
  words: 1,
  run: runImport,
};
