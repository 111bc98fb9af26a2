import type { Weigh } from './suggest-wordings.ts';
import { wordsOf } from './wording.ts';

/** Pieces of user codes as Mosaic councils write them, and what they stand for; to nothing where they say only how it is asked. */
const PIECES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alloc: 'allocated',
    assess: 'assessment',
    auth: 'authorised',
    bed: 'bedroom',
    cat: 'category',
    cg: 'core group',
    chi: 'child',
    close: 'closure',
    conf: 'conference',
    dec: 'decision',
    dis: 'disability',
    disab: 'disability',
    dt: 'date',
    eth: 'ethnicity',
    immig: 'immigration',
    interp: 'interpreter',
    lang: 'language',
    nat: 'nationality',
    outc: 'outcome',
    part: '',
    plan: 'plan',
    prev: 'previous',
    prof: 'professional',
    ref: 'referral',
    rev: 'review',
    src: 'source',
    chk: '',
    dte: 'date',
    fld: '',
    lkp: '',
    q: '',
    rep: '',
    txt: '',
    cin: '',
  }),
);

const ENDINGS = /^(.{2,}?)(date|start|end|outcome|reason|source|name|seen|alone|dob|target)$/u;

function pieceOf(piece: string): string {
  const known = PIECES.get(piece);
  if (known !== undefined) return known;
  const [, first = '', ending = ''] = ENDINGS.exec(piece) ?? [];
  return ending === '' ? piece : `${pieceOf(first)} ${ending}`;
}

/** A user code read as words: `REP_CIN_S47DATE` is "S47 date", `cpvSeenAlone` is "cpv seen alone". */
export function readCode(code: string): string {
  const pieces = code
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/u);
  return pieces.map(pieceOf).join(' ').replace(/\s+/gu, ' ').trim();
}

/** The words of a user code that some fact is spoken of with; the others are the form's own prefix or a running number. */
export function wordsOfCode(code: string, weigh: Weigh): ReadonlySet<string> {
  return new Set([...wordsOf(readCode(code))].filter((word) => weigh(word) < 1));
}

/** True when a piece of the user code names the return's family: `REP_CIN_NEED` was made for the census of children in need. */
export const namesFamily = (code: string, family: string): boolean =>
  code
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .includes(family.toLowerCase());
