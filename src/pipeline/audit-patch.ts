import type { Audit } from '#model/audit.ts';
import { isSame } from '#model/is-same.ts';

/** A list as changes of another: the place of a member that stood there already, or a new member. */
type ListPatch<Value> = readonly (number | Value)[];

/** An audit as changes of the one before: most of a large audit stays as it was when one thing is edited. */
export interface AuditPatch {
  readonly rest: Omit<Audit, 'findings' | 'coverage' | 'steps' | 'figures'>;
  readonly findings: ListPatch<Audit['findings'][number]>;
  readonly coverage: ListPatch<Audit['coverage'][number]>;
  readonly steps: ListPatch<Audit['steps'][number]>;
  /** The figures without what they say field by field. */
  readonly figures: Audit['figures'];
  readonly fields: ListPatch<Audit['figures']['time']['fields'][number]>;
}

/** A member is looked for under the same key, or at the same place where it has none. */
function patchList<Value extends object>(
  before: readonly Value[],
  after: readonly Value[],
  key: (value: Value) => string,
): ListPatch<Value> {
  const places = new Map(before.map((value, place) => [key(value), place]));
  return after.map((value) => {
    const place = places.get(key(value));
    return place !== undefined && isSame(before[place], value) ? place : value;
  });
}

const patched = <Value>(before: readonly Value[], patch: ListPatch<Value>): readonly Value[] =>
  patch.flatMap((member) => {
    if (typeof member !== 'number') return [member];
    const old = before[member];
    return old === undefined ? [] : [old];
  });

const NOTHING = { findings: [], coverage: [], steps: [], fields: [] } as const;

/** What has changed from one audit to another; with no audit before, everything. */
export function toAuditPatch(before: Audit | null, after: Audit): AuditPatch {
  const { findings, coverage, steps, figures, ...rest } = after;
  const old = before === null ? NOTHING : { ...before, fields: before.figures.time.fields };
  return {
    rest,
    findings: patchList(old.findings, findings, (finding) => finding.id),
    coverage: patchList(old.coverage, coverage, ({ item, event }) => `${item}\n${event}`),
    steps: patchList(old.steps, steps, (step) => step.stepType),
    figures: { ...figures, time: { ...figures.time, fields: [] } },
    fields: patchList(old.fields, figures.time.fields, ({ form, question }) => `${form}\n${question}`),
  };
}

/** The audit that a patch tells of; what stood in the one before is the same value. */
export function fromAuditPatch(before: Audit | null, patch: AuditPatch): Audit {
  const { rest, figures } = patch;
  const old = before === null ? NOTHING : { ...before, fields: before.figures.time.fields };
  return {
    ...rest,
    findings: patched(old.findings, patch.findings),
    coverage: patched(old.coverage, patch.coverage),
    steps: patched(old.steps, patch.steps),
    figures: { ...figures, time: { ...figures.time, fields: patched(old.fields, patch.fields) } },
  };
}
