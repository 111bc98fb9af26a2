import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding, FindingKind } from '#model/finding.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { countOf, describeFinding, undecided } from './findings.ts';
import { heading, table, wrap } from './text.ts';

const SHOWN = 6;
const SHOWN_CODES = 12;

const KINDS: readonly (readonly [FindingKind, string])[] = [
  ['codes/gap', 'An answer leads to no code'],
  ['codes/unreachable', 'A code that no answer leads to'],
  ['codes/retired', 'A code of another year'],
  ['codes/type-mismatch', 'A question whose answers do not have the format'],
];

/** Findings that are told together: the codes of one set that one item is short of, and any other by itself. */
const groupOf = (finding: Finding): string =>
  finding.kind === 'codes/unreachable'
    ? JSON.stringify([finding.severity, finding.items, finding.places[0]?.codeSet])
    : finding.id;

function describeGroup(group: readonly Finding[], first: string, index: WorkspaceIndex): readonly string[] {
  const [finding] = group;
  if (finding === undefined) return [];
  if (group.length === 1) return describeFinding(finding, first, index);
  const codes = group.flatMap(({ places }) => places[0]?.code ?? []);
  const more = codes.length - SHOWN_CODES;
  const list = `${codes.slice(0, SHOWN_CODES).join(', ')}${more > 0 ? ` and ${count(more, 'more', 'more')}` : ''}`;
  const says = `No answer leads to ${codes.length} codes of the set ${finding.places[0]?.codeSet ?? ''}: ${list}.`;
  return wrap(
    `[${finding.severity}] ${says} Give answers those codes in mappings/codes.csv, or accept that they never come about and say why.`,
    first,
  );
}

/** What answers and question types cannot carry into the return: how often, and the gravest. Nothing where all is well. */
export function describeCodes(audit: Audit, index: WorkspaceIndex): readonly string[] {
  const findings = undecided(audit.findings, 'codes/');
  if (findings.length === 0) return [];
  const rows = KINDS.map(([kind, words]) => [words, String(countOf(findings, kind))]).filter(
    ([, found]) => found !== '0',
  );
  const groups = [...groupBy(findings, groupOf).values()];
  const more = groups.slice(SHOWN).flat().length;
  return [
    ...heading('Codes and formats'),
    ...table([['What waits for a decision', 'Findings'], ...rows]),
    '',
    ...groups
      .slice(0, SHOWN)
      .flatMap((group, place) => describeGroup(group, `${String(place + 1).padStart(2)}. `, index)),
    ...(more > 0 ? [`    and ${count(more, 'more', 'more')}; all of them with --json.`] : []),
  ];
}
