import { ANSWERS } from './answers.ts';
import { CONFIGURATION } from './configuration.ts';
import { type Dialect, findDialect } from './dialects.ts';
import type { Query } from './query.ts';

const PRIVACY: readonly string[] = [
  'PRIVACY. The result holds counts and the words of forms, and nothing about a person: no name, no id of a person,',
  'no date of birth, no answer that somebody typed. Counts of 1 to 5 come out as <6. Keep it so when you change the query.',
  'Answers of lists and texts of questions are part of the form; look whether somebody has put a name into one.',
];

function render(query: Query, dialect: Dialect): string {
  const lines = [
    `${query.file}.csv: ${query.says}`,
    `For ${dialect.says}. Save the result as ${query.file}.csv, in UTF-8 and with its header.`,
    '',
    ...PRIVACY,
    '',
    'Written from what is public about Mosaic, and not yet run on a real one: look table and column names up first.',
    ...query.notes,
  ];
  const head = lines.map((line) => `-- ${line}`.trimEnd()).join('\n');
  const usesPeriod = query.sql(dialect).includes(dialect.from);
  const period = usesPeriod && dialect.period !== '' ? `${dialect.period}\n` : '';
  return `${head}\n\n${period}${query.sql(dialect)};\n`;
}

/** The queries that make the extracts, by the names of their files; undefined for a database that is not known. */
export function renderSql(dialectName: string): ReadonlyMap<string, string> | undefined {
  const dialect = findDialect(dialectName);
  if (dialect === undefined) return undefined;
  return new Map([...CONFIGURATION, ...ANSWERS].map((query) => [`${query.file}.sql`, render(query, dialect)]));
}
