import type { FactId, FormId, QuestionCode, StepTypeId } from '#model/ids.ts';
import type { SourceKind, Use } from '#model/words.ts';
import type { Source, Workspace } from '#model/workspace.ts';
import type { Edit } from '#workspace/apply-edit.ts';
import { SOURCES } from '#workspace/shapes-mappings.ts';
import type { Author } from './author.ts';
import { setCells } from './cells.ts';

/** A recording place that a person names for a fact. Members that its kind has no use for are null or empty. */
export interface NewSource {
  readonly fact: FactId;
  readonly kind: SourceKind;
  readonly stepType: StepTypeId | null;
  readonly form: FormId | null;
  readonly question: QuestionCode | null;
  readonly ref: string;
  readonly use: Use;
  /** Its place among those that feed, as text; empty: not said. */
  readonly order: string;
  readonly why: string;
}

function isSamePlace(one: NewSource, other: Source): boolean {
  // A next action belongs to one step only, whether the row names it or not.
  const isAtStep = one.kind === 'next-action' || one.stepType === other.stepType;
  return (
    one.fact === other.fact &&
    one.kind === other.kind &&
    isAtStep &&
    one.form === other.form &&
    one.question === other.question &&
    one.ref === other.ref
  );
}

/** Says that a fact is recorded at a place, confirmed by a person; where the place has a row already, that says so now. */
export function addSource(workspace: Pick<Workspace, 'sources'>, wanted: NewSource, author: Author): Edit {
  const { fact, kind, stepType, form, question, ref, use, order, why } = wanted;
  const said = { use, order, status: 'confirmed', ...author, why };
  const standing = workspace.sources.find((source) => isSamePlace(wanted, source));
  const name = `add a source of ${fact}`;
  if (standing !== undefined) return { name, changes: [setCells(standing.at, said)] };
  const place = { step_type: stepType ?? '', form: form ?? '', question: question ?? '', ref };
  return { name, changes: [{ kind: 'add', file: SOURCES.file, rows: [{ fact, kind, ...place, ...said }] }] };
}
