import type { DrawOptions } from '#diagram/draw-map.ts';
import { type FormId, formId, type StepTypeId, stepTypeId } from '#model/ids.ts';

/** The open steps; for each, which of its forms are open to their questions. */
export type OpenSteps = NonNullable<DrawOptions['open']>;

const NO_FORMS: ReadonlySet<FormId> = new Set();

const escapeKey = (key: string): string => encodeURIComponent(key);

function unescapeKey(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    // A broken address names a key that nothing has.
    return key;
  }
}

/** Reads `STEP,STEP:FORM+FORM`. */
export function readOpen(word: string): OpenSteps {
  const entries = word.split(',').filter((part) => part !== '');
  return new Map(
    entries.map((entry) => {
      const [step = '', forms = ''] = entry.split(':');
      const open = forms.split('+').filter((form) => form !== '');
      return [stepTypeId(unescapeKey(step)), new Set(open.map((form) => formId(unescapeKey(form))))];
    }),
  );
}

export const writeOpen = (open: OpenSteps): string =>
  [...open]
    .map(([step, forms]) => {
      const said = [...forms].map(escapeKey).join('+');
      return said === '' ? escapeKey(step) : `${escapeKey(step)}:${said}`;
    })
    .join(',');

/** A step opened, or closed where it was open. */
export function withStepTurned(open: OpenSteps, step: StepTypeId): OpenSteps {
  const next = new Map(open);
  if (!next.delete(step)) next.set(step, NO_FORMS);
  return next;
}

/** A form of a step opened to its questions, or closed where it was open. */
export function withFormTurned(open: OpenSteps, step: StepTypeId, form: FormId): OpenSteps {
  const forms = new Set(open.get(step) ?? NO_FORMS);
  if (!forms.delete(form)) forms.add(form);
  return new Map(open).set(step, forms);
}

/** The step that opens or closes between two drawings, or one of its forms: what stays where it is. Null: none does. */
export function turnedStep(before: OpenSteps, after: OpenSteps): StepTypeId | null {
  const isSame = (step: StepTypeId): boolean => {
    const [one, other] = [before.get(step), after.get(step)];
    return one !== undefined && other !== undefined && [...one].join('\n') === [...other].join('\n');
  };
  return [...new Set([...after.keys(), ...before.keys()])].find((step) => !isSame(step)) ?? null;
}
