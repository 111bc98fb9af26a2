import type { HeldValue } from '#machine/case-values.ts';
import { addMonths } from '#model/dates.ts';

/** The letters that a UPN may begin with, by the remainder of its weighted sum. */
const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
/** An authority number that no authority has. */
const NO_AUTHORITY = '999';
const SCHOOL_AGE = 5;
const YEAR = 12;

/** A child who is not there. Numbers count the cases from 1. */
export interface InventedChild {
  readonly number: number;
  /** ISO date; null where the child is not born yet. */
  readonly born: string | null;
  /** ISO date; null where the child is born. */
  readonly expected: string | null;
  /** Whether the child dies at the end of the case. */
  readonly dies: boolean;
  readonly upn: string | null;
}

/** A UPN with the check letter that its digits give. */
export function upnOf(number: number): string {
  const digits = `${NO_AUTHORITY}${String(27_000_000 + number).padStart(9, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
  return `${CHECK_LETTERS[sum % CHECK_LETTERS.length] ?? ''}${digits}`;
}

/** Ages from 0 to 16 in turn, a few months past the birthday, so that nobody comes of age in a case. */
export function inventedChild(
  number: number,
  on: string,
  { expected, dies }: Pick<InventedChild, 'expected' | 'dies'>,
): InventedChild {
  const age = (number * 7 + 1) % 17;
  return {
    number,
    born: expected === null ? addMonths(on, -(age * YEAR + 1 + (number % 8))) : null,
    expected,
    dies,
    upn: expected === null && age >= SCHOOL_AGE ? upnOf(number) : null,
  };
}

/** What is made up of a child, by shipped fact; null: this child has none. Other facts are left to their lists. */
export const FACTS_OF_CHILD: Readonly<Record<string, (child: InventedChild) => HeldValue['value'] | null>> = {
  'child.la-child-id': ({ number }) => `INV${String(number).padStart(5, '0')}`,
  'child.name': ({ number }) => `Invented child ${number}`,
  'child.preferred-name': ({ number }) => `Child ${number}`,
  'child.upn': ({ upn }) => upn,
  'child.former-upn': ({ upn, number }) => (upn !== null && number % 6 === 0 ? upnOf(number + 500_000) : null),
  'child.date-of-birth': ({ born }) => born,
  'child.expected-date-of-birth': ({ expected }) => expected,
  'child.earlier-protection-plans': ({ number }) => (number % 4 === 0 ? '1' : '0'),
  'child.nhs-number': () => null,
};
