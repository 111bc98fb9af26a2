/** What a page tells when somebody leaves it: the document's and the window's own events. */
export interface PageEvents {
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/** Keeps what is waiting when the page is hidden, closed or put to sleep. What comes back ends it. */
export function keepOnLeaving({ document, window }: PageEvents, keep: () => void): () => void {
  const whenHidden = (): void => {
    if (document.visibilityState === 'hidden') keep();
  };
  document.addEventListener('visibilitychange', whenHidden);
  window.addEventListener('pagehide', keep);
  return () => {
    document.removeEventListener('visibilitychange', whenHidden);
    window.removeEventListener('pagehide', keep);
  };
}

/** Has the browser ask before the page is left while something is unsaved. What comes back ends it. */
export function warnOnLeaving({ window }: Pick<PageEvents, 'window'>, isUnsaved: () => boolean): () => void {
  const ask = (event: Event): void => {
    if (isUnsaved()) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
