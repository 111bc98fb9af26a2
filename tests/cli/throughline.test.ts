import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/lib/built.mjs';
import { copyOf, fixture, newFolder, run, throughline } from './support.ts';

interface Written {
  readonly format: string;
  readonly return: string;
  readonly problems: readonly Readonly<Record<string, unknown>>[];
  readonly findings: readonly { readonly id: string; readonly decision: unknown }[];
}

const fromJson = (text: string): Written => JSON.parse(text) as Written;

describe('usage', () => {
  test('--help goes to stdout and names every command', async () => {
    const { code, out, messages } = await throughline(['--help']);
    expect({ code, messages }).toEqual({ code: 0, messages: '' });
    for (const command of ['check', 'audit', 'export', 'import', 'suggest', 'walk', 'new'])
      expect(out).toContain(`throughline ${command}`);
  });

  test('--version is the version of the package', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await throughline(['--version'])).toEqual({ code: 0, out: `${version}\n`, messages: '' });
  });

  test.each([
    [[], 'Say what to do.'],
    [['chek'], 'There is no command "chek". Did you mean "check"?'],
    [['exprot', '--to', 'svg'], 'There is no command "exprot". Did you mean "export"?'],
    [['audit', '--jsn', '-'], 'There is no option --jsn. Did you mean "--json"?'],
    [['audit', '--json'], '--json needs a value after it.'],
    [['check', 'one', 'two'], '"two" is one word too many.'],
    [['new'], 'Say which folder to write to'],
    [['new', ''], 'Say which folder to write to'],
    [['audit', '--fail-on', 'coverage/item-gaps'], 'Did you mean "coverage/item-gap"?'],
    [['audit', '--fail-on', ''], '--fail-on needs a value'],
  ])('%j is wrong usage: 64, and only messages', async (args, says) => {
    const { code, out, messages } = await throughline(args);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(messages).toContain(says);
  });

  test('a command tells how it is used', async () => {
    const { code, out } = await throughline(['audit', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--fail-on');
    expect((await throughline(['help', 'audit'])).out).toBe(out);
  });
});

describe('check', () => {
  test('files without a problem: 0', async () => {
    const { code, out, messages } = await throughline(['check', fixture('small')]);
    expect({ code, messages }).toEqual({ code: 0, messages: '' });
    expect(out).toMatch(/^No problem in \d+ files\.\n$/u);
  });

  test('errors stand by file with row and column: 1', async () => {
    const { code, out } = await throughline(['check', fixture('faulty')]);
    expect(code).toBe(1);
    expect(out).toContain('workflows/next-actions.csv  1 error\n');
    expect(out).toContain('error  workflows/next-actions.csv:2 to\n');
    expect(out).toContain('Did you mean "REFERRAL"?');
    expect(out.trimEnd()).toMatch(/1 error, 1 warning in 2 files\.$/u);
  });

  test('--json - is JSON on stdout and nothing else', async () => {
    const { code, out, messages } = await throughline(['check', fixture('faulty'), '--json', '-']);
    expect(code).toBe(1);
    expect(messages).toBe('1 error, 1 warning.\n');
    const written = fromJson(out);
    expect(written.format).toBe('throughline-check/1');
    expect(written.problems).toHaveLength(2);
    for (const problem of written.problems)
      expect(Object.keys(problem)).toEqual(['severity', 'file', 'row', 'column', 'message']);
  });

  test('--json FILE writes the file where the person stands', async () => {
    const folder = await newFolder();
    const { code, out } = await throughline(['check', fixture('small'), '--json', 'problems.json'], folder);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(fromJson(await readFile(join(folder, 'problems.json'), 'utf8')).problems).toEqual([]);
  });

  test('a result that cannot be written is said: 1', async () => {
    const { code, messages } = await throughline(['check', fixture('small'), '--json', 'no/such/folder.json']);
    expect(code).toBe(1);
    expect(messages).toContain('no/such/folder.json could not be written');
  });
});

