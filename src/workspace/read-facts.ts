import { type FactId, factId } from '#model/ids.ts';
import { FACT_KINDS, SCOPES, SUBJECTS } from '#model/words.ts';
import type { Fact, RowRef } from '#model/workspace.ts';
import type { Line } from './line.ts';
import * as cell from './line.ts';
import { keyedLines } from './names.ts';
import { quoted } from './problems.ts';

/** Facts by key, shipped ones first, and the rows that gave none. */
export interface ReadFacts {
  readonly facts: ReadonlyMap<FactId, Fact>;
  readonly leftOut: ReadonlyMap<string, RowRef>;
}

function factOf(line: Line, key: string, shipped: boolean): Fact | undefined {
  const subject = cell.wordOf(line, 'subject', SUBJECTS, 'child');
  const scope = cell.neededWordOf(line, 'scope', SCOPES);
  const kind = cell.wordOf(line, 'kind', FACT_KINDS, 'static');
  if (scope === undefined) return undefined;
  return {
    id: factId(key),
    name: cell.textOf(line, 'name'),
    subject,
    scope,
    kind,
    protected: cell.textOf(line, 'protected'),
    definition: cell.textOf(line, 'definition'),
    shipped,
    at: line.at,
  };
}

const saysTheSame = (one: Fact, other: Fact): boolean =>
  JSON.stringify({ ...one, at: 0, shipped: 0 }) === JSON.stringify({ ...other, at: 0, shipped: 0 });

function tellStandsIn(line: Line, fact: Fact, standing: Fact): void {
  const whose = standing.shipped
    ? 'the one the product ships'
    : `the one in ${standing.at.file}, row ${standing.at.row}`;
  cell.warnAt(
    line,
    'fact',
    `The fact ${quoted(fact.id)} stands in for ${whose}. Give it another key if it is another fact.`,
  );
}

/** Adds the facts of one file to those already read; one with a key already read stands in for it, with a warning. */
export function readFacts(lines: readonly Line[], before: ReadFacts | null, shipped: boolean): ReadFacts {
  const facts = new Map(before?.facts);
  const leftOut = new Map(before?.leftOut);
  for (const { line, key } of keyedLines(lines, ['fact'])) {
    const fact = factOf(line, key, shipped);
    const standing = facts.get(factId(key));
    if (fact === undefined) leftOut.set(key, line.at);
    else if (standing === undefined || !saysTheSame(fact, standing)) {
      if (standing !== undefined) tellStandsIn(line, fact, standing);
      facts.set(fact.id, fact);
    }
  }
  return { facts, leftOut };
}
