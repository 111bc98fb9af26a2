import type { DataReturn, Item } from '#model/data-return.ts';
import { namesFamily } from './suggest-codes.ts';
import type { Asked, Evidence } from './suggest-evidence.ts';
import type { Profile } from './suggest-profiles.ts';
import { typeFit } from './suggest-types.ts';
import type { Weigh } from './suggest-wordings.ts';
import { isTopic } from './wording.ts';

/*
 * The numbers below were set on the odd rows of `tests/analyses/labelled-wordings.csv` and nowhere else; what they reach
 * on the even rows is written in `suggest.md`.
 */
const STRENGTH = { wording: 0.97, code: 0.3, sameCode: 0.7, answers: 0.5, favour: 0.06, family: 0.12 };
const NOT_NEAR = 0.45;
const OTHER_PERSON = 0.4;
const OTHER_ANSWERS = 0.8;
const OTHER_REGIME = 0.6;

/** Work that the shipped facts say nothing of. A fact of one piece of work is unlikely on its forms. */
const OTHER_WORK = [
  'regime:looked_after',
  'regime:early_help',
  'regime:adoption',
  'event:placement',
  'event:supervision',
];

/** How much of the work a fact belongs to is named by the question, its section, its form or the form's steps, 0 to 1. */
export function nearness({ anchors }: Profile, asked: Asked, weigh: Weigh): number {
  if (anchors.length === 0) return 1;
  const shares = anchors.map((words) => {
    const near = [...words].filter((word) => asked.words.has(word) || asked.around.work.has(word));
    const sum = (list: Iterable<string>): number => [...list].reduce((total, word) => total + weigh(word), 0);
    return sum(near) / sum(words);
  });
  return Math.max(...shares);
}

const has = (marks: ReadonlySet<string>, kind: string): boolean => [...marks].some((mark) => mark.startsWith(kind));

/** Under "Parents and carers", a question that names nobody is hardly about the child. */
function isOfOther({ fact }: Profile, asked: Asked): boolean {
  const isOthers = has(asked.around.marks, 'who:') && !has(asked.marks, 'who:');
  const namesChild = asked.words.has('child') || asked.around.words.has('child');
  return fact.subject === 'child' && fact.scope === 'child' && isOthers && !namesChild;
}

/** "Name" by itself is the child's only where the section speaks of the child: in a list of guests it is a guest's. */
const mayBeAnyones = ({ fact }: Profile, asked: Asked): boolean =>
  fact.scope === 'child' &&
  fact.subject === 'child' &&
  ![...asked.words].some(isTopic) &&
  !asked.words.has('child') &&
  !asked.section.has('child');

const isOfOtherWork = ({ fact, anchors }: Profile, { around }: Asked): boolean =>
  fact.scope !== 'child' && anchors.length > 0 && OTHER_WORK.some((mark) => around.marks.has(mark));

/** A list of at least three answers of which the fact's code sets know hardly any. */
function hasOtherAnswers({ codeSets }: Profile, { answers, question }: Asked, of: number): boolean {
  if (codeSets.size === 0 || question.lookup === null || of < 3) return false;
  const found = Math.max(0, ...answers.filter(({ codeSet }) => codeSets.has(codeSet)).map((each) => each.found));
  return found * 4 < of;
}

/** Items of the return in hand behind a fact. */
export const wantedItems = ({ items }: Profile, wanted: DataReturn | null): readonly Item[] =>
  wanted === null ? [] : items.filter((item) => wanted.items.includes(item));

/** What the question is held against beside its evidence. */
export interface Scales {
  readonly weigh: Weigh;
  readonly wanted: DataReturn | null;
  readonly families: readonly string[];
  /** How many answers the question's list has. */
  readonly answers: number;
}

function speaksFor({ wording, code, sameCode, answers }: Evidence): number {
  const share = answers === null ? 0 : answers.found / answers.of;
  const doubts = [
    1 - STRENGTH.wording * wording,
    1 - STRENGTH.code * code,
    1 - (sameCode === null ? 0 : STRENGTH.sameCode),
    1 - STRENGTH.answers * share,
  ];
  return 1 - doubts.reduce((product, doubt) => product * doubt, 1);
}

function speaksAgainst({ profile }: Evidence, asked: Asked, scales: Scales): number {
  const near = nearness(profile, asked, scales.weigh);
  return (
    typeFit(profile.holds, asked.question.type, profile.taken) *
    (NOT_NEAR + (1 - NOT_NEAR) * near) *
    (isOfOther(profile, asked) || mayBeAnyones(profile, asked) ? OTHER_PERSON : 1) *
    (isOfOtherWork(profile, asked) ? OTHER_REGIME : 1) *
    (hasOtherAnswers(profile, asked, scales.answers) ? OTHER_ANSWERS : 1)
  );
}

/** How probable it looks that a question asks for a fact, 0 to 1. An order, not a probability that was measured. */
export function scoreOf(evidence: Evidence, asked: Asked, scales: Scales): number {
  const plain = speaksFor(evidence) * speaksAgainst(evidence, asked, scales);
  const isFavoured = wantedItems(evidence.profile, scales.wanted).length > 0;
  const isForReturn =
    evidence.profile.items.length > 0 && scales.families.some((family) => namesFamily(asked.question.code, family));
  const lifted = plain + (isForReturn ? STRENGTH.family * plain * (1 - plain) : 0);
  return lifted + (isFavoured ? STRENGTH.favour * lifted * (1 - lifted) : 0);
}
