import type { Code, Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { codesFinding } from './codes-finding.ts';
import { codedLists, type FedList } from './codes-lists.ts';
import { describeCode, describeList, describeNew, describeRules, rulesNaming } from './codes-words.ts';
import type { CodeYears } from './codes-years.ts';
import { describeItem, listInWords } from './describe.ts';

/** An item with the lists that feed it. */
interface Fed {
  readonly item: Item;
  readonly lists: readonly FedList[];
  /** The lists in words. */
  readonly read: string;
  /** The answers that rows lead to a code from, though no list holds them, by code. */
  readonly strays: ReadonlyMap<string, string>;
}

function fedItems(input: AnalysisInput, all: readonly FedList[]): readonly Fed[] {
  const pairs = all.flatMap((list) => list.items.map((item) => ({ list, item })));
  return [...groupBy(pairs, (pair) => pair.item)].map(([item, fed]) => {
    const lists = fed.map((pair) => pair.list);
    const read = listInWords(lists.map((list) => describeList(input.index, list)));
    const strays = new Map(lists.flatMap((list) => list.strays.map((row) => [row.code, row.answer] as const)));
    return { item, lists, read, strays };
  });
}

function unreachableFinding(input: AnalysisInput, years: CodeYears, fed: Fed, code: Code): Finding {
  const { index } = input;
  const { item, lists, read } = fed;
  const rules = describeRules(rulesNaming(index, [item], code.code));
  const isNew = describeNew(index, years, code);
  const need = rules === '' && isNew === '' ? ' No rule of the return names it.' : `${isNew}${rules}`;
  const was = fed.strays.get(code.code);
  const stray =
    was === undefined ? '' : ` A row of mappings/codes.csv leads there from “${was}”, which the list does not hold.`;
  return codesFinding(input, {
    kind: 'codes/unreachable',
    about: [item.id, code.code],
    items: [item],
    own: { codeSet: code.codeSet, code: code.code },
    lists,
    message: `No answer leads to ${describeCode(code)}, which ${describeItem(item)} takes and which ${read} could give.${need}${stray} Give an answer that code, add an answer for it, or accept that it never comes about and say why.`,
  });
}

/** `codes/unreachable`: a code of an item fed by a list, to which no answer of any list that feeds the item leads. */
export function analyseUnreachableCodes(input: AnalysisInput): readonly Finding[] {
  const { lists, years } = codedLists(input);
  return fedItems(input, lists).flatMap((fed) => {
    const reached = new Set(fed.lists.flatMap((list) => list.answers.flatMap((answer) => answer.current)));
    return years
      .codesOf(fed.item.codeSet ?? '')
      .filter((code) => !reached.has(code.code))
      .map((code) => unreachableFinding(input, years, fed, code));
  });
}
