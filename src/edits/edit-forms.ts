import { type FormId, formId } from '#model/ids.ts';
import type { Form, NextAction, RowRef, StepForm, StepType, Workspace } from '#model/workspace.ts';
import type { Change, Edit } from '#workspace/apply-edit.ts';
import { formatRules } from '#workspace/rules.ts';
import { FORMS, STEP_FORMS } from '#workspace/shapes-workflows.ts';
import { removeRows, setCells } from './cells.ts';
import { newKey } from './new-key.ts';

/** The key that a new form gets. */
export const keyOfForm = ({ forms }: Workspace, title: string): FormId =>
  formId(
    newKey(
      title,
      forms.map((form) => form.id),
    ),
  );

/** Adds a form without questions; with a step, it stands on it at once. */
export function addForm(workspace: Workspace, title: string, step: StepType | null): Edit {
  const key = keyOfForm(workspace, title);
  const form: Change = { kind: 'add', file: FORMS.file, rows: [{ form: key, title }] };
  if (step === null) return { name: `add the form “${title}”`, changes: [form] };
  const activity = { step_type: step.id, form: key, mandatory: 'Y', kind: 'form' };
  return {
    name: `add the form “${title}” to “${step.name}”`,
    changes: [form, { kind: 'add', file: STEP_FORMS.file, rows: [activity] }],
  };
}

/** Changes cells of a form. */
export const setForm = (form: Form, cells: Readonly<Partial<Record<'title' | 'version' | 'notes', string>>>): Edit => ({
  name: `change the form “${form.title || form.id}”`,
  changes: [setCells(form.at, cells)],
});

/** What says something of a form on one step, and would mean nothing there without it. */
export interface HangingOnActivity {
  readonly sources: readonly RowRef[];
  readonly usage: readonly RowRef[];
  /** Next actions of the step that a rule makes mandatory by a question of the form, where it stands nowhere else on it. */
  readonly ruled: readonly NextAction[];
}

const isRuledBy = ({ rules }: NextAction, form: FormId): boolean =>
  rules.some((rule) => rule.kind === 'mandatory-if' && rule.form === form);

export function hangingOnActivity(workspace: Workspace, { stepType, form, at }: StepForm): HangingOnActivity {
  const { sources, usage, nextActions, stepForms } = workspace;
  const isDoubled = stepForms.some((other) => other.stepType === stepType && other.form === form && other.at !== at);
  if (isDoubled) return { sources: [], usage: [], ruled: [] };
  const isHere = (row: { readonly stepType: unknown; readonly form: FormId | null }): boolean =>
    row.stepType === stepType && row.form === form;
  return {
    sources: sources.filter(isHere).map((source) => source.at),
    usage: usage.filter(isHere).map((row) => row.at),
    ruled: nextActions.filter((action) => action.from === stepType && isRuledBy(action, form)),
  };
}

/** Takes a form off a step, with what is said of it there and the rules that ask its questions. */
export function takeFormOff(workspace: Workspace, activity: StepForm): Edit {
  const { sources, usage, ruled } = hangingOnActivity(workspace, activity);
  const rules = ruled.map((action) => {
    const kept = action.rules.filter((rule) => rule.kind !== 'mandatory-if' || rule.form !== activity.form);
    return setCells(action.at, { rules: formatRules(kept) });
  });
  const title = workspace.forms.find((form) => form.id === activity.form)?.title || activity.form;
  return {
    name: `take the form “${title}” off its step`,
    changes: [...rules, ...removeRows([activity.at, ...sources, ...usage])],
  };
}
