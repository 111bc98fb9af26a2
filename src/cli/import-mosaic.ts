import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { count } from '#diagram/describe-step.ts';
import {
  importMosaic,
  type MosaicChange,
  type MosaicImport,
  type MosaicMessage,
  mosaicSql,
  type PersonalFiles,
  type SetAside,
} from '#pipeline/import-mosaic.ts';
import { isFree, makeWorkspace, openOrStart } from './new-workspace.ts';
import type { Opened } from './open.ts';
import { EXIT, type ExitCode, type Failure, fail, type Shell } from './shell.ts';
import { refuseWriting, writeChanges } from './write-changes.ts';

/** What was asked for of a folder of extracts. */
export interface MosaicRequest {
  readonly shell: Shell;
  readonly workspace: string;
  readonly from: string;
  /** `all`; null: nothing is written. */
  readonly accept: string | null;
  readonly leaveOutRetired: boolean;
}

const SHOWN = 12;
const LARGE_BYTES = 4_000_000;
const MOST_BYTES = 400_000_000;
const SQL_DATABASES = ['mssql', 'oracle'] as const;

/** True where a folder stands at the path. */
export const isFolder = (shell: Shell, path: string): Promise<boolean> =>
  stat(resolve(shell.folder, path)).then(
    (about) => about.isDirectory(),
    () => false,
  );

/** The CSV files of a folder, not those of folders in it. */
async function readExtracts(shell: Shell, from: string): Promise<ReadonlyMap<string, Uint8Array> | Failure> {
  const folder = resolve(shell.folder, from);
  const names = (await readdir(folder)).filter((name) => /^[^.~].*\.csv$/iu.test(name)).toSorted();
  if (names.length === 0) return { failure: `${from} holds no CSV file. Put the extracts there as .csv.` };
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const name of names) {
    bytes += (await stat(join(folder, name))).size;
    if (bytes > MOST_BYTES) return { failure: `The files in ${from} are larger than 400 MB together.` };
    files.set(name, await readFile(join(folder, name)));
  }
  if (bytes > LARGE_BYTES) shell.say(`Reading ${Math.round(bytes / 1_000_000)} MB from ${from} …`);
  return files;
}

const TITLES: readonly (readonly [MosaicChange['kind'], string])[] = [
  ['added', 'New in Mosaic'],
  ['returned', 'Back in Mosaic'],
  ['changed', 'Changed'],
  ['reworded', 'Reworded'],
  ['vanished', 'No longer in Mosaic (kept, and marked)'],
  ['flagged', 'Mappings to look at again (kept, and flagged)'],
  ['suggested', 'Suggested'],
];

function describeChange({ kind, what, key, column, before, after }: MosaicChange): string {
  if (kind === 'changed' || kind === 'reworded') return `    ${what} ${key}, ${column}: “${before}” becomes “${after}”`;
  return `    ${what} ${key}${after === '' ? '' : `: ${after}`}`;
}

function describeKind(kind: MosaicChange['kind'], title: string, changes: readonly MosaicChange[]): readonly string[] {
  const own = changes.filter((change) => change.kind === kind);
  if (own.length === 0) return [];
  const whats = [...new Set(own.map(({ what }) => what))];
  const lines = whats.flatMap((what) => {
    const of = own.filter((change) => change.what === what);
    const more = of.length > SHOWN ? [`    … and ${(of.length - SHOWN).toLocaleString('en-GB')} more`] : [];
    const nouns = what === 'form of a step' ? 'forms of steps' : what === 'count of use' ? 'counts of use' : `${what}s`;
    return [`  ${count(of.length, what, nouns)}`, ...of.slice(0, SHOWN).map(describeChange), ...more];
  });
  return ['', title, ...lines];
}

function describeAside({ formVersions, questionRows, answerRows, adultSteps, adultForms, retired }: SetAside) {
  const parts = [
    [formVersions, 'old version of a form', 'old versions of forms'],
    [questionRows, 'question of those', 'questions of those'],
    [answerRows, 'answer of old versions', 'answers of old versions'],
    [adultSteps, "adults' step type", "adults' step types"],
    [adultForms, "adults' form", "adults' forms"],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, one, many]) => count(number, one, many));
  const parked = `${count(retired.length, 'step type')} look retired (ZZ, or not available): ${retired.slice(0, SHOWN).join(', ')}${retired.length > SHOWN ? ' …' : ''}.`;
  return [...(said.length === 0 ? [] : [`Set aside: ${said.join(', ')}.`]), ...(retired.length === 0 ? [] : [parked])];
}

function describeMessage({ severity, file, row, column, message, more }: MosaicMessage): string {
  const place = [file, row === 0 ? '' : `row ${row}`, column].filter((part) => part !== '').join(', ');
  const rest = more === 0 ? '' : ` So in ${count(more, 'more row')}.`;
  return `${severity === 'error' ? 'Not taken' : 'Note'}, ${place}: ${message}${rest}`;
}

