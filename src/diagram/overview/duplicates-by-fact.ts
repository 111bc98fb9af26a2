import { reachableSteps } from '#diagram/overlays/steps-of-place.ts';
import type { Audit } from '#model/audit.ts';
import type { FactId, StepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Fact, Source } from '#model/workspace.ts';

/** How many times over one fact is typed. */
export interface DuplicatedFact {
  readonly fact: FactId;
  readonly name: string;
  /** Typed places: one for each step, form and question. */
  readonly entries: number;
  /** Entries beyond the first. */
  readonly duplicates: number;
}

const mayRepeat = ({ kind, scope }: Fact): boolean => kind === 'judgement' || scope === 'step';

/** Entries that people ruled out as duplicates: fact, step (or blank: every step), question. */
function ruledOut(audit: Audit): ReadonlySet<string> {
  return new Set(
    audit.findings.flatMap(({ decision, fact, places: [own] }) =>
      decision?.decision !== 'not-a-duplicate' || own === undefined
        ? []
        : [[fact, own.stepType ?? '', own.form ?? '', own.question ?? ''].join('|')],
    ),
  );
}

/** The steps in which a source is a typed question. */
function typedIn(index: WorkspaceIndex, source: Source): readonly StepTypeId[] {
  const { form, question, stepType } = source;
  if (source.kind !== 'question' || form === null || question === null) return [];
  if (source.status === 'ignored' || source.use === 'supports') return [];
  if (index.questions.get(questionKey(form, question))?.entry !== 'typed') return [];
  const steps = (index.stepsOfForm.get(form) ?? []).map((activity) => activity.stepType);
  return steps.filter((step) => stepType === null || stepType === step);
}

/**
 * Facts typed more than once, most first. Counted as the audit counts: the duplicate entries of all facts together are
 * those of its summary.
 */
export function duplicatesByFact(index: WorkspaceIndex, audit: Audit): readonly DuplicatedFact[] {
  const [reachable, out] = [reachableSteps(audit), ruledOut(audit)];
  const counted = [...index.sourcesOfFact].flatMap(([id, sources]) => {
    const fact = index.facts.get(id);
    if (fact === undefined || mayRepeat(fact)) return [];
    const keys = new Set<string>();
    for (const source of sources) {
      const place = `${source.form ?? ''}|${source.question ?? ''}`;
      for (const step of typedIn(index, source)) {
        const isOut = out.has(`${id}|${step}|${place}`) || out.has(`${id}||${place}`);
        if (reachable.has(step) && !isOut) keys.add(`${step}|${place}`);
      }
    }
    return keys.size < 2 ? [] : [{ fact: id, name: fact.name || id, entries: keys.size, duplicates: keys.size - 1 }];
  });
  return counted.toSorted((a, b) => b.duplicates - a.duplicates);
}
