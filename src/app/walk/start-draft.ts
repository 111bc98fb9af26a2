import type { PlayedCase } from '#cases/played-case.ts';
import type { CaseInput, HeldValue } from '#machine/case-values.ts';
import { isEmpty, screenKey } from '#machine/step-values.ts';
import { addWorkingDays, isWorkingDay } from '#model/dates.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { HeldValues } from '#views/walk-frame/held-form.tsx';
import { keyOfField } from '#views/walk-frame/held-form.tsx';
import { type HeldField, heldFields } from '#walk/held-fields.ts';
import { inventedPerson } from '#walk/invented-person.ts';

/** A person record as it is being written. */
export interface PersonDraft {
  readonly values: HeldValues;
  /** One brother or sister a line. */
  readonly siblings: string;
  readonly on: string;
}

const valuesOf = (held: readonly HeldValue[]): HeldValues =>
  Object.fromEntries(held.map(({ kind, ref, value }) => [screenKey(kind, ref), value]));

/** The day on which a case begins unless somebody says otherwise. */
export function firstDay({ workspace, dataReturn }: WorkspaceIndex, today: string): string {
  const day = workspace.manifest.asAt || dataReturn?.period.from || today;
  return isWorkingDay(day) ? day : addWorkingDays(day, 1);
}

/** An invented person to begin with. */
export function inventedDraft(index: WorkspaceIndex, today: string, number: number): PersonDraft {
  const on = firstDay(index, today);
  return { values: valuesOf(inventedPerson(heldFields(index), on, number)), siblings: '', on };
}

/** The person record of a case, to be changed. */
export const draftOf = ({ input }: PlayedCase): PersonDraft => ({
  values: valuesOf(input.held),
  siblings: (input.siblings ?? []).join('\n'),
  on: input.on,
});

/** What is known when a case begins, as it was written. What a case held of fields that the workspace lacks now stays. */
export function inputOf(
  fields: readonly HeldField[],
  { values, siblings, on }: PersonDraft,
  before?: CaseInput,
): CaseInput {
  const known = new Set(fields.map(keyOfField));
  const written = fields.flatMap((field): readonly HeldValue[] => {
    const value = values[keyOfField(field)];
    return value === undefined || isEmpty(value) ? [] : [{ kind: field.kind, ref: field.ref, value }];
  });
  const others = (before?.held ?? []).filter(({ kind, ref }) => !known.has(screenKey(kind, ref)));
  const names = siblings.split('\n').map((name) => name.trim());
  const named = names.filter((name) => name !== '');
  return { held: [...written, ...others], on, ...(named.length === 0 ? {} : { siblings: named }) };
}
