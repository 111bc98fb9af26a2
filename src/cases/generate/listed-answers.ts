import type { FactSource } from '#machine/step-definition.ts';
import type { AnswerValue } from '#machine/step-values.ts';
import type { Item } from '#model/data-return.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import type { Allowed } from './allowed-answers.ts';
import type { CodedAnswer } from './coded-answers.ts';
import { type AtStep, asValue, fedItem, type InCase, inTurn, nextTurn, soFar } from './making.ts';
import { standsAlone, suitedAnswers } from './suited-codes.ts';

/** How many boxes are ticked at a time. */
const TICKS = 5;
/** Every so many times the box that stands alone is. */
const ALONE_EVERY = 6;

interface Box extends CodedAnswer {
  readonly key: string;
}

const isMany = ({ max }: Item): boolean => max !== 1;

/** The boxes of a step that together hold one item, with the code that a tick leads to. */
function boxesOf({ making, definition }: AtStep, item: Item): readonly Box[] {
  return definition.sources.flatMap((place): readonly Box[] => {
    const { kind, form, question, fact } = place.source;
    if (kind !== 'question' || form === null || question === null || fact !== item.fact) return [];
    const [ticked] = making.coded.of(place.source, item).filter(({ answer }) => answer === 'Yes');
    return ticked === undefined ? [] : [{ ...ticked, key: questionKey(form, question) }];
  });
}

/** Some boxes of an item, in turn from assessment to assessment; now and then the one that stands alone. */
function tick(at: AtStep, item: Item): ReadonlySet<string> {
  const known = at.ticked.get(item.id);
  if (known !== undefined) return known;
  const boxes = boxesOf(at, item);
  const alone = boxes.filter((box) => standsAlone(item, box));
  const others = boxes.filter((box) => !alone.includes(box));
  const turn = nextTurn(at.making, `boxes ${item.id}`);
  const isAlone = alone.length > 0 && turn % ALONE_EVERY === ALONE_EVERY - 1;
  const window = Array.from(
    { length: Math.min(TICKS, others.length) },
    (_, n) => others[(turn * TICKS + n) % others.length],
  );
  const ticked = new Set((isAlone ? alone.slice(0, 1) : window).flatMap((box) => box?.key ?? []));
  at.ticked.set(item.id, ticked);
  return ticked;
}

/** Yes or no to a box that holds one of an item's values; null where the question is no such box. */
export function tickedAnswer(
  at: AtStep,
  { form, code, type }: Question,
  sources: readonly FactSource[],
): string | null {
  if (type !== 'yes-no') return null;
  for (const place of sources) {
    const item = fedItem(at.making, place);
    if (item !== null && item.codeSet !== null && isMany(item))
      return tick(at, item).has(questionKey(form, code)) ? 'Yes' : 'No';
  }
  return null;
}

/** The answers of a place that lead to a code and fit the case, of those that are allowed. */
function suited(at: InCase, place: FactSource, allowed: readonly string[] | null): readonly CodedAnswer[] {
  const item = fedItem(at.making, place);
  if (item === null) return [];
  const coded = at.making.coded.of(place.source, item);
  return suitedAnswers(
    item,
    allowed === null ? coded : coded.filter(({ answer }) => allowed.includes(answer)),
    soFar(at),
  );
}

/** One value of a coded item, now and then two where it takes several. */
export function codedValue(
  at: InCase,
  place: FactSource,
  allowed: readonly string[] | null = null,
  takesMany = true,
): AnswerValue | null {
  const item = fedItem(at.making, place);
  const answers = suited(at, place, allowed);
  if (item === null || answers.length === 0) return null;
  const turn = nextTurn(at.making, `codes ${item.id}`);
  const first = answers[turn % answers.length];
  if (first === undefined) return null;
  const second = answers.find((other) => other.code !== first.code && !standsAlone(item, other));
  const isTwo = takesMany && isMany(item) && turn % 3 === 1 && !standsAlone(item, first) && second !== undefined;
  return isTwo ? [first.answer, second.answer] : first.answer;
}

/** An answer that is chosen from a list: one with a code of the year where the question feeds a coded item. */
export function listedAnswer(
  at: AtStep,
  question: Question,
  sources: readonly FactSource[],
  { answers, oneOfEach }: Allowed,
): AnswerValue | null {
  const takesMany = question.type === 'multi-choice';
  const key = questionKey(question.form, question.code);
  if (oneOfEach.length > 0)
    return asValue([...new Set(oneOfEach.flatMap((some) => inTurn(at.making, key, some) ?? []))]);
  for (const place of sources) {
    const coded = codedValue(at, place, answers, takesMany);
    if (coded !== null) return takesMany && typeof coded === 'string' ? [coded] : coded;
  }
  const answer = inTurn(at.making, key, answers);
  if (answer === undefined) return null;
  return takesMany ? [answer] : answer;
}
