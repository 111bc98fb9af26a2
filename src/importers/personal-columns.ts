import { personalColumns } from '#workspace/personal.ts';

/** Headers that describe forms and lists as often as people: alone they say nothing about a person. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'name',
  'title_and_name',
  'age',
  'gender',
  'sex',
  'ethnicity',
  'address',
  'answer',
  'value',
  'groupid',
  'worker',
]);

const plain = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replaceAll(/[’']s\b/gu, 's')
    .replaceAll(/[^a-z0-9]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '');

/** Ways in which spreadsheets head a column of one person's data, which no file of configuration has. */
const PERSONAL =
  /^(?:(?:child|client|person|service_user|parent|carer|worker|social_worker|pupil|staff|subject|young_person)s?_)(?:id|no|number|ref|reference|name|full_name|initials|address|dob)$|^(?:full|first|last|family|given|middle|preferred)_names?$|^(?:upn|uln|nhs|ni|mosaic|laa?_child)(?:_(?:id|no|number))?$|^d_?o_?b$/u;

/** The headers of a table that look as if they held something about one person, as they are written. */
export function findPersonalColumns(headers: readonly string[]): readonly string[] {
  const written = headers.filter((header) => header.trim() !== '');
  const known = new Set(personalColumns({ columnAt: new Map(written.map((header, at) => [header, at])) }));
  return written.filter((header) => {
    const name = plain(header);
    return PERSONAL.test(name) || (known.has(header) && !AMBIGUOUS.has(name));
  });
}
