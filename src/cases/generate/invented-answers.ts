import type { FactSource, StepDefinition } from '#machine/step-definition.ts';
import { type AnswerValue, screenKey } from '#machine/step-values.ts';
import type { Item } from '#model/data-return.ts';
import { isIsoDate } from '#model/dates.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import type { Question } from '#model/workspace.ts';
import { type Allowed, ANY, offeredAnswers } from './allowed-answers.ts';
import { FACTS_OF_CHILD } from './invented-child.ts';
import { inventedDate } from './invented-dates.ts';
import { codedValue, listedAnswer, tickedAnswer } from './listed-answers.ts';
import { type AtStep, fedItem, knownValue } from './making.ts';

const MADE_UP = 'Invented: made up to try the workflow out.';
const WORKERS = 9;

/** The places of a step's form that a question is. */
export const placesOf = ({ sources }: StepDefinition, { form, code }: Question): readonly FactSource[] =>
  sources.filter(({ source }) => source.kind === 'question' && source.form === form && source.question === code);

const worker = ({ child, definition }: AtStep): string =>
  `Worker ${1 + ((child.number + definition.stepType.name.length) % WORKERS)}`;

/** Texts that a pattern may take; the first that it does is used. */
const FOR_PATTERNS = ['1', '001', '2026', 'A1', 'INVENTED1', 'A999270000000', '2026-04-01'];

function textFor(at: AtStep, item: Item | null): string {
  if (item?.format.kind === 'whole-number') return '1';
  if (item?.format.kind === 'true-false') return 'Yes';
  if (item?.format.kind === 'date') return at.days.finished;
  if (item?.format.kind !== 'pattern') return MADE_UP;
  const pattern = new RegExp(item.format.pattern, 'u');
  return FOR_PATTERNS.find((text) => pattern.test(text)) ?? MADE_UP;
}

const firstItem = (at: AtStep, places: readonly FactSource[]): Item | null =>
  places.map((place) => fedItem(at.making, place)).find((item) => item !== null) ?? null;

/** A text of the question's type that nobody could take for a real one. */
function freeText(at: AtStep, { type, text }: Question, places: readonly FactSource[]): string | null {
  const facts = places.map(({ fact }) => fact.id);
  if (type === 'date' || type === 'date-time') {
    const date = inventedDate(facts, at.days, at.child);
    return date === null || type === 'date' ? date : `${date}T10:00`;
  }
  if (type === 'number') return String(1 + ((at.child.number + text.length) % 5));
  if (type === 'person' || type === 'sign-off') return worker(at);
  if (type === 'address') return `${at.child.number} Invented Street`;
  return type === 'file' ? 'invented.pdf' : textFor(at, firstItem(at, places));
}

/** Whether what the case says already is a possible answer to a question without a list. */
function takes({ type }: Question, known: string): boolean {
  if (type === 'date') return isIsoDate(known) && known.length === 10;
  if (type === 'number') return /^\d+$/u.test(known);
  return type === 'short-text' || type === 'address';
}

function ofChild({ child }: AtStep, places: readonly FactSource[]): AnswerValue | null | undefined {
  const place = places.find(({ fact }) => Object.hasOwn(FACTS_OF_CHILD, fact.id));
  return place === undefined ? undefined : FACTS_OF_CHILD[place.fact.id]?.(child);
}

/** A box is ticked or not with the others of its item; else the case says it already, or the list is gone through in turn. */
function chosenAnswer(
  at: AtStep,
  question: Question,
  places: readonly FactSource[],
  allowed: Allowed,
): AnswerValue | null {
  const { answers } = allowed;
  const ticked = tickedAnswer(at, question, places);
  if (ticked !== null && answers.includes(ticked)) return ticked;
  const known = question.type === 'multi-choice' ? null : knownValue(at, places);
  return known !== null && answers.includes(known) ? known : listedAnswer(at, question, places, allowed);
}

function typedAnswer(at: AtStep, question: Question, places: readonly FactSource[]): AnswerValue | null {
  const known = knownValue(at, places);
  if (known !== null && takes(question, known)) return known;
  const isDate = question.type === 'date' || question.type === 'date-time';
  const own = isDate ? null : ofChild(at, places);
  return own ?? freeText(at, question, places) ?? (question.mandatory ? at.days.finished : null);
}

/** Answers a question that the step shows, by its sheet and by what the case says already; null: it is left empty. */
export function inventedAnswer(at: AtStep, question: Question, allowed: Allowed): AnswerValue | null {
  const { answers } = allowed;
  if (answers.length === 0) return null;
  const places = placesOf(at.definition, question);
  if (offeredAnswers(at.making.world.index, question) !== null) return chosenAnswer(at, question, places, allowed);
  return answers.includes(ANY) ? typedAnswer(at, question, places) : (answers[0] ?? null);
}

const isScreen = (kind: string): boolean => SCREEN_KINDS.some((screen) => screen === kind);

/** What stood last on a screen in this case. */
function lastOn({ state }: AtStep, { source: { kind, ref } }: FactSource): AnswerValue | undefined {
  return state.record.findLast((entry) => entry.source.kind === kind && entry.source.ref === ref)?.value;
}

function screenValue(at: AtStep, place: FactSource): AnswerValue | null {
  const own = ofChild(at, [place]);
  if (own !== undefined) return own;
  const item = fedItem(at.making, place);
  const { id } = place.fact;
  if (item?.format.kind === 'date' || id.endsWith('-date') || id.endsWith('date-of-death'))
    return inventedDate([id], at.days, at.child);
  return lastOn(at, place) ?? codedValue(at, place) ?? textFor(at, item);
}

/** What is recorded on the step's screens outside forms that feed the return and hold nothing yet, by `kind:ref`. */
export function inventedScreens(
  at: AtStep,
): ReadonlyMap<string, { readonly place: FactSource; readonly value: AnswerValue }> {
  const values = new Map<string, { readonly place: FactSource; readonly value: AnswerValue }>();
  for (const place of at.definition.sources) {
    const { kind, ref, use, fact } = place.source;
    const key = screenKey(kind, ref);
    if (!isScreen(kind) || use !== 'feeds' || !at.making.returned.has(fact)) continue;
    if (values.has(key) || Object.hasOwn(at.step.screens, key)) continue;
    const value = screenValue(at, place);
    if (value !== null) values.set(key, { place, value });
  }
  return values;
}
