import { nameOfStep } from '#diagram/describe-step.ts';
import type { Audit, CoveragePlace, ItemCoverage, ItemStatus } from '#model/audit.ts';
import { type Finding, SEVERITIES, type Severity } from '#model/finding.ts';
import { type ItemId, itemId, nextActionId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

/** An item that is not recorded wherever it is due. */
export interface Gap {
  readonly item: ItemId;
  readonly name: string;
  readonly tag: string;
  readonly cbds: string;
  readonly status: ItemStatus;
  readonly severity: Severity;
  /** The worst finding that nobody has decided on, else the worst; null where no finding says it. */
  readonly finding: Finding['id'] | null;
  /** True where people have decided on every place. */
  readonly decided: boolean;
  readonly sentence: string;
}

const rank = (finding: Finding): number => SEVERITIES.indexOf(finding.severity);

function findingsOfGaps(audit: Audit): ReadonlyMap<string, readonly Finding[]> {
  const byItem = new Map<string, Finding[]>();
  for (const finding of audit.findings) {
    if (finding.kind !== 'coverage/item-missing' && finding.kind !== 'coverage/item-gap') continue;
    for (const item of finding.items) byItem.set(item, [...(byItem.get(item) ?? []), finding]);
  }
  return byItem;
}

function dueAt(index: WorkspaceIndex, { stepType, nextAction }: CoveragePlace): string {
  const step = nameOfStep(index, stepTypeId(stepType));
  if (nextAction === null) return step;
  return `${step} (“${index.nextActions.get(nextActionId(nextAction))?.label || nextAction}”)`;
}

/** "Recorded on no route to Referral and 2 more places." */
function sentenceOf(index: WorkspaceIndex, { places }: ItemCoverage): string {
  const short = places.filter((place) => place.status !== 'always');
  const [worst] = [...short.filter((place) => place.status === 'never'), ...short];
  if (worst === undefined) return '';
  const how = worst.status === 'never' ? 'Recorded on no route' : 'Recorded on some routes only';
  const more = short.length - 1;
  const others = more === 0 ? '' : ` and ${more} more ${more === 1 ? 'place' : 'places'}`;
  return `${how} to ${dueAt(index, worst)}${others}.`;
}

function toGap(index: WorkspaceIndex, coverage: ItemCoverage, findings: readonly Finding[]): Gap {
  const open = findings.filter((finding) => finding.decision === null);
  const [worst] = (open.length > 0 ? open : findings).toSorted((a, b) => rank(a) - rank(b));
  const item = index.items.get(itemId(coverage.item));
  return {
    item: itemId(coverage.item),
    name: item?.name || coverage.tag,
    tag: coverage.tag,
    cbds: coverage.cbds,
    status: coverage.status,
    severity: worst?.severity ?? 'info',
    finding: worst?.id ?? null,
    decided: findings.length > 0 && open.length === 0,
    sentence: sentenceOf(index, coverage),
  };
}

/** Items missing or with gaps, worst first: undecided, then by severity, missing before gaps, then as in the return. */
export function worstGaps(index: WorkspaceIndex, audit: Audit): readonly Gap[] {
  const findings = findingsOfGaps(audit);
  const gaps = audit.coverage
    .filter(({ status }) => status === 'missing' || status === 'gaps')
    .map((coverage) => toGap(index, coverage, findings.get(coverage.item) ?? []));
  return gaps.toSorted(
    (a, b) =>
      Number(a.decided) - Number(b.decided) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      Number(a.status === 'gaps') - Number(b.status === 'gaps'),
  );
}
