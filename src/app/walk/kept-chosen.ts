import type { CaseInput } from '#machine/case-values.ts';

/** The next actions chosen so far, by the key of their step. */
export type ChosenBySteps = Readonly<Record<string, readonly string[]>>;

const KEPT = 'throughline chosen next actions';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stringsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** A case is known again by what it begins with. */
const nameOf = (input: CaseInput): string => JSON.stringify(input);

/** What was chosen in a case before the page was loaded again, or another screen looked at. */
export function keptChosen(input: CaseInput): ChosenBySteps {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(KEPT) ?? 'null');
    if (!isRecord(kept) || kept['case'] !== nameOf(input) || !isRecord(kept['chosen'])) return {};
    return Object.fromEntries(Object.entries(kept['chosen']).map(([step, chosen]) => [step, stringsIn(chosen)]));
  } catch {
    // Where nothing may be kept, a choice lives as long as the screen.
    return {};
  }
}

/** Keeps what is chosen for as long as the tab is there. */
export function keepChosen(input: CaseInput, chosen: ChosenBySteps): void {
  try {
    window.sessionStorage.setItem(KEPT, JSON.stringify({ case: nameOf(input), chosen }));
  } catch {
    // As above.
  }
}
