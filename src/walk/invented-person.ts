import { upnOf } from '#cases/generate/invented-child.ts';
import type { HeldValue } from '#machine/case-values.ts';
import { addMonths } from '#model/dates.ts';
import type { HeldField } from './held-fields.ts';

interface Inventing {
  readonly number: number;
  readonly on: string;
  readonly answers: readonly string[];
}

/** What is made up, by shipped fact; anything else is left for the person to fill in. */
const INVENTED: ReadonlyMap<string, (about: Inventing) => string | undefined> = new Map([
  ['child.la-child-id', ({ number }: Inventing) => `EX${900_000 + number}`],
  ['child.name', ({ number }: Inventing) => `Child ${number} (invented)`],
  ['child.address', ({ number }: Inventing) => `${number} Example Street, Exampletown`],
  ['child.upn', ({ number }: Inventing) => upnOf(900_000 + number)],
  // Eight years and some months: at school, and at no edge of any age.
  ['child.date-of-birth', ({ on, number }: Inventing) => addMonths(on, -(100 + (number % 12)))],
  ['child.sex', ({ answers, number }: Inventing) => answers[number % Math.min(2, answers.length)]],
  ['child.ethnicity', ({ answers }: Inventing) => answers[0]],
  ['child.disability', ({ answers }: Inventing) => answers[0]],
  ['child.earlier-protection-plans', () => '0'],
]);

/** A person record that is clearly made up, for a case that begins on a day. The number tells one such person from another. */
export function inventedPerson(fields: readonly HeldField[], on: string, number = 1): readonly HeldValue[] {
  return fields.flatMap(({ kind, ref, fact, answers }): readonly HeldValue[] => {
    const value = fact === null ? undefined : INVENTED.get(fact)?.({ number, on, answers });
    return value === undefined ? [] : [{ kind, ref, value }];
  });
}
