import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap, wordingOf, wordsOf } from '#analyses/wording.ts';

/** As the analysis holds two wordings against each other. */
function readAlike(one: string, other: string): boolean {
  const [a, b] = [wordingOf(one), wordingOf(other)];
  return a.contrasts === b.contrasts && overlap(a.words, b.words) >= 0.5;
}

test('abbreviations are written out and filler words dropped', () => {
  expect([...wordsOf('Please enter the child’s D.O.B.')]).toEqual(['child', 'date', 'birth']);
});

describe('the same question in other words', () => {
  test.each([
    ['DOB', 'Date of birth'],
    ['Child’s first language', 'First language of child'],
    ['Ethnic origin', 'Ethnicity of the child'],
    ['Date S47 started', 'When did the section 47 enquiry begin?'],
    ['ICPC date', 'Date of the initial child protection conference'],
    ['RCPC quorate?', 'Was the review conference quorate?'],
    ['Date CP plan ended', 'Child protection plan: date it ended'],
    ['SW’s name', 'Name of the social worker'],
    ['Who has PR?', 'Parental responsibility: who holds it?'],
    ['Seen alone?', 'Was the child seen on their own?'],
    ['Reason(s) for closure', 'Why was it closed? Reason for closure'],
    ['Date and time of strategy meeting', 'Date of strategy discussion'],
    ['UPN', 'Unique pupil number'],
    ['Telephone number of the school', 'School phone no.'],
    ['Return home interview offered?', 'Was an RHI offered?'],
  ])('%s · %s', (one, other) => expect(readAlike(one, other)).toBe(true));
});

describe('alike in words and not in meaning', () => {
  test.each([
    ['Ethnicity', 'Ethnic identity'],
    ['Sex', 'Gender identity'],
    ['Date of visit', 'Date of next visit'],
    ['Date of last visit', 'Date of next visit'],
    ['Mother’s date of birth', 'Child’s date of birth'],
    ['Mother’s date of birth', 'Father’s date of birth'],
    ['Date of birth', 'Date of birth of sibling'],
    ['Expected date of birth', 'Date of birth'],
    ['Reason for referral', 'Source of referral'],
    ['Reason for referral', 'Outcome of referral'],
    ['Outcome of the conference', 'Decision of the conference'],
    ['Date of the review', 'Date of the conference'],
    ['Initial conference date', 'Review conference date'],
    ['Was the child seen?', 'Was the child seen alone?'],
    ['Child in need plan start date', 'Child protection plan start date'],
    ['CIN plan start date', 'CIN plan end date'],
    ['Early help plan start date', 'CIN plan start date'],
    ['Conference required', 'Conference not required'],
    ['Which authority is the family moving from?', 'Which authority is the family moving to?'],
    ['School', 'School fax number'],
  ])('%s · %s', (one, other) => expect(readAlike(one, other)).toBe(false));
});

test('a question that names nobody is about whom its section names', () => {
  const parents = wordingOf('Date of birth', 'Parents and carers');
  expect(parents.contrasts).not.toBe(wordingOf('Date of birth', 'The child').contrasts);
  expect(parents.contrasts).not.toBe(wordingOf('Date of birth').contrasts);
  expect(wordingOf('Date of birth', 'Child and parents').contrasts).toBe(wordingOf('Date of birth').contrasts);
});

test.each([
  ['', []],
  ['   ', []],
  ['?!', []],
  ['of the', []],
])('nothing to compare in %j', (text, words) => expect([...wordsOf(text)]).toEqual(words));

test('any text can be taken apart, and case and order make no difference', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(wordsOf(text.toUpperCase().toLowerCase())).toEqual(wordsOf(text.toLowerCase()));
    }),
  );
  const words = ['visit', 'school', 'mother', 'date', 'panel'];
  fc.assert(
    fc.property(fc.shuffledSubarray(words, { minLength: 2 }), (some) => {
      expect(wordingOf(some.join(' ')).contrasts).toBe(wordingOf(some.toReversed().join(' ')).contrasts);
    }),
  );
});

test('overlap is the same both ways, 1 with itself, 0 with nothing', () => {
  const set = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')).map((words) => new Set(words));
  fc.assert(
    fc.property(set, set, (a, b) => {
      expect(overlap(a, b)).toBe(overlap(b, a));
      expect(overlap(a, a)).toBe(a.size === 0 ? 0 : 1);
    }),
  );
});
