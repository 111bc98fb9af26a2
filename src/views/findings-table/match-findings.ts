import { describeKind, topicOf } from '#diagram/finding-words.ts';
import type { Finding } from '#model/finding.ts';
import { formId, type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Review } from '#model/workspace.ts';
import type { DecidedChoice, FindingsFilters } from './findings-query.ts';

/** True for what is only offered, such as questions that are worded alike: not counted among what is to be decided. */
export const isSuggestion = (finding: Finding): boolean => finding.severity === 'info';

/** The findings with the decisions as they are now; the audit's own are, for a moment, those before the last edit. */
export function withReviews(findings: readonly Finding[], reviews: ReadonlyMap<string, Review>): readonly Finding[] {
  return findings.map((finding) => {
    const review = reviews.get(finding.id);
    if (review === undefined) return finding.decision === null ? finding : { ...finding, decision: null };
    const { decision, reason, by, on } = review;
    const was = finding.decision;
    const isSame = was?.decision === decision && was.reason === reason && was.by === by && was.on === on;
    return isSame ? finding : { ...finding, decision: { decision, reason, by, on } };
  });
}

function findSteps(stepsOfForm: WorkspaceIndex['stepsOfForm'], { places }: Finding): readonly StepTypeId[] {
  const named = places.flatMap(({ stepType }) => (stepType === undefined ? [] : [stepTypeId(stepType)]));
  if (named.length > 0) return named;
  const forms = places.flatMap(({ form }) => (form === undefined ? [] : [formId(form)]));
  return forms.flatMap((form) => (stepsOfForm.get(form) ?? []).map((activity) => activity.stepType));
}

interface KnownSteps {
  readonly of: WorkspaceIndex['stepsOfForm'];
  readonly steps: readonly StepTypeId[];
}

/** Thousands of findings are asked for their steps at every filter, sorting and grouping. */
const knownSteps = new WeakMap<Finding, KnownSteps>();

/** The steps a finding is about: those of its places, or else those that carry its forms. */
export function stepsAbout({ stepsOfForm }: WorkspaceIndex, finding: Finding): readonly StepTypeId[] {
  const known = knownSteps.get(finding);
  if (known?.of === stepsOfForm) return known.steps;
  const steps = findSteps(stepsOfForm, finding);
  knownSteps.set(finding, { of: stepsOfForm, steps });
  return steps;
}

const texts = new WeakMap<Finding, string>();

function textOf(finding: Finding): string {
  const known = texts.get(finding);
  if (known !== undefined) return known;
  const { decision } = finding;
  const said = decision === null ? '' : `${decision.decision} ${decision.reason} ${decision.by}`;
  const text = [describeKind(finding.kind), finding.message, finding.id, said].join('\n').toLowerCase();
  texts.set(finding, text);
  return text;
}

function matchesDecided(finding: Finding, wanted: DecidedChoice | ''): boolean {
  if (wanted === '') return true;
  if (wanted === 'gone') return false;
  if (wanted === 'undecided') return finding.decision === null;
  if (wanted === 'to-decide') return finding.decision === null && !isSuggestion(finding);
  if (wanted === 'decided') return finding.decision !== null;
  return finding.decision?.decision === wanted;
}

type Test = (finding: Finding) => boolean;

/** What a finding itself says, each with the filter that asks for it. */
function ownTests(filters: FindingsFilters): readonly (readonly [string, Test])[] {
  const words = filters.text.trim().toLowerCase();
  return [
    [filters.kind, (finding) => finding.kind === filters.kind],
    [filters.topic, (finding) => topicOf(finding.kind) === filters.topic],
    [filters.severity, (finding) => finding.severity === filters.severity],
    [filters.certainty, (finding) => (finding.certainty ?? 'none') === filters.certainty],
    [filters.decided, (finding) => matchesDecided(finding, filters.decided)],
    [filters.fact, (finding) => finding.fact === filters.fact],
    [filters.item, (finding) => finding.items.some((item) => item === filters.item)],
    [words, (finding) => textOf(finding).includes(words)],
  ];
}

/** What the steps say that a finding is about. */
function stepTests(index: WorkspaceIndex, { lane, team, step }: FindingsFilters): readonly (readonly [string, Test])[] {
  const about = (finding: Finding): ReturnType<typeof stepsAbout> => stepsAbout(index, finding);
  return [
    [lane, (finding) => about(finding).some((id) => index.stepTypes.get(id)?.workflow === lane)],
    [team, (finding) => about(finding).some((id) => index.stepTypes.get(id)?.team === team)],
    [step, (finding) => about(finding).some((id) => id === step)],
  ];
}

/** The findings that pass every filter. Text is looked for in the sentence, the kind, the keys and the decision. */
export function matchFindings(
  index: WorkspaceIndex,
  findings: readonly Finding[],
  filters: FindingsFilters,
): readonly Finding[] {
  const asked = [...ownTests(filters), ...stepTests(index, filters)].flatMap(([word, test]) =>
    word === '' ? [] : [test],
  );
  return asked.length === 0 ? findings : findings.filter((finding) => asked.every((test) => test(finding)));
}

/** How far deciding has come: of the findings that are no suggestions, how many somebody has decided. */
export interface DecidingProgress {
  readonly decided: number;
  readonly all: number;
}

export function progressOf(findings: readonly Finding[]): DecidingProgress {
  const counted = findings.filter((finding) => !isSuggestion(finding));
  return { decided: counted.filter((finding) => finding.decision !== null).length, all: counted.length };
}
