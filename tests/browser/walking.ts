import type { Page } from 'playwright-core';

type Kind = 'list' | 'tick' | 'date' | 'date-time' | 'text' | 'other';

/** What has the keyboard. */
export interface Focused {
  /** What it is answered with. */
  readonly kind: Kind;
  /** True where it stands in a mandatory question without an answer. */
  readonly isWaiting: boolean;
  readonly isSelected: boolean;
}

/** What has the keyboard, and whether a selector says so too. */
export const focusedOn = (page: Page, selector = 'body'): Promise<Focused> =>
  page.evaluate((wanted) => {
    const input = document.activeElement;
    const kindOf = (): Kind => {
      if (input instanceof HTMLSelectElement) return 'list';
      if (input instanceof HTMLTextAreaElement) return 'text';
      if (!(input instanceof HTMLInputElement)) return 'other';
      if (input.type === 'radio' || input.type === 'checkbox') return 'tick';
      if (input.type === 'date') return 'date';
      return input.type === 'datetime-local' ? 'date-time' : 'text';
    };
    const isWaiting = input?.closest('.case-field[data-waiting="true"]') != null;
    return { kind: kindOf(), isWaiting, isSelected: input?.matches(wanted) === true };
  }, selector);

const waiting = (page: Page) => page.locator('.case-field[data-waiting="true"]');
const MOST = 300;

/** Answers every mandatory question by the mouse and what it brings to the front; says how many there were. */
export async function answerAllByMouse(page: Page): Promise<number> {
  for (let answered = 0; answered < MOST; answered += 1) {
    if ((await waiting(page).count()) === 0) return answered;
    await page.locator('#next-unanswered').click();
    const focused = page.locator(':focus');
    const { kind } = await focusedOn(page);
    if (kind === 'list') await focused.selectOption({ index: 1 });
    else if (kind === 'tick') await focused.check();
    else if (kind === 'date' || kind === 'date-time') await focused.locator('xpath=following-sibling::button').click();
    else {
      await focused.fill('Invented words');
      // Leaving a text gives the answer.
      await page.keyboard.press('Tab');
    }
  }
  throw new Error('There is no end of mandatory questions.');
}

/** Goes on, or back, with Tab until what is wanted has the keyboard. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let tabs = 0; tabs < MOST; tabs += 1) {
    if ((await focusedOn(page, selector)).isSelected) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not come to ${selector}.`);
}

/** The case's own today as the keyboard writes it in a field of the browser. */
async function typedDay(page: Page): Promise<string> {
  const [, date = '', month = '', year = ''] = (await page.locator('.walk-bar__day').innerText()).split(' ');
  const number = new Date(`${date} ${month} ${year} 00:00 UTC`).getUTCMonth() + 1;
  return `${String(number).padStart(2, '0')}${date.padStart(2, '0')}${year}`;
}

/** Answers what has the keyboard, with keys. */
export async function typeAnswer(page: Page): Promise<void> {
  const { kind } = await focusedOn(page);
  if (kind === 'list') await page.keyboard.press('ArrowDown');
  else if (kind === 'tick') await page.keyboard.press('Space');
  else if (kind === 'date') await page.keyboard.type(await typedDay(page));
  else if (kind === 'date-time') await page.keyboard.type(`${await typedDay(page)}\t1030AM`);
  else await page.keyboard.type('Invented');
  // Leaving a text gives the answer.
  if (kind === 'text') await page.keyboard.press('Tab');
}

/** Answers every mandatory question by keyboard alone: Tab leaves a field, `n` goes to the next one. */
export async function answerAllByKeyboard(page: Page): Promise<number> {
  for (let answered = 0; answered < MOST; answered += 1) {
    if ((await waiting(page).count()) === 0) return answered;
    for (let presses = 0; presses < MOST; presses += 1) {
      const { kind, isWaiting } = await focusedOn(page);
      if (isWaiting && kind !== 'other') break;
      await page.keyboard.press(kind === 'other' || kind === 'tick' ? 'n' : 'Tab');
    }
    await typeAnswer(page);
  }
  throw new Error('There is no end of mandatory questions.');
}
