import type { ReadSource } from './calculated-circles.ts';
import { parseList } from './cells.ts';
import { keyOf, warnAt } from './line.ts';
import { quoted } from './problems.ts';

/**
 * Warns where a fact that the return works out from another is never known, as no row says that the return reads the other:
 * an empty `use` means records for a fact of no item, which is easily forgotten.
 */
export function warnUnfedInputs(read: readonly ReadSource[]): void {
  const fed = new Set(read.flatMap(({ source }) => (source.use === 'feeds' ? [source.fact] : [])));
  const unsaid = new Set<string>(
    read.flatMap(({ source, line }) => (source.use === 'records' && keyOf(line, 'use') === '' ? [source.fact] : [])),
  );
  const isFed: ReadonlySet<string> = fed;
  for (const { source, line } of read) {
    if (source.kind !== 'calculated' || source.use !== 'feeds') continue;
    for (const input of parseList(source.ref)) {
      if (isFed.has(input) || !unsaid.has(input)) continue;
      warnAt(
        line,
        'ref',
        `The fact ${quoted(source.fact)} is worked out from ${quoted(input)}, whose rows leave "use" empty: that means records, as no item asks for it, so the return never knows it. Write feeds there.`,
      );
    }
  }
}
