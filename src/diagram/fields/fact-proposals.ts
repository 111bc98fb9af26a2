import type { FactId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Suggestion } from '#model/suggestion.ts';
import type { Fact, Question, Source } from '#model/workspace.ts';

/** A fact proposed for a question, and why. `score` runs from 0 to 1; null where nothing was scored. */
export interface FactProposal {
  readonly fact: Fact;
  readonly score: number | null;
  readonly reasons: readonly string[];
}

/** A question of another form that is asked alike, and a fact it was mapped to. */
export interface Elsewhere {
  readonly fact: FactId;
  readonly question: Question;
  readonly alike: 'user code' | 'wording';
}

const wordingOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

interface Twins {
  readonly byCode: ReadonlyMap<string, readonly Question[]>;
  readonly byWording: ReadonlyMap<string, readonly Question[]>;
}

const twins = new WeakMap<readonly Question[], Twins>();

function twinsIn(questions: readonly Question[]): Twins {
  const known = twins.get(questions) ?? {
    byCode: groupBy(questions, ({ code }) => code.toLowerCase()),
    byWording: groupBy(questions, ({ text }) => wordingOf(text) || null),
  };
  twins.set(questions, known);
  return known;
}

const stands = ({ status }: Source): boolean => status === 'confirmed' || status === 'suggested';

/** What the same question was mapped to on other forms: the same user code first, then the same wording. */
export function mappedElsewhere(index: WorkspaceIndex, question: Question): readonly Elsewhere[] {
  const { byCode, byWording } = twinsIn(index.workspace.questions);
  const found = new Map<string, Elsewhere>();
  function take(others: readonly Question[], alike: Elsewhere['alike']): void {
    for (const other of others) {
      if (other === question) continue;
      const sources = index.sourcesOfQuestion.get(questionKey(other.form, other.code)) ?? [];
      for (const { fact } of sources.filter(stands)) {
        const key = `${fact}|${other.form}`;
        if (!found.has(key)) found.set(key, { fact, question: other, alike });
      }
    }
  }
  take(byCode.get(question.code.toLowerCase()) ?? [], 'user code');
  take(byWording.get(wordingOf(question.text)) ?? [], 'wording');
  return [...found.values()];
}

const reasonFor = ({ question, alike }: Elsewhere): string => `the same ${alike} on ${question.form} was mapped to it`;

/** Every fact proposed for a question that it is not a source of yet: as suggested, then as mapped elsewhere. */
export function factProposals(
  index: WorkspaceIndex,
  question: Question,
  suggestions: readonly Suggestion[],
): readonly FactProposal[] {
  const sources = index.sourcesOfQuestion.get(questionKey(question.form, question.code)) ?? [];
  const taken = new Set(sources.map(({ fact }) => fact));
  const elsewhere = groupBy(mappedElsewhere(index, question), ({ fact }) => fact);
  const facts = new Set([...suggestions.map(({ fact }) => fact), ...elsewhere.keys()]);
  return [...facts].flatMap((id): readonly FactProposal[] => {
    const fact = index.facts.get(id);
    if (fact === undefined || taken.has(id)) return [];
    const suggestion = suggestions.find((one) => one.fact === id);
    const others = (elsewhere.get(id) ?? []).slice(0, 2).map(reasonFor);
    // The suggestions name such questions among their reasons themselves.
    const reasons = suggestion === undefined ? others : suggestion.reasons;
    return [{ fact, score: suggestion?.score ?? null, reasons }];
  });
}
