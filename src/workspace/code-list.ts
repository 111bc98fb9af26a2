import { asWord, lookupId } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import { SOURCE_KINDS, type SourceKind } from '#model/words.ts';
import type { Source } from '#model/workspace.ts';
import type { Line } from './line.ts';
import * as cell from './line.ts';
import { quoted } from './problems.ts';
import { answersOffered, describeMissing, findQuestionName, type QuestionIndex } from './question-index.ts';

/** The list of answers that a row of codes.csv belongs to. `answers` undefined: nobody has said what may be answered. */
export interface CodeList {
  readonly name: string;
  readonly answers: ReadonlySet<string> | undefined;
}

const QUESTION = 'question:';

function questionList(line: Line, questions: QuestionIndex, path: string): CodeList | undefined {
  const name = findQuestionName(questions, path, '/');
  if (name !== undefined) {
    const answers = answersOffered(questions, questions.byKey.get(questionKey(name.form, name.question)));
    return { name: `the answers of the question ${quoted(path)}`, answers };
  }
  const [form = '', ...code] = path.split('/');
  cell.errorAt(
    line,
    'lookup',
    `The row names the question ${quoted(path)}, ${describeMissing(line, questions, form, code.join('/'))}`,
  );
  return undefined;
}

const isPlace = (source: Source, kind: SourceKind, ref: string): boolean =>
  source.kind === kind && (kind === 'step-source' ? source.stepType === ref || source.ref === ref : source.ref === ref);

function placeList(line: Line, sources: readonly Source[], kind: SourceKind, ref: string): CodeList {
  if (!sources.some((source) => isPlace(source, kind, ref))) {
    const place = quoted(cell.keyOf(line, 'lookup'));
    cell.warnAt(
      line,
      'lookup',
      `The row gives codes for ${place}, and no source of that kind and ref stands in mappings/sources.csv, so they serve nothing yet.`,
    );
  }
  return { name: `the values of ${quoted(`${kind}:${ref}`)}`, answers: undefined };
}

/** The list that a row's `lookup` names: a lookup, `question:FORM/QUESTION`, or `KIND:REF`; undefined, and said, where it is none. */
export function codeListOf(line: Line, questions: QuestionIndex, sources: readonly Source[]): CodeList | undefined {
  const written = cell.keyOf(line, 'lookup');
  const answers = questions.answersOf.get(lookupId(written));
  if (answers !== undefined) return { name: `the answers of the lookup ${quoted(written)}`, answers };
  if (written.startsWith(QUESTION)) return questionList(line, questions, written.slice(QUESTION.length));
  const colon = written.indexOf(':');
  const kind = colon === -1 ? undefined : asWord(SOURCE_KINDS, written.slice(0, colon));
  if (kind !== undefined) return placeList(line, sources, kind, written.slice(colon + 1).trim());
  const hint = cell.hintFor(line, written, questions.answersOf.keys());
  cell.errorAt(
    line,
    'lookup',
    `The row names the lookup ${quoted(written)}, which workflows/lookups.csv does not have.${hint}`,
  );
  return undefined;
}
