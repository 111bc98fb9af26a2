import type { AppStore } from '#store/create-store.ts';
import { fromHash, toHash } from '#store/view.ts';

/** Keeps the address and the view the same: a link or the back button brings a view back, a new view is a new step back. */
export function keepAddress(store: AppStore): void {
  store.subscribe((state, before) => {
    if (state.view === before.view) return;
    const hash = toHash(state.view);
    if (hash === toHash(fromHash(window.location.hash))) return;
    if (state.replaces) window.history.replaceState(null, '', hash);
    else window.history.pushState(null, '', hash);
  });
  window.addEventListener('popstate', () => {
    const view = fromHash(window.location.hash);
    if (toHash(view) !== toHash(store.getState().view)) store.goTo(view);
  });
}
