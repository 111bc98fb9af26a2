import type { LookupId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { CodeMapping, LookupAnswer, Question, Source } from '#model/workspace.ts';
import type { CodeYears } from './codes-years.ts';

type Answer = Pick<LookupAnswer, 'answer' | 'timesChosen'>;
/** The rows of codes.csv by list. */
export type CodeRows = ReadonlyMap<string, readonly CodeMapping[]>;
/** A list of answers that some source takes its values from. */
export interface AnswerList {
  /** As in codes.csv: a lookup, `question:FORM/QUESTION` or `KIND:REF`. */
  readonly key: string;
  readonly kind: 'lookup' | 'question' | 'values';
  readonly answers: readonly Answer[];
}

/** The key that the answers of a yes-no question have in codes.csv. */
export const questionListKey = (question: Question): string => `question:${questionKey(question.form, question.code)}`;

/** The rows of codes.csv that count, by list: not ignored, and with a code that some year knows, or none. */
export const countingRows = (index: WorkspaceIndex, years: CodeYears): CodeRows =>
  groupBy(
    index.workspace.codeMappings.filter(
      (row) => row.status !== 'ignored' && (row.code === '' || years.isKnown(row.codeSet, row.code)),
    ),
    (row) => row.lookup,
  );

const uncounted = (answer: string): Answer => ({ answer, timesChosen: null });
const distinct = (answers: readonly Answer[]): readonly Answer[] =>
  [...new Map(answers.toReversed().map((answer) => [answer.answer, answer])).values()].toReversed();

/** What a list is, before its answers are looked up. */
type ListName = Pick<AnswerList, 'key' | 'kind'> & { readonly lookup: LookupId | null };

function questionList(index: WorkspaceIndex, rows: CodeRows, source: Source): ListName | null {
  if (source.form === null || source.question === null) return null;
  const question = index.questions.get(questionKey(source.form, source.question));
  if (question === undefined) return null;
  const { lookup } = question;
  const key = questionListKey(question);
  if (question.type === 'yes-no' && rows.has(key)) return { key, kind: 'question', lookup };
  return lookup === null || !index.answersOfLookup.has(lookup) ? null : { key: lookup, kind: 'lookup', lookup };
}

function valuesList(rows: CodeRows, source: Source): ListName | null {
  const refs = source.kind === 'step-source' ? [source.stepType ?? '', source.ref] : [source.ref];
  const key = refs.map((ref) => `${source.kind}:${ref}`).find((candidate) => rows.has(candidate));
  return key === undefined ? null : { key, kind: 'values', lookup: null };
}

/** The values of a source outside forms are known only from the rows that give them codes, of whatever code set. */
function answersOf(index: WorkspaceIndex, rows: CodeRows, { key, kind, lookup }: ListName): readonly Answer[] {
  const offered = lookup === null ? undefined : index.answersOfLookup.get(lookup);
  if (offered !== undefined) return distinct(offered);
  return kind === 'question'
    ? ['Yes', 'No'].map(uncounted)
    : distinct((rows.get(key) ?? []).map((row) => uncounted(row.answer)));
}

/** Finds the list that a source takes its values from, each list made once; null where it has none that is known. */
export function answerLists(index: WorkspaceIndex, rows: CodeRows): (source: Source) => AnswerList | null {
  const made = new Map<string, AnswerList>();
  return (source) => {
    const name = source.kind === 'question' ? questionList(index, rows, source) : valuesList(rows, source);
    if (name === null) return null;
    const list = made.get(name.key) ?? { key: name.key, kind: name.kind, answers: answersOf(index, rows, name) };
    made.set(name.key, list);
    return list;
  };
}
