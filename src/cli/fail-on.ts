import { FINDING_KINDS, type Finding, type FindingKind } from '#model/finding.ts';
import { didYouMean } from './nearest.ts';
import type { Failure } from './shell.ts';

const GROUPS: readonly string[] = [...new Set(FINDING_KINDS.map((kind) => kind.split('/')[0] ?? kind))];

function kindsNamed(word: string): readonly FindingKind[] {
  const group = word.replace(/\/\*?$/u, '');
  return FINDING_KINDS.filter((kind) => kind === word || kind.startsWith(`${group}/`));
}

/** What is wrong with a word of `--fail-on`; null where it names a kind of finding or a group of them. */
function faultOf(word: string): string | null {
  if (kindsNamed(word).length > 0) return null;
  const near = didYouMean(word, [...FINDING_KINDS, ...GROUPS]);
  return `--fail-on names "${word}", which is no kind of finding.${near} Groups: ${GROUPS.join(', ')}.`;
}

/** The kinds of finding named in `--fail-on`: whole kinds, or a group of them such as `coverage` or `coverage/*`. */
export function readFailOn(texts: readonly string[]): ReadonlySet<FindingKind> | Failure {
  const words = texts.flatMap((text) => text.split(',')).map((word) => word.trim());
  const fault = words.map(faultOf).find((each) => each !== null);
  return fault === undefined ? new Set(words.flatMap(kindsNamed)) : { failure: fault };
}

/** The findings of these kinds that nobody has decided about. */
export const undecidedOf = (findings: readonly Finding[], kinds: ReadonlySet<FindingKind>): readonly Finding[] =>
  findings.filter((finding) => finding.decision === null && kinds.has(finding.kind));
