import { isCountedDuplicate } from '#diagram/overlays/overlay-duplicates.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding } from '#model/finding.ts';
import type { FactId, FormId, QuestionCode, StepTypeId } from '#model/ids.ts';
import type { ThreadDuplicate } from './thread.ts';

/** The duplicates of some facts, as the audit found them. */
export const duplicatesOf = (audit: Audit, facts: readonly FactId[]): readonly Finding[] =>
  audit.findings.filter(
    (finding) => finding.fact !== '' && facts.includes(finding.fact) && isCountedDuplicate(finding),
  );

function wordsOf({ kind, certainty }: Finding): string {
  const routes = certainty === 'every-route' ? 'on every route' : 'on some routes';
  if (kind === 'duplicate/on-form') return 'asked twice on this form';
  if (kind === 'duplicate/in-step') return `duplicate in this step, ${routes}`;
  if (kind === 'duplicate/per-child') return 'asked for each child, though it is the same for the family';
  return `duplicate ${routes}${certainty === 'every-route' ? ': pull forward' : ''}`;
}

/** A duplicate as its entry shows it. */
export function toThreadDuplicate(finding: Finding): ThreadDuplicate {
  const { id, certainty, decision } = finding;
  const tone = certainty === 'every-route' ? 'high' : 'medium';
  return {
    finding: id,
    certainty,
    decided: decision !== null,
    tone: decision === null ? tone : 'none',
    words: `${wordsOf(finding)}${decision === null ? '' : ` · decided: ${decision.decision.replaceAll('-', ' ')}`}`,
  };
}

/** An entry on a form, as far as duplicates tell it apart. */
export interface AskedIn {
  readonly fact: FactId;
  readonly step: StepTypeId | null;
  readonly form: FormId | null;
  readonly question: QuestionCode | null;
}

/** True where a finding's own place is this entry. */
export function isAbout({ fact, places: [own] }: Finding, entry: AskedIn): boolean {
  if (own === undefined || entry.question === null) return false;
  const sameStep = own.stepType === undefined || own.stepType === entry.step;
  return sameStep && own.form === entry.form && own.question === entry.question && fact === entry.fact;
}

/**
 * True where the value is surely known already: every route has recorded it before this step, or the same step records
 * it by itself, or in a question that stands before this one. `before` are the entries of the same step so far.
 */
export function isKnownAlready(finding: Finding, before: readonly AskedIn[]): boolean {
  const { kind, certainty, decision, places } = finding;
  const keeps = decision?.decision === 'not-a-duplicate' || decision?.decision === 'keep';
  if (certainty !== 'every-route' || keeps || decision?.decision === 'keep-and-explain') return false;
  if (kind === 'duplicate/on-route') return true;
  if (kind !== 'duplicate/in-step') return false;
  return places
    .slice(1)
    .some(
      (place) =>
        place.question === undefined ||
        before.some((asked) => asked.form === place.form && asked.question === place.question),
    );
}