describe('audit', () => {
  test('the report says what is covered, missing, recorded twice, unsure and decided', async () => {
    const { code, out, messages } = await throughline(['audit', fixture('small')]);
    expect({ code, messages }).toEqual({ code: 0, messages: '' });
    expect(out).toContain('Smallshire: how recording reaches CIN census 2026-27');
    expect(out).toContain('As at     1 November 2026');
    expect(out).toMatch(/^All +52 +\d+/mu);
    expect(out).toContain('Route: Contact → “Progress to referral” → Referral decision');
    expect(out).toContain('Date of birth: 2 places, recorded again on every route');
    expect(out).toContain('What it is for is recorded for 25% of 4 questions;');
    expect(out).toMatch(/10 of 52 items are not verified/u);
    expect(out).toMatch(/1 of \d+ findings decided \(accept gap 1\)\./u);
  });

  test.each([fixture('small'), ROOT])('the report of %s can be pasted into an email', async (workspace) => {
    const { out } = await throughline(['audit', workspace]);
    expect(out).not.toContain('\u001B');
    expect(out.toLowerCase()).not.toContain('low value');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('--json - has the audit, with the decision beside the finding', async () => {
    const { code, out, messages } = await throughline(['audit', fixture('small'), '--json=-']);
    expect({ code, messages }).toEqual({ code: 0, messages: '' });
    const audit = fromJson(out);
    expect(audit).toMatchObject({ format: 'throughline-audit/1', authority: 'Smallshire', return: 'cin-2026-27' });
    const ethnicity = audit.findings.find((finding) => finding.id.includes('Ethnicity'));
    expect(ethnicity?.decision).toMatchObject({ decision: 'accept-gap', by: 'A. Analyst' });
  });

  test('--return takes another return', async () => {
    const { out } = await throughline(['audit', fixture('small'), '--return', 'cin-2025-26', '--json', '-']);
    expect(fromJson(out).return).toBe('cin-2025-26');
  });

  test('an unknown return is said with those there are: 1', async () => {
    const { code, out, messages } = await throughline(['audit', fixture('small'), '--return', 'cin-2026-72']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(messages).toContain('There is no return "cin-2026-72". Did you mean "cin-2026-27"?');
    expect(messages).toContain('cin-2025-26');
  });

  test('errors in the files do not stop it; their number is said', async () => {
    const { code, out, messages } = await throughline(['audit', fixture('faulty')]);
    expect(code).toBe(0);
    expect(messages).toContain('1 error in the files');
    expect(out).toContain('Coverage by module');
  });

  test.each(['duplicate/on-route', 'duplicate', 'duplicate/*', 'workflow, duplicate/on-route'])(
    '--fail-on %s finds the duplicate: 2, and the report all the same',
    async (kinds) => {
      const { code, out, messages } = await throughline(['audit', fixture('small'), '--fail-on', kinds]);
      expect(code).toBe(2);
      expect(out).toContain('Coverage by module');
      expect(messages).toContain('duplicate/on-route 1');
    },
  );

  test('--fail-on lets pass what somebody has decided', async () => {
    const folder = await copyOf('small');
    const { out } = await throughline(['audit', folder, '--json', '-']);
    const gaps = fromJson(out).findings.filter((finding) => finding.id.startsWith('duplicate/'));
    const rows = gaps.map((finding) => `${finding.id},keep,The form is read alone,A. Analyst,2026-10-02`);
    await writeFile(join(folder, 'mappings/reviews.csv'), ['finding,decision,reason,by,on', ...rows, ''].join('\n'));
    expect((await throughline(['audit', folder, '--fail-on', 'duplicate'])).code).toBe(0);
  });
});

describe('what cannot be opened: 1, with what to do', () => {
  test('a folder that is no workspace', async () => {
    const { code, out, messages } = await throughline(['audit'], await newFolder());
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(messages).toContain('There is no workflows/workspace.json in .');
    expect(messages).toContain('throughline new FOLDER');
  });

  test('nothing at all', async () => {
    const { code, messages } = await throughline(['check', 'nowhere'], await newFolder());
    expect(code).toBe(1);
    expect(messages).toBe('There is no folder or zip at nowhere.\n');
  });

  test.each([
    ['not a zip', Buffer.from('hello')],
    ['an empty file', Buffer.alloc(0)],
    ['a zip cut off', Buffer.from('504b030414000000080000000000', 'hex')],
  ])('%s', async (_, bytes) => {
    const folder = await newFolder();
    await writeFile(join(folder, 'workspace.zip'), bytes);
    const { code, out, messages } = await throughline(['check', 'workspace.zip'], folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(messages).toContain('workspace.zip');
    expect(messages).not.toMatch(/\bat .*:\d+:\d+/u);
  });

  test('workspace.json in place of a folder', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'workflows/workspace.json'), { recursive: true });
    expect((await throughline(['check'], folder)).code).toBe(1);
  });
});

describe('new', () => {
  test('the workspace it writes has no problem, and can be audited', async () => {
    const folder = await newFolder();
    const made = await throughline(['new', 'mine'], folder);
    expect({ code: made.code, messages: made.messages }).toEqual({ code: 0, messages: '' });
    expect(await throughline(['check', 'mine'], folder)).toMatchObject({ code: 0, messages: '' });
    const audit = await throughline(['audit', 'mine'], folder);
    expect(audit.code).toBe(0);
    expect(audit.out).toContain('Your council: how recording reaches CIN census 2026-27');
    expect(await readFile(join(folder, 'mine/README.txt'), 'utf8')).toContain('throughline check');
  });

  test('it has every table of the layout, with its header row', async () => {
    const folder = await newFolder();
    await throughline(['new', '.'], folder);
    const tables = ['step-types', 'next-actions', 'step-forms', 'forms', 'questions', 'lookups', 'question-usage'];
    const paths = [
      ...[...tables, 'timings', 'positions'].map((name) => `workflows/${name}.csv`),
      ...['facts', 'sources', 'events', 'codes', 'reviews'].map((name) => `mappings/${name}.csv`),
    ];
    for (const path of paths)
      expect(await readFile(join(folder, path), 'utf8'), path).toMatch(/^[a-z_]+(,[a-z_]+)+\n/u);
  });

  test('nothing is overwritten, and what is in the way is named: 1', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'mine/mappings'), { recursive: true });
    await writeFile(join(folder, 'mine/mappings/sources.csv'), 'precious');
    const { code, messages } = await throughline(['new', 'mine'], folder);
    expect(code).toBe(1);
    expect(messages).toContain(join('mine', 'mappings', 'sources.csv'));
    expect(await readFile(join(folder, 'mine/mappings/sources.csv'), 'utf8')).toBe('precious');
    await expect(readFile(join(folder, 'mine/README.txt'))).rejects.toThrow('ENOENT');
  });
});

