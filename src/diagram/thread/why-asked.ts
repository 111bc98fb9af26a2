import { nameOfStep } from '#diagram/describe-step.ts';
import type { Item } from '#model/data-return.ts';
import type { FactId, FormId, ItemId, QuestionCode, StepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Purpose } from '#model/words.ts';
import type { Question, Source } from '#model/workspace.ts';
import { describeStatus, listOf, quoted } from './thread-words.ts';
import { counts, factsFrom, itemsWorkedOutFrom } from './worked-out.ts';

/** One reason why a question is asked, with what it rests on and where to look. */
export interface Reason {
  readonly kind:
    | 'item'
    | 'worked-out'
    | 'next-action'
    | 'condition'
    | 'pulled'
    | 'purpose'
    | 'reader'
    | 'protected'
    | 'records';
  readonly words: string;
  /** Who said so, or which row says so; empty where the words say it all. */
  readonly evidence: string;
  readonly item: ItemId | null;
  readonly fact: FactId | null;
  readonly step: StepTypeId | null;
  readonly question: { readonly form: FormId; readonly question: QuestionCode } | null;
}

/** The answer to "Why is this asked?". */
export interface WhyAsked {
  readonly title: string;
  readonly reasons: readonly Reason[];
  /** One sentence to begin with; where nobody has said anything, the whole answer. */
  readonly summary: string;
}

const NOWHERE = { evidence: '', item: null, fact: null, step: null, question: null } as const;

const PURPOSES: Readonly<Record<Purpose, string>> = {
  return: 'a national return',
  statutory: 'a duty in law',
  decision: 'a decision about the child',
  practice: 'direct work with the family',
  'childs-record': 'the child’s own record',
  oversight: 'management oversight',
  indicator: 'a performance indicator',
  finance: 'finance',
  partner: 'a partner agency',
  letter: 'a letter',
  other: 'something else',
};

const describeItem = (item: Item): string =>
  `“${item.name}” (${[item.tag, item.cbds === '' ? '' : `CBDS ${item.cbds}`].filter((part) => part !== '').join(', ')})`;

const evidenceOf = (source: Source): string => `${describeStatus(source)}.${source.why === '' ? '' : ` ${source.why}`}`;

function fedItems(index: WorkspaceIndex, source: Source): readonly Reason[] {
  const own = index.itemsOfFact.get(source.fact) ?? [];
  const name = index.dataReturn?.name ?? 'the return';
  const evidence = evidenceOf(source);
  return [
    ...own.map(
      (item): Reason => ({
        ...NOWHERE,
        kind: 'item',
        words: `It feeds ${describeItem(item)} of the ${name}.`,
        evidence,
        item: item.id,
        fact: source.fact,
      }),
    ),
    ...itemsWorkedOutFrom(index, source.fact).map(
      (item): Reason => ({
        ...NOWHERE,
        kind: 'worked-out',
        words: `${describeItem(item)} of the ${name} is worked out from it.`,
        evidence,
        item: item.id,
        fact: source.fact,
      }),
    ),
  ];
}

/** Returns other than the one audited that ask for a fact, or for one worked out from it. */
function otherReturns(index: WorkspaceIndex, source: Source): readonly Reason[] {
  const facts = new Set([source.fact, ...factsFrom(index, source.fact)]);
  const asking = index.workspace.returns.filter(
    (other) => other.id !== index.dataReturn?.id && other.items.some(({ fact }) => fact !== null && facts.has(fact)),
  );
  if (asking.length === 0) return [];
  const words = `No item of the return audited reads it, but it feeds the ${listOf(asking.map(({ name }) => name))}.`;
  return [{ ...NOWHERE, kind: 'item', words, evidence: evidenceOf(source), fact: source.fact }];
}

function reasonsOfSource(index: WorkspaceIndex, source: Source): readonly Reason[] {
  const fact = index.facts.get(source.fact);
  const name = fact?.name || source.fact;
  const why = fact?.protected ?? '';
  const kept: readonly Reason[] =
    why === '' ? [] : [{ ...NOWHERE, kind: 'protected', words: `“${name}” is protected: ${why}.`, fact: source.fact }];
  if (source.use === 'feeds') {
    const fed = fedItems(index, source);
    return [...(fed.length > 0 ? fed : otherReturns(index, source)), ...kept];
  }
  const read = index.itemsOfFact.has(source.fact) ? ', which the return reads from another place' : '';
  const words = `It records “${name}”${read}.`;
  return [{ ...NOWHERE, kind: 'records', words, evidence: evidenceOf(source), fact: source.fact }, ...kept];
}

