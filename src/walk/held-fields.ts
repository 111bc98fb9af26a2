import { countedSources } from '#machine/step-definition.ts';
import { screenKey } from '#machine/step-values.ts';
import type { Item } from '#model/data-return.ts';
import type { FactId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { SCREEN_KINDS, type SourceKind } from '#model/words.ts';
import type { Question, Source } from '#model/workspace.ts';

/** A field on a screen outside forms that may hold something before the first step. */
export interface HeldField {
  readonly kind: SourceKind;
  readonly ref: string;
  /** In the words of its fact, or of the first question that is filled in from it. */
  readonly name: string;
  readonly fact: FactId | null;
  readonly type: 'text' | 'date' | 'choice' | 'multi-choice';
  /** The answers that the screen offers, where they are known; others may be written. */
  readonly answers: readonly string[];
  /** Whether an item of the return is fed by it. */
  readonly feeds: boolean;
}

const isScreen = (kind: SourceKind): boolean => SCREEN_KINDS.some((screen) => screen === kind);

/** Held before the first step: screens without a step, and whatever the person record holds. */
const isHeld = ({ kind, stepType }: Source): boolean =>
  isScreen(kind) && (stepType === null || kind === 'person-field');

interface Found {
  readonly kind: SourceKind;
  readonly ref: string;
  readonly fact: FactId | null;
  readonly question: Question | null;
}

function pulledFields(index: WorkspaceIndex): readonly Found[] {
  return index.workspace.questions.flatMap((question): readonly Found[] =>
    question.pulledFrom?.kind === 'person'
      ? [{ kind: 'person-field', ref: question.pulledFrom.field, fact: null, question }]
      : [],
  );
}

/** Each field once, what is known of it from sources and from questions together. */
function joined(all: readonly Found[]): readonly Found[] {
  const byKey = new Map<string, Found>();
  for (const found of all) {
    const key = screenKey(found.kind, found.ref);
    const before = byKey.get(key);
    const fact = before?.fact ?? found.fact;
    const question = before?.question ?? found.question;
    byKey.set(key, { kind: found.kind, ref: found.ref, fact, question });
  }
  return [...byKey.values()];
}

function answersOf(index: WorkspaceIndex, { kind, ref, question }: Found): readonly string[] {
  const rows = index.workspace.codeMappings.filter(
    (row) => row.lookup === screenKey(kind, ref) && row.status !== 'ignored',
  );
  const lookup = question?.lookup ?? null;
  const offered = lookup === null ? [] : (index.answersOfLookup.get(lookup) ?? []);
  return [...new Set([...rows, ...offered].map(({ answer }) => answer))];
}

function typeOf(items: readonly Item[], question: Question | null, answers: readonly string[]): HeldField['type'] {
  if (question?.type === 'date' || items.some(({ format }) => format.kind === 'date')) return 'date';
  if (answers.length === 0) return 'text';
  return items.some(({ max }) => max === 'n' || max > 1) ? 'multi-choice' : 'choice';
}

function toField(index: WorkspaceIndex, found: Found): HeldField {
  const { kind, ref, fact, question } = found;
  const items = fact === null ? [] : (index.itemsOfFact.get(fact) ?? []);
  const answers = answersOf(index, found);
  const named = fact === null ? '' : (index.facts.get(fact)?.name ?? '');
  const name = named || question?.text || ref || kind;
  return { kind, ref, fact, name, type: typeOf(items, question, answers), answers, feeds: items.length > 0 };
}

/** The fields of the person record and the registers that a case may begin with; those that feed the return stand first. */
export function heldFields(index: WorkspaceIndex): readonly HeldField[] {
  const stated = countedSources(index)
    .filter(({ source }) => isHeld(source))
    .map(({ fact, source }): Found => ({ kind: source.kind, ref: source.ref, fact: fact.id, question: null }));
  const fields = joined([...stated, ...pulledFields(index)]).map((found) => toField(index, found));
  return [...fields.filter(({ feeds }) => feeds), ...fields.filter(({ feeds }) => !feeds)];
}
