import { count } from '#diagram/describe-step.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import type { CodeMapping, Source } from '#model/workspace.ts';
import type { ThreadCodes } from './thread.ts';
import { questionOf } from './thread-words.ts';

type Rows = ReadonlyMap<string, readonly CodeMapping[]>;
const rowsStanding = new WeakMap<readonly CodeMapping[], Rows>();

/** The rows that count, by the list of answers they tell of. */
function rowsByList({ workspace: { codeMappings } }: WorkspaceIndex): Rows {
  const rows =
    rowsStanding.get(codeMappings) ?? groupBy(codeMappings, (row) => (row.status === 'ignored' ? null : row.lookup));
  rowsStanding.set(codeMappings, rows);
  return rows;
}

/** The list of answers of a place as codes.csv names it, and what it offers. */
interface Offered {
  readonly lookup: string;
  readonly answers: readonly string[];
}

function offeredByQuestion(index: WorkspaceIndex, rows: Rows, source: Source): Offered | null {
  const question = questionOf(index, source);
  if (question === undefined) return null;
  const own = `question:${questionKey(question.form, question.code)}`;
  if (question.type === 'yes-no' && rows.has(own)) return { lookup: own, answers: ['Yes', 'No'] };
  if (question.lookup === null) return null;
  const answers = (index.answersOfLookup.get(question.lookup) ?? []).map(({ answer }) => answer);
  return { lookup: question.lookup, answers };
}

/** The values of a place outside forms are known only from the rows that give them codes, of whatever set of codes. */
function offeredElsewhere(rows: Rows, { kind, stepType, ref }: Source): Offered | null {
  if (kind !== 'step-source' && !SCREEN_KINDS.some((screen) => screen === kind)) return null;
  const refs = kind === 'step-source' ? [stepType ?? '', ref] : [ref];
  const lookup = refs.map((each) => `${kind}:${each}`).find((candidate) => rows.has(candidate));
  if (lookup === undefined) return { lookup: `${kind}:${refs[0] ?? ''}`, answers: [] };
  return { lookup, answers: (rows.get(lookup) ?? []).map(({ answer }) => answer) };
}

function wordsOf(known: number, codeSet: string, unmapped: number): string {
  if (known === 0) return `No answers are known that lead to codes of ${codeSet}`;
  const without = unmapped === 0 ? 'every answer has a code' : `${unmapped} without a code of this return`;
  return `${count(known, 'answer')} to codes of ${codeSet}: ${without}`;
}

function codesFor(index: WorkspaceIndex, rows: Rows, { lookup, answers }: Offered, codeSet: string): ThreadCodes {
  const codes = (index.dataReturn?.codes ?? []).filter((code) => code.codeSet === codeSet);
  const labels = new Map(codes.map(({ code, label }) => [code, label]));
  const mapped = (rows.get(lookup) ?? []).filter((row) => row.codeSet === codeSet && labels.has(row.code));
  const coded = new Set(mapped.map((row) => row.answer));
  const known = [...new Set(answers)];
  // A yes-no question with a code for Yes needs none for No.
  const needsNone = (answer: string): boolean => lookup.startsWith('question:') && answer === 'No' && coded.has('Yes');
  const unmapped = known.filter((answer) => !coded.has(answer) && !needsNone(answer));
  return {
    codeSet,
    lookup,
    rows: mapped.map(({ answer, code }) => ({ answer, code, label: labels.get(code) ?? '' })),
    unmapped,
    words: wordsOf(known.length, codeSet, unmapped.length),
  };
}

/** The code maps that a feeding place needs: one for each set of codes that an item of its fact asks for this year. */
export function threadCodes(index: WorkspaceIndex, source: Source): readonly ThreadCodes[] {
  const coded = (index.itemsOfFact.get(source.fact) ?? []).filter(({ format }) => format.kind === 'code');
  const sets = new Set(coded.flatMap(({ codeSet }) => codeSet ?? []));
  if (sets.size === 0 || source.use !== 'feeds' || source.status === 'ignored') return [];
  const rows = rowsByList(index);
  const offered = source.kind === 'question' ? offeredByQuestion(index, rows, source) : offeredElsewhere(rows, source);
  return offered === null ? [] : [...sets].map((codeSet) => codesFor(index, rows, offered, codeSet));
}
