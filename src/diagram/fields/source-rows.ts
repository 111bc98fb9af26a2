import type { Item } from '#model/data-return.ts';
import type { Finding, Problem } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Fact, Source } from '#model/workspace.ts';
import type { CellTexts } from './field-column.ts';
import type { RowsFrom } from './question-rows.ts';
import { findingsByFact, problemsByRow } from './row-lookups.ts';
import { sameFindings, settleRow } from './settle-row.ts';

/** A source of any kind with what is known of it. */
export interface SourceRow {
  readonly kind: 'source';
  readonly key: string;
  readonly source: Source;
  readonly texts: CellTexts;
  readonly fact: Fact | null;
  /** Where the fact is recorded, in words. */
  readonly place: string;
  readonly items: readonly Item[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

export const SOURCES_FILE = 'mappings/sources.csv';
const NONE: readonly never[] = [];
const PARTS = [
  'texts',
  'fact',
  'place',
  'items',
  'findings',
  'problems',
] as const satisfies readonly (keyof SourceRow)[];

/** What tells a source from every other. */
export const sourceKey = ({ fact, kind, stepType, form, question, ref }: Source): string =>
  [fact, kind, stepType ?? '', form ?? '', question ?? '', ref].join('|');

const latest = new WeakMap<Source, SourceRow>();

const names = (source: Source, finding: Finding): boolean =>
  source.form === null ||
  finding.places.some((place) => place.form === source.form && place.question === source.question);

/** What a source's place is called: the step, the form and the question, or what it refers to. */
function placeOf(index: WorkspaceIndex, source: Source): string {
  const step = source.stepType === null ? '' : index.stepTypes.get(source.stepType)?.name || source.stepType;
  const question =
    source.form === null || source.question === null
      ? ''
      : index.questions.get(`${source.form}/${source.question}`)?.text || source.question;
  return [step, question, source.kind === 'step-date' ? `date ${source.ref}` : source.ref]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A row for every source, in the order of the file. */
export function sourceRows({ index, audit, problems, textsAt }: RowsFrom): readonly SourceRow[] {
  const findings = findingsByFact(audit);
  const faults = problemsByRow(problems, SOURCES_FILE);
  return index.workspace.sources.map((source): SourceRow => {
    const before = latest.get(source);
    const found = (findings?.get(source.fact) ?? NONE).filter((finding) => names(source, finding));
    const row: SourceRow = {
      kind: 'source',
      key: sourceKey(source),
      source,
      texts: textsAt(source.at),
      fact: index.facts.get(source.fact) ?? null,
      place: placeOf(index, source),
      items: source.use === 'feeds' ? (index.itemsOfFact.get(source.fact) ?? NONE) : NONE,
      findings: before !== undefined && sameFindings(before.findings, found) ? before.findings : found,
      problems: faults.get(source.at.row) ?? NONE,
    };
    const settled = settleRow<SourceRow>(before, row, PARTS);
    latest.set(source, settled);
    return settled;
  });
}
