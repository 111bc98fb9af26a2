import type { DataReturn } from '#model/data-return.ts';
import type { CodeSetId, LookupId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { LookupAnswer } from '#model/workspace.ts';
import { overlap, wordsOf } from './wording.ts';

/** How far a list's answers are found among the labels of a code set. */
export interface AnswersFound {
  readonly codeSet: CodeSetId;
  readonly found: number;
  readonly of: number;
}

type Label = { readonly codeSet: CodeSetId; readonly words: ReadonlySet<string> };

/** Labels of every year by each of their words, so that an answer is held only against labels it shares a word with. */
function labelsByWord(returns: readonly DataReturn[]): ReadonlyMap<string, readonly Label[]> {
  const byWord = new Map<string, Label[]>();
  const seen = new Set<string>();
  for (const { codeSet, label } of returns.flatMap(({ codes }) => codes)) {
    if (seen.has(`${codeSet}|${label}`)) continue;
    seen.add(`${codeSet}|${label}`);
    const words = wordsOf(label);
    for (const word of words) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [{ codeSet, words }]);
      else known.push({ codeSet, words });
    }
  }
  return byWord;
}

/** The code sets one of whose labels says the same as the answer. */
function codeSetsOf(answer: string, labels: ReadonlyMap<string, readonly Label[]>): ReadonlySet<CodeSetId> {
  const words = wordsOf(answer);
  const found = new Set<CodeSetId>();
  for (const word of words) {
    for (const label of labels.get(word) ?? []) {
      if (!found.has(label.codeSet) && overlap(words, label.words) >= 0.5) found.add(label.codeSet);
    }
  }
  return found;
}

function countFound(
  answers: readonly LookupAnswer[],
  find: (answer: LookupAnswer) => ReadonlySet<CodeSetId>,
): readonly AnswersFound[] {
  const counts = new Map<CodeSetId, number>();
  for (const answer of answers) for (const codeSet of find(answer)) counts.set(codeSet, (counts.get(codeSet) ?? 0) + 1);
  return [...counts].map(([codeSet, found]) => ({ codeSet, found, of: answers.length }));
}

/** For each list, the code sets in which its answers are found, by wording or because people have coded them so. */
export function indexAnswers({
  workspace,
  answersOfLookup,
}: WorkspaceIndex): ReadonlyMap<LookupId, readonly AnswersFound[]> {
  const labels = labelsByWord(workspace.returns);
  const coded = groupBy(
    workspace.codeMappings.filter(({ status, code }) => status !== 'ignored' && code !== ''),
    ({ lookup, answer }) => `${lookup}|${answer}`,
  );
  const byWording = new Map<string, ReadonlySet<CodeSetId>>();
  const known = new Set<CodeSetId>(workspace.returns.flatMap(({ codes }) => codes.map(({ codeSet }) => codeSet)));
  const find = ({ lookup, answer }: LookupAnswer): ReadonlySet<CodeSetId> => {
    const said = byWording.get(answer) ?? codeSetsOf(answer, labels);
    byWording.set(answer, said);
    const mapped = (coded.get(`${lookup}|${answer}`) ?? []).flatMap(({ codeSet }) =>
      [...known].filter((id) => id === codeSet),
    );
    return mapped.length === 0 ? said : new Set([...said, ...mapped]);
  };
  return new Map([...answersOfLookup].map(([lookup, answers]) => [lookup, countFound(answers, find)]));
}
