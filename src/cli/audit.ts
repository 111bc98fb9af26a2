import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import { FINDING_KINDS, type FindingKind } from '#model/finding.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { type Arguments, findOption } from './arguments.ts';
import type { Command } from './command.ts';
import { readFailOn, undecidedOf } from './fail-on.ts';
import { findReturn } from './find-return.ts';
import { type Opened, openAt } from './open.ts';
import { describeAudit } from './report/audit-report.ts';

import { EXIT, type ExitCode, type Failure, fail, type Shell } from './shell.ts';
import { writeJson } from './write-result.ts';

/** From here on an audit takes a second or more. */
const LONG_AUDIT_QUESTIONS = 4000;

function sayWhatIsLeftOut(shell: Shell, opened: Opened, audit: Audit): void {
  const errors = opened.problems.filter((problem) => problem.severity === 'error').length;
  if (errors > 0)
    shell.say(`${count(errors, 'error')} in the files: what they touch was left out. throughline check lists them.`);
  if (audit.return !== '') return;
  const known = opened.workspace.returns.map((each) => each.id).join(', ');
  shell.say(`The workspace names no return that is known, so no item was looked at. There are: ${known || 'none'}.`);
}

function judge(shell: Shell, audit: Audit, failOn: ReadonlySet<FindingKind>): ExitCode {
  const failing = undecidedOf(audit.findings, failOn);
  if (failing.length === 0) return EXIT.fine;
  const kinds = FINDING_KINDS.map((kind) => ({ kind, found: failing.filter((each) => each.kind === kind).length }));
  const list = kinds.filter(({ found }) => found > 0).map(({ kind, found }) => `${kind} ${found}`);
  shell.say(`${count(failing.length, 'finding')} of --fail-on without a decision: ${list.join(', ')}.`);
  return EXIT.checkFailed;
}

function sayWhenLong(shell: Shell, { stepTypes, questions }: Workspace): void {
  if (questions.length < LONG_AUDIT_QUESTIONS) return;
  shell.say(`Auditing ${count(stepTypes.length, 'step type')} and ${count(questions.length, 'question')} …`);
}

/** Audits, and puts the result where it was asked for. */
async function auditOpened(opened: Opened, given: Arguments, shell: Shell): Promise<Audit | Failure> {
  const { workspace, problems } = opened;
  const wanted = findReturn(workspace, findOption(given, 'return'));
  if (wanted !== null && typeof wanted === 'object') return wanted;
  sayWhenLong(shell, workspace);
  const audit = auditWorkspace(workspace, problems, wanted);
  sayWhatIsLeftOut(shell, opened, audit);
  const target = findOption(given, 'json');
  if (target !== null) return (await writeJson(shell, target, audit)) ?? audit;
  shell.print(describeAudit(audit, indexWorkspace(workspace, wanted)));
  return audit;
}

async function runAudit(given: Arguments, shell: Shell): Promise<ExitCode> {
  const failOn = readFailOn(given.options.get('fail-on') ?? []);
  if ('failure' in failOn) {
    shell.say(failOn.failure);
    return EXIT.wrongUsage;
  }
  const opened = await openAt(shell, given.words[0] ?? '.');
  if ('failure' in opened) return fail(shell, opened);
  const audit = await auditOpened(opened, given, shell);
  return 'failure' in audit ? fail(shell, audit) : judge(shell, audit, failOn);
}

/** Holds a workspace against a return: what is covered, what is missing, what is recorded more than once. */
export const AUDIT_COMMAND: Command = {
  name: 'audit',
  usage: 'throughline audit [WORKSPACE] [--return ID] [--json FILE|-] [--fail-on KIND,KIND]',
  says: 'Holds the recording against a return.',
  details: [
    '',
    '  --return ID     the return, such as cin-2026-27; else the first that the workspace names',
    '  --json FILE     writes everything as JSON to FILE, or to the screen for -, in place of the report',
    '  --fail-on KIND  exit code 2 when such a finding has no decision: coverage/item-missing, or a group',
    '                  such as coverage; several with commas between',
    '',
    'Errors in the files do not stop the audit: what they touch is left out, and their number is said.',
  ],
  options: { json: { takes: 'value' }, return: { takes: 'value' }, 'fail-on': { takes: 'value' } },
  words: 1,
  run: runAudit,
};