function tell({ shell, from, leaveOutRetired }: MosaicRequest, imported: MosaicImport): void {
  const { recognised, changes, setAside, messages, problems } = imported;
  const head = changes.length === 0 ? `No changes in ${from}.` : `${count(changes.length, 'change')} in ${from}.`;
  const files = recognised.map(({ file, says, rows }) => `  ${file}: ${says}, ${count(rows, 'row')}`);
  const lines = [
    'Recognised by their columns:',
    ...files,
    ...describeAside(setAside),
    head,
    ...TITLES.flatMap(([kind, title]) => describeKind(kind, title, changes)),
  ];
  shell.print(lines.join('\n'));
  for (const message of messages) shell.say(describeMessage(message));
  if (setAside.retired.length > 0 && !leaveOutRetired)
    shell.say('To leave out retired step types that the workspace does not have yet, add --leave-out-retired.');
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const { file, row, message } of errors.slice(0, SHOWN)) shell.say(`With this, ${file}, row ${row}: ${message}`);
  if (errors.length > SHOWN) shell.say(`… and ${errors.length - SHOWN} more of these. “throughline check” lists them.`);
}

function refuse({ personal }: PersonalFiles): Failure {
  const files = personal.map(({ file, columns }) => `${file}: ${columns.join(', ')}`);
  return {
    failure:
      `Nothing was read, because these columns may hold something about people.\n  ${files.join('\n  ')}\n` +
      'Extracts hold counts only. Take these columns out and count the rows (GROUP BY the others). ' +
      'Queries that do so: throughline import --sql mssql -o FOLDER.',
  };
}

/** A workspace and what is to be done to it. */
interface Settling {
  readonly opened: Opened;
  readonly imported: MosaicImport;
  /** Nothing is there yet. */
  readonly isNew: boolean;
}

/** Makes the folders of a new workspace, or looks whether the one that is there may be written into. */
async function prepare({ shell, workspace }: MosaicRequest, isNew: boolean): Promise<Failure | null> {
  if (!isNew) return refuseWriting(shell, workspace);
  const failed = await makeWorkspace(shell, workspace);
  if (failed === null) await mkdir(resolve(shell.folder, workspace, 'mappings'), { recursive: true });
  return failed;
}

async function write(request: MosaicRequest, { opened, imported, isNew }: Settling): Promise<ExitCode> {
  const { shell, workspace, from } = request;
  const refusal = await prepare(request, isNew);
  if (refusal !== null) return fail(shell, refusal);
  const name = `bring ${count(imported.changes.length, 'change')} in from ${from}`;
  const written = await writeChanges(shell, workspace, opened, { name, changes: imported.edits });
  if ('failure' in written) return fail(shell, written);
  shell.say(`Written: ${written.join(', ')}`);
  if (isNew)
    shell.say(
      "Put your council's name into workflows/workspace.json, and look at the roles and lanes that were proposed.",
    );
  return EXIT.fine;
}

async function settle(request: MosaicRequest, settling: Settling): Promise<ExitCode> {
  const { edits, messages } = settling.imported;
  tell(request, settling.imported);
  const isBad = messages.some(({ severity }) => severity === 'error');
  const isWanted = edits.length > 0;
  if (isWanted && request.accept === null)
    request.shell.say('Nothing was written. To take the changes over, add --accept all.');
  const code = isWanted && request.accept !== null ? await write(request, settling) : EXIT.fine;
  return code === EXIT.fine && isBad ? EXIT.badInput : code;
}

/** Brings a folder of Mosaic extracts into a workspace, or makes a new one of them. */
export async function importMosaicFolder(request: MosaicRequest): Promise<ExitCode> {
  const { shell, workspace, from, accept, leaveOutRetired } = request;
  if (accept !== null && accept !== 'all') {
    shell.say('Extracts are taken over whole: --accept all.');
    return EXIT.wrongUsage;
  }
  const files = await readExtracts(shell, from);
  if ('failure' in files) return fail(shell, files);
  const isNew = await isFree(shell, workspace);
  const opened = await openOrStart(shell, workspace);
  if ('failure' in opened) return fail(shell, opened);
  const imported = await importMosaic({ opened: opened.opened, files, today: shell.today, leaveOutRetired });
  if (imported === null) return EXIT.fine;
  return 'personal' in imported ? fail(shell, refuse(imported)) : settle(request, { opened, imported, isNew });
}

/** Writes the queries that make the extracts, and never over a file that is there. */
export async function writeMosaicSql(shell: Shell, database: string, folder: string | null): Promise<ExitCode> {
  const known = SQL_DATABASES.find((name) => name === database);
  const files = known === undefined ? undefined : mosaicSql(known);
  if (files === undefined || folder === null) {
    shell.say(`Say for which database, and where to: --sql ${SQL_DATABASES.join('|')} -o FOLDER.`);
    return EXIT.wrongUsage;
  }
  const target = resolve(shell.folder, folder);
  try {
    await mkdir(target, { recursive: true });
    for (const [name, text] of files) await writeFile(join(target, name), text, { flag: 'wx' });
  } catch (error) {
    return fail(shell, {
      failure: `${folder} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
  shell.print(`${count(files.size, 'query', 'queries')} written to ${folder}: ${[...files.keys()].join(', ')}`);
  shell.say('Each says at its head what it may hold. Look at a result before it leaves your council.');
  return EXIT.fine;
}
