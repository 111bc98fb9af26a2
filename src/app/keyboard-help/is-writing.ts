const FIELDS = 'input:not([type=checkbox], [type=radio], [type=button], [type=file]), textarea, select';
/** What takes letters for itself: a grid begins to write in a cell, a tree or menu goes to what begins with them. */
const TAKES_LETTERS = '[role="grid"], [role="tree"], [role="menu"], [role="combobox"], [role="option"]';

/** True where a key belongs to the text that is being written. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches(FIELDS) || target.closest(TAKES_LETTERS) !== null);

/** True while a dialog stands before the page: its keys are its own. */
export const isDialogOpen = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"], dialog[open]') !== null;
