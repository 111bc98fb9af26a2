/** How much of a scrolled table a cell hides that stands still at one side; 0 where it does not. */
function hiddenBy(cell: Element | null, side: 'left' | 'right'): number {
  if (cell === null || getComputedStyle(cell)[side] !== '0px') return 0;
  return cell.getBoundingClientRect().width;
}

/** How high the events are: cells that span both rows of the head make its first row look higher than that. */
const eventHeight = (head: Element): number =>
  head.querySelector('.matrix__event')?.getBoundingClientRect().height ?? 0;

/**
 * Tells a scrolled table how high the first row of its head is, so that the second can stand below it, and how much its
 * standing cells hide, so that what gets the focus never lies below them. A ref of the scrolling part; what it returns
 * ends the watching.
 */
export function watchHead(scroller: HTMLDivElement): () => void {
  const head = scroller.querySelector('thead');
  if (head === null) return () => {};
  const measure = (): void => {
    const left = hiddenBy(head.querySelector('.matrix__item-head'), 'left');
    const right = hiddenBy(head.querySelector('.matrix__status-head'), 'right');
    scroller.style.setProperty('--head-row', `${eventHeight(head)}px`);
    scroller.style.scrollPadding = `${head.getBoundingClientRect().height + 4}px ${right + 4}px 8px ${left + 4}px`;
  };
  const observer = new ResizeObserver(measure);
  observer.observe(scroller);
  observer.observe(head);
  return () => observer.disconnect();
}
