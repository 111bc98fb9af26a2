import type { HeldValue } from '#machine/case-values.ts';
import { countedSources } from '#machine/step-definition.ts';
import { type AnswerValue, screenKey } from '#machine/step-values.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { SCREEN_KINDS, type SourceKind } from '#model/words.ts';
import type { Question, Source } from '#model/workspace.ts';
import { offeredAnswers } from './allowed-answers.ts';
import { FACTS_OF_CHILD, type InventedChild } from './invented-child.ts';
import { inTurn, type Making } from './making.ts';
import { suitedAnswers } from './suited-codes.ts';

/** One field of the screens outside forms that may be filled before the first step. */
export interface HeldField {
  readonly kind: SourceKind;
  readonly ref: string;
  /** The places of it in sources.csv, and the questions that are filled from it. */
  readonly sources: readonly Source[];
  readonly pulledBy: readonly Question[];
}

/** Facts about the person that hardly change, so that the record has them before the case begins. */
const KEPT_BEFORE = ['child.sex', 'child.ethnicity', 'child.date-of-birth', 'child.expected-date-of-birth'];

const isHeld = ({ kind, stepType, fact }: Source): boolean =>
  SCREEN_KINDS.some((screen) => screen === kind) && (stepType === null || KEPT_BEFORE.includes(fact));

/** What may be known of a person before the first step, in the order of the files. */
export function heldFields(index: WorkspaceIndex): readonly HeldField[] {
  const fields = new Map<string, { kind: SourceKind; ref: string; sources: Source[]; pulledBy: Question[] }>();
  const fieldOf = (kind: SourceKind, ref: string) => {
    const key = screenKey(kind, ref);
    const field = fields.get(key) ?? { kind, ref, sources: [], pulledBy: [] };
    fields.set(key, field);
    return field;
  };
  for (const { source } of countedSources(index))
    if (isHeld(source)) fieldOf(source.kind, source.ref).sources.push(source);
  for (const question of index.workspace.questions)
    if (question.pulledFrom?.kind === 'person')
      fieldOf('person-field', question.pulledFrom.field).pulledBy.push(question);
  return [...fields.values()];
}

function codedAnswer(making: Making, source: Source, child: InventedChild): string | null {
  const item = making.world.index.itemsOfFact.get(source.fact)?.[0];
  if (item === undefined) return null;
  const answers = suitedAnswers(item, making.coded.of(source, item), { child, facts: new Set() });
  return inTurn(making, `held ${item.id}`, answers)?.answer ?? null;
}

function heldValue(
  making: Making,
  { kind, ref, sources, pulledBy }: HeldField,
  child: InventedChild,
): AnswerValue | null {
  for (const source of sources) {
    const own = FACTS_OF_CHILD[source.fact];
    if (own !== undefined) return own(child);
    const coded = codedAnswer(making, source, child);
    if (coded !== null) return coded;
  }
  for (const question of pulledBy) {
    const offered = offeredAnswers(making.world.index, question);
    if (offered !== null) return inTurn(making, screenKey(kind, ref), offered) ?? null;
  }
  return sources.some(({ use, fact }) => use === 'feeds' && making.returned.has(fact)) ? '1' : null;
}

/** What the screens outside forms hold of a child who is not there. */
export function personRecord(making: Making, fields: readonly HeldField[], child: InventedChild): readonly HeldValue[] {
  return fields.flatMap((field): readonly HeldValue[] => {
    const value = heldValue(making, field, child);
    return value === null ? [] : [{ kind: field.kind, ref: field.ref, value }];
  });
}
