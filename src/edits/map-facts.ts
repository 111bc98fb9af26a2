import type { FactId, FormId, QuestionCode } from '#model/ids.ts';
import type { FactKind, MappingStatus, Scope, Subject } from '#model/words.ts';
import type { Source, Workspace } from '#model/workspace.ts';
import type { Change, Edit } from '#workspace/apply-edit.ts';
import type { Author } from './author.ts';
import { counted } from './cells.ts';
import { type CellEdit, cellChanges, cellsOfRow } from './written-rows.ts';

const SOURCES = 'mappings/sources.csv';
const FACTS = 'mappings/facts.csv';

/** A question and the fact that it is said to record. */
export interface FactMapping {
  readonly form: FormId;
  readonly question: QuestionCode;
  readonly fact: FactId;
  /** Why; empty keeps the reason that stands there. */
  readonly why: string;
}

const placeOf = ({ form, question, fact }: Pick<Source, 'form' | 'question' | 'fact'>): string =>
  [fact, form, question].join('\n');

/** The rows of sources.csv that say so now: changed where a row stands there already, otherwise added. */
function mappingChanges(
  { sources }: Pick<Workspace, 'sources'>,
  mappings: readonly FactMapping[],
  status: MappingStatus,
  author: Author,
): readonly Change[] {
  const standing = new Map<string, Source[]>();
  for (const source of sources) {
    if (source.kind !== 'question') continue;
    const own = standing.get(placeOf(source));
    if (own === undefined) standing.set(placeOf(source), [source]);
    else own.push(source);
  }
  const wanted = [...new Map(mappings.map((mapping) => [placeOf(mapping), mapping])).values()];
  const cells = wanted.flatMap((mapping): readonly CellEdit[] => {
    const why = mapping.why === '' ? {} : { why: mapping.why };
    const own = standing.get(placeOf(mapping)) ?? [];
    return own.flatMap(({ at }) => cellsOfRow(at, { status, ...author, ...why }));
  });
  const rows = wanted
    .filter((mapping) => !standing.has(placeOf(mapping)))
    .map(({ fact, form, question, why }) => ({ fact, kind: 'question', form, question, status, ...author, why }));
  const added: readonly Change[] = rows.length === 0 ? [] : [{ kind: 'add', file: SOURCES, rows }];
  return [...cellChanges(cells), ...added];
}

const factsOf = (mappings: readonly FactMapping[]): string => {
  const facts = [...new Set(mappings.map(({ fact }) => fact))];
  return facts.length === 1 ? String(facts[0]) : counted(facts.length, 'fact');
};

const questionsOf = (mappings: readonly FactMapping[]): string =>
  mappings.length === 1 ? String(mappings[0]?.question) : counted(mappings.length, 'question');

/** Says that questions record facts: confirmed, with who, when and why. */
export const mapQuestions = (
  workspace: Pick<Workspace, 'sources'>,
  mappings: readonly FactMapping[],
  author: Author,
): Edit => ({
  name: `map ${questionsOf(mappings)} to ${factsOf(mappings)}`,
  changes: mappingChanges(workspace, mappings, 'confirmed', author),
});

/** Says that questions do not record facts that were proposed for them. */
export const rejectFacts = (
  workspace: Pick<Workspace, 'sources'>,
  mappings: readonly FactMapping[],
  author: Author,
): Edit => ({
  name: `reject ${factsOf(mappings)} for ${questionsOf(mappings)}`,
  changes: mappingChanges(workspace, mappings, 'ignored', author),
});

/** Flags mappings that somebody has to look at again, or proposals that nobody could decide. */
export const flagFacts = (
  workspace: Pick<Workspace, 'sources'>,
  mappings: readonly FactMapping[],
  author: Author,
): Edit => ({
  name: `flag ${factsOf(mappings)} on ${questionsOf(mappings)}`,
  changes: mappingChanges(workspace, mappings, 'flagged', author),
});

/** A fact of the council's own. */
export interface NewFact {
  readonly fact: FactId;
  readonly name: string;
  readonly subject: Subject;
  readonly scope: Scope;
  readonly kind: FactKind;
  readonly definition: string;
}

/** Adds a fact of the council's own and maps questions to it, in one step. */
export function createFact(
  workspace: Pick<Workspace, 'sources'>,
  { fact, name, subject, scope, kind, definition }: NewFact,
  mappings: readonly FactMapping[],
  author: Author,
): Edit {
  const row = { fact, name, subject, scope, kind, definition };
  const added: Change = { kind: 'add', file: FACTS, rows: [row] };
  const mapped = mappings.length === 0 ? '' : ` and map ${questionsOf(mappings)} to it`;
  return {
    name: `add the fact ${fact}${mapped}`,
    changes: [added, ...mappingChanges(workspace, mappings, 'confirmed', author)],
  };
}
