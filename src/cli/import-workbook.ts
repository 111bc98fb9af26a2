import { count } from '#diagram/describe-step.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { acceptChanges, importWorkbook, type WorkbookImport } from '#pipeline/import-workbook.ts';
import type { WorkbookChange } from '#pipeline/workbook-changes.ts';
import type { ImportKind, ImportRequest } from './import-kind.ts';
import { EXIT, type ExitCode, type Failure, fail, type Shell } from './shell.ts';
import { refuseWriting, writeChanges } from './write-changes.ts';

const quoted = (text: string): string => (text === '' ? 'empty' : `"${text.replaceAll('\n', ' ⏎ ')}"`);

function describeChange({ number, sheet, cell, file, key, column, before, after, note, does }: WorkbookChange): string {
  const verb = does.kind === 'add' ? ' (a row more)' : does.kind === 'remove' ? ' (a row less)' : '';
  return [
    `${String(number).padStart(4)}  ${sheet} ${cell}  ${key}  →  ${file}${verb}`,
    `      ${column}: ${quoted(before)} becomes ${quoted(after)}`,
    ...(note === '' ? [] : [`      Note: ${note}`]),
  ].join('\n');
}

function tellMessages({ messages, isSameModel, changes }: WorkbookImport, shell: Shell): void {
  if (!isSameModel && changes.length > 0)
    shell.say('The workspace has changed since this workbook was made. Only cells edited in the workbook are listed.');
  for (const { severity, sheet, cell, message } of messages) {
    const place = [sheet, cell].filter((part) => part !== '').join(' ');
    shell.say(`${severity === 'error' ? 'Not taken' : 'Note'}${place === '' ? '' : `, ${place}`}: ${message}`);
  }
}

/** The numbers of a list such as `1,4,7-9`; null where it is no such list. */
function numbersIn(text: string): ReadonlySet<number> | null {
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const [, from, to] = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/u.exec(part) ?? [];
    if (from === undefined) return null;
    for (let number = Number(from); number <= Number(to ?? from); number += 1) numbers.add(number);
  }
  return numbers;
}

/** The changes that are accepted, or what is wrong with how they were named. */
function acceptedOf(changes: readonly WorkbookChange[], accept: string): readonly WorkbookChange[] | Failure {
  if (accept === 'all') return changes;
  const numbers = numbersIn(accept);
  if (numbers === null)
    return { failure: `--accept takes “all” or numbers of the list, such as 1,4,7-9, not "${accept}".` };
  const strange = [...numbers].find((number) => !changes.some((change) => change.number === number));
  if (strange !== undefined) return { failure: `There is no change ${strange}: the list has ${changes.length}.` };
  return changes.filter(({ number }) => numbers.has(number));
}

async function accept(request: ImportRequest, changes: readonly WorkbookChange[]): Promise<ExitCode> {
  const { shell, workspace, opened, from, accept: named } = request;
  if (named === null) {
    if (changes.length > 0)
      shell.say('Nothing was written. To take changes over, add --accept all, or --accept with their numbers.');
    return EXIT.fine;
  }
  const accepted = acceptedOf(changes, named);
  if ('failure' in accepted) {
    shell.say(accepted.failure);
    return EXIT.wrongUsage;
  }
  if (accepted.length === 0) return EXIT.fine;
  const refusal = await refuseWriting(shell, workspace);
  if (refusal !== null) return fail(shell, refusal);
  const written = await writeChanges(shell, workspace, opened, acceptChanges(accepted, from));
  if ('failure' in written) return fail(shell, written);
  shell.say(`Accepted ${count(accepted.length, 'change')}. Written: ${written.join(', ')}`);
  return EXIT.fine;
}

async function run(request: ImportRequest): Promise<ExitCode> {
  const { shell, opened, from, bytes } = request;
  const index = indexWorkspace(opened.workspace);
  const imported = await importWorkbook(bytes, { opened: opened.opened, index, today: shell.today, isExample: false });
  if ('failure' in imported) return fail(shell, { failure: `${from}: ${imported.failure}` });
  const { changes, messages } = imported;
  const head = changes.length === 0 ? `No changes in ${from}.` : `${count(changes.length, 'change')} in ${from}:`;
  shell.print([head, ...changes.map(describeChange)].join('\n'));
  tellMessages(imported, shell);
  const code = await accept(request, changes);
  if (code !== EXIT.fine) return code;
  return messages.some(({ severity }) => severity === 'error') ? EXIT.badInput : EXIT.fine;
}

/** An Excel workbook that was exported, edited, and comes back. */
export const WORKBOOK_IMPORT: ImportKind = {
  says: 'an Excel workbook (.xlsx) that “throughline export --to xlsx” wrote and people edited',
  reads: (file) => /\.xls[xm]?$/iu.test(file),
  run,
};
