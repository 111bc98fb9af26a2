import { alwaysSame, mostlyUnchanged, people, rarelyAnswered } from './usage.ts';
import { type Asked, hasNoKnownUse, protection } from './value-uses.ts';
import * as words from './value-words.ts';

/** A signal: what it says of a question, as the end of a sentence about it; null where it says nothing. */
export type Signal = (asked: Asked) => string | null;

export const noPurpose: Signal = ({ question }) => (question.purposes.assessed ? null : words.NO_PURPOSE);

export const noKnownUse: Signal = (asked) => (hasNoKnownUse(asked) ? words.NO_KNOWN_USE : null);

export const noReader: Signal = ({ question: { readers } }) =>
  readers.assessed && readers.values.length === 0 ? words.NO_READER : null;

export const rarely: Signal = ({ usage }) => {
  const share = rarelyAnswered(usage);
  return share === null ? null : words.describeRare(share);
};

export const same: Signal = ({ usage }) => {
  const top = alwaysSame(usage);
  return top === null ? null : words.describeSame(top);
};

export const notHelpful: Signal = ({ usage }) => {
  const saying = people(usage, (row) => row.notHelpful);
  return saying >= 2 && people(usage, (row) => row.dataUserNeeds) === 0 ? words.describeNotHelpful(saying) : null;
};

export const hardToAnswer: Signal = ({ usage }) => {
  const saying = people(usage, (row) => row.hardToAnswer);
  return saying >= 2 ? words.describeHard(saying) : null;
};

export const unchanged: Signal = ({ usage }) => {
  const share = mostlyUnchanged(usage);
  return share === null ? null : words.describeUnchanged(share);
};

/** Any of these makes a question without a known use one to review. */
const SUPPORTING: readonly Signal[] = [noReader, rarely, same, notHelpful];

export const candidate: Signal = (asked) => {
  if (!hasNoKnownUse(asked) || protection(asked) !== '') return null;
  const also = SUPPORTING.flatMap((signal) => signal(asked) ?? []);
  return also.length === 0 ? null : words.describeCandidate(also);
};
