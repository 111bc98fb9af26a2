import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plainHeader, recogniseExtract } from '#importers/mosaic/extract-shapes.ts';
import { renderSql } from '#importers/mosaic/sql/render-sql.ts';
import { findPersonalColumns } from '#importers/personal-columns.ts';
import { brought } from './extracts.ts';
import { MOCK } from './mock-tables.ts';

const FILES = [
  'step_types.sql',
  'next_actions.sql',
  'observed_transitions.sql',
  'step_forms.sql',
  'forms.sql',
  'questions.sql',
  'mappings.sql',
  'lookups.sql',
  'question_usage.sql',
];

/** The columns that count records. */
const COUNTS = / AS (?:STEPS_|TIMES_|LINKS|FORMS|ANSWERED_COUNT|DISTINCT_VALUES)/u;

describe.each(['mssql', 'oracle'] as const)('the queries for %s', (database) => {
  const files = renderSql(database);

  test('there is one for each extract, and each says what it may hold', () => {
    expect([...(files?.keys() ?? [])]).toEqual(FILES);
    for (const text of files?.values() ?? []) {
      expect(text).toMatch(/^-- \w+\.csv: /u);
      expect(text).toContain('-- PRIVACY.');
      expect(text.trimEnd().endsWith(';')).toBe(true);
      expect((text.match(/;/gu) ?? []).length).toBeLessThanOrEqual(2 + (text.match(/^--.*;/gmu) ?? []).length);
    }
  });

  test('every count that tells of records is suppressed below 6', () => {
    for (const text of files?.values() ?? []) {
      const last = text.slice(text.lastIndexOf('\nSELECT'));
      const counts = last.split('\n').filter((line) => COUNTS.test(line));
      for (const line of counts) expect(line).toContain("BETWEEN 1 AND 5 THEN '<6'");
    }
  });
});

test('the two dialects differ where the databases do', () => {
  const usage = (database: string): string => renderSql(database)?.get('question_usage.sql') ?? '';
  expect(usage('mssql')).toContain('DECLARE @FROM_DATE date');
  expect(usage('mssql')).toContain("an.SAID <> ''");
  expect(usage('oracle')).toContain("DATE '&FROM_DATE'");
  expect(usage('oracle')).toContain('an.SAID IS NOT NULL');
  expect(renderSql('sqlite')).toBeUndefined();
});

const INSTALLED = '/usr/lib/postgresql';
const [VERSION = 'none'] = existsSync(INSTALLED) ? readdirSync(INSTALLED).toSorted().toReversed() : [];
/** Where Debian puts PostgreSQL; without it these tests are left out. */
const PROGRAMS = join(INSTALLED, VERSION, 'bin');

/** A PostgreSQL of its own in a temporary folder, under a user that may run one. */
function startPostgres(folder: string): (sql: string) => string {
  const account = process.getuid?.() === 0 ? Number(execFileSync('id', ['-u', 'nobody']).toString()) : null;
  const as = account === null ? {} : { uid: account };
  chmodSync(folder, 0o777);
  if (account !== null) chownSync(folder, account, -1);
  const data = join(folder, 'data');
  const options = { ...as, cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] as ('pipe' | 'ignore')[] };
  execFileSync(
    join(PROGRAMS, 'initdb'),
    ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const server = `-k ${folder} -c listen_addresses='' -c fsync=off`;
  execFileSync(join(PROGRAMS, 'pg_ctl'), ['-D', data, '-w', '-o', server, '-l', join(folder, 'log'), 'start'], {
    ...options,
    stdio: 'ignore',
  });
  afterAll(() => {
    execFileSync(join(PROGRAMS, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...options, stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  });
  return (sql) =>
    execFileSync(
      join(PROGRAMS, 'psql'),
      ['-h', folder, '-U', 'tester', '-d', 'postgres', '-q', '--csv', '-v', 'ON_ERROR_STOP=1'],
      { ...as, cwd: folder, input: sql },
    ).toString();
}

describe.skipIf(!existsSync(join(PROGRAMS, 'initdb')))('run on PostgreSQL with a mock of the tables', () => {
  const texts: Record<string, string> = {};

  test('every query runs, and gives the columns of its extract and none about people', () => {
    const run = startPostgres(mkdtempSync(join(tmpdir(), 'throughline-sql-')));
    run(MOCK);
    for (const [file, sql] of renderSql('postgres') ?? []) {
      const csv = run(sql);
      const header = (csv.split('\n')[0] ?? '').split(',');
      const kind = file.replace('.sql', '').replaceAll('_', '-');
      expect([file, recogniseExtract(new Set(header.map(plainHeader)))?.kind]).toEqual([file, kind]);
      expect(findPersonalColumns(header)).toEqual([]);
      texts[file.replace('.sql', '.csv')] = csv;
    }
  }, 60_000);

  test('counts are what the mock holds, and small ones are not told', () => {
    const rows = (file: string): readonly string[] => (texts[file] ?? '').trimEnd().split('\n').slice(1);
    expect(rows('step_types.csv').map((row) => row.split(',').slice(0, 10).join(','))).toEqual([
      '335,Contact,Y,N,,N,N,9,8,<6',
      '340,Referral,N,N,,N,N,7,7,0',
      '900,ZZ Old,,,,,,0,0,0',
    ]);
    expect(rows('next_actions.csv')).toEqual(['1,Accept,335,340,N,7', '2,No further action,335,,Y,0']);
    expect(rows('observed_transitions.csv')).toEqual(['335,340,1,7']);
    expect(rows('lookups.csv')).toEqual(['outcome,12,70,Close,6', 'outcome,12,71,Plan,<6']);
    expect(rows('question_usage.csv').map((row) => row.replaceAll(/20\d\d-\d\d-\d\dT00:00:00/gu, 'day'))).toEqual([
      'con_date,10,335,day,day,8,7,<6,,19',
      'note,10,335,day,day,8,<6,<6,,',
      'outcome,10,335,day,day,8,7,<6,,2',
    ]);
    expect(Object.values(texts).join('\n')).not.toContain('Secret');
  });

  test('the importer takes them as they are', async () => {
    const { recognised, messages, problems } = await brought(texts);
    expect(recognised).toHaveLength(FILES.length);
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
