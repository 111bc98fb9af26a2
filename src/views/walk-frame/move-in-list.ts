const STEPS: ReadonlyMap<string, (at: number, count: number) => number> = new Map([
  ['ArrowDown', (at: number, count: number) => Math.min(at + 1, count - 1)],
  ['ArrowUp', (at: number) => Math.max(at - 1, 0)],
  ['Home', () => 0],
  ['End', (_: number, count: number) => count - 1],
]);

/** Takes the keyboard from button to button of a list with the arrow keys, so that the list is one stop of the Tab key. */
export function moveInList(event: React.KeyboardEvent<HTMLElement>): void {
  const step = STEPS.get(event.key);
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  if (at === -1) return;
  event.preventDefault();
  buttons[step(at, buttons.length)]?.focus();
}