test('npm run throughline: relative paths are meant from where npm was called, and the exit code comes through', async () => {
  const script = join(ROOT, 'scripts/throughline.mjs');
  const env = { ...process.env, INIT_CWD: fixture('.') };
  const good = await run(script, ['check', 'small'], ROOT, env);
  expect(good).toMatchObject({ code: 0, messages: '' });
  expect(good.out).toMatch(/^No problem/u);
  expect((await run(script, ['audit', 'small', '--fail-on', 'duplicate', '--json', 'x/y'], ROOT, env)).code).toBe(1);
  expect((await run(script, ['audit', 'small', '--fail-on', 'duplicate'], ROOT, env)).code).toBe(2);
});

test('names that a terminal would obey are shown in letters, and JSON still holds what they were', async () => {
  const folder = await copyOf('small');
  const file = join(folder, 'workflows', 'workspace.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
  const authority = '\u001b[31mRed\u009b0m\u202e';
  await writeFile(file, JSON.stringify({ ...manifest, authority }));
  const { out } = await throughline(['audit', folder]);
  expect(out).toContain('\\u001b[31mRed\\u009b0m\\u202e');
  expect(out).not.toContain('\u001b');
  const json = await throughline(['audit', folder, '--json', '-']);
  expect(JSON.parse(json.out)).toMatchObject({ authority });
});

test('what could not be read is not said to be missing as well', async () => {
  const folder = await copyOf('small');
  await rm(join(folder, 'workflows', 'forms.csv'));
  await mkdir(join(folder, 'workflows', 'forms.csv'));
  const { code, out } = await throughline(['check', folder]);
  expect(code).toBe(1);
  expect(out).toContain('it is a folder');
  expect(out).not.toMatch(/forms\.csv\n +The file is missing/u);
});

test('a device is neither a folder nor a file: 1', async () => {
  const { code, messages } = await throughline(['check', '/dev/zero']);
  expect(code).toBe(1);
  expect(messages).toMatch(/neither a folder nor a file|There is no folder or zip/u);
});
