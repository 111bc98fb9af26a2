import type { Finding } from '#model/finding.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { codesFinding } from './codes-finding.ts';
import { type CodedAnswer, codedLists, type FedList } from './codes-lists.ts';
import { nearestWording } from './codes-near.ts';
import { describeAnswer, describeItems, describeTimes } from './codes-words.ts';

const isGap = ({ current, past, needsNone }: CodedAnswer): boolean =>
  current.length === 0 && past.length === 0 && !needsNone;

/** What to do about a gap. `was` is a row for a wording like it, which the list does not hold. */
function remedyForGap(list: FedList, was: FedList['strays'][number] | undefined): string {
  if (was !== undefined)
    return `Its wording has probably changed: a row of mappings/codes.csv leads from “${was.answer}”, which the list does not hold, to ${was.code}. If that is the same answer, write its new wording there.`;
  const otherwise = list.kind === 'question' ? 'stop asking the question' : 'take it off the list';
  return `Give it a code in mappings/codes.csv, or ${otherwise}.`;
}

function gapFinding(input: AnalysisInput, list: FedList, gap: CodedAnswer, remedy: string): Finding {
  const { key, codeSet, items } = list;
  const gets = items.length === 1 ? 'gets' : 'get';
  const note = gap.note === '' ? '' : ` Its row says: “${gap.note}”`;
  return codesFinding(input, {
    kind: 'codes/gap',
    about: [key, gap.answer, codeSet],
    items,
    own: { lookup: key, answer: gap.answer, codeSet },
    lists: [list],
    message: `${describeAnswer(input.index, list, gap.answer)}${describeTimes(gap.timesChosen)} leads to no code of the set ${codeSet}, so ${describeItems(items)} ${gets} nothing from it.${note} ${remedy}`,
  });
}

function gapsOf(input: AnalysisInput, list: FedList): readonly Finding[] {
  const nearest = nearestWording(list.strays, (row) => row.answer);
  return list.answers.filter(isGap).map((gap) => gapFinding(input, list, gap, remedyForGap(list, nearest(gap.answer))));
}

/** `codes/gap`: an answer without a code in a list that feeds a coded item. */
export function analyseCodeGaps(input: AnalysisInput): readonly Finding[] {
  return codedLists(input).lists.flatMap((list) => gapsOf(input, list));
}
