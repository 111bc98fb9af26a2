import type { Audit } from '#model/audit.ts';
import type { FieldTime } from '#model/figures.ts';
import type { Finding, Problem } from '#model/finding.ts';
import type { Suggestion, Suggestions } from '#model/suggestion.ts';

/** Works something out once for each value, and gives the same again for the same value. */
function once<From extends object, To>(work: (from: From) => To): (from: From | null) => To | null {
  const kept = new WeakMap<From, { readonly to: To }>();
  return (from) => {
    if (from === null) return null;
    const known = kept.get(from) ?? { to: work(from) };
    kept.set(from, known);
    return known.to;
  };
}

/** Findings by the questions they name, `form/user code`, each finding once. */
export const findingsByQuestion: (audit: Audit | null) => ReadonlyMap<string, readonly Finding[]> | null = once(
  (audit: Audit) => {
    const found = new Map<string, Finding[]>();
    for (const finding of audit.findings) {
      for (const { form, question } of finding.places) {
        if (form === undefined || question === undefined) continue;
        const key = `${form}/${question}`;
        const own = found.get(key);
        if (own === undefined) found.set(key, [finding]);
        else if (own.at(-1) !== finding) own.push(finding);
      }
    }
    return found;
  },
);

/** Findings by the fact they are about. */
export const findingsByFact: (audit: Audit | null) => ReadonlyMap<string, readonly Finding[]> | null = once(
  (audit: Audit) => {
    const found = new Map<string, Finding[]>();
    for (const finding of audit.findings) {
      const own = found.get(finding.fact);
      if (own === undefined) found.set(finding.fact, [finding]);
      else own.push(finding);
    }
    return found;
  },
);

/** The modelled time of each question. */
export const timesByQuestion: (audit: Audit | null) => ReadonlyMap<string, FieldTime> | null = once(
  (audit: Audit) => new Map(audit.figures.time.fields.map((time) => [`${time.form}/${time.question}`, time])),
);

/** Facts proposed for each question, best first. */
export const suggestionsByQuestion: (
  suggestions: Suggestions | null,
) => ReadonlyMap<string, readonly Suggestion[]> | null = once(
  (all: Suggestions) => new Map(all.questions.map((one) => [`${one.form}/${one.question}`, one.suggestions])),
);

/** Problems of one file by their row. */
export function problemsByRow(problems: readonly Problem[], file: string): ReadonlyMap<number, readonly Problem[]> {
  const found = new Map<number, Problem[]>();
  for (const problem of problems) {
    if (problem.file !== file) continue;
    const own = found.get(problem.row);
    if (own === undefined) found.set(problem.row, [problem]);
    else own.push(problem);
  }
  return found;
}
