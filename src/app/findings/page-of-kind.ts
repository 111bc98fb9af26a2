import { useEffect, useState } from 'react';
import { topicOf } from '#diagram/finding-words.ts';
import type { FindingKind } from '#model/finding.ts';
import { type PagePart, partsOf } from '#views/finding-page/read-markdown.ts';

/** The pages of the analyses as texts of the build, each fetched when a finding of its topic is first read. */
const PAGES = import.meta.glob<string>('/src/analyses/*.md', { query: '?raw', import: 'default' });

const NO_PARTS: readonly PagePart[] = [];

async function fetchParts(kind: FindingKind): Promise<readonly PagePart[]> {
  const load = PAGES[`/src/analyses/${topicOf(kind)}.md`];
  return load === undefined ? NO_PARTS : partsOf(await load(), kind);
}

interface Fetched {
  readonly kind: FindingKind;
  readonly parts: readonly PagePart[];
}

/** What the page of a kind of finding says; null while it is being fetched. */
export function usePageOfKind(kind: FindingKind | null): readonly PagePart[] | null {
  const [fetched, setFetched] = useState<Fetched | null>(null);
  useEffect(() => {
    let isWanted = true;
    const tell = (parts: readonly PagePart[]): void => {
      if (isWanted && kind !== null) setFetched({ kind, parts });
    };
    // Without its page a finding can still be read and decided.
    if (kind !== null)
      fetchParts(kind).then(tell, () => {
        tell(NO_PARTS);
      });
    return () => {
      isWanted = false;
    };
  }, [kind]);
  return fetched?.kind === kind ? fetched.parts : null;
}