function drivenActions(index: WorkspaceIndex, key: string): readonly Reason[] {
  return index.workspace.nextActions.flatMap((action) =>
    action.rules.flatMap((rule): readonly Reason[] => {
      if (rule.kind !== 'mandatory-if' || questionKey(rule.form, rule.question) !== key) return [];
      const words = `The answer “${rule.answer}” makes the next action “${action.label || action.id}” of ${nameOfStep(index, action.from)} mandatory.`;
      return [{ ...NOWHERE, kind: 'next-action', words, step: action.from }];
    }),
  );
}

function drivenQuestions(index: WorkspaceIndex, asked: Question): readonly Reason[] {
  const shown = (index.questionsOfForm.get(asked.form) ?? []).filter(
    (other) => other !== asked && other.shownIf.some((clause) => clause.question === asked.code),
  );
  return shown.map((other) => ({
    ...NOWHERE,
    kind: 'condition',
    words: `Its answer decides whether ${quoted(other)} is shown.`,
    question: { form: other.form, question: other.code },
  }));
}

function pulledInto(index: WorkspaceIndex, asked: Question): readonly Reason[] {
  const pulls = index.workspace.questions.filter(
    ({ pulledFrom }) =>
      pulledFrom?.kind === 'question' && pulledFrom.form === asked.form && pulledFrom.question === asked.code,
  );
  return pulls.map((other) => ({
    ...NOWHERE,
    kind: 'pulled',
    words: `Its answer is pulled forward into ${quoted(other)} on ${index.forms.get(other.form)?.title || other.form}.`,
    question: { form: other.form, question: other.code },
  }));
}

/** What people have recorded about the question itself. */
function saidByPeople({ purposes, readers, tags }: Question): readonly Reason[] {
  const statutory = tags.some((tag) => tag.toLowerCase() === 'statutory') && !purposes.values.includes('statutory');
  const purposesSaid: readonly Reason[] = purposes.values.map((purpose) => ({
    ...NOWHERE,
    kind: 'purpose',
    words: `People have recorded a purpose: ${PURPOSES[purpose]}.`,
  }));
  return [
    ...purposesSaid,
    ...(statutory ? [{ ...NOWHERE, kind: 'purpose', words: 'It is tagged as statutory.' } as const] : []),
    ...(readers.values.length === 0
      ? []
      : [{ ...NOWHERE, kind: 'reader', words: `Read by: ${listOf(readers.values)}.` } as const]),
  ];
}

function summaryOf(asked: Question, reasons: readonly Reason[]): string {
  const known = reasons.filter(({ kind }) => kind !== 'records').length;
  if (known > 0) return known === 1 ? 'One reason is known.' : `${known} reasons are known.`;
  const { purposes, readers } = asked;
  const looked = [...(purposes.assessed ? ['a purpose'] : []), ...(readers.assessed ? ['a reader'] : [])];
  if (looked.length === 0) return 'Nobody has said so far.';
  const missing = purposes.assessed ? '' : ' Nobody has said so far what it is for.';
  return `People looked for ${listOf(looked)} and recorded none.${missing}`;
}

/** "Why is this asked?": everything the workspace says a question is for, and nothing that it does not. */
export function whyAsked(index: WorkspaceIndex, form: FormId, question: QuestionCode): WhyAsked {
  const key = questionKey(form, question);
  const asked = index.questions.get(key);
  if (asked === undefined) return { title: question, reasons: [], summary: 'This workspace has no such question.' };
  const sources = (index.sourcesOfQuestion.get(key) ?? []).filter(counts);
  const reasons = [
    ...sources.flatMap((source) => reasonsOfSource(index, source)),
    ...drivenActions(index, key),
    ...drivenQuestions(index, asked),
    ...pulledInto(index, asked),
    ...saidByPeople(asked),
  ];
  const distinct = [...new Map(reasons.map((reason) => [reason.words, reason])).values()];
  return { title: asked.text || asked.code, reasons: distinct, summary: summaryOf(asked, distinct) };
}
