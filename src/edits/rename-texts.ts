import type { NextAction } from '#model/workspace.ts';
import { splitOutside } from '#workspace/quoting.ts';

/** A question's whole name. */
export interface QuestionName {
  readonly form: string;
  readonly question: string;
}

/** What a question is called now; undefined where its name stays. */
export type NewNames = (form: string, question: string) => QuestionName | undefined;

/** A text with its words replaced and the spaces around them kept. */
const inPlace = (text: string, words: string): string => text.replace(text.trim(), () => words);

function renameClause(clause: string, form: string, names: NewNames): string {
  const [left = '', ...rest] = splitOutside(clause, '=');
  const isAnswered = rest.length === 0;
  const code = (isAnswered ? left.trim().replace(/\s+answered$/u, '') : left).trim();
  const now = names(form, code);
  if (now === undefined || now.form !== form) return clause;
  const renamed = isAnswered ? left.replace(code, () => now.question) : inPlace(left, now.question);
  return [renamed, ...rest].join('=');
}

/** A `shown_if` cell of a form, with the questions it names under their new user codes. */
export const renameInCondition = (cell: string, form: string, names: NewNames): string =>
  splitOutside(cell, ' and ')
    .map((clause) => renameClause(clause, form, names))
    .join(' and ');

/** `FORM/CODE` or `FORM.CODE` under its new name; keys may hold the separator themselves, so each place of it is tried. */
export function renameJoined(written: string, separator: string, names: NewNames): string {
  for (let at = written.indexOf(separator); at !== -1; at = written.indexOf(separator, at + 1)) {
    const now = names(written.slice(0, at).trim(), written.slice(at + separator.length).trim());
    if (now !== undefined) return `${now.form}${separator}${now.question}`;
  }
  return written;
}

/** The question of a `mandatory-if` without its form is the one that the rule was read as. */
function renameBare(code: string, action: NextAction | undefined, names: NewNames): string {
  for (const rule of action?.rules ?? []) {
    if (rule.kind !== 'mandatory-if' || rule.question !== code) continue;
    const now = names(rule.form, code);
    if (now !== undefined) return now.form === rule.form ? now.question : `${now.form}/${now.question}`;
  }
  return code;
}

function renameRule(rule: string, action: NextAction | undefined, names: NewNames): string {
  const [head = '', ...rest] = splitOutside(rule, '=');
  const start = /^\s*mandatory-if\s*:/u.exec(head)?.[0];
  if (start === undefined || rest.length === 0) return rule;
  const written = head.slice(start.length);
  const name = written.trim();
  const now = name.includes('/') ? renameJoined(name, '/', names) : renameBare(name, action, names);
  return now === name ? rule : [start + inPlace(written, now), ...rest].join('=');
}

/** A `rules` cell with the questions it names under their new names. */
export const renameInRules = (cell: string, action: NextAction | undefined, names: NewNames): string =>
  splitOutside(cell, ';')
    .map((rule) => renameRule(rule, action, names))
    .join(';');

const QUESTION_LIST = 'question:';

/** A list of codes.csv under its new name, where it is that of a question. */
export const renameList = (lookup: string, names: NewNames): string =>
  lookup.startsWith(QUESTION_LIST)
    ? QUESTION_LIST + renameJoined(lookup.slice(QUESTION_LIST.length), '/', names)
    : lookup;

const plain = (part: string): string => part.replaceAll('%7C', '|');
const coded = (part: string): string => part.replaceAll('|', '%7C');

/** A place as findings about precedence name it: `question:step type/form/question/ref`. */
function renamePlace(part: string, names: NewNames): string {
  const [step = '', form = '', question = '', ...ref] = part.slice(QUESTION_LIST.length).split('/');
  const now = ref.length === 1 ? names(form, question) : undefined;
  return now === undefined
    ? renameList(part, names)
    : `${QUESTION_LIST}${[step, now.form, now.question, ...ref].join('/')}`;
}

/** The id of a finding, so that a decision stays with it when its question is renamed. */
export function renameInFinding(id: string, names: NewNames): string {
  const parts = id.split('|').map(plain);
  for (let at = 1; at < parts.length; at += 1) {
    const [one = '', other] = [parts[at], parts[at + 1]];
    const now = other === undefined ? undefined : names(one, other);
    if (now !== undefined) {
      parts[at] = now.form;
      parts[at + 1] = now.question;
      at += 1;
    } else if (one.startsWith(QUESTION_LIST)) parts[at] = renamePlace(one, names);
  }
  return parts.map(coded).join('|');
}
