import type { DataReturn, Item, ReturnRule } from '#model/data-return.ts';
import type { CodeSetId, EventId, FactId, ItemId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import type { EventPlace, Source } from '#model/workspace.ts';
import { type CodeLists, codeLists } from './code-lists.ts';
import { isMadeByReturn } from './generated.ts';
import { type MessageShape, messageShape } from './message-shape.ts';

/** All that the return of a case is made by, prepared once for a workspace and the return that is audited. */
export interface ReturnRules {
  readonly index: WorkspaceIndex;
  readonly dataReturn: DataReturn | null;
  readonly shape: MessageShape;
  readonly lists: CodeLists;
  /** The codes that this year takes. */
  readonly codes: ReadonlyMap<CodeSetId, ReadonlySet<string>>;
  readonly eventPlaces: ReadonlyMap<EventId, readonly EventPlace[]>;
  readonly rulesOfItem: ReadonlyMap<ItemId, readonly ReturnRule[]>;
  /** The first item that asks for a fact. */
  readonly itemOfFact: ReadonlyMap<FactId, Item>;
  /** Where a source stands among those that feed its fact: places with a lower number go first. */
  readonly precedence: (source: Source, item: Item | null) => Place;
}

/** What one place of the record is called, and where it comes among those that feed the same fact. */
export interface Place {
  readonly key: string;
  readonly order: number;
}

/** Whether an item is said once for the whole file: the return makes it, and no child does. */
function isGenerated(index: WorkspaceIndex, { fact }: Item): boolean {
  if (fact === null) return false;
  if (isMadeByReturn(fact)) return true;
  const counted = feedingSources(index, fact);
  return counted.length > 0 && counted.every(({ kind }) => kind === 'generated');
}

/** The sources of a fact that the return reads. */
export const feedingSources = (index: WorkspaceIndex, fact: FactId): readonly Source[] =>
  (index.sourcesOfFact.get(fact) ?? []).filter(({ use, status }) => use === 'feeds' && status !== 'ignored');

const isScreen = ({ kind }: Source): boolean => SCREEN_KINDS.some((screen) => screen === kind);

/**
 * One screen is one place in whatever step it is written: what was written last stands there. Tick boxes that together
 * hold the several values of an item are one place too.
 */
function placeKey(index: WorkspaceIndex, { kind, form, question, ref, stepType }: Source, many: boolean): string {
  if (SCREEN_KINDS.some((screen) => screen === kind)) return `${kind}:${ref}`;
  if (kind !== 'question' || form === null || question === null) return `${kind} ${stepType ?? ''} ${ref}`;
  const key = questionKey(form, question);
  return many && index.questions.get(key)?.type === 'yes-no' ? 'tick boxes' : `${key} ${stepType ?? ''}`;
}

function precedenceOf(index: WorkspaceIndex): ReturnRules['precedence'] {
  const known = new Map<boolean, WeakMap<Source, Place>>([
    [true, new WeakMap()],
    [false, new WeakMap()],
  ]);
  return (source, item) => {
    const many = item !== null && item.max !== 1;
    const found = known.get(many)?.get(source);
    if (found !== undefined) return found;
    const key = placeKey(index, source, many);
    const same = feedingSources(index, source.fact).filter((other) => placeKey(index, other, many) === key);
    const place = { key, order: Math.min(...[source, ...same].map(({ order }) => order ?? Infinity)) };
    known.get(many)?.set(source, place);
    return place;
  };
}

/** Whether a place is there in any case: what is held before the first step. */
export const isHeld = (source: Source): boolean => isScreen(source) && source.stepType === null;

function codesOf(dataReturn: DataReturn | null): ReturnRules['codes'] {
  const sets = groupBy(dataReturn?.codes ?? [], ({ codeSet }) => codeSet);
  return new Map([...sets].map(([set, codes]) => [set, new Set(codes.map(({ code }) => code))]));
}

function rulesOf(dataReturn: DataReturn | null): ReturnRules['rulesOfItem'] {
  const pairs = (dataReturn?.rules ?? []).flatMap((rule) => [...new Set(rule.items)].map((item) => ({ item, rule })));
  const byItem = groupBy(pairs, ({ item }) => item);
  return new Map([...byItem].map(([item, rules]) => [item, rules.map(({ rule }) => rule)]));
}

function prepare(index: WorkspaceIndex): ReturnRules {
  const { dataReturn, facts, workspace } = index;
  const items = dataReturn?.items ?? [];
  return {
    index,
    dataReturn,
    shape: messageShape(dataReturn, facts, (item) => isGenerated(index, item)),
    lists: codeLists(index),
    codes: codesOf(dataReturn),
    eventPlaces: groupBy(workspace.eventPlaces, ({ event }) => event),
    rulesOfItem: rulesOf(dataReturn),
    itemOfFact: new Map(items.toReversed().flatMap((item) => (item.fact === null ? [] : [[item.fact, item]]))),
    precedence: precedenceOf(index),
  };
}

const made = new WeakMap<WorkspaceIndex, ReturnRules>();

/** The rules of the return that is audited, made once for each state of a workspace. */
export function returnRulesOf(index: WorkspaceIndex): ReturnRules {
  const rules = made.get(index) ?? prepare(index);
  made.set(index, rules);
  return rules;
}
