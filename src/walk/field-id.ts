import type { CasePlace } from './lit.ts';

/** The id, on the page, of the field where a place of the case is recorded. */
export const fieldId = (place: CasePlace): string => `place-${place.replaceAll(/\s/gu, '_')}`;
