import { download } from '#app/download.ts';
import { branchOf } from '#cases/played-case.ts';
import { toScript } from '#cases/to-script.ts';
import { writeScript } from '#cases/write-script.ts';
import type { WalkNow } from './walk-now.ts';
import { CASES } from './walking.ts';

/** `Full child protection, two reviews` as the name of a file. */
const fileName = (name: string): string => {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60);
  return `${slug === '' ? 'case' : slug}.json`;
};

/** Downloads the case, as far as it is played, as a script. */
export function saveScript({ played, rules }: Pick<WalkNow, 'played' | 'rules'>): void {
  const text = writeScript(toScript(rules, played));
  download(fileName(played.name), new TextEncoder().encode(text), 'application/json');
  // A script holds what has been played, so whatever else the case holds is still saved nowhere.
  if (played.branches.length === 1 && played.at === branchOf(played).events.length) CASES.savedAsFile();
}
