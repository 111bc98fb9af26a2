import type { ReturnId } from '#model/ids.ts';
import type { Background, OpeningNews, WorkspaceState } from '#pipeline/background.ts';

/** What is heard while cases are made up: how far it is, then the cases, or why there are none. */
export type GeneratingNews = Extract<OpeningNews, { readonly kind: 'generating' | 'generated' | 'failed' }>;

/** Has cases made up off the main thread; what comes back gives it up, and nothing more is heard. */
export function askToGenerate(
  background: Background,
  state: WorkspaceState,
  wanted: ReturnId | null,
  tell: (news: GeneratingNews) => void,
): () => void {
  let isOver = false;
  background.ask(state, 'generate', { kind: 'generate', wanted }, (news) => {
    if (isOver) return;
    if (news.kind === 'generated' || news.kind === 'failed') isOver = true;
    if (news.kind === 'generating' || news.kind === 'generated' || news.kind === 'failed') tell(news);
  });
  return () => {
    if (isOver) return;
    isOver = true;
    background.ask(state, 'stop generating', { kind: 'stop-generating' }, () => undefined);
  };
}
