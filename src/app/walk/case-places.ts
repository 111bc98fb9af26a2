import { fieldId } from '#walk/field-id.ts';
import type { CasePlace } from '#walk/lit.ts';

const ANSWERABLE = 'input, select, textarea, button';

function focusInside(element: Element): void {
  const answer = element.querySelector('.case-field__answer') ?? element;
  const inputs = [...answer.querySelectorAll<HTMLElement>(ANSWERABLE)].filter((one) => !one.hasAttribute('disabled'));
  const input = inputs.find((one) => !(one instanceof HTMLInputElement && isUnchecked(one))) ?? inputs[0];
  element.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}

/** A radio button beside the one that is chosen: the keyboard goes to the chosen one. */
const isUnchecked = (input: HTMLInputElement): boolean =>
  input.type === 'radio' && !input.checked && input.closest('.case-radios')?.querySelector('input:checked') != null;

/** Takes the keyboard to the field of a place; false where the page has none. */
export function goToPlace(place: CasePlace): boolean {
  const element = document.getElementById(fieldId(place));
  if (element === null) return false;
  focusInside(element);
  return true;
}

/** Brings a place into sight, and leaves the keyboard where it is. */
export function showPlace(place: CasePlace): void {
  document.getElementById(fieldId(place))?.scrollIntoView({ block: 'nearest' });
}

/** Takes the keyboard to the row that has just been added to a table. */
export function goToEmptyRow(row: string): void {
  const table = `[data-next-row="${CSS.escape(row)}"]`;
  const field = document.querySelector(`${table} .case-copy[data-begun="false"] .case-field`);
  if (field !== null) focusInside(field);
}

/** Takes the keyboard to the next mandatory question that has no answer, from where it is; after the last, to the first. */
export function goToNextUnanswered(): void {
  const waiting = [...document.querySelectorAll('.case-field[data-waiting="true"]')];
  const here = document.activeElement?.closest('.case-field') ?? null;
  const next = waiting.find(
    (field) => here !== null && (here.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const to = next ?? waiting[0];
  if (to !== undefined) focusInside(to);
}
