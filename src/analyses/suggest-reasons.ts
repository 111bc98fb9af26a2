import { assertNever } from '#model/assert.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { describeForm, describeQuestion } from './describe.ts';
import { readCode } from './suggest-codes.ts';
import type { Asked, Evidence } from './suggest-evidence.ts';
import type { Origin } from './suggest-profiles.ts';
import { nearness, type Scales, wantedItems } from './suggest-score.ts';

function describeOrigin(index: WorkspaceIndex, origin: Origin, name: string): string {
  switch (origin.kind) {
    case 'name':
      return `the fact’s name, “${name}”`;
    case 'item':
      return `the item ${origin.item.tag}, “${origin.item.name}”`;
    case 'answer':
      return `the answer “${origin.label}” of ${origin.codeSet}`;
    case 'question':
      return `${describeQuestion(origin.question)} on ${describeForm(index, origin.question.form)}, which is mapped to it`;
    default:
      return assertNever(origin);
  }
}

function wordingReason(index: WorkspaceIndex, { profile, wording, wordedLike }: Evidence): readonly string[] {
  if (wordedLike === null) return [];
  const how = wording > 0.95 ? 'the same words as' : wording >= 0.6 ? 'worded much like' : 'worded somewhat like';
  return [`${how} ${describeOrigin(index, wordedLike, profile.fact.name)}`];
}

/** Says the section or form where it, and not the text, names the work that the fact belongs to. */
function aroundReason({ profile }: Evidence, asked: Asked, scales: Scales): readonly string[] {
  if (profile.anchors.length === 0 || nearness(profile, asked, scales.weigh) < 0.5) return [];
  const work = profile.fact.id.split('.')[0]?.replaceAll('-', ' ') ?? '';
  const named = nearness(
    profile,
    { ...asked, around: { words: new Set(), marks: new Set(), work: new Set() } },
    scales.weigh,
  );
  return named >= 0.5 ? [] : [`the section or form is about the ${work}`];
}

function codeReasons(index: WorkspaceIndex, { code, sameCode }: Evidence, asked: Asked): readonly string[] {
  if (sameCode !== null) return [`the same user code is mapped to it on ${describeForm(index, sameCode.form)}`];
  return code === 0 ? [] : [`the user code reads “${readCode(asked.question.code)}”`];
}

const answersReason = ({ answers }: Evidence): readonly string[] =>
  answers === null ? [] : [`${answers.found} of its ${answers.of} answers are in the code set ${answers.codeSet}`];

function typeReason({ profile }: Evidence, asked: Asked): readonly string[] {
  const { type } = asked.question;
  if (profile.holds.has('date') && (type === 'date' || type === 'date-time')) return ['it asks for a date'];
  return profile.holds.has('number') && type === 'number' ? ['it asks for a number'] : [];
}

function returnReason({ profile }: Evidence, { wanted }: Scales): readonly string[] {
  const tags = [...new Set(wantedItems(profile, wanted).map(({ tag, id }) => tag || id))];
  return wanted === null || tags.length === 0 ? [] : [`${wanted.id} needs it for ${tags.join(', ')}`];
}

/** Why a fact is proposed, in phrases, what weighs most first. */
export function describeEvidence(
  index: WorkspaceIndex,
  evidence: Evidence,
  asked: Asked,
  scales: Scales,
): readonly string[] {
  return [
    ...wordingReason(index, evidence),
    ...codeReasons(index, evidence, asked),
    ...answersReason(evidence),
    ...aroundReason(evidence, asked, scales),
    ...typeReason(evidence, asked),
    ...returnReason(evidence, scales),
  ];
}
